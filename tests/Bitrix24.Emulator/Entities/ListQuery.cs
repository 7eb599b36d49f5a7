using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Entities;

/// <summary>One page of a list: which rows, in which order, with which fields.</summary>
internal sealed record ListQuery(View View, Condition Where, string Order, Func<JsonObject, IEnumerable<Field>> Select, Paging Paging)
{
    /// <summary>Parameters of a list that are no filter where a method takes its filter at the top level.</summary>
    private static readonly HashSet<string> NotFilter = new(StringComparer.OrdinalIgnoreCase)
    {
        "start", "order", "sort", "select", "filter", "auth", "element_order", "iblock_type_id", "iblock_id", "admin_mode", "navParams", "cmd", "halt",
    };

    public static ListQuery Of(Call call, View view, string filterSource, string paging = "")
    {
        var page = Paging.Of(call, paging, view.Entity.Page);
        return new ListQuery(
            view,
            Condition.Joined([.. Owned(view), Filter.Of(FilterOf(call, filterSource, view.Entity), view), page.From], "AND"),
            page.Order ?? OrderOf(call, view),
            SelectOf(call, view),
            page);
    }

    public Reply Read(RowStore store, Func<JsonArray, JsonNode> wrap)
    {
        var total = Paging.Counts ? store.Count(View.Table, Where) : 0;
        var rows = store.List(View.Table, Where, Order, Paging.Size, Paging.Counts ? Paging.Start : 0);
        var cells = 0L;
        var shown = new JsonArray();
        foreach (var (id, row) in rows)
        {
            var fields = Select(row).ToList();
            cells += fields.Count;
            shown.Add(View.Show(id, row, fields));
        }

        return new Reply(wrap(shown))
        {
            Total = total,
            Next = Paging.Next(total),
            Work = new Work(rows.Count, cells, total, 0),
        };
    }

    private static JsonObject FilterOf(Call call, string source, Entity entity)
    {
        var names = source.Split('|').Where(name => name != "*");
        var named = Maps.Optional(call, string.Join('|', names), entity);
        if (named.Count > 0 || !source.Contains('*', StringComparison.Ordinal))
            return named;
        var filter = new JsonObject();
        foreach (var (key, value) in call.Parameters)
        {
            if (!NotFilter.Contains(key))
                filter[key] = value?.DeepClone();
        }

        return filter;
    }

    private static IEnumerable<Condition> Owned(View view)
    {
        foreach (var (name, value) in view.Owner)
        {
            if (view.Shape.Stored(name) is { } field)
                yield return new Condition($"{RowStore.Column(field)}=?{Condition.Collation(field)}", [FieldValues.Compared(field, value)!]);
        }
    }

    private static string OrderOf(Call call, View view)
    {
        var terms = new List<string>();
        if (call["sort"] is JsonValue && call.Text("sort") is { } sort && view.Named(sort) is { } sorted)
            terms.Add(Term(sorted, call.Text("order")));
        foreach (var (name, direction) in call.Map("order|ELEMENT_ORDER|sort"))
        {
            if (view.Named(name) is { IsPlural: false } field)
                terms.Add(Term(field, Scalar.Text(direction)));
        }

        if (terms.Count == 0 && view.Shape.Stored(view.Entity.Order.TrimStart('-')) is { } usual)
            terms.Add(Term(usual, view.Entity.Order.StartsWith('-') ? "desc" : null));
        if (!terms.Exists(term => term.StartsWith("id ", StringComparison.Ordinal)))
            terms.Add("id ASC");
        return string.Join(", ", terms);
    }

    private static string Term(Field field, string? direction)
    {
        var falls = direction?.StartsWith("desc", StringComparison.OrdinalIgnoreCase) == true;
        return $"{RowStore.Column(field)}{Condition.Collation(field)} {(falls ? "DESC" : "ASC")}";
    }

    private static Func<JsonObject, IEnumerable<Field>> SelectOf(Call call, View view)
    {
        var names = Maps.Values(call, "select", view.Entity).Select(Scalar.Text).OfType<string>().ToList();
        var all = names.Count == 0 || names.Contains("*");
        var named = names.Select(view.Named).OfType<Field>().ToList();
        var withMulti = view.Entity.AnswersCamel && names.Contains("*");
        var fields = all
            ? [.. view.Shape.Fields.Where(field => field.IsListed || (withMulti && field.Kind == FieldKind.Multi)).Union(named)]
            : named.Distinct().ToList();
        // The universal methods answer users' fields with the others; the older ones when they are asked.
        var users = names.Contains("UF_*") || names.Contains("PROPERTY_*") || names.Contains("uf*") || (all && view.Entity.Style is "item" or "element");
        return !users
            ? _ => fields
            : row => fields.Concat(row.Select(pair => pair.Key)
                .Where(name => name.StartsWith("UF_", StringComparison.Ordinal) || name.StartsWith("PROPERTY_", StringComparison.Ordinal))
                .Select(view.Shape.Stored).OfType<Field>().Where(field => !fields.Contains(field)));
    }
}
