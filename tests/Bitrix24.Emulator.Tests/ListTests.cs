using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Bitrix24.Emulator.Tests;

public sealed class ListTests : PortalTest
{
    private static readonly string[] Titles = ["Alpha", "beta", "Gamma ray", "delta"];
    private static readonly string[] IdOnly = ["ID"];

    private void FourDeals() => Portal.Seed("crm.deal", 4, i => new
    {
        TITLE = Titles[i - 1], OPPORTUNITY = i * 100, STAGE_ID = i % 2 == 0 ? "WON" : "NEW", COMMENTS = i == 3 ? "" : "x", CATEGORY_ID = i, UF_CRM_CITY = i < 3 ? "Москва" : null,
    });

    [Theory]
    [InlineData("""{"ID":2}""", "2")]
    [InlineData("""{"ID":[1,3]}""", "1,3")]
    [InlineData("""{"@ID":["1","3"]}""", "1,3")]
    [InlineData("""{"=ID":[]}""", "")]
    [InlineData("""{"!@ID":[1,3]}""", "2,4")]
    [InlineData("""{"!ID":1}""", "2,3,4")]
    [InlineData("""{">ID":2}""", "3,4")]
    [InlineData("""{">=ID":2,"<ID":4}""", "2,3")]
    [InlineData("""{"<=OPPORTUNITY":"200.00"}""", "1,2")]
    [InlineData("""{"><OPPORTUNITY":[200,300]}""", "2,3")]
    [InlineData("""{"!><OPPORTUNITY":[200,300]}""", "1,4")]
    [InlineData("""{"TITLE":"BETA"}""", "2")]
    [InlineData("""{"%TITLE":"a r"}""", "3")]
    [InlineData("""{"!%TITLE":"ta"}""", "1,3")]
    [InlineData("""{"=%TITLE":"%ta"}""", "2,4")]
    [InlineData("""{"COMMENTS":""}""", "3")]
    [InlineData("""{"!COMMENTS":""}""", "1,2,4")]
    [InlineData("""{"UF_CRM_CITY":"москва"}""", "1,2")]
    [InlineData("""{"!UF_CRM_CITY":"Москва"}""", "3,4")]
    [InlineData("""{"UF_CRM_CITY":null}""", "3,4")]
    [InlineData("""{"UNKNOWN":"1"}""", "1,2,3,4")]
    [InlineData("""{"0":{"LOGIC":"OR","0":{"ID":1},"1":{"TITLE":"delta"}}}""", "1,4")]
    [InlineData("""{"STAGE_ID":"WON","ID":2}""", "2")]
    public async Task Filters(string filter, string ids)
    {
        FourDeals();
        var parameters = new JsonObject { ["filter"] = JsonNode.Parse(filter), ["select"] = new JsonArray("ID") };
        var answer = await Rest.Json("crm.deal.list", parameters);
        Assert.Equal(ids, answer.Ids());
        Assert.Equal(ids.Length == 0 ? 0 : ids.Split(',').Length, (int)answer.Body["total"]!);
    }

    [Theory]
    [InlineData("""{"ID":"DESC"}""", "4,3,2,1")]
    [InlineData("""{"STAGE_ID":"ASC","ID":"DESC"}""", "3,1,4,2")]
    [InlineData("""{"TITLE":"asc"}""", "1,2,4,3")]
    [InlineData("""{"UNKNOWN":"DESC"}""", "1,2,3,4")]
    public async Task Orders(string order, string ids)
    {
        FourDeals();
        Assert.Equal(ids, (await Rest.Json("crm.deal.list", new JsonObject { ["order"] = JsonNode.Parse(order) })).Ids());
    }

