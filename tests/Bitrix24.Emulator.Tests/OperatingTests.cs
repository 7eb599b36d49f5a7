using System.Net;

namespace Bitrix24.Emulator.Tests;

public sealed class OperatingTests
{
    private static readonly ServiceTime Slow = ServiceTime.None with { Methods = new Dictionary<string, TimeSpan>(StringComparer.OrdinalIgnoreCase) { ["crm.deal.list"] = TimeSpan.FromSeconds(10) } };

    private static Task<Portal> Start(OperatingScope scope = OperatingScope.Caller) =>
        Portal.StartAsync(new PortalOptions { Rate = null, ServiceTime = Slow, OperatingScope = scope, Webhooks = [new Webhook(1, "first"), new Webhook(1, "second")] });

    [Fact]
    public async Task The_call_that_crosses_480_seconds_finishes_and_the_next_is_refused()
    {
        await using var portal = await Start();
        using var rest = new Rest(portal);
        var start = portal.Clock.GetUtcNow();
        for (var i = 1; i <= 49; i++)
        {
            var answer = await rest.Json("crm.deal.list");
            Assert.Equal((HttpStatusCode.OK, i * 10d), (answer.Status, (double)answer.Body["time"]!["operating"]!));
            Assert.Equal(start.AddMinutes(10).ToUnixTimeSeconds(), (long)answer.Body["time"]!["operating_reset_at"]!);
        }

        var refused = await rest.Json("crm.deal.list");
        Assert.Equal((HttpStatusCode.TooManyRequests, "OPERATION_TIME_LIMIT"), (refused.Status, refused.Error));
        Assert.Equal(490, portal.Counters.Methods["crm.deal.list"].OperatingSeconds);
        Assert.Equal(HttpStatusCode.OK, (await rest.Json("crm.lead.list")).Status);
        // 490 s have passed; the first minute's six calls leave after 600.
        ((VirtualClock)portal.Clock).Advance(TimeSpan.FromSeconds(109));
        Assert.Equal("OPERATION_TIME_LIMIT", (await rest.Json("crm.deal.list")).Error);
        ((VirtualClock)portal.Clock).Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(440, (double)(await rest.Json("crm.deal.list")).Body["time"]!["operating"]!);
    }

    [Fact]
    public async Task A_call_keeps_the_operating_time_that_its_answer_says()
    {
        await using var portal = await Start();
        using var rest = new Rest(portal);
        await rest.Json("crm.deal.list");
        await rest.Batch(new { a = "crm.deal.list", b = "crm.lead.list" });
        Assert.Equal([("crm.deal.list", 10d), ("batch", 0), ("crm.deal.list", 20), ("crm.lead.list", 0)], portal.Calls.Select(call => (call.Method, call.OperatingSeconds)));
    }

    [Theory]
    [InlineData(OperatingScope.Caller, null)]
    [InlineData(OperatingScope.Portal, "OPERATION_TIME_LIMIT")]
    public async Task Another_webhook_is_refused_only_where_the_portal_counts_as_one(OperatingScope scope, string? error)
    {
        await using var portal = await Start(scope);
        using var rest = new Rest(portal);
        for (var i = 0; i < 49; i++)
            await rest.Json("crm.deal.list");
        var answer = await Rest.Read(await rest.Client.GetAsync($"{portal.Url}rest/1/second/crm.deal.list"));
        Assert.Equal(error, answer.Error);
    }

    [Fact]
    public async Task Commands_of_a_batch_are_charged_to_their_own_method()
    {
        await using var portal = await Start();
        using var rest = new Rest(portal);
        for (var i = 0; i < 12; i++)
            await rest.Batch(Enumerable.Range(1, 4).ToDictionary(c => $"c{c}", _ => "crm.deal.list"));
        Assert.Equal(480, portal.Counters.Callers["webhook-1"].OperatingSeconds["crm.deal.list"]);
        var answer = await rest.Batch(new { a = "crm.deal.list", b = "crm.deal.list", c = "crm.lead.list" });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("OPERATION_TIME_LIMIT", (string?)answer.Result!["result_error"]!["b"]!["error"]);
        Assert.Equal(["a", "c"], answer.Result["result"]!.AsObject().Select(pair => pair.Key));
        Assert.Equal(0, (double)answer.Body["time"]!["operating"]!);
        Assert.Equal(1, portal.Counters.RefusalsByCode["OPERATION_TIME_LIMIT"]);
    }

    [Fact]
    public async Task A_request_of_more_than_a_minute_loses_its_answer_and_keeps_what_ran()
    {
        var times = ServiceTime.None with { Write = TimeSpan.FromSeconds(20) };
        await using var portal = await Portal.StartAsync(new PortalOptions { ServiceTime = times });
        using var rest = new Rest(portal);
        var three = await rest.Batch(Enumerable.Range(1, 3).ToDictionary(c => $"c{c}", _ => "crm.deal.add?fields[TITLE]=x"));
        Assert.Equal(HttpStatusCode.OK, three.Status);
        using var content = new FormUrlEncodedContent(Enumerable.Range(1, 10).Select(c => KeyValuePair.Create($"cmd[c{c}]", "crm.deal.add?fields[TITLE]=x")));
        using var lost = await rest.Client.PostAsync(portal.WebhookUrl + "batch", content);
        Assert.Equal(HttpStatusCode.GatewayTimeout, lost.StatusCode);
        Assert.Equal(7, portal.Ask("crm.deal.list")!.AsArray().Count);
    }

    [Fact]
    public async Task A_page_without_a_total_with_few_fields_and_rows_is_cheaper()
    {
        await using var portal = await Portal.StartAsync(new PortalOptions { Rate = null });
        using var rest = new Rest(portal);
        portal.Seed("crm.deal", 10_000, i => new { TITLE = "x" });
        async Task<double> Seconds(object parameters) => (double)(await rest.Json("crm.deal.list", parameters)).Body["time"]!["duration"]!;
        var whole = await Seconds(new { });
        var uncounted = await Seconds(new { start = -1 });
        var narrow = await Seconds(new { start = -1, select = new[] { "ID" } });
        var small = await Seconds(new { start = -1, select = new[] { "ID" }, filter = new { ID = 7 } });
        Assert.Equal([0.301, 0.092, 0.051, 0.03042], new[] { whole, uncounted, narrow, small }.Select(seconds => Math.Round(seconds, 5)));
    }

    [Fact]
    public async Task The_documented_cost_of_a_total()
    {
        // 2,387,743 rows: 49.9 s with the total, 0.1 s without it.
        var page = new ServiceTime();
        Assert.Equal(49.9, (page.Of("crm.item.list", new Calls.Work(50, 50 * 35, 2_387_743, 0))).TotalSeconds, 0.1);
        Assert.Equal(0.1, page.Of("crm.item.list", new Calls.Work(50, 50 * 35, 0, 0)).TotalSeconds, 0.02);
        await Task.CompletedTask;
    }
}
