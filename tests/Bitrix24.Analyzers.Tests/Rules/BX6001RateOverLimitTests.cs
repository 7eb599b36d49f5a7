using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Rules;

/// <summary>What the rule says and when; which code has which schedule is tested by idea, in the folder Schedules.</summary>
public sealed class BX6001RateOverLimitTests
{
    static Scenario In(string members) => Code.InClass(members).For("BX6001", "BX1001");

    const string Remedy = "(QUERY_LIMIT_EXCEEDED). Read only what changed, send 'batch' requests, or run it less often.";

    const string Way = "(through ScanAsync → CallAsync → PostAsJsonAsync)";

    static string Poll(string pause, bool reports = true, string filter = "") => $$"""
        public async Task RunAsync(CancellationToken token)
        {
            {{(reports ? "{|BX6001:while|}" : "while")}} (!token.IsCancellationRequested)
            {
                await ScanAsync();
                await Task.Delay({{pause}}, token);
            }
        }

        async Task ScanAsync()
        {
            var start = 0;
            string page;
            do
            {
                page = await portal.CallAsync("crm.activity.list", new { start, filter = new Dictionary<string, object> { {{filter}} } });
                start += 50;
            }
            while (page.Contains("next"));
        }
        """;

    [Fact]
    public Task AFullScanHasAThreshold() => In(Poll("TimeSpan.FromMinutes(5)")).Saying(
        $"'RunAsync' runs with 5 min between runs and sends ⌈rows.crm.activity/50⌉ requests, by 'crm.activity.list' {Way}: "
        + $"above 30,000 rows of crm.activity it may never catch up, since the Standard plan (assumed) lets 2 requests/s through {Remedy}").ReportsAsync();

    [Fact]
    public Task ThePlanIsConfigured() => In(Poll("TimeSpan.FromMinutes(5)")).Configured("bitrix24.plan = enterprise").Saying(
        $"'RunAsync' runs with 5 min between runs and sends ⌈rows.crm.activity/50⌉ requests, by 'crm.activity.list' {Way}: "
        + $"above 75,000 rows of crm.activity it may never catch up, since the Enterprise plan (configured) lets 5 requests/s through {Remedy}").ReportsAsync();

    [Theory]
    [InlineData("configured", "bitrix24.rows.crm.activity = 200000", "")]
    [InlineData("measured", "", "crm.activity.list\t\t200000")]
    [InlineData("configured", "bitrix24.portal_size = medium", "")]
    public Task RowsAreKnown(string source, string configuration, string table) => In(Poll("TimeSpan.FromMinutes(5)")).Configured(configuration).WithFile("Bitrix24.Load.tsv", table).Saying(
        $"'RunAsync' runs with 5 min between runs and sends ⌈rows.crm.activity/50⌉ = 4,000 requests (200,000 rows.crm.activity, {source}), by 'crm.activity.list' {Way}: "
        + $"3.64 requests/s on average, but the Standard plan (assumed) lets 2 requests/s through; at 0.2 s a request (assumed) they are refused after 16.7 s, and it never catches up {Remedy}").ReportsAsync();

    [Fact]
    public Task ABurstThatTheAverageWouldAllow() => In(Poll("TimeSpan.FromHours(1)")).Configured("bitrix24.rows.crm.activity = 100000").Saying(
        $"'RunAsync' runs with 1 h between runs and sends ⌈rows.crm.activity/50⌉ = 2,000 requests (100,000 rows.crm.activity, configured), by 'crm.activity.list' {Way}: "
        + $"at 0.2 s a request (assumed) the bucket of 50 overflows after 16.7 s, though 0.5 requests/s on average would fit: the Standard plan (assumed) lets 2 requests/s through {Remedy}").ReportsAsync();

    [Fact]
    public Task SeveralCallsAndTheHeaviestOfThem() => In("""
        public async Task RunAsync(List<int> orders)
        {
            {|BX6001:while|} (true)
            {
                foreach (var order in orders)
                    await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id = order });
                if (orders.Count > 3)
                    await portal.CallAsync("crm.deal.add");
                await Task.Delay(60000);
            }
        }
        """).Saying(
        "'RunAsync' runs with 1 min between runs and sends up to 1 + orders requests, most by 'crm.deal.get' (through CallAsync → PostAsJsonAsync): "
        + $"above 119 elements of 'orders' it may never catch up, since the Standard plan (assumed) lets 2 requests/s through {Remedy}",
        "'crm.deal.get' is called for each of 'orders' (through CallAsync → PostAsJsonAsync): orders requests a round; above 83 elements at an assumed 5 requests/s the bucket of 50 overflows (QUERY_LIMIT_EXCEEDED). Send the calls in 'batch' requests of 50.").ReportsAsync();

