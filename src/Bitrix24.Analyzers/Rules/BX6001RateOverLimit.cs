using Bitrix24.Analyzers.Schedules;
using Bitrix24.LoadModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using static Bitrix24.Analyzers.FigureWording;

namespace Bitrix24.Analyzers.Rules;

/// <summary>
/// An entry point that sends more than the portal lets through. Quiet while sizes are unknown and it takes more of them than
/// anybody has, where a filter leaves out what did not change, and for a program that runs once, which BX1001 looks after.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BX6001RateOverLimit() : RestRule(Descriptor)
{
    static readonly DiagnosticDescriptor Descriptor = new(
        "BX6001",
        "The estimated request rate exceeds what the portal lets through",
        "{0} and {1}: {2} (QUERY_LIMIT_EXCEEDED). Read only what changed, send 'batch' requests, or run it less often.",
        "Bitrix24.Load",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A portal loses 2 requests a second, 5 on the Enterprise plan. A program that sends more on average never catches up, and Bitrix24 may block it.",
        "https://github.com/bitrix24-analyzers/Bitrix24.Analyzers/blob/main/docs/rules/BX6001.md");

    private protected override IEnumerable<Finding> Judge(RestTree tree)
    {
        foreach (var load in tree.Loads())
        {
            if (Excess(load) is { } excess)
                yield return load.Finding(excess);
        }
    }

    static string? Excess(RunLoad load) =>
        load.Breach(Verdict.AverageExceedsDrain) is { } average ? $"{load.Estimate.Rate} on average, but {load.Lets()}; {load.Latency()} they are refused after {Number(average.Seconds)} s, and it never catches up"
        : load.Breach(Verdict.BurstsRefused) is { } burst ? $"{load.Latency()} the bucket of {Number(load.Plan.Value.Threshold)} overflows after {Number(burst.Seconds)} s{(load.Estimate.SustainedRate is null ? "" : $", though {load.Estimate.Rate} on average would fit")}: {load.Lets()}"
        : load.Threshold(Verdict.AverageExceedsDrain) is { } threshold ? $"above {threshold.Text()} it {(load.Run.Entry.Schedule is LoopSchedule ? "may never catch" : "never catches")} up, since {load.Lets()}"
        : null;
}
