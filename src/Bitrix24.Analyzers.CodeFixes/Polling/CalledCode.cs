using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>A piece of code, and the methods in sight that it calls, directly or not.</summary>
sealed class CalledCode(Scene scene)
{
    /// <summary>Methods looked into for one round; what more do, nobody knows.</summary>
    const int MaxMethods = 200;

    readonly Implementers _implementers = new(scene.Projects, scene.Cancellation);

    /// <summary>Whether any of it is such, or there is too much of it to tell.</summary>
    public bool Any(SyntaxNode code, Func<SyntaxNode, SemanticModel, bool> isSuch)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var pending = new Queue<(SyntaxNode Code, SemanticModel Semantics)>([(code, scene.Semantics)]);
        while (pending.Count > 0)
        {
            var (next, semantics) = pending.Dequeue();
            foreach (var node in next.DescendantNodesAndSelf())
            {
                if (isSuch(node, semantics))
                    return true;
                if (node is not (InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax) || semantics.GetSymbolInfo(node, scene.Cancellation).Symbol is not IMethodSymbol method || !seen.Add((method.ReducedFrom ?? method).OriginalDefinition))
                    continue;
                if (seen.Count > MaxMethods)
                    return true;
                foreach (var body in BodiesOf((method.ReducedFrom ?? method).OriginalDefinition))
                    pending.Enqueue(body);
            }
        }

        return false;
    }

    IEnumerable<(SyntaxNode Code, SemanticModel Semantics)> BodiesOf(IMethodSymbol method) => _implementers.Of(method).SelectMany(static m => m.DeclaringSyntaxReferences)
        .Select(r => r.GetSyntax(scene.Cancellation)).Where(static s => s is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax)
        .Select(s => (s, scene.Projects.ModelOf(s.SyntaxTree))).Where(static b => b.Item2 is not null).Select(static b => (b.s, b.Item2!));
}
