using System.Globalization;
using System.Text.Json.Nodes;

namespace Bitrix24.Emulator.Calls;

/// <summary>PHP has one kind of array; JSON has two. These are the two ways between them.</summary>
internal static class PhpMap
{
    public static JsonObject Of(JsonArray list)
    {
        var map = new JsonObject();
        for (var i = 0; i < list.Count; i++)
            map[i.ToString(CultureInfo.InvariantCulture)] = list[i]?.DeepClone();
        return map;
    }

    /// <summary>A map in the form the portal answers it: an empty one is <c>[]</c>.</summary>
    public static JsonNode Answer(JsonObject map) => map.Count == 0 ? new JsonArray() : map;
}
