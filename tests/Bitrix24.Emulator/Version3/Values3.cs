using System.Text.Json;
using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Entities;

namespace Bitrix24.Emulator.Version3;

/// <summary>Values of REST 3.0: typed, with words for numbers, and checked.</summary>
internal static class Values3
{
    public static JsonNode? Show(Field3 field, JsonNode? stored) => field.Type switch
    {
        "boolean" => JsonValue.Create(Scalar.Text(stored) == "Y"),
        "enum" => field.Values.GetValueOrDefault(Scalar.Text(stored) ?? "") is { } word ? JsonValue.Create(word) : null,
        "array" => stored?.DeepClone() ?? new JsonArray(),
        _ => stored?.DeepClone(),
    };

    /// <summary>The stored form of a given value; one of a wrong type is an error that names its field.</summary>
    public static JsonNode? Store(Field3 field, JsonNode? value)
    {
        if (value is null)
            return null;
        var fits = field.Type switch
        {
            "integer" => Scalar.Number(value) is not null,
            "boolean" => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False || Scalar.Text(value) is "Y" or "N",
            "datetime" => Scalar.Text(value) is { } text && PortalTime.Parse(text) is not null,
            "enum" => Scalar.Text(value) is { } word && field.Values.Values.Contains(word),
            "array" => value is JsonArray,
            _ => value is JsonValue,
        };
        if (!fits)
            throw Errors.Invalid(field.Name, $"Field `{field.Name}` requires data type `{field.Type}` for this request");
        return field.Type == "enum"
            ? JsonValue.Create(long.Parse(field.Values.First(pair => pair.Value == Scalar.Text(value)).Key, System.Globalization.CultureInfo.InvariantCulture))
            : FieldValues.Store(field.Stored, value);
    }
}
