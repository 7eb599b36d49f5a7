using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bitrix24.Emulator.Calls;

/// <summary>JSON in and out: strict enough for a test, tolerant where PHP is.</summary>
internal static class Json
{
    /// <summary>The most levels that a call's parameters have, as in PHP's own input limit.</summary>
    public const int MaximumLevels = 64;

    /// <summary>Levels of what the portal itself writes: what was sent, under names of its own, and put together by the references of a batch.</summary>
    private const int WrittenLevels = 4 * MaximumLevels;

    private static readonly JsonDocumentOptions Written = new() { MaxDepth = WrittenLevels };

    public static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = WrittenLevels };

    /// <summary>Reads a map that the portal itself has written.</summary>
    public static JsonObject Stored(string text) => JsonNode.Parse(text, documentOptions: Written)!.AsObject();

    /// <summary>Maps and lists within each other: 0 for a scalar, 1 for a flat map.</summary>
    public static int Levels(JsonNode? node) => node switch
    {
        JsonObject map => 1 + map.Select(pair => Levels(pair.Value)).DefaultIfEmpty().Max(),
        JsonArray list => 1 + list.Select(Levels).DefaultIfEmpty().Max(),
        _ => 0,
    };

    /// <summary>Reads a text; of two equal names the last one counts. Throws <see cref="JsonException"/> for a text that is no JSON.</summary>
    public static JsonNode? Parse(ReadOnlyMemory<byte> text)
    {
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = false, MaxDepth = MaximumLevels });
        try
        {
            return Node(document.RootElement);
        }
        catch (InvalidOperationException broken)
        {
            throw new JsonException("A text is no valid Unicode.", broken);
        }
    }

    private static JsonNode? Node(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var map = new JsonObject();
                foreach (var property in element.EnumerateObject())
                    map[property.Name] = Node(property.Value);
                return map;
            case JsonValueKind.Array:
                return new JsonArray([.. element.EnumerateArray().Select(Node)]);
            case JsonValueKind.String:
                return JsonValue.Create(element.GetString());
            case JsonValueKind.Null or JsonValueKind.Undefined:
                return null;
            default:
                return JsonValue.Create(element.Clone());
        }
    }
}
