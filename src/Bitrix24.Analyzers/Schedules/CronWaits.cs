using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>Loops that ask a cron expression of NCrontab, Cronos or Quartz how long to wait.</summary>
static class CronWaits
{
    /// <summary>The call for the next time, if a loop, or what stands in one, makes one.</summary>
    public static InvocationExpressionSyntax? NextOccurrence(SyntaxNode code, SchedulingBody body) =>
        code.DescendantNodesAndSelf(static n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<InvocationExpressionSyntax>()
            .FirstOrDefault(c => Asks(c) && body.IsOf(c, "NCrontab", "Cronos", "Quartz"));

    public static bool Asks(InvocationExpressionSyntax call) => SimpleName.Of(call.Expression) is "GetNextOccurrence" or "GetNextValidTimeAfter" or "GetTimeAfter";

    /// <summary>The schedule, where the code says how the expression is made: <c>CrontabSchedule.Parse("*/5 * * * *")</c>.</summary>
    public static StatedSchedule? Read(InvocationExpressionSyntax next, SchedulingBody body) =>
        Arguments.Receiver(next) is { } expression && Arguments.List(body.Durations.Definition(expression)) is { Arguments: [var text, ..] } && body.DurationsAt(text) is { } durations
            ? StatedSchedule.Cron(durations.Text(text.Expression))
            : null;
}
