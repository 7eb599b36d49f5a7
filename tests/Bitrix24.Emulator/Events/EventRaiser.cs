using System.Globalization;
using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Entities;

namespace Bitrix24.Emulator.Events;

/// <summary>Turns changes of rows into events, and events into deliveries and records of the offline queue.</summary>
internal sealed class EventRaiser(World world)
{
    private const string OfflineNotice = "ONOFFLINEEVENT";
    private const string DynamicTable = "crm_item_";

    /// <summary>The beginning of the event names of a table.</summary>
    private static readonly Dictionary<string, string> Prefixes = Entity.Read()
        .Where(entity => entity.Event.Length > 0 && entity.Style != "item")
        .ToDictionary(entity => entity.Table, entity => entity.Event, StringComparer.Ordinal);

    private readonly Dictionary<long, DateTimeOffset> _noticed = [];

    public void Raise(Change change)
    {
        var bindings = Binding.All(world.Store).ToList();
        if (bindings.Count == 0)
            return;
        foreach (var known in Events(change))
        {
            foreach (var binding in bindings.Where(binding => binding.Event == known.Name))
                Hand(binding, Data(known, change), change.Call, bindings);
        }
    }

    /// <summary>Raises an event for the handlers of one application.</summary>
    public void RaiseFor(string application, string name, JsonObject data, Call call)
    {
        var bindings = Binding.All(world.Store).ToList();
        foreach (var binding in bindings.Where(binding => binding.Application == application && binding.Event == name))
            Hand(binding, data, call, bindings);
    }

    private void Hand(Binding binding, JsonObject data, Call call, List<Binding> bindings)
    {
        if (!binding.IsOffline)
        {
            world.Delivery.Send(binding, data, call);
            return;
        }

        // A change made with the queue's own key is not put into it, so that nobody is told of what he did himself.
        if (binding.Connector.Length > 0 && binding.Connector == call.Text("auth_connector"))
            return;
        OfflineQueue.Put(world.Store, binding, data, call);
        foreach (var notice in bindings.Where(other => other.Event == OfflineNotice && other.Application == binding.Application))
        {
            if (_noticed.TryGetValue(notice.Id, out var last) && call.Now < last.AddSeconds(notice.MinimumSeconds))
                continue;
            _noticed[notice.Id] = call.Now;
            world.Delivery.Send(notice, [], call);
        }
    }

    /// <summary>The events of a change; one of a dynamic item is also told for its type alone.</summary>
    private static IEnumerable<PortalEvent> Events(Change change)
    {
        var type = DynamicType(change);
        var prefix = type is not null ? "ONCRMDYNAMICITEM" : Prefixes.GetValueOrDefault(change.Table);
        if (prefix is null)
            yield break;
        if (PortalEvent.Find(prefix + change.Verb) is { } known)
            yield return known;
        if (type is not null && PortalEvent.Find($"{prefix}{change.Verb}_{type}") is { } ofType)
            yield return ofType;
    }

    private static JsonObject Data(PortalEvent known, Change change)
    {
        var data = new JsonObject();
        foreach (var path in known.IdPaths)
        {
            var parts = path.Split('.');
            var place = data;
            foreach (var part in parts[..^1])
                place = (JsonObject)(place[part] ??= new JsonObject());
            place[parts[^1]] = change.Id;
            if (DynamicType(change) is { } type)
                place["ENTITY_TYPE_ID"] = long.Parse(type, CultureInfo.InvariantCulture);
        }

        return data;
    }

    private static string? DynamicType(Change change) =>
        change.Table.StartsWith(DynamicTable, StringComparison.Ordinal) ? change.Table[DynamicTable.Length..] : null;
}
