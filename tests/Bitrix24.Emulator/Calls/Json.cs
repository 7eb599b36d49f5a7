using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bitrix24.Emulator.Calls;

/// <summary>JSON in and out: strict enough for a test, tolerant where PHP is.</summary>
internal static class Json
{
    public static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a text; of two equal names the last one counts. Throws <see cref="JsonException"/> for a text that is no JSON.</summary>
    public static JsonNode? Parse(ReadOnlyMemory<byte> text)
    {
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = false });
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