    [Fact]
    public Task ATimerThatSendsTooOften() => In("""
        readonly System.Timers.Timer _timer = new(250);

        public void Start()
        {
            _timer.{|BX6001:Elapsed|} += async (_, _) => await portal.CallAsync("crm.deal.list");
            _timer.Start();
        }
        """).Saying(
        "'the timer' runs every 250 ms and sends 1 request, by 'crm.deal.list' (through CallAsync → PostAsJsonAsync): "
        + $"4 requests/s on average, but the Standard plan (assumed) lets 2 requests/s through; at 0.2 s a request (assumed) they are refused after 24.9 s, and it never catches up {Remedy}").ReportsAsync();

    [Theory]
    [InlineData("TimeSpan.FromDays(1)", "")]
    [InlineData("TimeSpan.FromMinutes(5)", "[\">DATE_MODIFY\"] = 1")]
    [InlineData("TimeSpan.FromMinutes(5)", "[\">=LAST_UPDATED\"] = 1")]
    public Task AScanThatIsRareOrNarrowedIsQuiet(string pause, string filter) => In(Poll(pause, reports: false, filter)).QuietAsync();

    [Fact]
    public Task AKeysetIsNoNarrowing() => In(Poll("TimeSpan.FromMinutes(5)", filter: "[\">ID\"] = start")).ReportsAsync();

    [Theory]
    [InlineData("bitrix24.rows.crm.activity = 4000")]
    [InlineData("bitrix24.portal_size = small\nbitrix24.plan = enterprise")]
    public Task AScanThatFitsIsQuiet(string configuration) => In(Poll("TimeSpan.FromMinutes(5)", reports: false)).Configured(configuration).QuietAsync();

    [Fact]
    public Task ADictionaryIsQuiet() => In("""
        public async Task RunAsync()
        {
            while (true)
            {
                await portal.CallAsync("crm.status.list");
                await Task.Delay(60000);
            }
        }
        """).QuietAsync();

    static Scenario Controller(string mark) => Code.WithPortal($$"""
        using Microsoft.AspNetCore.Mvc;
        namespace App;

        [ApiController]
        public sealed class DealsController(Portal portal) : ControllerBase
        {
            [HttpGet]
            public async Task {{mark}}(int id)
            {
                await portal.CallAsync("crm.deal.get", new { id });
                await portal.CallAsync("crm.contact.get", new { id });
            }
        }
        """).WithStub("Microsoft.AspNetCore");

    [Fact]
    public Task WebRequestsAreConfigured() => Controller("{|BX6001:ShowAsync|}").Configured("bitrix24.web_requests_per_minute = 90").Saying(
        "'ShowAsync' runs for each web request and sends 2 requests, most by 'crm.deal.get' (through CallAsync → PostAsJsonAsync): "
        + $"3 requests/s on average, but the Standard plan (assumed) lets 2 requests/s through; at 0.2 s a request (assumed) they are refused after 49.6 s, and it never catches up {Remedy}").ReportsAsync();

    [Theory]
    [InlineData("")]
    [InlineData("bitrix24.web_requests_per_minute = 60")]
    public Task FewOrUnknownWebRequestsAreQuiet(string configuration) => Controller("ShowAsync").Configured(configuration).QuietAsync();

    static Scenario Once(string mark) => Code.Of($$"""
        namespace App;

        public static class Program
        {
            public static async Task {{mark}}(string[] args) => await new Reader(new Portal(new HttpClient(), args[0])).RunAsync();
        }

        public sealed class Reader(Portal portal)
        {
            public async Task RunAsync()
            {
                var start = 0;
                string page;
                do
                {
                    page = await portal.CallAsync("crm.activity.list", new { start });
                    start += 50;
                }
                while (page.Contains("next"));
            }
        }
        """).With("Portal.cs", Code.Portal).AsProgram();

