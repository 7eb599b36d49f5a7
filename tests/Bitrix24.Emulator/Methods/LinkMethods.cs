using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Entities;

namespace Bitrix24.Emulator.Methods;

/// <summary>Contacts of a deal, companies of a contact and the like: an ordered set with one of them the first.</summary>
internal static class LinkMethods
{
    private const string Links = "crm_link";

    private static readonly Pair[] Pairs =
    [
        new("crm.deal.contact", "crm_deal", "CONTACT_ID", "CONTACT_ID"),
        new("crm.lead.contact", "crm_lead", "CONTACT_ID", "CONTACT_ID"),
        new("crm.quote.contact", "crm_quote", "CONTACT_ID", "CONTACT_ID"),
        new("crm.company.contact", "crm_company", "CONTACT_ID", ""),
        new("crm.contact.company", "crm_contact", "COMPANY_ID", "COMPANY_ID"),
    ];

    public static readonly IReadOnlyList<IRestMethod> All =
    [
        .. Pairs.SelectMany(pair => new[]
        {
            new RestMethod($"{pair.Prefix}.add", "crm", (call, world) => Change(pair, call, world, items => Add(items, call.Map("fields"), pair))),
            new RestMethod($"{pair.Prefix}.delete", "crm", (call, world) => Change(pair, call, world, items => Remove(items, call.Map("fields"), pair))),
            new RestMethod($"{pair.Prefix}.items.get", "crm", (call, world) => Get(pair, call, world)),
            new RestMethod($"{pair.Prefix}.items.set", "crm", (call, world) => Change(pair, call, world, _ => Given(call.Values("items"), pair))),
            new RestMethod($"{pair.Prefix}.items.delete", "crm", (call, world) => Change(pair, call, world, _ => [])),
        }),
    ];

    private sealed record Pair(string Prefix, string Owner, string Other, string FirstField);

    private static Reply Get(Pair pair, Call call, World world)
    {
        var items = Read(pair, OwnerId(pair, call, world), world);
        return new Reply(new JsonArray([.. items])) { Work = Work.Read(items.Count) };
    }

    private static Reply Change(Pair pair, Call call, World world, Func<List<JsonObject>, List<JsonObject>> change)
    {
        var owner = OwnerId(pair, call, world);
        var items = change(Read(pair, owner, world));
        if (items.Count > 0 && !items.Exists(item => Scalar.IsTrue(item["IS_PRIMARY"])))
            items[0]["IS_PRIMARY"] = "Y";
        world.Store.Together(() =>
        {
            foreach (var (id, _) in world.Store.List(Links, Of(pair, owner), "id", -1, 0))
                world.Store.Delete(Links, id);
            foreach (var item in items)
            {
                var row = (JsonObject)item.DeepClone();
                (row["PAIR"], row["OWNER_ID"]) = (pair.Prefix, owner);
                world.Store.Insert(Links, row);
            }

            SetFirst(pair, owner, items, world);
            return true;
        });
        return Reply.True with { Work = Work.Write };
    }

    private static void SetFirst(Pair pair, long owner, List<JsonObject> items, World world)
    {
        if (pair.FirstField.Length == 0 || world.Store.Get(pair.Owner, owner) is not { } row)
            return;
        row[pair.FirstField] = items.Find(item => Scalar.IsTrue(item["IS_PRIMARY"]))?[pair.Other]?.DeepClone() ?? JsonValue.Create(0);
        world.Store.Update(pair.Owner, owner, row);
    }

    /// <summary>The links of an owner; a field that names one is one.</summary>
    private static List<JsonObject> Read(Pair pair, long owner, World world)
    {
        var rows = world.Store.List(Links, Of(pair, owner), "id", -1, 0);
        if (rows.Count > 0)
            return [.. rows.Select(row => Item(pair, Scalar.Number(row.Row[pair.Other]) ?? 0, row.Row))];
        return pair.FirstField.Length > 0 && Scalar.Number(world.Store.Get(pair.Owner, owner)?[pair.FirstField]) is > 0 and { } first
            ? [Item(pair, first, new JsonObject { ["IS_PRIMARY"] = "Y" })]
            : [];
    }

    private static List<JsonObject> Add(List<JsonObject> items, JsonObject given, Pair pair)
    {
        var other = Scalar.Number(given[pair.Other]) ?? throw RestError.Argument($"The field {pair.Other} is required");
        if (items.Exists(item => Scalar.Number(item[pair.Other]) == other))
            return items;
        if (Scalar.IsTrue(given["IS_PRIMARY"]))
            items.ForEach(item => item["IS_PRIMARY"] = "N");
        items.Add(Item(pair, other, given));
        return items;
    }

    private static List<JsonObject> Remove(List<JsonObject> items, JsonObject given, Pair pair)
    {
        var other = Scalar.Number(given[pair.Other]) ?? throw RestError.Argument($"The field {pair.Other} is required");
        return items.RemoveAll(item => Scalar.Number(item[pair.Other]) == other) > 0 ? items : throw new RestError("", 400, "Not found");
    }

    private static List<JsonObject> Given(IReadOnlyList<JsonNode?> items, Pair pair) =>
        [.. items.OfType<JsonObject>().Where(item => Scalar.Number(item[pair.Other]) is not null).Select(item => Item(pair, Scalar.Number(item[pair.Other])!.Value, item))];

    private static JsonObject Item(Pair pair, long other, JsonObject given) => new()
    {
        [pair.Other] = other,
        ["SORT"] = Scalar.Number(given["SORT"]) ?? 10,
        ["ROLE_ID"] = Scalar.Number(given["ROLE_ID"]) ?? 0,
        ["IS_PRIMARY"] = Scalar.IsTrue(given["IS_PRIMARY"]) ? "Y" : "N",
    };

    private static long OwnerId(Pair pair, Call call, World world) =>
        call.Number("id") is { } id && world.Store.Get(pair.Owner, id) is not null ? id : throw new RestError("", 400, "Not found");

    private static Condition Of(Pair pair, long owner) => new("json_extract(data,'$.PAIR')=? AND json_extract(data,'$.OWNER_ID')=?", [pair.Prefix, owner]);
}
