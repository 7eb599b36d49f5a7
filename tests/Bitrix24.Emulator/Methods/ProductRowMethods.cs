using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Entities;

namespace Bitrix24.Emulator.Methods;

/// <summary>The product rows of a deal, lead or quote as a whole; setting them also sets the owner's amount.</summary>
internal static class ProductRowMethods
{
    private static readonly Entity Upper = Entity.Read().Single(entity => entity.Prefix == "crm.productrow");
    private static readonly Entity Camel = Entity.Read().Single(entity => entity.Prefix == "crm.item.productrow");

    public static readonly IReadOnlyList<IRestMethod> All =
    [
        .. ProductRowOwner.Known.SelectMany(owner => new[]
        {
            new RestMethod($"{owner.Prefix}.productrows.get", "crm", (call, world) => Get(call, world, Owner(call, world, owner.Table, owner.Letter))),
            new RestMethod($"{owner.Prefix}.productrows.set", "crm", (call, world) => Set(call, world, Owner(call, world, owner.Table, owner.Letter))),
        }),
        new RestMethod("crm.item.productrow.set", "crm", SetOfItem),
    ];

    private static Reply Get(Call call, World world, ProductRowOwner owner)
    {
        var view = View.Of(Upper, call, needsOwner: false);
        var rows = owner.Read(world.Store);
        return new Reply(new JsonArray([.. rows.Select(row => view.Show(row.Id, row.Row))])) { Work = Work.Read(rows.Count, rows.Count * view.Shape.Fields.Count) };
    }

    private static Reply Set(Call call, World world, ProductRowOwner owner)
    {
        Replace(View.Of(Upper, call, needsOwner: false), call, world, owner, call.Values("rows"));
        return Reply.True with { Work = Work.Write };
    }

    private static Reply SetOfItem(Call call, World world)
    {
        var letter = call.Text("ownerType") ?? throw RestError.MissingParameter("ownerType");
        var id = call.Number("ownerId") ?? throw RestError.MissingParameter("ownerId");
        var table = ProductRowOwner.TableOf(letter) ?? throw RestError.Of("INVALID_ARG_VALUE", "ownerType is not known");
        if (world.Store.Get(table, id) is null)
            throw RestError.Of("OWNER_NOT_FOUND", "Owner was not found");
        var owner = new ProductRowOwner(table, letter, id);
        var view = View.Of(Camel, call, needsOwner: false);
        Replace(view, call, world, owner, call.Values("productRows"));
        return new Reply(new JsonObject { ["productRows"] = new JsonArray([.. owner.Read(world.Store).Select(row => view.Show(row.Id, row.Row))]) }) { Work = Work.Write };
    }

    private static void Replace(View view, Call call, World world, ProductRowOwner owner, IReadOnlyList<JsonNode?> rows)
    {
        world.Store.Together(() => Write(view, call, world.Store, owner, rows));
        world.Changed(new Change(owner.Table, owner.Id, "UPDATE", call));
    }

    private static bool Write(View view, Call call, RowStore store, ProductRowOwner owner, IReadOnlyList<JsonNode?> rows)
    {
        foreach (var (id, _) in owner.Read(store))
            store.Delete(ProductRowOwner.Rows, id);
        foreach (var given in rows.OfType<JsonObject>())
        {
            var named = (JsonObject)given.DeepClone();
            named[view.NameOf(view.Shape.Stored("OWNER_ID")!)] = owner.Id;
            named[view.NameOf(view.Shape.Stored("OWNER_TYPE")!)] = owner.Letter;
            store.Insert(ProductRowOwner.Rows, RowWriter.New(view, named, call, store));
        }

        owner.Sum(store);
        return true;
    }

    private static ProductRowOwner Owner(Call call, World world, string table, string letter) =>
        call.Number("id") is { } id && world.Store.Get(table, id) is not null ? new ProductRowOwner(table, letter, id) : throw new RestError("", 400, "Not found");
}
