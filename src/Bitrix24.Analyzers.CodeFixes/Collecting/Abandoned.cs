using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Collecting;

/// <summary>
/// Whether anybody can see what a loop has written once an exception has left it. The exception of a call that waited comes up
/// to forty-nine calls late, and what the loop did meanwhile must be lost with it.
/// </summary>
sealed class Abandoned(StatementSyntax loop, Scene scene)
{
    public bool IsLost(Cell write) => write.Place switch
    {
        Place.Variable => IsLost(write.Symbol!),
        Place.Contents => write.Symbol is ILocalSymbol local && scene.Locals.IsExclusive(local) && IsLost(local),
        _ => false,
    };

    bool IsLost(ISymbol variable)
    {
        if (variable is not (ILocalSymbol { IsRef: false } or IParameterSymbol { RefKind: RefKind.None }))
            return false;
        if (Scene.IsDeclaredIn(variable, loop))
            return true;
        foreach (var above in loop.Ancestors())
        {
            switch (above)
            {
                case TryStatementSyntax attempt when attempt.ChildNodes().First(n => n.Span.Contains(loop.Span)) is var part && !Scene.IsDeclaredIn(variable, part) && Sees(attempt, part, variable):
                    return false;
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax:
                    return Scene.IsDeclaredIn(variable, above) && !IsShared(variable, above);
                case CompilationUnitSyntax:
                    return !IsShared(variable, above);
            }
        }

        return false;
    }

    /// <summary>A handler reads it, or lets the code behind it go on.</summary>
    bool Sees(TryStatementSyntax attempt, SyntaxNode part, ISymbol variable) =>
        attempt.Finally is { } last && (last == part || Mentions(last, variable))
        || part == attempt.Block && attempt.Catches.Any(c => Mentions(c, variable) || c.Block.Statements.LastOrDefault() is not ThrowStatementSyntax || Jumps.Within(c.Block).Any(static n => n is ReturnStatementSyntax or GotoStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax));

    /// <summary>A function outside of the loop holds it.</summary>
    bool IsShared(ISymbol variable, SyntaxNode body) =>
        body.DescendantNodes().Any(n => n is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax && !loop.Span.Contains(n.Span) && !n.Span.Contains(loop.Span) && Mentions(n, variable));

    bool Mentions(SyntaxNode node, ISymbol variable) =>
        node.DescendantNodes().OfType<IdentifierNameSyntax>().Any(n => n.Identifier.ValueText == variable.Name && SymbolEqualityComparer.Default.Equals(scene.SymbolOf(n), variable));
}
