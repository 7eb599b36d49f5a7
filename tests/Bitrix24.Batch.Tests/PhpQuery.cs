using System.Globalization;
using System.Text.Json.Nodes;

namespace Bitrix24.Batch.Tests;

/// <summary>What PHP's parse_str makes of a query string: nested arrays, all values text.</summary>
static class PhpQuery
{
    public static JsonNode Parse(string query)
    {
        var variables = new Branch();
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=');
            var key = Decode(equals < 0 ? pair : pair[..equals]);
            variables.Set(Path(key), equals < 0 ? "" : Decode(pair[(equals + 1)..]));
        }
        return variables.ToJson();
    }

    /// <summary>A map whose keys are 0, 1, 2 … is a list to PHP, an empty one too.</summary>
    public static JsonNode Map(IReadOnlyList<KeyValuePair<string, JsonNode?>> entries) =>
        entries.Select((entry, index) => entry.Key == index.ToString(CultureInfo.InvariantCulture)).All(inOrder => inOrder)
            ? new JsonArray([.. entries.Select(entry => entry.Value?.DeepClone())])
            : new JsonObject(entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone())));

    static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    static List<string> Path(string key)
    {
        var open = key.IndexOf('[');
        if (open <= 0)
            return [Name(key)];

        var path = new List<string> { Name(key[..open]) };
        while (open >= 0 && open < key.Length && key[open] == '[' && key.IndexOf(']', open) is > 0 and var close)
        {
            path.Add(key[(open + 1)..close]);
            open = close + 1;
        }
        return path;
    }

    static string Name(string name) => name.TrimStart(' ').Replace(' ', '_').Replace('.', '_');

    sealed class Branch
    {
        readonly List<(string Key, object Value)> entries = [];

        public void Set(List<string> path, string value)
        {
            var key = path[0].Length == 0 ? entries.Count.ToString(CultureInfo.InvariantCulture) : path[0];
            var at = entries.FindIndex(entry => entry.Key == key);
            if (path.Count == 1)
            {
                if (at < 0)
                    entries.Add((key, value));
                else
                    entries[at] = (key, value);
                return;
            }

            if (at < 0 || entries[at].Value is not Branch inner)
            {
                inner = new Branch();
                entries.Add((key, inner));
            }
            inner.Set(path[1..], value);
        }

        public JsonNode ToJson() => Map([.. entries.Select(entry =>
            KeyValuePair.Create(entry.Key, entry.Value is Branch inner ? inner.ToJson() : (JsonNode?)JsonValue.Create((string)entry.Value)))]);
    }
}
