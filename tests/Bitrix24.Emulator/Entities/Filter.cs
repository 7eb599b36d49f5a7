using System.Text;
using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Entities;

/// <summary>Turns a filter with Bitrix24's prefixes into a condition.</summary>
internal static class Filter
{
    /// <summary>Longer ones first, so that <c>&gt;=</c> is not read as <c>&gt;</c>.</summary>
    private static readonly string[] Prefixes = ["!><", "!=%", "!%=", "!@", "!=", "!%", "><", ">=", "<=", "=%", "%=", "@", "%", ">", "<", "=", "!"];

    /// <summary>SQLite takes a thousand levels of an expression and 32,766 values in a statement.</summary>
    private const int MaximumParts = 500;

    private const int MaximumValues = 30_000;

    /// <summary>The most bytes that SQLite takes in a pattern.</summary>
    private const int MaximumPattern = 50_000;

    public static Condition Of(JsonObject filter, View view)
    {
        var parts = new List<Condition>();
        var word = "AND";
        foreach (var (key, value) in filter)
        {
            if (key.Equals("logic", StringComparison.OrdinalIgnoreCase))
                word = Scalar.Text(value)?.ToUpperInvariant() == "OR" ? "OR" : "AND";
            else if (key.All(char.IsAsciiDigit) && value is JsonObject group)
                parts.Add(Of(group, view));
            else if (Part(key, value, view) is { } part)
                parts.Add(part);
        }

        return parts.Count <= MaximumParts && parts.Sum(part => part.Values.Count) <= MaximumValues
            ? Condition.Joined(parts, word)
            : throw RestError.Argument("The filter is too long");
    }

    private static Condition? Part(string key, JsonNode? value, View view)
    {
        var prefix = Array.Find(Prefixes, candidate => key.StartsWith(candidate, StringComparison.Ordinal)) ?? "";
        var name = key[prefix.Length..];
        if (view.Named(name) is not { } field)
        {
            // The universal methods refuse a name that they do not know; the older ones pass over it.
            return view.Entity.TakesCamel
                ? throw RestError.Of("INVALID_ARG_VALUE", $"Invalid filter: field '{name}' is not allowed in filter")
                : null;
        }

        if (prefix == "@" && field.IsId && view.Table == "catalog_product")
            throw RestError.Of("INVALID_ARG_VALUE", "Invalid filter: operation '@' is not allowed for field 'id'");
        return Compare(field, prefix, value);
    }

    private static Condition Compare(Field field, string prefix, JsonNode? value)
    {
        var negated = prefix.StartsWith('!');
        var positive = (negated ? prefix[1..] : prefix) switch
        {
            "" or "=" or "@" => Equal(field, value),
            ">" => Ordered(field, ">", value),
            ">=" => Ordered(field, ">=", value),
            "<" => Ordered(field, "<", value),
            "<=" => Ordered(field, "<=", value),
            "><" => Between(field, value),
            "%" => Any(field, column => new Condition($"holds(CAST({column} AS TEXT),?)", [Scalar.Text(value) ?? ""])),
            _ => Any(field, column => new Condition($"{column} LIKE ?", [Pattern(value)])),
        };
        return negated ? positive.Not() : positive;
    }

    private static string Pattern(JsonNode? value) => Scalar.Text(value) is not { } text
        ? ""
        : Encoding.UTF8.GetByteCount(text) <= MaximumPattern ? text : throw RestError.Argument("The pattern of the filter is too long");

    private static Condition Equal(Field field, JsonNode? value)
    {
        var values = value switch
        {
            JsonArray list => list.ToList(),
            JsonObject map => [.. map.Select(pair => pair.Value)],
            _ => [value],
        };
        var present = values.Where(each => !Scalar.IsEmpty(each)).ToList();
        var parts = new List<Condition>();
        if (present.Count > 0)
        {
            var marks = string.Join(',', present.Select(_ => "?"));
            var compared = present.Select(each => FieldValues.Compared(field, each) ?? DBNull.Value).ToList();
            parts.Add(Any(field, column => present.Count == 1
                ? new Condition($"{column}=?{Condition.Collation(field)}", compared)
                : new Condition($"{column}{Condition.Collation(field)} IN ({marks})", compared)));
        }

        if (present.Count < values.Count)
            parts.Add(Empty(field));
        return values.Count == 0 ? Condition.Never : Condition.Joined(parts, "OR");
    }

    private static Condition Empty(Field field)
    {
        var column = RowStore.Column(field);
        return new Condition($"{column} IS NULL OR {column} IN ('','[]')", []);
    }

    private static Condition Ordered(Field field, string sign, JsonNode? value) =>
        Any(field, column => new Condition($"{column}{sign}?{Condition.Collation(field)}", [FieldValues.Compared(field, value) ?? DBNull.Value]));

    private static Condition Between(Field field, JsonNode? value) => value is JsonArray { Count: 2 } pair
        ? Condition.Joined([Ordered(field, ">=", pair[0]), Ordered(field, "<=", pair[1])], "AND")
        : throw RestError.Argument($"A range of {field.Name} needs two values");

    /// <summary>The condition on a field's value, or on any of them where it may have several.</summary>
    private static Condition Any(Field field, Func<string, Condition> compare)
    {
        if (!field.IsPlural)
            return compare(RowStore.Column(field));
        var inner = compare(field.Kind == FieldKind.Multi ? "json_extract(e.value,'$.VALUE')" : "e.value");
        return new Condition($"EXISTS(SELECT 1 FROM json_each(data,'$.{field.Name}') e WHERE {inner.Sql})", inner.Values);
    }
}
