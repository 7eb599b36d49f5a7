using Bitrix24.Analyzers.Outline;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>Coravel, with the code beside the schedule: <c>scheduler.ScheduleAsync(SyncAsync).EveryFiveMinutes()</c>.</summary>
sealed class CoravelTasks : ScheduleRecogniser
{
    static readonly ScheduleTable Intervals = new("Coravel.tsv");

    public override bool MayBe(OutlinedBody body) => Names(body, "Schedule", "ScheduleAsync");

    public override IEnumerable<EntryPoint> Read(SchedulingBody body)
    {
        foreach (var call in body.Calls("Schedule", "ScheduleAsync"))
        {
            if (call.ArgumentList.Arguments is [var task] && body.IsOf(call, "Coravel") && Stated(call, body) is { } stated && body.CodeOf(task.Expression) is { } code)
                yield return new EntryPoint(SimpleName.Syntax(call.Expression)!.Identifier.GetLocation(), code.Piece is null ? code.Method!.Name : "the task", code, stated.Schedule, stated.IsDefault);
        }
    }

    /// <summary>What follows in the chain says how often; <c>Once</c> takes it back.</summary>
    public static StatedSchedule? Stated(InvocationExpressionSyntax schedule, SchedulingBody body)
    {
        StatedSchedule? stated = null;
        foreach (var next in CallChain.After(schedule))
        {
            var name = SimpleName.Of(next.Expression);
            if (name == "Once")
                return null;
            if (stated is null && Intervals.Has(name))
                stated = Intervals.Read(next, body.Durations);
        }

        return stated;
    }
}
