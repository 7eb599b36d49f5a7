using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Entities;

namespace Bitrix24.Emulator.Version3;

/// <summary>Filters of REST 3.0: triples, joined by AND, and groups that say how they are joined.</summary>
internal static class Filter3
{
    /// <summary>The operators, each with the prefix that means the same in version 2.</summary>
    private static readonly Dictionary<string, string> Operators = new(StringComparer.Ordinal)
    {
        ["="] = "=", ["!="] = "!", [">"] = ">", [">="] = ">=", ["<"] = "<", ["<="] = "<=", ["in"] = "@", ["between"] = "><",
    };

    public static Condition Of(JsonNode? filter, Entity3 entity, View view) => filter switch
    {
        null => Condition.Always,
        JsonArray list => Condition.Joined([.. list.Select(part => Part(part, entity, view))], "AND"),
        _ => throw RestError.Of(Errors.InvalidFilter),
    };

    private static Condition Part(JsonNode? part, Entity3 entity, View view)
    {
        if (part is JsonObject group && group["conditions"] is JsonArray conditions)
            return Condition.Joined([.. conditions.Select(inner => Part(inner, entity, view))], Scalar.Text(group["logic"])?.ToUpperInvariant() == "OR" ? "OR" : "AND");
        if (part is not JsonArray { Count: 2 or 3 } triple || Scalar.Text(triple[0]) is not { } name)
            throw RestError.Of(Errors.InvalidFilter);
        var field = entity.Shape.Named(name) ?? throw RestError.Of(Errors.UnknownField, $"Unknown field `{name}`");
        if (!field.IsFilterable)
            throw Errors.Invalid(name, $"The field `{name}` requires the `Filterable` attribute for such a request");
        var value = triple[^1];
        var word = triple.Count == 3 ? Scalar.Text(triple[1]) ?? "" : value is JsonArray ? "in" : "=";
        if (!Operators.TryGetValue(word, out var prefix))
            throw RestError.Of(Errors.UnknownOperator, $"Unknown filter operator `{word}`");
        foreach (var single in value is JsonArray list ? list.ToList() : [value])
            Values3.Store(field, single);
        return Filter.Of(new JsonObject { [prefix + field.Stored.Name] = value?.DeepClone() }, view);
    }
}
