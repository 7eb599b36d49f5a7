using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Rules;

/// <summary>What the rule says and when; which code has which schedule is tested by idea, in the folder Schedules.</summary>
public sealed class BX6001RateOverLimitTests
{
    const string Remedy = "(QUERY_LIMIT_EXCEEDED). Read only what changed, send 'batch' requests, or run it less often.";

    static Scenario Poll(string pause, string method = "crm.activity.list", string filter = "") => Code.InClass($$"""
        public async Task RunAsync(CancellationToken token)
        {
            {|BX6001:while|} (!token.IsCancellationRequested)
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
                page = await portal.CallAsync("{{method}}", new { start {{filter}} });
                start += 50;
            }
            while (page.Contains("next"));
        }
        """);

    static Scenario Quiet(Scenario scenario) => scenario;

    [Fact]
    public Task AFullScanHasAThreshold() => Poll("TimeSpan.FromMinutes(5)").Saying(
        "'RunAsync' runs with 5 min between runs and sends ⌈rows.crm.activity/50⌉ requests, by 'crm.activity.list' (through ScanAsync → CallAsync → PostAsJsonAsync): "
        + "above 30,000 rows of crm.activity that is more than the 2 requests/s that the Standard plan lets through, and it never catches up " + Remedy).ReportsAsync();

    [Fact]
    public Task ThePlanIsConfigured() => Poll("TimeSpan.FromMinutes(5)").Configured("bitrix24.plan = enterprise").Saying(
        "'RunAsync' runs with 5 min between runs and sends ⌈rows.crm.activity/50⌉ requests, by 'crm.activity.list' (through ScanAsync → CallAsync → PostAsJsonAsync): "
        + "above 75,000 rows of crm.activity that is more than the 5 requests/s that the Enterprise plan lets through, and it never catches up " + Remedy).ReportsAsync();

    [Fact]
    public Task RowsAreConfigured() => Poll("TimeSpan.FromMinutes(5)").Configured("bitrix24.rows.crm.activity = 200000").Saying("?").ReportsAsync();

    [Fact]
    public Task RowsAreMeasured() => Poll("TimeSpan.FromMinutes(5)").WithFile("Bitrix24.Load.tsv", "crm.activity.list\t\t200000").Saying("?").ReportsAsync();
}
