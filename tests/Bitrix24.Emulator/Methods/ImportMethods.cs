using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Entities;

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
            var add = (EntityMethod)world.Methods.Find("crm.item.add")!;
            View.Of(add.Entity, call, needsOwner: false);
            var items = new JsonArray();
            foreach (var fields in rows)
            {
                var parameters = new JsonObject { ["entityTypeId"] = call["entityTypeId"]?.DeepClone(), ["fields"] = fields?.DeepClone() ?? new JsonObject() };
                items.Add(Import(add, call with { Parameters = parameters }, world));
            }

            return new Reply(new JsonObject { ["items"] = items }) { Work = Work.Write with { Written = rows.Count } };
        }),
    ];

    /// <summary>The number of the new item, or why there is none; the others are imported all the same.</summary>
    private static JsonObject Import(IRestMethod add, Call call, World world)
    {
        try
        {
            var item = add.Answer(call, world).Result!["item"]!;
            return new JsonObject { ["item"] = new JsonObject { ["id"] = item["id"]!.DeepClone() } };
        }
        catch (RestError error)
        {
            return new JsonObject { ["error"] = error.Code, ["error_description"] = error.Message };
        }
    }
}
