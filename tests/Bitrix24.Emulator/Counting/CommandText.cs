using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Counting;

/// <summary>A call in the one form that every transport leads to.</summary>
internal static class CommandText
{
    public static string Of(string method, JsonObject parameters) => $"{method.ToLowerInvariant()} {Parameters(parameters).ToJsonString(Json.Readable)}";

    /// <summary>Parameters with their names sorted and their scalars as a form would send them; null stays null.</summary>
    public static JsonObject Parameters(JsonObject parameters) => (JsonObject)Canonical(parameters)!;

    private static JsonNode? Canonical(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                var sorted = new JsonObject();
                foreach (var (name, value) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                    sorted[name] = Canonical(value);
                return sorted;
            case JsonArray list:
                return new JsonArray([.. list.Select(Canonical)]);
            default:
                return node is null ? null : JsonValue.Create(Scalar.Text(node));
        }
    }
}
