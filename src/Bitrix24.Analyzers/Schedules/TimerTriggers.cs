using System.Globalization;
using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Outline;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>Azure Functions that a timer starts: <c>[TimerTrigger("0 */5 * * * *")]</c>. <c>%Setting%</c> says nothing.</summary>
sealed class TimerTriggers : ScheduleRecogniser
{
    public override bool MayBe(OutlinedBody body) => Trigger(body.Member) is not null;

    public override IEnumerable<EntryPoint> Read(SchedulingBody body)
    {
        if (body is { Method: { } function, Member: MethodDeclarationSyntax declaration } && Trigger(declaration) is { ArgumentList.Arguments: [var schedule, ..] } trigger && FunctionTrigger.IsOfFunctions(trigger, body) && Stated(schedule.Expression, body) is { } stated)
            yield return new EntryPoint(declaration.Identifier.GetLocation(), function.Name, new RunCode(function), stated.Schedule, stated.IsDefault);
    }

    static AttributeSyntax? Trigger(SyntaxNode member) => FunctionTrigger.Of(member, "TimerTrigger");

    static StatedSchedule? Stated(ExpressionSyntax schedule, SchedulingBody body)
    {
        var (text, basis) = body.Durations.Text(schedule);
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval) ? StatedSchedule.Every(new Stated(interval.TotalSeconds, basis)) : StatedSchedule.Cron((text, basis));
    }
}
