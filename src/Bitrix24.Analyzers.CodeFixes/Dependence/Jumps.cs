using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>Statements of a round that end it, or the loop.</summary>
sealed class Jumps(LoopHeader header)
{
    /// <summary>It ends this round and goes on with the next.</summary>
    public bool EndsRound(SyntaxNode node) => node switch
    {
        ContinueStatementSyntax => !IsIn(node, static n => n is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax),
        ReturnStatementSyntax => header.IsLambda,
        _ => false,
    };

    /// <summary>It leaves the loop, other than by an exception.</summary>
    public bool EndsLoop(SyntaxNode node) => node switch
    {
        BreakStatementSyntax => !IsIn(node, static n => n is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or SwitchStatementSyntax),
        ReturnStatementSyntax => !header.IsLambda,
        GotoStatementSyntax go => go.IsKind(SyntaxKind.GotoStatement),
        YieldStatementSyntax yield => yield.IsKind(SyntaxKind.YieldBreakStatement),
        _ => false,
    };

    public static IEnumerable<SyntaxNode> Within(SyntaxNode node) =>
        node.DescendantNodesAndSelf(n => n == node || n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));

    public bool HasRoundEnd(SyntaxNode node) => Within(node).Any(EndsRound);

    public bool HasAny(SyntaxNode node) => Within(node).Any(n => EndsRound(n) || EndsLoop(n));

    /// <summary>The statement always ends with a jump out of the round, and jumps nowhere before its end.</summary>
    public bool IsSkip(StatementSyntax statement)
    {
        var last = statement is BlockSyntax { Statements: [.., var end] } ? end : statement;
        return EndsRound(last) && Within(statement).Count(n => EndsRound(n) || EndsLoop(n)) == 1;
    }

    bool IsIn(SyntaxNode node, Func<SyntaxNode, bool> isTarget)
    {
        for (var above = node.Parent; above is not null && above != header.Body && above != header.Loop; above = above.Parent)
        {
            if (isTarget(above))
                return true;
        }

        return isTarget(header.Body);
    }
}
