using Bitrix24.Analyzers.CodeFixes.Dependence;
using Bitrix24.Analyzers.CodeFixes.Polling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Fixes;

/// <summary>Reads of a list only what changed, in the round of a schedule that works row by row.</summary>
public abstract class PollingFix : RestFix
{
    private protected PollingFix(string id)
        : base(
            id,
            new FixWay(FixPayload.Offline, "Read what changed from the offline queue"),
            new FixWay(FixPayload.Online, "Read what the portal's events report"),
            new FixWay(FixPayload.ChangedSince, "Read only what changed since the last round"))
    {
    }

    private protected override IEnumerable<string> Offered(FixedFinding finding) => (finding[FixPayload.Ways] ?? "").Split([';'], StringSplitOptions.RemoveEmptyEntries);

    private protected override async Task<Solution?> RewriteAsync(Document document, FixedFinding finding, string key, CancellationToken cancellation)
    {
        if (PolledList.Of(finding) is not { } list || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } semantics)
            return null;
        if (PollEdit.Apply(document, root, semantics, finding, list, key, cancellation) is not { } changed)
            return null;
        var project = document.WithSyntaxRoot(changed).Project;
        return key == FixPayload.Online ? await EventsEndpoint.AddAsync(project, list, cancellation).ConfigureAwait(false) : project.Solution;
    }
}
