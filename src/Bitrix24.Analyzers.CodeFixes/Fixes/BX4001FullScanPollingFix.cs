using System.Composition;
using Bitrix24.Analyzers.CodeFixes.Polling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Bitrix24.Analyzers.CodeFixes.Fixes;

/// <summary>Reads of a list only what changed, in the round of a schedule that works row by row.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BX4001FullScanPollingFix)), Shared]
public sealed class BX4001FullScanPollingFix() : RestFix(
    "BX4001",
    new FixWay(FixPayload.Offline, "Read what changed from the offline queue"),
    new FixWay(FixPayload.Online, "Read what the portal's events report"),
    new FixWay(FixPayload.ChangedSince, "Read only what changed since the last round"))
{

    private protected override IEnumerable<string> Offered(FixedFinding finding) => (finding[FixPayload.Ways] ?? "").Split([';'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What was chosen, and nothing else; otherwise no events that somebody has to set up on the portal first.</summary>
    internal override bool MayBeOfMany(FixedFinding finding, string key) => finding[FixPayload.Chosen] is { } chosen ? key == chosen : key != FixPayload.Online;

    private protected override async Task<Solution?> RewriteAsync(Document document, FixedFinding finding, string key, CancellationToken cancellation)
    {
        if (PolledList.Of(finding) is not { } list || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } semantics)
            return null;
        if (PollEdit.Apply(document, root, semantics, finding, list, key, cancellation) is not var (changed, polled))
            return null;
        var project = document.WithSyntaxRoot(changed).Project;
        return key == FixPayload.Online ? await EventsEndpoint.AddAsync(project, polled, cancellation).ConfigureAwait(false) : project.Solution;
    }
}
