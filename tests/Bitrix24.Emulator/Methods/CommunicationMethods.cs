using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Entities;

namespace Bitrix24.Emulator.Methods;

/// <summary>Who has a phone or an e-mail, and what was said in a dialogue.</summary>
internal static class CommunicationMethods
{
    /// <summary>The most values in one search for duplicates.</summary>
    private const int MaximumValues = 20;

    private const long DefaultMessages = 20;
    private const long MaximumMessages = 50;

    private static readonly (string Name, string Table)[] Owners = [("LEAD", "crm_lead"), ("CONTACT", "crm_contact"), ("COMPANY", "crm_company")];

    public static readonly IReadOnlyList<IRestMethod> All =
    [
        new RestMethod("crm.duplicate.findbycomm", "crm", FindDuplicates),
        new RestMethod("im.dialog.messages.get", "im", Messages),
    ];

    private static Reply FindDuplicates(Call call, World world)
    {
        var type = call.Text("type")?.ToUpperInvariant();
        if (type is not ("PHONE" or "EMAIL"))
            throw RestError.Of("Communication type is not defined", "Parameter 'type' is required.");
        var values = call.Values("values").Take(MaximumValues).Select(value => value?.DeepClone()).ToArray();
        var found = new JsonObject();
        var only = call.Text("entity_type") ?? "";
        foreach (var (name, table) in Owners.Where(owner => only.Length == 0 || only.Equals(owner.Name, StringComparison.OrdinalIgnoreCase)))
        {
            var where = Filter.Of(new JsonObject { [type] = new JsonArray([.. values.Select(value => value?.DeepClone())]) }, View.Plain(table, typed: false));
            var ids = world.Store.List(table, where, "id", -1, 0).Select(row => (JsonNode?)JsonValue.Create(row.Id)).ToArray();
            if (ids.Length > 0)
                found[name] = new JsonArray(ids);
        }

        return new Reply(PhpMap.Answer(found)) { Work = Work.Read(values.Length) };
    }

    /// <summary>The newest messages, those before <c>LAST_ID</c>, or those after <c>FIRST_ID</c>.</summary>
    private static Reply Messages(Call call, World world)
    {
        var dialog = call.Text("DIALOG_ID") ?? throw RestError.MissingParameter("DIALOG_ID");
        var limit = Math.Clamp(call.Number("LIMIT") ?? DefaultMessages, 1, MaximumMessages);
        var (sql, edge, order) = (call.Number("FIRST_ID"), call.Number("LAST_ID")) switch
        {
            ({ } first, _) => ("id>?", first, "id ASC"),
            (_, { } last) => ("id<?", last, "id DESC"),
            _ => ("id>?", 0L, "id DESC"),
        };
        var where = new Condition($"json_extract(data,'$.DIALOG_ID')=? AND {sql}", [dialog, edge]);
        var rows = world.Store.List("im_message", where, order, limit, 0);
        return new Reply(new JsonObject
        {
            ["chat_id"] = 0,
            ["messages"] = new JsonArray([.. rows.Select(row => new JsonObject
            {
                ["id"] = row.Id,
                ["chat_id"] = 0,
                ["author_id"] = row.Row["AUTHOR_ID"]?.DeepClone(),
                ["date"] = row.Row["DATE"]?.DeepClone(),
                ["text"] = row.Row["MESSAGE"]?.DeepClone(),
            })]),
            ["users"] = new JsonArray(),
            ["files"] = new JsonArray(),
        }) { Work = Work.Read(rows.Count) };
    }
}
