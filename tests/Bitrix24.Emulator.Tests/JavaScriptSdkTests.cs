namespace Bitrix24.Emulator.Tests;

/// <summary>Is it Bitrix24? The official SDK, unmodified and over https, thinks so.</summary>
public sealed class JavaScriptSdkTests
{
    private static readonly PortalOptions Https = new() { Urls = ["https://127.0.0.1:0"], RequireHttps = true, Rate = null };

    [NodeTheory]
    [InlineData("calls.test.mjs")]
    [InlineData("batch.test.mjs")]
    public async Task Empty_portal(string script)
    {
        await using var portal = await Portal.StartAsync(Https);
        await NodeSdk.PassAsync(script, portal);
    }

    [NodeTheory]
    [InlineData("lists.test.mjs")]
    public async Task Full_portal(string script)
    {
        await using var portal = await Portal.StartAsync(Https);
        portal.Seed("crm.deal", 1234, i => new { TITLE = $"d{i}", STAGE_ID = i % 3 == 0 ? "WON" : "NEW" });
        portal.Seed("crm.item", 1234, i => new { title = $"i{i}" }, new { entityTypeId = 140 });
        await NodeSdk.PassAsync(script, portal);
    }

    [NodeTheory]
    [InlineData("refusal.test.mjs")]
    public async Task Portal_that_refuses(string script)
    {
        await using var portal = await Portal.StartAsync(Https with { Rate = new RateLimit(5, 2), Clock = TimeProvider.System, ServiceTime = ServiceTime.None });
        await NodeSdk.PassAsync(script, portal);
        Assert.NotEqual(0, portal.Counters.RefusalsByCode["QUERY_LIMIT_EXCEEDED"]);
        Assert.Equal(10, portal.Ask("crm.deal.list")!.AsArray().Count);
    }

    [NodeTheory]
    [InlineData("version3.test.mjs")]
    public async Task Version_three(string script)
    {
        await using var portal = await Portal.StartAsync(Https);
        portal.Seed("tasks.task", 120, i => new { TITLE = $"t{i}", RESPONSIBLE_ID = 1 });
        portal.Seed("main.eventlog", 70, _ => new { severity = "INFO" });
        await NodeSdk.PassAsync(script, portal);
    }
}
