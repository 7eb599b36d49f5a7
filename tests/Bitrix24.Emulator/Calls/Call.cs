using System.Text.Json.Nodes;

namespace Bitrix24.Emulator.Calls;

/// <summary>One execution of a REST method: a request of its own, or a command of a batch.</summary>
internal sealed record Call(string Method, JsonObject Parameters, Caller Caller, DateTimeOffset Now)
{
    /// <summary>A parameter by any of its names, parted by <c>|</c>, whatever their letter case.</summary>
    public JsonNode? this[string names]
    {
        get
        {
            foreach (var name in names.Split('|'))
            {
                foreach (var (key, value) in Parameters)
                {
                    if (key.Equals(name, StringComparison.OrdinalIgnoreCase) && value is not null)
                        return value;
                }
            }

            return null;
        }
    }

    public string? Text(string names) => Scalar.Text(this[names]);

    public long? Number(string names) => Scalar.Number(this[names]);

    /// <summary>The map given under a name; an empty list counts as an empty map, as in PHP.</summary>
    public JsonObject Map(string names) => this[names] switch
    {
        JsonObject map => map,
        JsonArray list => PhpMap.Of(list),
        _ => [],
    };

    public IReadOnlyList<JsonNode?> Values(string names) => this[names] switch
    {
        JsonArray list => [.. list],
        JsonObject map => [.. map.Select(pair => pair.Value)],
        null => [],
        var single => [single],
    };
}
