using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Entities;

/// <summary>Parameters that must be maps or lists: a scalar in their place is an error, not an empty map.</summary>
internal static class Maps
{
    public static JsonObject Required(Call call, string names, Entity entity)
    {
        if (call[names] is not null)
            return Optional(call, names, entity);
        var name = names.Split('|')[0];
        throw entity.IsOld ? NoArray(name) : RestError.MissingParameter(name);
    }

    public static JsonObject Optional(Call call, string names, Entity entity)
    {
        Check(call, names, entity);
        return call.Map(names);
    }

    public static IReadOnlyList<JsonNode?> Values(Call call, string name, Entity entity)
    {
        Check(call, name, entity);
        return call.Values(name);
    }

    private static void Check(Call call, string names, Entity entity)
    {
        // An empty text is what a form sends for an empty array.
        if (call[names] is not JsonValue value || Scalar.IsEmpty(value))
            return;
        var name = names.Split('|')[0];
        throw entity.IsOld
            ? NoArray(name)
            : new RestError("100", 400, $"Invalid value {{{Scalar.Text(value)}}} to match with parameter {{{name}}}. Should be value of type array.");
    }

    private static RestError NoArray(string name) => new("", 400, $"Parameter '{name}' must be array.");
}
