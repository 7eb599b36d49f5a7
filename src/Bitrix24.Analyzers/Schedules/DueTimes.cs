using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Outline;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>
/// Loops that look every few seconds whether it is time, and then set the next time:
/// <c>if (DateTime.Now >= next) { Scan(); next = DateTime.Now.AddMinutes(5); }</c>.
/// </summary>
sealed class DueTimes : ScheduleRecogniser
{
    public override bool MayBe(OutlinedBody body) => PausingLoops.Waits(body) && Names(body, "Now", "UtcNow");

    public override IEnumerable<EntryPoint> Read(SchedulingBody body)
    {
        if (body.Method is not { } method)
            yield break;
        foreach (var loop in body.Member.DescendantNodes().Where(static n => n is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax))
        {
            foreach (var guard in loop.DescendantNodes(n => n == loop || !LoopSyntax.IsLoop(n)).OfType<IfStatementSyntax>())
            {
                if (Next(guard) is { } next && Stated(next, body) is { } stated)
                    yield return new EntryPoint(loop.GetFirstToken().GetLocation(), method.Name, new RunCode(method, guard.Statement), stated.Schedule, stated.IsDefault);
            }
        }
    }

    /// <summary>The time that a guard compares with now, as its branch sets it anew.</summary>
    static ExpressionSyntax? Next(IfStatementSyntax guard)
    {
        var names = guard.Condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(static n => n.Identifier.ValueText).ToList();
        return guard.Condition is BinaryExpressionSyntax
            ? guard.Statement.DescendantNodes().OfType<AssignmentExpressionSyntax>().Where(a => a.IsKind(SyntaxKind.SimpleAssignmentExpression) && SimpleName.Of(a.Left) is { } set && names.Contains(set)).Select(static a => a.Right).LastOrDefault(IsLater)
            : null;
    }

    static bool IsLater(ExpressionSyntax next) => next.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(static c => CronWaits.Asks(c) || SimpleName.Of(c.Expression) is "Add" or "AddSeconds" or "AddMinutes" or "AddHours" or "AddDays");

    /// <summary>Whether a call is made only when it is time.</summary>
    public static bool Guards(ExpressionSyntax call) => call.Ancestors().TakeWhile(static n => n is not MemberDeclarationSyntax).OfType<IfStatementSyntax>().Any(guard => guard.Statement.Span.Contains(call.Span) && Next(guard) is not null);

    static StatedSchedule? Stated(ExpressionSyntax next, SchedulingBody body)
    {
        if (CronWaits.NextOccurrence(next, body) is { } occurrence)
            return CronWaits.Read(occurrence, body);
        return next is InvocationExpressionSyntax { ArgumentList.Arguments: [var amount] } later ? StatedSchedule.After(Later(later, amount.Expression, body.Durations)) : null;
    }

    static Stated? Later(InvocationExpressionSyntax later, ExpressionSyntax amount, DurationReader durations) => SimpleName.Of(later.Expression) switch
    {
        "Add" => durations.Seconds(amount),
        "AddSeconds" => durations.Number(amount),
        "AddMinutes" => durations.Number(amount)?.Times(60),
        "AddHours" => durations.Number(amount)?.Times(3600),
        "AddDays" => durations.Number(amount)?.Times(86_400),
        _ => null,
    };
}
