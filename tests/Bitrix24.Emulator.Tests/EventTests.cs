using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Bitrix24.Emulator.Tests;

public sealed class EventTests : PortalTest
{
    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);

    private async Task<Answer> App(string method, object? parameters = null, string app = "shop")
    {
        if (!_tokens.TryGetValue(app, out var token))
            _tokens[app] = token = Portal.Install(app).AccessToken;
        return await Rest.Read(await Rest.Client.PostAsync($"{Portal.RestUrl}{method}?auth={token}", JsonContent.Create(parameters ?? new { }, options: JsonSerializerOptions.Default)));
    }

    private async Task AddDeals(int count)
    {
        for (var i = 0; i < count; i++)
            await Rest.Json("crm.deal.add", new { fields = new { TITLE = $"d{i}" } });
    }

    [Fact]
    public async Task A_handler_gets_the_documented_form_once()
    {
        await using var handler = await Handler.StartAsync();
        var shop = Portal.Install("shop");
        Assert.Equal("true", (await App("event.bind", new { @event = "onCrmDealAdd", handler = handler.Url })).Json);
        await AddDeals(1);
        await Rest.Json("crm.deal.update", new { id = 1, fields = new { TITLE = "x" } });
        await Portal.EventsDeliveredAsync();
        var form = Assert.Single(handler.Events);
        Assert.Equal(("ONCRMDEALADD", "1", "1"), (form["event"], form["event_handler_id"], form["data[FIELDS][ID]"]));
        Assert.Equal(shop.ApplicationToken, form["auth[application_token]"]);
        Assert.Equal(Portal.RestUrl, form["auth[client_endpoint]"]);
        Assert.Equal("1", form["auth[user_id]"]);
        var answer = await Rest.Read(await Rest.Client.GetAsync($"{form["auth[client_endpoint]"]}crm.deal.get?id=1&auth={form["auth[access_token]"]}"));
        Assert.Equal("x", (string?)answer.Result!["TITLE"]);
        Assert.Equal(Portal.Clock.GetUtcNow().ToUnixTimeSeconds(), long.Parse(form["ts"], System.Globalization.CultureInfo.InvariantCulture), 3d);
        Assert.Equal(200, Assert.Single(Portal.Deliveries).Status);
    }

    [Fact]
    public async Task A_failed_handler_gets_no_second_delivery()
    {
        await using var handler = await Handler.StartAsync();
        handler.Status = 500;
        await App("event.bind", new { @event = "ONCRMDEALADD", handler = handler.Url });
        await AddDeals(2);
        await Portal.EventsDeliveredAsync();
        Assert.Equal(["1", "2"], handler.Events.Select(form => form["data[FIELDS][ID]"]));
        Assert.Equal([500, 500], Portal.Deliveries.Select(delivery => delivery.Status));
    }

    [Fact]
    public async Task A_handler_that_is_not_there_loses_its_events()
    {
        await App("event.bind", new { @event = "ONCRMDEALADD", handler = "http://127.0.0.1:1/nobody" });
        await AddDeals(1);
        await Portal.EventsDeliveredAsync();
        Assert.Null(Assert.Single(Portal.Deliveries).Status);
    }

    [Fact]
    public async Task Each_entity_has_its_own_place_for_the_id()
    {
        await using var handler = await Handler.StartAsync();
        foreach (var name in new[] { "OnTaskUpdate", "OnTaskDelete", "onCrmDynamicItemAdd", "onCrmDynamicItemAdd_140", "onCrmDynamicItemAdd_150", "CATALOG.PRODUCT.ON.ADD", "OnUserAdd", "OnCrmLeadUpdate" })
            Assert.Null((await App("event.bind", new { @event = name, handler = handler.Url })).Error);
        await Rest.Json("tasks.task.add", new { fields = new { TITLE = "t", RESPONSIBLE_ID = 1 } });
        await Rest.Json("tasks.task.update", new { taskId = 1, fields = new { TITLE = "u" } });
        await Rest.Json("tasks.task.delete", new { taskId = 1 });
        await Rest.Json("crm.item.add", new { entityTypeId = 140, fields = new { title = "i" } });
        await Rest.Json("catalog.product.add", new { fields = new { name = "p", iblockId = 14 } });
        await Rest.Json("user.add", new { EMAIL = "x@example.com" });
        await Rest.Json("crm.item.add", new { entityTypeId = 1, fields = new { title = "lead" } });
        await Rest.Json("crm.item.update", new { entityTypeId = 1, id = 1, fields = new { title = "changed" } });
        await Portal.EventsDeliveredAsync();
        string[] expected =
        [
            "ONTASKUPDATE data[FIELDS_BEFORE][ID]=1 data[FIELDS_AFTER][ID]=1",
            "ONTASKDELETE data[FIELDS_BEFORE][ID]=1",
            "ONCRMDYNAMICITEMADD data[FIELDS][ID]=1 data[FIELDS][ENTITY_TYPE_ID]=140",
            "ONCRMDYNAMICITEMADD_140 data[FIELDS][ID]=1 data[FIELDS][ENTITY_TYPE_ID]=140",
            "CATALOG.PRODUCT.ON.ADD data[FIELDS][ID]=1",
            "ONUSERADD data[ID]=3",
            "ONCRMLEADUPDATE data[FIELDS][ID]=1",
        ];
        Assert.Equal(expected, handler.Events.Select(form => $"{form["event"]} {string.Join(' ', form.Where(field => field.Key.StartsWith("data", StringComparison.Ordinal)).Select(field => $"{field.Key}={field.Value}"))}"));
    }

    [Fact]
    public async Task An_outgoing_webhook_brings_its_token_and_no_access()
    {
        await using var handler = await Handler.StartAsync();
        var token = Portal.AddOutgoingWebhook(handler.Url, "OnCrmDealAdd", "OnCrmDealUpdate");
        await AddDeals(1);
        await Portal.EventsDeliveredAsync();
        var form = Assert.Single(handler.Events);
        Assert.Equal(token, form["auth[application_token]"]);
        Assert.False(form.ContainsKey("auth[access_token]"));
        Assert.Throws<ArgumentException>(() => Portal.AddOutgoingWebhook(handler.Url, "OnUserAdd"));
        Assert.Throws<ArgumentException>(() => Portal.AddOutgoingWebhook(handler.Url, "OnNothing"));
    }

    [Fact]
    public async Task Only_applications_bind_and_only_administrators_for_others()
    {
        var webhook = await Rest.Json("event.bind", new { @event = "ONCRMDEALADD", handler = "https://example.com" });
        Assert.Equal((HttpStatusCode.Forbidden, "WRONG_AUTH_TYPE"), (webhook.Status, webhook.Error));
        var unknown = await App("event.bind", new { @event = "ONNOTHING", handler = "https://example.com" });
        Assert.Equal((HttpStatusCode.BadRequest, "ERROR_EVENT_NOT_FOUND"), (unknown.Status, unknown.Error));
        _tokens["simple"] = Portal.Install("simple", userId: 2, isAdmin: false).AccessToken;
        async Task<string?> Bind(object parameters) => (await App("event.bind", parameters, "simple")).Error;
        Assert.Equal("ACCESS_DENIED", await Bind(new { @event = "ONCRMDEALADD", event_type = "offline" }));
        Assert.Equal("ACCESS_DENIED", await Bind(new { @event = "ONCRMDEALADD", handler = "https://example.com", auth_type = 1 }));
        Assert.Null(await Bind(new { @event = "ONCRMDEALADD", handler = "https://example.com", auth_type = 2 }));
        Assert.Equal("ERROR_EVENT_BINDING", await Bind(new { @event = "ONCRMDEALADD", handler = "https://example.com", auth_type = 2 }));
        Assert.Equal("100", await Bind(new { @event = "ONCRMDEALADD" }));
    }

    [Fact]
    public async Task Get_and_unbind()
    {
        await App("event.bind", new { @event = "ONCRMDEALADD", handler = "https://example.com/a" });
        await App("event.bind", new { @event = "ONCRMDEALADD", handler = "https://example.com/b", auth_type = 2 });
        await App("event.bind", new { @event = "ONCRMDEALADD", event_type = "offline" });
        await App("event.bind", new { @event = "ONCRMDEALADD", handler = "https://example.com/a" }, "other");
        Assert.Equal(
            """[{"event":"ONCRMDEALADD","handler":"https://example.com/a","auth_type":"0","offline":0},{"event":"ONCRMDEALADD","handler":"https://example.com/b","auth_type":"2","offline":0},{"event":"ONCRMDEALADD","connector_id":"","offline":1}]""",
            (await App("event.get")).Json);
        Assert.Equal("""{"count":1}""", (await App("event.unbind", new { @event = "OnCrmDealAdd", handler = "https://example.com/a" })).Json);
        Assert.Equal("""{"count":0}""", (await App("event.unbind", new { @event = "OnCrmDealAdd", handler = "https://example.com/a" })).Json);
        Assert.Equal("""{"count":1}""", (await App("event.unbind", new { @event = "OnCrmDealAdd", event_type = "offline" })).Json);
        Assert.Single((await App("event.get")).Result!.AsArray());
        Assert.Single((await App("event.get", app: "other")).Result!.AsArray());
    }

    [Fact]
    public async Task The_offline_queue_keeps_one_record_an_object_and_gives_each_once()
    {
        await App("event.bind", new { @event = "ONCRMDEALUPDATE", event_type = "offline" });
        Portal.Seed("crm.deal", 60, i => new { TITLE = "d" });
        for (var round = 0; round < 3; round++)
            await Rest.Batch(Enumerable.Range(1, 50).ToDictionary(i => $"c{i}", i => $"crm.deal.update?id={i}&fields[TITLE]={round}"));
        await Rest.Batch(Enumerable.Range(51, 10).ToDictionary(i => $"c{i}", i => $"crm.deal.update?id={i}&fields[TITLE]=x"));
        Assert.Equal(60, (int)(await App("event.offline.list")).Body["total"]!);
        var first = await App("event.offline.get");
        Assert.Null(first.Result!["process_id"]);
        Assert.Equal(50, first.Result["events"]!.AsArray().Count);
        Assert.Equal("""{"FIELDS":{"ID":1}}""", first.Result["events"]![0]!["EVENT_DATA"]!.ToJsonString());
        Assert.Equal(10, (await App("event.offline.get")).Result!["events"]!.AsArray().Count);
        Assert.Equal("[]", (await App("event.offline.get")).Result!["events"]!.ToJsonString());
        Assert.Equal("[]", (await App("event.offline.get", app: "other")).Result!["events"]!.ToJsonString());
    }

    [Fact]
    public async Task Records_reserved_by_a_process_are_hidden_until_cleared_or_marked()
    {
        await App("event.bind", new { @event = "ONCRMDEALADD", event_type = "offline" });
        await AddDeals(5);
        var mine = (await App("event.offline.get", new { clear = 0, limit = 3 })).Result!;
        var other = (await App("event.offline.get", new { clear = 0 })).Result!;
        Assert.Equal((3, 2), (mine["events"]!.AsArray().Count, other["events"]!.AsArray().Count));
        Assert.NotEqual((string?)mine["process_id"], (string?)other["process_id"]);
        var list = (await App("event.offline.list", new { filter = new { PROCESS_ID = (string?)mine["process_id"] } })).Result!.AsArray();
        Assert.Equal(3, list.Count);
        await App("event.offline.clear", new { process_id = (string?)mine["process_id"], id = new[] { 1, 2 } });
        await App("event.offline.error", new { process_id = (string?)mine["process_id"], message_id = new[] { (string?)list[2]!["MESSAGE_ID"] } });
        await App("event.offline.clear", new { process_id = (string?)other["process_id"] });
        Assert.Equal("[]", (await App("event.offline.get")).Result!["events"]!.ToJsonString());
        var failed = (await App("event.offline.get", new { error = 1 })).Result!["events"]!.AsArray();
        Assert.Equal("3", (string?)Assert.Single(failed)!["ID"]);
    }

    [Fact]
    public async Task A_change_with_the_queues_own_key_is_not_put_into_it()
    {
        await App("event.bind", new { @event = "ONCRMDEALADD", event_type = "offline", auth_connector = "mine" });
        await Rest.Json("crm.deal.add", new { fields = new { TITLE = "a" }, auth_connector = "mine" });
        await Rest.Json("crm.deal.add", new { fields = new { TITLE = "b" }, auth_connector = "theirs" });
        await Rest.Json("crm.deal.add", new { fields = new { TITLE = "c" } });
        var events = (await App("event.offline.get", new { auth_connector = "mine" })).Result!["events"]!.AsArray();
        Assert.Equal([2, 3], events.Select(each => (int)each!["EVENT_DATA"]!["FIELDS"]!["ID"]!));
        Assert.Equal("[]", (await App("event.offline.get")).Result!["events"]!.ToJsonString());
    }

    [Fact]
    public async Task A_notice_of_the_queue_comes_no_more_often_than_asked()
    {
        await using var handler = await Handler.StartAsync();
        await App("event.bind", new { @event = "ONCRMDEALADD", event_type = "offline" });
        await App("event.bind", new { @event = "ONOFFLINEEVENT", handler = handler.Url, options = new { minTimeout = 3600 } });
        await AddDeals(3);
        ((VirtualClock)Portal.Clock).Advance(TimeSpan.FromHours(1));
        await AddDeals(1);
        await Portal.EventsDeliveredAsync();
        Assert.Equal(["ONOFFLINEEVENT", "ONOFFLINEEVENT"], handler.Events.Select(form => form["event"]));
    }

    [Fact]
    public async Task Seeding_and_the_portals_own_calls_raise_nothing_and_the_queue_is_no_part_of_the_state()
    {
        await App("event.bind", new { @event = "ONCRMDEALADD", event_type = "offline" });
        var before = Portal.State();
        Portal.Seed("crm.deal", 1, _ => new { TITLE = "s" });
        Portal.Ask("crm.deal.add", new { fields = new { TITLE = "p" } });
        Assert.Equal("[]", (await App("event.offline.get")).Result!["events"]!.ToJsonString());
        Portal.Ask("crm.deal.delete", new { id = 1 });
        Portal.Ask("crm.deal.delete", new { id = 2 });
        Assert.Equal(before, Portal.State());
    }

    [Fact]
    public async Task A_test_event_brings_its_parameters()
    {
        await using var handler = await Handler.StartAsync();
        await App("event.bind", new { @event = "ONAPPTEST", handler = handler.Url });
        await App("event.test", new { any = "data" });
        await Portal.EventsDeliveredAsync();
        Assert.Equal("data", Assert.Single(handler.Events)["data[QUERY][any]"]);
    }
}
