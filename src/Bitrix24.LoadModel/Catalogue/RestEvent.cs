namespace Bitrix24.LoadModel;

/// <summary>One event that a portal can report, such as <c>OnCrmDealUpdate</c>.</summary>
public sealed record RestEvent
{
    /// <summary>The code to subscribe to, in its documented spelling.</summary>
    public required string Name { get; init; }

    /// <summary>The entity in lower case; the word that <see cref="RestMethod.Entity"/> uses.</summary>
    public required string Entity { get; init; }

    /// <summary>What happened: <c>add</c>, <c>update</c>, <c>delete</c>, <c>other</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The permission that a subscriber needs.</summary>
    public string Scope { get; init; } = "";

    /// <summary>Where the id is in the message, such as <c>data.FIELDS.ID</c>; empty when not documented.</summary>
    public string IdPath { get; init; } = "";

    /// <summary>Whether the offline queue can collect it.</summary>
    public Certainty OfflineQueue { get; init; }

    /// <summary>Whether an outgoing webhook can be told to send it.</summary>
    public Certainty OutgoingWebhook { get; init; }

    /// <summary>What replaces a deprecated event; empty when it is not deprecated.</summary>
    public string Deprecation { get; init; } = "";

    /// <summary>The page in the documentation.</summary>
    public string DocumentationPath { get; init; } = "";

    internal static RestEvent Read(string line)
    {
        var cells = line.Split('\t');
        return new RestEvent
        {
            Name = cells[(int)Column.Event],
            Entity = cells[(int)Column.Entity],
            Action = cells[(int)Column.Action],
            Scope = cells[(int)Column.Scope],
            IdPath = cells[(int)Column.IdPath],
            OfflineQueue = CatalogueTable.ToCertainty(cells[(int)Column.OfflineSupported]),
            OutgoingWebhook = CatalogueTable.ToCertainty(cells[(int)Column.OutgoingWebhook]),
            Deprecation = cells[(int)Column.Deprecated],
            DocumentationPath = cells[(int)Column.DocPath],
        };
    }

    /// <summary>The columns of <c>events.tsv</c>, in their order.</summary>
    internal enum Column
    {
        Event, Entity, Action, Scope, IdPath, OfflineSupported, OutgoingWebhook, Deprecated, DocPath,
    }
}

/// <summary>The documented events.</summary>
public sealed class EventIndex
{
    private readonly ILookup<string, RestEvent> byEntity;

    internal EventIndex()
    {
        All = [.. CatalogueTable.Rows("events.tsv").Select(RestEvent.Read)];
        byEntity = All.ToLookup(restEvent => restEvent.Entity, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Every event, in the order of the table.</summary>
    public IReadOnlyList<RestEvent> All { get; }

    /// <summary>The events of an entity such as <c>crm.deal</c>; empty when it has none.</summary>
    public IEnumerable<RestEvent> Of(string entity) => byEntity[entity];
}
