using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Collecting;

/// <summary>A call of a loop that may wait for others, as the whole of a statement.</summary>
/// <param name="Call">The invocation that sends.</param>
/// <param name="Sent">It with how its answer is taken.</param>
/// <param name="Outer">The helper that is given the answer; the call itself where there is none.</param>
/// <param name="Taken">That with how its result is taken.</param>
/// <param name="Handler">The <c>catch</c> that takes what the call throws, and with it every round goes on.</param>
sealed record DeferredCall(InvocationExpressionSyntax Call, TakenCall Sent, InvocationExpressionSyntax Outer, TakenCall Taken, ExpressionStatementSyntax Statement, CatchClauseSyntax? Handler)
{
    public bool HasRest => Outer != Call;

    /// <summary>What the helper is given besides the answer.</summary>
    public IEnumerable<ArgumentSyntax> OuterArguments => HasRest ? Outer.ArgumentList.Arguments.Where(a => !a.Span.Contains(Call.Span)) : [];

    public static DeferredCall? Of(InvocationExpressionSyntax call, bool hasRest, StatementSyntax loop, SemanticModel semantics, CancellationToken cancellation)
    {
        if (TakenCall.Of(call, semantics, cancellation) is not { } sent)
            return null;
        var outer = hasRest ? sent.Whole.Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>() : call;
        if (outer is null || hasRest && sent.Whole.Parent is not ArgumentSyntax || TakenCall.Of(outer, semantics, cancellation) is not { AnswerIsUsed: false } taken || taken.Whole.Parent is not ExpressionStatementSyntax statement)
            return null;
        return IsPlain(statement, loop, out var attempt) && Handles(attempt, statement, out var handler) ? new(call, sent, outer, taken, statement, handler) : null;
    }

    /// <summary>Only conditions, loops and at most one <c>try</c> stand around the statement.</summary>
    static bool IsPlain(StatementSyntax statement, StatementSyntax loop, out TryStatementSyntax? attempt)
    {
        attempt = null;
        for (SyntaxNode child = statement; child != loop; child = child.Parent!)
        {
            switch (child.Parent)
            {
                case BlockSyntax or IfStatementSyntax or ElseClauseSyntax or SwitchSectionSyntax or SwitchStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax:
                    break;
                case TryStatementSyntax around when around.Block == child && attempt is null:
                    attempt = around;
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    /// <summary>A handler can be given to the batch only where it takes all, does not jump, and nothing that it would leave out stands behind the call.</summary>
    static bool Handles(TryStatementSyntax? attempt, StatementSyntax statement, out CatchClauseSyntax? handler)
    {
        handler = null;
        if (attempt is null)
            return true;
        if (attempt is not { Finally: null, Catches: [var only] } || !CatchClauses.TakesAll(only) || !IsLast(statement, attempt.Block) || only.Block.DescendantNodes().Any(LeavesOrWaits))
            return false;
        handler = only;
        return true;
    }

    static bool IsLast(StatementSyntax statement, BlockSyntax block)
    {
        for (SyntaxNode child = statement; child != block; child = child.Parent!)
        {
            if (child.Parent is BlockSyntax { Statements: var statements } ? statements.Last() != child : child.Parent is not (IfStatementSyntax or ElseClauseSyntax))
                return false;
        }

        return true;
    }

    static bool LeavesOrWaits(SyntaxNode node) => node is ThrowStatementSyntax or ThrowExpressionSyntax or ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax
        or GotoStatementSyntax or YieldStatementSyntax or AwaitExpressionSyntax;
}
