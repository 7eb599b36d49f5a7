using System.Collections.Immutable;
using Bitrix24.Analyzers.CodeFixes.Dependence;
using Bitrix24.LoadModel;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>A list method as its filter knows its rows.</summary>
/// <param name="Method">The method.</param>
/// <param name="Id">The id, as a filter spells it.</param>
/// <param name="Changed">The time of the last change, as a filter spells it, or null.</param>
/// <param name="Events">Events that tell of new and changed rows.</param>
/// <param name="Deletion">The event that tells of rows that were deleted, or null.</param>
sealed record PolledList(RestMethod Method, string Id, string? Changed, ImmutableArray<string> Events, string? Deletion)
{
    static readonly ImmutableDictionary<string, string> Ids = EmbeddedRows.Of("PolledIds.tsv").ToImmutableDictionary(static r => r[0], static r => r[1], StringComparer.OrdinalIgnoreCase);

    public static PolledList? Of(Fixes.FixedFinding finding) => finding[FixPayload.RestMethod] is { } name && RestCatalogue.Default.TryFind(name, out var method) && Ids.TryGetValue(method.Name, out var id)
        ? new PolledList(method, id, finding[FixPayload.ChangedField], (finding[FixPayload.Events] ?? "").Split([';'], StringSplitOptions.RemoveEmptyEntries).ToImmutableArray(), finding[FixPayload.Deletion])
        : null;

    /// <summary>The same for a round that looks for rows that are gone: no time of a change tells of them.</summary>
    public PolledList? WithDeletions() => Deletion is { } deletion ? this with { Changed = null, Events = Events.Add(deletion) } : null;

    /// <summary>Whether its filter takes many ids at once as <c>@ID</c>.</summary>
    public bool TakesIds => Method.IdArrayFilter == IdArrayFilter.AtPrefix;

    /// <summary>One row, in the name of a variable: <c>deal</c>.</summary>
    public string Row => Method.Entity.Substring(Method.Entity.LastIndexOf('.') + 1);
}
