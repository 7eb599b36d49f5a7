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
