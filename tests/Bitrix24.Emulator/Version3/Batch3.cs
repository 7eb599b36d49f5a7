using System.Globalization;
using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Version3;

/// <summary>The batch of REST 3.0: an array of calls; the first that fails is the answer to all of them.</summary>
internal sealed class Batch3(Runner runner, Call call, TimeSpan? limit)
{
    /// <summary>The most calls in one batch.</summary>
    private const int MaximumCalls = 50;

    private readonly Dictionary<string, JsonNode> _named = new(StringComparer.Ordinal);

    public (Reply Reply, TimeSpan Duration) Run()
    {
        var calls = Listed();
        if (calls.Count > MaximumCalls)
            throw Errors.Invalid("batch", "A batch takes at most 50 calls");
        var results = new JsonArray();
        var duration = TimeSpan.Zero;
        foreach (var item in calls)
        {
            if (item is not JsonObject command || Scalar.Text(command["method"]) is not { } method)
                throw Errors.Required("method");
            var query = Query(command["query"], duration);
            var outcome = runner.Run(call with { Method = method, Parameters = query, Now = call.Now + duration }, inBatch: true);
            duration += outcome.Times.Duration;
            if (outcome.Error is { } error)
                throw new RestError(error.Code, error.Status, error.Message) { Field = error.Field, After = duration };
            var result = outcome.Reply!.Result;
            results.Add(result?.DeepClone());
            if (Scalar.Text(command["as"]) is { } name && result is not null)
                _named[name] = result;
            if (duration > limit)
                break;
        }

        return (new Reply(results), duration);
    }

    /// <summary>The calls of an array, which PHP takes for a map with numbers as names. The body of version 2 is none.</summary>
    private List<JsonNode?> Listed() => call.Parameters.Count > 0 && call.Parameters.All(pair => pair.Key.All(char.IsAsciiDigit))
        ? [.. call.Parameters.Select(pair => pair.Value)]
        : throw RestError.Of(Errors.InvalidSelect);

    /// <summary>A call's parameters: a map, or the empty list that PHP writes for one.</summary>
    private JsonObject Query(JsonNode? given, TimeSpan duration) => Resolve(given, duration) switch
    {
        JsonObject map => map,
        null or JsonArray { Count: 0 } => [],
        _ => throw Errors.Invalid("query", "The parameters of a call are a map"),
    };

    /// <summary>Replaces <c>{"$ref": "name.item.id"}</c> and <c>{"$refArray": "name.id"}</c> by what earlier calls gave.</summary>
    private JsonNode? Resolve(JsonNode? node, TimeSpan duration)
    {
        switch (node)
        {
            case JsonObject { Count: 1 } one when Scalar.Text(one["$ref"]) is { } path:
                return Walk(path, duration)?.DeepClone();
            case JsonObject { Count: 1 } one when Scalar.Text(one["$refArray"]) is { } path:
                return Collect(path, duration);
            case JsonObject map:
                var resolved = new JsonObject();
                foreach (var (name, value) in map)
                    resolved[name] = Resolve(value, duration);
                return resolved;
            case JsonArray list:
                return new JsonArray([.. list.Select(value => Resolve(value, duration))]);
            default:
                return node?.DeepClone();
        }
    }

    private JsonNode? Walk(string path, TimeSpan duration)
    {
        var parts = path.Split('.');
        var node = (JsonNode?)_named.GetValueOrDefault(parts[0]) ?? throw Unresolved(path, duration);
        foreach (var part in parts[1..])
        {
            node = node switch
            {
                JsonObject map when map.ContainsKey(part) => map[part],
                JsonArray list when int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count => list[index],
                _ => throw Unresolved(path, duration),
            };
        }

        return node;
    }

    private JsonArray Collect(string path, TimeSpan duration)
    {
        var dot = path.IndexOf('.');
        return dot > 0 && _named.GetValueOrDefault(path[..dot])?["items"] is JsonArray items
            ? new JsonArray([.. items.Select(item => item?[path[(dot + 1)..]]?.DeepClone())])
            : throw Unresolved(path, duration);
    }

    private static RestError Unresolved(string path, TimeSpan duration) =>
        new(Errors.InvalidSelect, 400, $"The reference `{path}` leads nowhere") { After = duration };
}
