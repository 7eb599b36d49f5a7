using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Bitrix24.Emulator.Calls;

/// <summary>Reads a query string with PHP's nested names: <c>filter[&gt;ID]=5&amp;select[]=ID</c>.</summary>
internal static class PhpQuery
{
    public static JsonObject Parse(string query)
    {
        var builder = new PhpArray();
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=');
            var name = equals < 0 ? pair : pair[..equals];
            builder.Set(Path(WebUtility.UrlDecode(name)), equals < 0 ? "" : WebUtility.UrlDecode(pair[(equals + 1)..]));
        }

        return builder.ToObject();
    }

    public static JsonObject Of(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var builder = new PhpArray();
        foreach (var (name, value) in pairs)
            builder.Set(Path(name), value);
        return builder.ToObject();
    }

    /// <summary><c>a[b][]</c> as its keys; the empty key appends, and names that are too deep are cut.</summary>
    private static List<string> Path(string name)
    {
        var open = name.IndexOf('[');
        if (open <= 0)
            return [name];
        var keys = new List<string> { name[..open] };
        while (open >= 0 && open < name.Length && name[open] == '[' && keys.Count < Json.MaximumLevels)
        {
            var close = name.IndexOf(']', open);
            if (close < 0)
                break;
            keys.Add(name[(open + 1)..close]);
            open = close + 1;
        }

        return keys;
    }

    /// <summary>An ordered map that grows by paths.</summary>
    private sealed class PhpArray
    {
        private readonly OrderedDictionary<string, object> _items = new(StringComparer.Ordinal);
        private long _next;

        public void Set(List<string> path, string value) => Set(path, 0, value);

        public JsonObject ToObject()
        {
            var map = new JsonObject();
            foreach (var (key, item) in _items)
                map[key] = Node(item);
            return map;
        }

        private void Set(List<string> path, int depth, string value)
        {
            var key = path[depth];
            if (key.Length == 0)
                key = _next.ToString(CultureInfo.InvariantCulture);
            if (long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index >= _next && index < long.MaxValue)
                _next = index + 1;
            if (depth == path.Count - 1)
            {
                _items[key] = value;
                return;
            }

            if (!_items.TryGetValue(key, out var inner) || inner is not PhpArray array)
                _items[key] = array = new PhpArray();
            array.Set(path, depth + 1, value);
        }

        private JsonNode ToNode()
        {
            var position = 0;
            foreach (var key in _items.Keys)
            {
                if (key != position.ToString(CultureInfo.InvariantCulture))
                    return ToObject();
                position++;
            }

            return new JsonArray([.. _items.Values.Select(Node)]);
        }

        private static JsonNode Node(object item) => item is PhpArray array ? array.ToNode() : JsonValue.Create((string)item);
    }
}
