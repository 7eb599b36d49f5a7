using Bitrix24.Analyzers.Schedules;
using Bitrix24.LoadModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using static Bitrix24.Analyzers.FigureWording;

namespace Bitrix24.Analyzers.Rules;

/// <summary>
/// An entry point that keeps a method of the portal at work longer than it may. Pauses and batches do not help. Quiet where
/// the rate breaks first, which BX6001 says, and while sizes are unknown and it takes more of them than anybody has.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BX6002OperatingOverLimit() : RestRule(Descriptor)
{
    static readonly DiagnosticDescriptor Descriptor = new(
        "BX6002",
        "The estimated operating time of a REST method exceeds its limit",
        "{0} and {1}: {2} (OPERATION_TIME_LIMIT). Read only what changed, with 'select' and 'start=-1'; neither pauses nor 'batch' help.",
        "Bitrix24.Load",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A method may work for 480 seconds within ten minutes; then the portal refuses it until old calls leave the sum.",
        "https://github.com/bitrix24-analyzers/Bitrix24.Analyzers/blob/main/docs/rules/BX6002.md");

    private protected override IEnumerable<Finding> Judge(RestTree tree)
    {
        foreach (var load in tree.Loads())
        {
            if (Excess(load) is { } excess)
                yield return load.Finding(excess);
        }
    }

    static string? Excess(RunLoad load)
    {
        if (load.Breach(Verdict.OperatingBlocked) is { RestMethod: { } blocked } breach)
        {
            var busy = load.Estimate.Methods.First(m => string.Equals(m.RestMethod, blocked, StringComparison.OrdinalIgnoreCase));
            return $"'{blocked}' works for {Number(busy.SecondsPerWindow.AtLeast)} s within ten minutes{load.Cost(blocked)}, more than its {Number(load.OperatingLimit)} s; it is refused after {Number(breach.Seconds)} s";
        }

        return load.Threshold(Verdict.OperatingBlocked) is { RestMethod: { } method } threshold && !(load.Threshold(Verdict.AverageExceedsDrain)?.Largest <= threshold.Largest)
            ? $"above {threshold.Text()} '{method}' works for more than its {Number(load.OperatingLimit)} s within ten minutes{load.Cost(method)}"
            : null;
    }
}
