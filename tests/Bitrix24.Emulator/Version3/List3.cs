using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Entities;

namespace Bitrix24.Emulator.Version3;

/// <summary>Lists of REST 3.0: by page, or from a cursor on; they never count.</summary>
internal static class List3
{
    public static Reply Page(Call call, Entity3 entity, View view, World world)
    {
        var pagination = call.Map("pagination");
        var limit = Whole(pagination, "limit") ?? entity.Page;
        var size = Limit(limit, entity);
        var before = Math.Max(1, Whole(pagination, "page") ?? 1) - 1;
        var offset = pagination.ContainsKey("page") ? Math.Min(before, long.MaxValue / limit) * limit : Whole(pagination, "offset") ?? 0;
        var order = new List<string>();
        foreach (var (name, direction) in call.Map("order"))
            order.Add(Term(Sortable(entity, name), direction));
        return Read(call, entity, world, Filter3.Of(call["filter"], entity, view), order, size, offset);
    }

    public static Reply Tail(Call call, Entity3 entity, View view, World world)
    {
        var cursor = call.Map("cursor");
        var field = Sortable(entity, Scalar.Text(cursor["field"]) ?? "id");
        if (call["filter"] is JsonArray filter && filter.OfType<JsonArray>().Any(triple => triple.Count > 0 && Scalar.Text(triple[0]) == field.Name))
            throw RestError.Of(Errors.InvalidFilter, $"Unable to recognize filter expression `Cursor field {field.Name} cannot be used at filter.`");
        var falls = Scalar.Text(cursor["order"])?.ToUpperInvariant() == "DESC";
        var value = cursor["value"]?.DeepClone() ?? JsonValue.Create(0);
        var from = Filter.Of(new JsonObject { [(falls ? "<" : ">") + field.Stored.Name] = value }, view);
        var where = Condition.Joined([from, Filter3.Of(call["filter"], entity, view)], "AND");
        return Read(call, entity, world, where, [Term(field, JsonValue.Create(falls ? "DESC" : "ASC"))], Limit(Whole(cursor, "limit") ?? entity.Page, entity), 0);
    }

    private static Reply Read(Call call, Entity3 entity, World world, Condition where, List<string> order, long limit, long offset)
    {
        var names = call.Values("select").Select(Scalar.Text).OfType<string>().ToList();
        var select = new Select3(entity.Shape, names.Count == 0 ? ["id"] : names, world);
        if (!order.Exists(term => term.StartsWith("id ", StringComparison.Ordinal)))
            order.Add("id ASC");
        var rows = world.Store.List(entity.Table, where, string.Join(", ", order), limit, offset);
        var items = new JsonArray([.. rows.Select(row => select.Show(row.Id, row.Row))]);
        return new Reply(new JsonObject { ["items"] = items }) { Work = Work.Read(rows.Count, rows.Count * select.Cells) };
    }

    private static Field3 Sortable(Entity3 entity, string name) =>
        entity.Shape.Named(name) is { IsSortable: true } field ? field : throw RestError.Of(Errors.InvalidOrder, $"Unable to recognize sorting parameter `{name}`");

    private static string Term(Field3 field, JsonNode? direction)
    {
        var column = RowStore.Column(field.Stored) + Condition.Collation(field.Stored);
        return Scalar.Text(direction)?.ToUpperInvariant() switch
        {
            "ASC" => $"{column} ASC",
            "DESC" => $"{column} DESC",
            _ => throw RestError.Of(Errors.InvalidOrder),
        };
    }

    private static long Limit(long limit, Entity3 entity) => limit > 0 ? Math.Min(limit, entity.Maximum) : throw RestError.Of(Errors.InvalidPagination);

    private static long? Whole(JsonObject map, string name) => map[name] is not { } value
        ? null
        : Scalar.Number(value) is >= 0 and { } number ? number : throw RestError.Of(Errors.InvalidPagination);
}
