using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bitrix24.Emulator.Calls;

/// <summary>Reads a parameter's value as PHP would: forms send text, JSON sends types.</summary>
internal static class Scalar
{
    public static string? Text(JsonNode? node) => node is not JsonValue value ? null : value.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.True => "1",
        JsonValueKind.False => "",
        JsonValueKind.Null => null,
        _ => value.ToJsonString(),
    };

    public static long? Number(JsonNode? node) =>
        Text(node) is { } text && long.TryParse(text.Trim(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A number as PHP casts it to an integer: cut, and 0 for a text.</summary>
    public static long Cut(JsonNode? node) => Number(node) ?? Decimal(node) switch
    {
        null => 0,
        > long.MaxValue => long.MaxValue,
        < long.MinValue => long.MinValue,
        { } number => (long)number,
    };

    public static decimal? Decimal(JsonNode? node) =>
        Text(node) is { } text && decimal.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static bool IsTrue(JsonNode? node) => Text(node) is { } text
        && (text is "1" || text.Equals("Y", StringComparison.OrdinalIgnoreCase) || text.Equals("true", StringComparison.OrdinalIgnoreCase));

    public static bool IsEmpty(JsonNode? node) => node is null || Text(node) is "" || (node is JsonValue value && value.GetValueKind() == JsonValueKind.Null);
}
