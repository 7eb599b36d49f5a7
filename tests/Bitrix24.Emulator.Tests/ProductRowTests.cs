namespace Bitrix24.Emulator.Tests;

/// <summary>Product rows one by one: each change is an update of their owner, and sets its amount.</summary>
public sealed class ProductRowTests : PortalTest
{
    private string Amount(int deal) => (string)Portal.Ask("crm.deal.get", new { id = deal })!["OPPORTUNITY"]!;

    private async Task<string> Events(Handler handler)
    {
        await Portal.EventsDeliveredAsync();
        var told = string.Join(' ', handler.Events.Select(form => $"{form["event"]}:{form["data[FIELDS][ID]"]}"));
        handler.Events.Clear();
        return told;
    }

    [Fact]
    public async Task A_row_that_is_added_changed_moved_or_deleted_is_an_update_of_its_owner()
    {
        await using var handler = await Handler.StartAsync();
        Portal.AddOutgoingWebhook(handler.Url, "OnCrmDealUpdate", "onCrmDynamicItemUpdate");
        Portal.Seed("crm.deal", 3, i => new { TITLE = "d", OPPORTUNITY = 5, IS_MANUAL_OPPORTUNITY = i == 3 ? "Y" : "N" });
        Portal.Seed("crm.item", 1, _ => new { title = "i" }, new { entityTypeId = 128 });
        async Task<Answer> Add(string type, int owner) => await Rest.Json("crm.item.productrow.add", new { fields = new { ownerType = type, ownerId = owner, productName = "p", price = 10.5, quantity = 2 } });

        Assert.Equal(1, (int)(await Add("D", 1)).Result!["productRow"]!["id"]!);
        Assert.Equal(("ONCRMDEALUPDATE:1", "21.00"), (await Events(handler), Amount(1)));
        await Add("D", 1);
        Assert.Equal(("ONCRMDEALUPDATE:1", "42.00"), (await Events(handler), Amount(1)));
        await Rest.Json("crm.item.productrow.update", new { id = 2, fields = new { price = 1 } });
        Assert.Equal(("ONCRMDEALUPDATE:1", "23.00"), (await Events(handler), Amount(1)));
        await Rest.Json("crm.item.productrow.update", new { id = 2, fields = new { ownerId = 2 } });
        Assert.Equal(("ONCRMDEALUPDATE:1 ONCRMDEALUPDATE:2", "21.00", "2.00"), (await Events(handler), Amount(1), Amount(2)));
        await Rest.Json("crm.item.productrow.delete", new { id = 1 });
        Assert.Equal(("ONCRMDEALUPDATE:1", "0.00"), (await Events(handler), Amount(1)));
        await Add("D", 3);
        Assert.Equal(("ONCRMDEALUPDATE:3", "5.00"), (await Events(handler), Amount(3)));
        await Add("T80", 1);
        Assert.Equal(("ONCRMDYNAMICITEMUPDATE:1", 21m), (await Events(handler), (decimal)Portal.Ask("crm.item.get", new { entityTypeId = 128, id = 1 })!["item"]!["opportunity"]!));
    }

    [Fact]
    public async Task Reading_rows_refused_writes_and_rows_of_nobody_are_no_updates()
    {
        await using var handler = await Handler.StartAsync();
        Portal.AddOutgoingWebhook(handler.Url, "OnCrmDealUpdate");
        Portal.Seed("crm.deal", 1, _ => new { TITLE = "d" });
        Portal.Seed("crm.item.productrow", 1, _ => new { ownerType = "D", ownerId = 1, price = 3 });
        await Rest.Json("crm.item.productrow.get", new { id = 1 });
        Assert.Equal("NOT_FOUND", (await Rest.Json("crm.item.productrow.update", new { id = 9, fields = new { price = 1 } })).Error);
        Assert.Equal("ERROR_ARGUMENT", (await Rest.Json("crm.item.productrow.add", new { fields = new { ownerType = "D", ownerId = 1, price = 1e27, quantity = 1e27 } })).Error);
        Assert.Null((await Rest.Json("crm.item.productrow.add", new { fields = new { ownerType = "D", ownerId = 77, price = 1 } })).Error);
        Assert.Equal(("", "0.00"), (await Events(handler), Amount(1)));
        Assert.Equal("1,2", (await Rest.Json("crm.item.productrow.list")).Ids("productRows"));
    }

    [Fact]
    public async Task Rows_set_at_once_and_added_one_by_one_leave_the_same_state()
    {
        await using var other = await Portal.StartAsync(new PortalOptions { Rate = null });
        using var single = new Rest(other);
        foreach (var portal in new[] { Portal, other })
            portal.Seed("crm.deal", 1, _ => new { TITLE = "d" });
        await Rest.Json("crm.item.productrow.set", new { ownerType = "D", ownerId = 1, productRows = new[] { new { price = 1.5, quantity = 2 }, new { price = 4.0, quantity = 1 } } });
        foreach (var (price, quantity) in new[] { (1.5, 2), (4.0, 1) })
            await single.Json("crm.item.productrow.add", new { fields = new { ownerType = "D", ownerId = 1, price, quantity } });
        Assert.Equal(Portal.State(), other.State());
        Assert.Equal("7.00", Amount(1));
    }
}
