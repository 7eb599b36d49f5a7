using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Entities;

/// <summary>Values on their way into a row and out of it.</summary>
internal static class FieldValues
{
    /// <summary>The value as it is stored, null where the field becomes empty.</summary>
    public static JsonNode? Store(Field field, JsonNode? value) => field.Kind switch
    {
        FieldKind.Integer => Scalar.IsEmpty(value) ? null : JsonValue.Create(Scalar.Cut(value)),
        FieldKind.Double or FieldKind.Money => Scalar.IsEmpty(value) ? null : JsonValue.Create(Shortest(Scalar.Decimal(value) ?? 0)),
        FieldKind.Flag => JsonValue.Create(IsFlagged(value) ? "Y" : "N"),
        FieldKind.Boolean => JsonValue.Create(Scalar.IsTrue(value)),
        FieldKind.DateTime => Time(value) is { } time ? JsonValue.Create(PortalTime.Text(time)) : null,
        FieldKind.Date => Time(value) is { } day ? JsonValue.Create(PortalTime.Date(day)) : null,
        FieldKind.List or FieldKind.UserField => Plural(value),
        FieldKind.Property => value is JsonObject map ? Plural(new JsonArray([.. map.Select(pair => pair.Value?.DeepClone())])) : Plural(value),
        FieldKind.Multi => value?.DeepClone(),
        _ => Scalar.Text(value) is { } text ? JsonValue.Create(text) : null,
    };

    /// <summary>The stored value as the entity's methods answer it.</summary>
    public static JsonNode? Show(Field field, JsonNode? stored, Entity entity, long id)
    {
        if (stored is null)
            return field.Kind is FieldKind.UserField or FieldKind.List && field.Name.EndsWith('S') && entity.IsTyped ? new JsonArray() : null;
        switch (field.Kind)
        {
            case FieldKind.Money when !entity.IsTyped && !field.IsTyped:
                return JsonValue.Create((Scalar.Decimal(stored) ?? 0).ToString("0.00##", CultureInfo.InvariantCulture));
            case FieldKind.Integer or FieldKind.Double when !entity.IsTyped && !field.IsTyped:
                return JsonValue.Create(Scalar.Text(stored));
            case FieldKind.List when field.IsTyped && stored is JsonArray list:
                return new JsonArray([.. list.Select(value => Scalar.Number(value) is { } number ? JsonValue.Create(number) : value?.DeepClone())]);
            case FieldKind.Property:
                return Property(field, stored, id);
            default:
                return stored.DeepClone();
        }
    }

    /// <summary>What a filter compares a stored value with.</summary>
    public static object? Compared(Field field, JsonNode? value) => field.Kind switch
    {
        FieldKind.Integer => Scalar.Cut(value),
        FieldKind.Double or FieldKind.Money => (double)(Scalar.Decimal(value) ?? 0),
        FieldKind.Boolean => Scalar.IsTrue(value) ? 1L : 0L,
        FieldKind.Flag => Scalar.Text(value) is "1" or "true" ? "Y" : Scalar.Text(value) is "0" or "false" or "" ? "N" : Scalar.Text(value),
        FieldKind.DateTime or FieldKind.Date => Time(value) is { } time ? PortalTime.Text(time) : Scalar.Text(value),
        _ => Scalar.Text(value),
    };

    /// <summary>1.50 and 1.5 are stored alike: dividing by a one of full scale drops zeros at the end.</summary>
    private static decimal Shortest(decimal value) => value / 1.0000000000000000000000000000m;

    /// <summary>A flag is Y, 1 or JSON's true; the text <c>true</c> is no flag, which a rewrite into a query string must know.</summary>
    private static bool IsFlagged(JsonNode? value) => Scalar.Text(value) is "Y" or "y" or "1";

    private static DateTimeOffset? Time(JsonNode? value) => Scalar.Text(value) is { Length: > 0 } text ? PortalTime.Parse(text) : null;

    private static JsonNode? Plural(JsonNode? value) => value switch
    {
        JsonArray list => new JsonArray([.. list.Select(Plain)]),
        JsonObject map => map.DeepClone(),
        _ => Plain(value),
    };

    /// <summary>Forms cannot say a number, so a stored plural never does.</summary>
    private static JsonNode? Plain(JsonNode? value) => value switch
    {
        JsonValue single when single.GetValueKind() is not JsonValueKind.String => JsonValue.Create(Scalar.Text(single)),
        null => null,
        _ => value.DeepClone(),
    };

    /// <summary>Properties of list elements are answered as a map from the value's own number to the value.</summary>
    private static JsonObject Property(Field field, JsonNode stored, long id)
    {
        var number = field.Name["PROPERTY_".Length..];
        var map = new JsonObject();
        var place = 0;
        foreach (var value in stored is JsonArray list ? list.ToList() : [stored])
            map[string.Create(CultureInfo.InvariantCulture, $"{id}{number}{(place++ == 0 ? "" : place)}")] = value?.DeepClone();
        return map;
    }
}
