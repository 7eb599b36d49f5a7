using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>
/// Code that catches an exception and goes on. A round that reads everything makes good in the next one what failed in this;
/// one that reads what changed does so only if it hears of it.
/// </summary>
sealed class Swallowing(Scene scene)
{
    /// <summary>Methods looked into for one round; with more it is taken to swallow.</summary>
    const int MaxMethods = 200;

    readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    public bool Is(SyntaxNode code) => Is(code, scene.Semantics);

    bool Is(SyntaxNode code, SemanticModel semantics)
    {
        foreach (var node in code.DescendantNodesAndSelf())
        {
            if (node is CatchClauseSyntax handler && !EndsInThrow(handler.Block))
                return true;
            if (node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax && semantics.GetSymbolInfo(node, scene.Cancellation).Symbol is IMethodSymbol method && IsIn((method.ReducedFrom ?? method).OriginalDefinition))
                return true;
        }

        return false;
    }

    bool IsIn(IMethodSymbol method)
    {
        if (!_seen.Add(method))
            return false;
        return _seen.Count > MaxMethods || method.DeclaringSyntaxReferences.Any(r => r.GetSyntax(scene.Cancellation) is (BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax) and var body && scene.Projects.ModelOf(body.SyntaxTree) is { } semantics && Is(body, semantics));
    }

    static bool EndsInThrow(BlockSyntax block) => block.Statements.LastOrDefault() is ThrowStatementSyntax && !block.DescendantNodes().Any(static n => n is ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax);
}
