using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Entities;

/// <summary>Writes the tables of entities (not the queue of events) so that equal states are equal texts.</summary>
internal static class CanonicalState
{
    private static readonly JsonSerializerOptions Indented = new(Json.Readable) { WriteIndented = true };

    public static string Of(RowStore store, bool withTimes)
    {
        var state = new JsonObject();
        foreach (var table in store.Tables.Where(table => !table.StartsWith("event_", StringComparison.Ordinal)))
        {
            var rows = store.All(table);
            if (rows.Count == 0)
                continue;
            var shape = Shape.Of(table);
            var shown = new JsonObject();
            foreach (var (id, row) in rows)
                shown[id.ToString(CultureInfo.InvariantCulture)] = Sorted(row, name => withTimes || shape.Stored(name) is not { IsStamp: true });
            state[table] = shown;
        }

        return state.ToJsonString(Indented);
    }

    private static JsonNode? Sorted(JsonNode? node, Predicate<string> keeps)
    {
        switch (node)
        {
            case JsonObject map:
                var sorted = new JsonObject();
                foreach (var (name, value) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                {
                    if (keeps(name))
                        sorted[name] = Sorted(value, static _ => true);
                }

                return sorted;
            case JsonArray list:
                return new JsonArray([.. list.Select(value => Sorted(value, static _ => true))]);
            default:
                return node?.DeepClone();
        }
    }
}
