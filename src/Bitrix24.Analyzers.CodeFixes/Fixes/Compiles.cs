using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.CodeFixes.Fixes;

/// <summary>The compiler's word on a rewrite: no error and no warning more than before.</summary>
static class Compiles
{
    static readonly string[] Generated = ["Bitrix24Batch", "Bitrix24Changes", "Bitrix24Changed", "MapBitrix24Events"];

    public static async Task<bool> AsBeforeAsync(Solution before, Solution after, CancellationToken cancellation)
    {
        foreach (var id in after.GetChanges(before).GetProjectChanges().SelectMany(static p => p.GetChangedDocuments()))
        {
            var left = await ComplaintsAsync(before, id, cancellation).ConfigureAwait(false);
            foreach (var complaint in await ComplaintsAsync(after, id, cancellation).ConfigureAwait(false))
            {
                if (!left.Remove(complaint))
                    return false;
            }
        }

        return true;
    }

    static async Task<List<string>> ComplaintsAsync(Solution solution, DocumentId id, CancellationToken cancellation)
    {
        if (solution.GetDocument(id) is not { } document || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } semantics)
            return [];
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        // An editor may run the generator later than the fix.
        return semantics.GetDiagnostics(cancellationToken: cancellation)
            .Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed && Array.IndexOf(Generated, text.ToString(d.Location.SourceSpan)) < 0)
            .Select(static d => d.Id + d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)).ToList();
    }
}