    [Fact]
    public async Task Select_narrows_star_takes_all_and_user_fields_come_when_asked()
    {
        FourDeals();
        async Task<string> Names(params string[] select) =>
            string.Join(',', (await Rest.Json("crm.deal.list", new { select, filter = new { ID = 1 } })).Result![0]!.AsObject().Select(pair => pair.Key));
        Assert.Equal("ID,TITLE", await Names("ID", "TITLE", "NONSENSE"));
        Assert.Equal("TITLE", await Names("TITLE"));
        Assert.Equal("ID,UF_CRM_CITY", await Names("ID", "UF_*"));
        Assert.Equal(await Names(), await Names("*"));
        Assert.DoesNotContain("UF_CRM_CITY", await Names("*"), StringComparison.Ordinal);
        Assert.EndsWith("UF_CRM_CITY", await Names("*", "UF_*"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9223372036854775807", "", null)]
    [InlineData("150", "", null)]
    [InlineData("100", "101,102", null)]
    [InlineData("50", null, 100)]
    public async Task A_page_however_far_has_no_next_behind_it(string start, string? ids, int? next)
    {
        Portal.Seed("crm.deal", 102, _ => new { TITLE = "d" });
        var answer = await Rest.Get($"crm.deal.list?start={start}&select[]=ID");
        Assert.Equal(ids ?? string.Join(',', Enumerable.Range(51, 50)), answer.Ids());
        Assert.Equal((102, next), ((int)answer.Body["total"]!, (int?)answer.Body["next"]));
    }

    [Fact]
    public async Task Pages_of_fifty_with_next_and_total()
    {
        Portal.Seed("crm.deal", 120, i => new { TITLE = Rest.Text(i) });
        var first = await Rest.Json("crm.deal.list", new { select = IdOnly });
        Assert.Equal((50, 50, 120), (first.Result!.AsArray().Count, (int)first.Body["next"]!, (int)first.Body["total"]!));
        var last = await Rest.Json("crm.deal.list", new { select = IdOnly, start = 100 });
        Assert.Equal((20, 120), (last.Result!.AsArray().Count, (int)last.Body["total"]!));
        Assert.False(last.Body.ContainsKey("next"));
        var floored = await Rest.Get("crm.deal.list?start=99&select[]=ID");
        Assert.Equal("51", (string?)floored.Result![0]!["ID"]);
    }

    [Fact]
    public async Task Start_minus_one_neither_counts_nor_offers_a_next_page()
    {
        Portal.Seed("crm.deal", 120, i => new { TITLE = Rest.Text(i) });
        var answer = await Rest.Json("crm.deal.list", new { start = -1, filter = new JsonObject { [">ID"] = 60 }, order = new { ID = "ASC" }, select = IdOnly });
        Assert.Equal(string.Join(',', Enumerable.Range(61, 50)), answer.Ids());
        Assert.Equal(0, (int)answer.Body["total"]!);
        Assert.False(answer.Body.ContainsKey("next"));
    }

    [Fact]
    public async Task Rows_under_their_wrapper_and_in_camel_case()
    {
        Portal.Seed("crm.item", 2, i => new { title = $"item {i}", ufCrm_77 = "v" }, new { entityTypeId = 130 });
        var items = await Rest.Json("crm.item.list", new { entityTypeId = 130, filter = new JsonObject { [">id"] = 1 }, select = new[] { "id", "title", "opportunity", "ufCrm_77" } });
        Assert.Equal("""{"items":[{"id":2,"title":"item 2","opportunity":0,"ufCrm_77":"v"}]}""", items.Json);
        Assert.Equal(1, (int)items.Body["total"]!);
        Portal.Seed("tasks.task", 1, i => new { TITLE = "task", RESPONSIBLE_ID = 1, UF_CRM_TASK = new[] { "D_1" } });
        var tasks = await Rest.Json("tasks.task.list", new { select = new[] { "ID", "TITLE", "RESPONSIBLE_ID", "UF_CRM_TASK" } });
        Assert.Equal("""{"tasks":[{"id":"1","title":"task","responsibleId":"1","ufCrmTask":["D_1"]}]}""", tasks.Json);
    }

    [Fact]
    public async Task A_deal_is_the_same_row_for_crm_deal_and_crm_item()
    {
        Portal.Seed("crm.deal", 1, _ => new { TITLE = "one" });
        await Rest.Json("crm.item.update", new { entityTypeId = 2, id = 1, fields = new { title = "two" } });
        Assert.Equal("two", (string?)(await Rest.Json("crm.deal.get", new { id = 1 })).Result!["TITLE"]);
        Assert.Equal("""{"items":[]}""", (await Rest.Json("crm.item.list", new { entityTypeId = 1 })).Json);
    }

    [Fact]
    public async Task Parameters_of_older_methods()
    {
        Portal.Seed("user", 3, i => new { NAME = $"u{i}", EMAIL = $"u{i}@example.com", LAST_NAME = i == 2 ? "Two" : "Other" });
        Assert.Equal("4", (await Rest.Json("user.get", new { FILTER = new { LAST_NAME = "Two" } })).Ids());
        Assert.Equal("4", (await Rest.Json("user.get", new { LAST_NAME = "Two" })).Ids());
        Assert.Equal("5,4,3,2,1", (await Rest.Json("user.get", new { sort = "ID", order = "DESC" })).Ids());
        Portal.Seed("department", 1, _ => new { NAME = "Sales", PARENT = 1 });
        Assert.Equal("2", (await Rest.Json("department.get", new { PARENT = 1 })).Ids());
        Portal.Seed("lists.element", 3, i => new { NAME = $"e{i}", PROPERTY_7 = $"p{i}" }, new { IBLOCK_ID = 5 });
        var elements = await Rest.Json("lists.element.get", new { IBLOCK_ID = 5, FILTER = new { PROPERTY_7 = "p2" } });
        Assert.Equal(("2", """{"27":"p2"}"""), (elements.Ids(), elements.Result![0]!["PROPERTY_7"]!.ToJsonString()));
        Assert.Equal("", (await Rest.Json("lists.element.get", new { IBLOCK_ID = 6 })).Ids());
        Assert.Equal("3,2,1", (await Rest.Json("lists.element.get", new { IBLOCK_ID = 5, ELEMENT_ORDER = new { ID = "desc" } })).Ids());
    }

    [Fact]
    public async Task Catalogue_products_take_an_array_of_ids_but_no_prefix_for_it()
    {
        Portal.Seed("catalog.product", 3, i => new { name = $"p{i}", iblockId = 14 });
        var select = new[] { "id", "iblockId" };
        Assert.Equal("1,3", (await Rest.Json("catalog.product.list", new { select, filter = new { id = new[] { 1, 3 } } })).Ids("products"));
        Assert.Equal("INVALID_ARG_VALUE", (await Rest.Json("catalog.product.list", new { select, filter = new JsonObject { ["@id"] = new JsonArray(1, 3) } })).Error);
    }

    [Fact]
    public async Task Phones_are_found_by_any_of_their_values()
    {
        Portal.Seed("crm.contact", 2, i => new { NAME = $"c{i}", PHONE = new[] { new { VALUE = $"+7{i}", VALUE_TYPE = "WORK" }, new { VALUE = $"+8{i}", VALUE_TYPE = "HOME" } } });
        var found = await Rest.Json("crm.contact.list", new { filter = new { PHONE = "+82" }, select = new[] { "ID", "PHONE" } });
        Assert.Equal(("2", "+72"), (found.Ids(), (string?)found.Result![0]!["PHONE"]![0]!["VALUE"]));
        var plain = await Rest.Json("crm.contact.list", new { filter = new { ID = 1 } });
        Assert.False(plain.Result![0]!.AsObject().ContainsKey("PHONE"));
        Assert.Equal("Y", (string?)plain.Result![0]!["HAS_PHONE"]);
    }

    [Fact]
    public async Task A_hundred_thousand_rows_are_listed_quickly()
    {
        Portal.Seed("crm.deal", 100_000, i => new { TITLE = "deal", STAGE_ID = i % 100 == 0 ? "WON" : "NEW" });
        var watch = Stopwatch.StartNew();
        for (var last = 99_000; last < 99_950; last += 50)
        {
            var page = await Rest.Json("crm.deal.list", new { start = -1, filter = new JsonObject { [">ID"] = last }, order = new { ID = "ASC" }, select = IdOnly });
            Assert.Equal(Rest.Text(last + 50), (string?)page.Result![49]!["ID"]);
        }

        var won = await Rest.Json("crm.deal.list", new { filter = new { STAGE_ID = "WON" }, start = 950, select = IdOnly });
        Assert.Equal(("95100", 1000), ((string?)won.Result![0]!["ID"], (int)won.Body["total"]!));
        var all = await Rest.Json("crm.deal.list", new { start = 99_950, select = IdOnly });
        Assert.Equal(("100000", 100_000), ((string?)all.Result![49]!["ID"], (int)all.Body["total"]!));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
    }
}
