using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Facts;

/// <summary>Pauses, in seconds, that every round of a loop, or every run of a body, makes. One that only some rounds make bounds nothing.</summary>
/// <param name="durations">Reads how long they are.</param>
/// <param name="withTimeouts">Whether waiting for a handle counts: it may end early, so it bounds no rate, but it tells how often a loop runs.</param>
sealed class Pauses(DurationReader durations, bool withTimeouts = false)
{
    static readonly Stated None = new(0, Basis.Stated);

    /// <summary>Ten years: what waits longer waits for ever.</summary>
    public const double Longest = 315_576_000;

    public Stated In(StatementSyntax? body) => body switch
    {
        null => None,
        BlockSyntax block => block.Statements.TakeWhile(static s => !MaySkipTheRest(s)).Aggregate(None, (sum, s) => Sum(sum, In(s))),
        TryStatementSyntax attempt => Sum(In(attempt.Block), In(attempt.Finally?.Block)),
        UsingStatementSyntax scope => In(scope.Statement),
        LockStatementSyntax scope => In(scope.Statement),
        ExpressionStatementSyntax statement => In(statement.Expression),
        IfStatementSyntax { Else: null } gap => Sum(MinimumGap(gap), withTimeouts ? In(gap.Condition) : None),
        _ => None,
    };

    static Stated Sum(Stated one, Stated other) => new Stated(one.Value + other.Value, one.Basis).On(other.Basis);

    /// <summary>A statement that may go on with the next round.</summary>
    static bool MaySkipTheRest(StatementSyntax statement) => statement.DescendantNodesAndSelf(static n => !LoopSyntax.IsLoop(n) && n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(static n => n is ContinueStatementSyntax);

    public Stated In(ExpressionSyntax expression)
    {
        foreach (var call in expression.DescendantNodesAndSelf(static n => n is not AnonymousFunctionExpressionSyntax).OfType<InvocationExpressionSyntax>())
        {
            if (call.ArgumentList.Arguments is [var length, ..] && (IsPause(call) ? IsWaitedFor(call) : withTimeouts && IsTimeout(call)))
                return Length(length.Expression);
        }

        return None;
    }

    static bool IsPause(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var receiver }
        && (name, SimpleName.Of(receiver)) is ("Delay", "Task") or ("Sleep", "Thread");

    static bool IsTimeout(InvocationExpressionSyntax call) => SimpleName.Of(call.Expression) == "WaitOne";

    /// <summary>A delay is a pause only for who waits for it.</summary>
    static bool IsWaitedFor(InvocationExpressionSyntax call)
    {
        if (SimpleName.Of(call.Expression) == "Sleep")
            return true;
        SyntaxNode node = call;
        while (node.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } or InvocationExpressionSyntax or ParenthesizedExpressionSyntax)
            node = node.Parent;
        return node.Parent is AwaitExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait" or "GetAwaiter" };
    }

    /// <summary><c>if (gap &gt; passed) await Task.Delay(gap - passed)</c>: successive runs are at least the gap apart.</summary>
    Stated MinimumGap(IfStatementSyntax condition)
    {
        var delay = condition.Statement.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault(static c => c.ArgumentList.Arguments.Count > 0 && IsPause(c));
        if (delay is null || condition.Condition is not BinaryExpressionSyntax comparison)
            return None;
        var given = delay.ArgumentList.Arguments[0].Expression;
        return durations.Definition(given) is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.SubtractExpression } difference
            && comparison.ChildNodes().Any(n => Same(n, difference.Right) || Same(n, difference.Left) || Same(n, given))
                ? Length(difference.Left)
                : None;
    }

    static bool Same(SyntaxNode one, SyntaxNode other) => SyntaxFactory.AreEquivalent(one, other);

    /// <summary>None where the code does not say, or waits for ever.</summary>
    Stated Length(ExpressionSyntax length) => durations.Seconds(length) is { Value: > 0 and <= Longest } stated ? stated : None;
}
