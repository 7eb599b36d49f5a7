using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Methods;

/// <summary>Many rows in one write.</summary>
internal static class ImportMethods
{
    /// <summary>The most rows in one import.</summary>
    private const int MaximumRows = 20;

    public static readonly IReadOnlyList<IRestMethod> All =
    [
        new RestMethod("crm.item.batchImport", "crm", (call, world) =>
        {
            var rows = call["data"] is null ? throw RestError.MissingParameter("data") : call.Values("data");
            if (rows.Count > MaximumRows)
                throw RestError.Argument("An import takes at most 20 items");
            var add = world.Methods.Find("crm.item.add")!;
            var items = new JsonArray();
            foreach (var fields in rows)
            {
                var parameters = new JsonObject { ["entityTypeId"] = call["entityTypeId"]?.DeepClone(), ["fields"] = fields?.DeepClone() ?? new JsonObject() };
                var item = add.Answer(call with { Parameters = parameters }, world).Result!["item"]!;
                items.Add(new JsonObject { ["item"] = new JsonObject { ["id"] = item["id"]!.DeepClone() } });
            }

            return new Reply(new JsonObject { ["items"] = items }) { Work = Work.Write with { Written = rows.Count } };
        }),
    ];
}
