using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bitrix24.Emulator.Calls;

/// <summary>Replaces <c>$result[key][field]</c> in a command's parameters by what an earlier command answered.</summary>
internal static partial class BatchReference
{
    public static JsonNode? Resolve(JsonNode? node, IReadOnlyDictionary<string, JsonObject> roots)
    {
        switch (node)
        {
            case JsonObject map:
                var resolved = new JsonObject();
                foreach (var (key, value) in map)
                    resolved[key] = Resolve(value, roots);
                return resolved;
            case JsonArray list:
                return new JsonArray([.. list.Select(value => Resolve(value, roots))]);
            default:
                return Scalar.Text(node) is { } text && text.Contains('$', StringComparison.Ordinal) ? Text(text, roots) : node?.DeepClone();
        }
    }

    /// <summary>A reference that is the whole value may give anything; one inside a text gives a scalar; one that leads nowhere stays as it is.</summary>
    private static JsonNode? Text(string text, IReadOnlyDictionary<string, JsonObject> roots)
    {
        var matches = Reference().Matches(text);
        if (matches.Count == 1 && matches[0].Length == text.Length && Find(matches[0], roots) is { } whole)
            return whole.DeepClone();
        return JsonValue.Create(Reference().Replace(text, match => Scalar.Text(Find(match, roots)) ?? match.Value));
    }

    private static JsonNode? Find(Match match, IReadOnlyDictionary<string, JsonObject> roots)
    {
        JsonNode? node = roots[match.Groups["root"].Value];
        foreach (var key in match.Groups["key"].Captures.Select(capture => capture.Value))
        {
            node = node switch
            {
                JsonObject map => map[key],
                JsonArray list when int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count => list[index],
                _ => null,
            };
        }

        return node;
    }

    [GeneratedRegex(@"\$(?<root>result|error|total|next|time)(?:\[(?<key>[^\[\]]+)\])+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
