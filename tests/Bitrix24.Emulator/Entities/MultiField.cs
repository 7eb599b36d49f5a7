using System.Globalization;
using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Entities;

/// <summary>Phones, e-mails and the like: each value has a number of its own by which an update changes or deletes it.</summary>
internal static class MultiField
{
    /// <summary>The table that gives the values their numbers.</summary>
    private const string Numbers = "crm_multifield";

    public static JsonArray? Merge(Field field, JsonNode? stored, JsonNode? given, RowStore store)
    {
        var values = stored is JsonArray before ? before.Select(value => value!.DeepClone().AsObject()).ToList() : [];
        foreach (var item in given switch { JsonArray list => [.. list], JsonObject map => map.Select(pair => pair.Value), _ => new[] { given } })
        {
            var entry = item as JsonObject ?? new JsonObject { ["VALUE"] = item?.DeepClone() };
            var known = values.Find(value => Scalar.Text(value["ID"]) is { } id && id == Scalar.Text(entry["ID"]));
            var text = Scalar.Text(entry["VALUE"]);
            if (known is not null && (text is "" || Scalar.IsTrue(entry["DELETE"])))
                values.Remove(known);
            else if (known is not null)
                Change(known, entry);
            else if (!string.IsNullOrEmpty(text))
                values.Add(New(field, text, entry, store));
        }

        return values.Count == 0 ? null : new JsonArray([.. values]);
    }

    /// <summary>The name under which the universal methods have the values of all such fields.</summary>
    public const string Universal = "fm";

    /// <summary>Adds the values of a field to those that a universal method shows.</summary>
    public static void Show(JsonObject shown, JsonNode? stored)
    {
        if (stored is not JsonArray values)
            return;
        var all = (JsonArray)(shown[Universal] ??= new JsonArray());
        foreach (var value in values.OfType<JsonObject>())
        {
            all.Add(new JsonObject
            {
                ["id"] = Scalar.Number(value["ID"]),
                ["typeId"] = value["TYPE_ID"]?.DeepClone(),
                ["valueType"] = value["VALUE_TYPE"]?.DeepClone(),
                ["value"] = value["VALUE"]?.DeepClone(),
            });
        }
    }

    /// <summary>Takes the values that a universal method was given; an entry's name is the number of the value that it changes.</summary>
    public static void TakeUniversal(JsonObject row, JsonObject given, Shape shape, RowStore store)
    {
        foreach (var (name, entry) in given)
        {
            if (entry is not JsonObject map)
                continue;
            var type = Scalar.Text(map["typeId"]) ?? shape.Fields.FirstOrDefault(field => field.Kind == FieldKind.Multi
                && row[field.Name] is JsonArray values && values.Any(value => Scalar.Text(value!["ID"]) == name))?.Name;
            if (type is null || shape.Stored(type) is not { Kind: FieldKind.Multi } field)
                continue;
            var upper = new JsonObject { ["ID"] = name, ["VALUE"] = map["value"]?.DeepClone(), ["VALUE_TYPE"] = map["valueType"]?.DeepClone() };
            if (Merge(field, row[type], new JsonArray(upper), store) is { } merged)
                row[type] = merged;
            else
                row.Remove(type);
        }
    }

    private static void Change(JsonObject known, JsonObject entry)
    {
        foreach (var name in new[] { "VALUE", "VALUE_TYPE" })
        {
            if (Scalar.Text(entry[name]) is { } text)
                known[name] = text;
        }
    }

    private static JsonObject New(Field field, string text, JsonObject entry, RowStore store) => new()
    {
        ["ID"] = store.Insert(Numbers, []).ToString(CultureInfo.InvariantCulture),
        ["VALUE_TYPE"] = Scalar.Text(entry["VALUE_TYPE"]) is { Length: > 0 } type ? type : "WORK",
        ["VALUE"] = text,
        ["TYPE_ID"] = field.Name,
    };
}
