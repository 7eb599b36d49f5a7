using System.Globalization;
using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Entities;

namespace Bitrix24.Emulator.Methods;

/// <summary>The product rows of a deal, lead or quote as a whole; setting them also sets the owner's amount.</summary>
internal static class ProductRowMethods
{
    private const string Rows = "crm_productrow";

    private static readonly (string Prefix, string Table, string Letter)[] Owners =
        [("crm.deal", "crm_deal", "D"), ("crm.lead", "crm_lead", "L"), ("crm.quote", "crm_quote", "Q")];

    private static readonly Entity Upper = Entity.Read().Single(entity => entity.Prefix == "crm.productrow");
    private static readonly Entity Camel = Entity.Read().Single(entity => entity.Prefix == "crm.item.productrow");

    public static readonly IReadOnlyList<IRestMethod> All =
    [
        .. Owners.SelectMany(owner => new[]
        {
            new RestMethod($"{owner.Prefix}.productrows.get", "crm", (call, world) => Get(call, world, owner.Table, owner.Letter)),
            new RestMethod($"{owner.Prefix}.productrows.set", "crm", (call, world) => Set(call, world, owner.Table, owner.Letter)),
        }),
        new RestMethod("crm.item.productrow.set", "crm", SetOfItem),
    ];

    private static Reply Get(Call call, World world, string table, string letter)
    {
        var id = OwnerId(call, world, table);
        var view = View.Of(Upper, call, needsOwner: false);
        var rows = world.Store.List(Rows, Of(letter, id), "id", -1, 0);
        return new Reply(new JsonArray([.. rows.Select(row => view.Show(row.Id, row.Row))])) { Work = Work.Read(rows.Count, rows.Count * view.Shape.Fields.Count) };
    }

    private static Reply Set(Call call, World world, string table, string letter)
    {
        var id = OwnerId(call, world, table);
        Replace(View.Of(Upper, call, needsOwner: false), call, world, table, letter, id, call.Values("rows"));
        return Reply.True with { Work = Work.Write };
    }

    private static Reply SetOfItem(Call call, World world)
    {
        var letter = call.Text("ownerType") ?? throw RestError.MissingParameter("ownerType");
        var id = call.Number("ownerId") ?? throw RestError.MissingParameter("ownerId");
        var table = Array.Find(Owners, owner => owner.Letter == letter).Table
            ?? (letter.StartsWith('T') && long.TryParse(letter[1..], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var type)
                ? string.Create(CultureInfo.InvariantCulture, $"crm_item_{type}")
                : throw RestError.Of("INVALID_ARG_VALUE", "ownerType is not known"));
        if (world.Store.Get(table, id) is null)
            throw RestError.Of("OWNER_NOT_FOUND", "Owner was not found");
        var view = View.Of(Camel, call, needsOwner: false);
        Replace(view, call, world, table, letter, id, call.Values("productRows"));
        var rows = world.Store.List(Rows, Of(letter, id), "id", -1, 0);
        return new Reply(new JsonObject { ["productRows"] = new JsonArray([.. rows.Select(row => view.Show(row.Id, row.Row))]) }) { Work = Work.Write };
    }

    private static void Replace(View view, Call call, World world, string table, string letter, long owner, IReadOnlyList<JsonNode?> rows)
    {
        world.Store.Together(() => Write(view, call, world, table, letter, owner, rows));
        world.Changed(new Change(table, owner, "UPDATE", call));
    }

    private static bool Write(View view, Call call, World world, string table, string letter, long owner, IReadOnlyList<JsonNode?> rows)
    {
        foreach (var (id, _) in world.Store.List(Rows, Of(letter, owner), "id", -1, 0))
            world.Store.Delete(Rows, id);
        var sum = 0m;
        foreach (var given in rows.OfType<JsonObject>())
        {
            var named = (JsonObject)given.DeepClone();
            named[view.NameOf(view.Shape.Stored("OWNER_ID")!)] = owner;
            named[view.NameOf(view.Shape.Stored("OWNER_TYPE")!)] = letter;
            var row = RowWriter.New(view, named, call, world.Store);
            sum = Plus(sum, row);
            world.Store.Insert(Rows, row);
        }

        if (world.Store.Get(table, owner) is { } owned && Scalar.Text(owned["IS_MANUAL_OPPORTUNITY"]) != "Y")
        {
            owned["OPPORTUNITY"] = sum;
            world.Store.Update(table, owner, owned);
        }

        return true;
    }

    private static decimal Plus(decimal sum, JsonObject row)
    {
        try
        {
            return sum + (Scalar.Decimal(row["PRICE"]) ?? 0) * (Scalar.Decimal(row["QUANTITY"]) ?? 1);
        }
        catch (OverflowException)
        {
            throw RestError.Argument("The amount of a product row is too large");
        }
    }

    private static long OwnerId(Call call, World world, string table) =>
        call.Number("id") is { } id && world.Store.Get(table, id) is not null ? id : throw new RestError("", 400, "Not found");

    private static Condition Of(string letter, long owner) => new("json_extract(data,'$.OWNER_ID')=? AND json_extract(data,'$.OWNER_TYPE')=?", [owner, letter]);
}
