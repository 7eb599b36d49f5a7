using Bitrix24.Analyzers.Polling;
using Bitrix24.Analyzers.Schedules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bitrix24.Analyzers.Rules;

/// <summary>
/// A schedule that asks a list for what changed, where events tell of it. Quiet for entities without such events, where
/// asking is all that can be done, and for what runs less often than every hour.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BX4002FrequentPolling() : RestRule(Descriptor)
{
    static readonly DiagnosticDescriptor Descriptor = new(
        "BX4002",
        "A schedule asks for changes that events tell of",
        "{0} and asks {1} for what changed, though the portal can tell. {2}.",
        "Bitrix24.Load",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "Most of the time nothing has changed. An event comes when something has, and the offline queue keeps it until it is read.",
        "https://github.com/bitrix24-analyzers/Bitrix24.Analyzers/blob/main/docs/rules/BX4002.md");

    private protected override IEnumerable<Finding> Judge(RestTree tree)
    {
        foreach (var run in tree.Runs())
        {
            var polls = Poll.Of(run).Where(static p => p.IsNarrowed && p.Changes.AreTold).ToList();
            if (polls.Count > 0)
                yield return new Finding(run.Entry.Place, polls.Elsewhere(), run.Entry.Start(), polls.Lists(), polls.Advice());
        }
    }
}
