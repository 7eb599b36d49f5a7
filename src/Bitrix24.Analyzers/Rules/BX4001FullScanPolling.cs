using System.Collections.Immutable;
using Bitrix24.Analyzers.Polling;
using Bitrix24.Analyzers.Schedules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bitrix24.Analyzers.Rules;

/// <summary>
/// A schedule that reads a list from its beginning each time. Quiet for lists that are narrowed to what changed, for
/// dictionaries, for the offline queue, and for what runs less often than every hour.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BX4001FullScanPolling() : RestRule(Descriptor)
{
    static readonly DiagnosticDescriptor Descriptor = new(
        "BX4001",
        "A schedule reads a whole list again and again",
        "{0} and reads {1} from the beginning each time: {2}. {3}.",
        "Bitrix24.Load",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Reading everything to find what changed is what Bitrix24's help centre names as the way to get an application blocked. The portal can tell what changed.",
        "https://github.com/bitrix24-analyzers/Bitrix24.Analyzers/blob/main/docs/rules/BX4001.md");

    private protected override IEnumerable<Finding> Judge(RestTree tree)
    {
        foreach (var run in tree.Runs())
        {
            var polls = Poll.Of(run).Where(static p => !p.IsNarrowed).ToList();
            if (polls.Count > 0)
                yield return new Finding(run.Entry.Place, polls.Elsewhere(), polls.Payload(tree.Configuration, tree.ShowsWebhook), ImmutableArray.Create(run.Entry.Start(), polls.Lists(), polls.Load(tree.Configuration), polls.Advice()));
        }
    }
}