    [Fact]
    public Task AProgramThatRunsOnceSpeaksOnceItsSizesAreConfigured() => Once("{|BX6001:Main|}").Configured("bitrix24.rows.crm.activity = 100000").Saying(
        "'Main' runs once and sends ⌈rows.crm.activity/50⌉ = 2,000 requests (100,000 rows.crm.activity, configured), by 'crm.activity.list' (through RunAsync → CallAsync → PostAsJsonAsync): "
        + $"at 0.2 s a request (assumed) the bucket of 50 overflows after 16.7 s: the Standard plan (assumed) lets 2 requests/s through {Remedy}").ReportsAsync();

    [Theory]
    [InlineData("")]
    [InlineData("bitrix24.rows.crm.activity = 4000")]
    public Task AProgramThatRunsOnceAndFitsIsQuiet(string configuration) => Once("Main").Configured(configuration).QuietAsync();

    [Fact]
    public Task AMethodThatNobodyRunsOftenIsQuiet() => In(Poll("TimeSpan.FromMinutes(5)").Replace("{|BX6001:while|} (!token.IsCancellationRequested)", "if (!token.IsCancellationRequested)")).QuietAsync();

    [Theory]
    [InlineData("if (inbox.TryDequeue(out var id)) await portal.CallAsync(\"crm.deal.update\", new { id }); else Console.WriteLine(); await Task.Delay(100);")]
    [InlineData("switch (inbox.Count) { case 1: await portal.CallAsync(\"crm.deal.add\"); break; case 2: await portal.CallAsync(\"crm.lead.add\"); break; case 3: await portal.CallAsync(\"crm.contact.add\"); break; } await Task.Delay(1000);")]
    [InlineData("foreach (var id in inbox) await portal.{|BX1001:CallAsync|}(\"crm.deal.update\", new { id }); await Task.Delay(1000);")]
    [InlineData("await portal.CallAsync(\"user.current\"); foreach (var id in inbox) { await portal.CallAsync(\"crm.deal.update\", new { id }); await Task.Delay(1000); } await Task.Delay(60000);")]
    [InlineData("var id = Console.ReadLine(); await portal.CallAsync(\"crm.deal.update\", new { id }); await Task.Delay(100);")]
    [InlineData("await Task.Delay(TimeSpan.FromSeconds(double.PositiveInfinity)); await portal.CallAsync(\"crm.deal.update\");")]
    [InlineData("await Task.Delay(TimeSpan.FromSeconds(1e300)); await portal.CallAsync(\"crm.deal.update\"); await Task.Delay(TimeSpan.FromSeconds(double.NaN));")]
    public Task WhatMayWellFitIsQuiet(string round)
    {
        var scenario = In($$"""
            public async Task RunAsync(Queue<int> inbox)
            {
                while (true)
                {
                    {{round}}
                }
            }
            """);
        return round.Contains("{|", StringComparison.Ordinal) ? scenario.ReportsAsync() : scenario.QuietAsync();
    }

    [Theory]
    [InlineData("_timer.AutoReset = false;", "", "Elapsed")]
    [InlineData("", "_timer.Stop();", "Elapsed")]
    [InlineData("_timer.AutoReset = false;", "_timer.Start();", "{|BX6001:Elapsed|}")]
    [InlineData("", "_timer.Stop(); _timer.Start();", "{|BX6001:Elapsed|}")]
    public Task ATimerThatRingsOnceIsQuiet(string setting, string handling, string mark)
    {
        var scenario = In($$"""
            readonly System.Timers.Timer _timer = new(250);

            public void Start()
            {
                {{setting}}
                _timer.{{mark}} += async (_, _) => { {{handling}} await portal.CallAsync("crm.deal.get"); };
                _timer.Start();
            }
            """);
        return mark == "Elapsed" ? scenario.QuietAsync() : scenario.ReportsAsync();
    }

    [Fact]
    public async Task ManySizesTakeNoTime()
    {
        var loops = string.Join("\n", Enumerable.Range(1, 24).Select(static i => $"foreach (var id in Items{i}) await portal.CallAsync(\"crm.deal.update\", new {{ id }});"));
        var members = string.Join("\n", Enumerable.Range(1, 24).Select(static i => $"public List<int> Items{i} {{ get; set; }} = new();"));
        var compilation = Code.InClass($$"""
            public async Task RunAsync()
            {
                while (true)
                {
                    {{loops}}
                    await Task.Delay(60000);
                }
            }

            {{members}}
            """).Compile();
        await AnalyzerRun.BuildAsync(compilation.Clone());
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Contains(await AnalyzerRun.BuildAsync(compilation.Clone()), static f => f.Id == "BX6001");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.Elapsed}");
    }
}
