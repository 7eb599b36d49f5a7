using System.Collections.Immutable;
using Bitrix24.Analyzers.Recognition;
using Bitrix24.LoadModel;

namespace Bitrix24.Analyzers.Polling;

/// <summary>How a program can learn what changed in an entity without reading all of it.</summary>
/// <param name="Events">Events that tell of it, in the order add, update, delete; empty where there are none.</param>
/// <param name="OfRows">Those that tell of rows that are there: of a row that was deleted there is nothing to read.</param>
/// <param name="OfDeletion">The one that tells of rows that are no more, or null.</param>
/// <param name="Field">The field of its list by which rows that changed are found, or null where none is documented.</param>
sealed record Changes(ImmutableArray<string> Events, ImmutableArray<string> OfRows, string? OfDeletion, string? Field)
{
    static readonly ImmutableDictionary<string, string> Fields = EmbeddedTable.Rows("ChangedSince.tsv").ToImmutableDictionary(static row => row[0], static row => row[1], StringComparer.OrdinalIgnoreCase);

    public static Changes Of(string entity) => new(
        Told(entity, "add", "update", "delete"),
        Told(entity, "add", "update"),
        EventOf(entity, "delete"),
        Fields.TryGetValue(entity, out var field) ? field : null);

    /// <summary>Whether events tell of changes, and not only of new rows.</summary>
    public bool AreTold => Events.Length > 1;

    static ImmutableArray<string> Told(string entity, params string[] actions) => actions.Select(action => EventOf(entity, action)).OfType<string>().ToImmutableArray();

    /// <summary>The plain one of several: a deal that is moved to another pipeline is updated too.</summary>
    static string? EventOf(string entity, string action) => RestCatalogue.Default.Events.Of(entity)
        .Where(e => e.Action == action && e.Deprecation.Length == 0).Select(static e => e.Name).OrderBy(static n => n.Length).FirstOrDefault();
}
