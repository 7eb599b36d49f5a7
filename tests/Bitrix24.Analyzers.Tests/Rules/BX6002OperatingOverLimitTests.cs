using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Rules;

/// <summary>What the rule says and when; the arithmetic is tested with the load model.</summary>
public sealed class BX6002OperatingOverLimitTests
{
    static Scenario In(string members) => Code.InClass(members).For("BX6002");

    const string Remedy = "(OPERATION_TIME_LIMIT). Read only what changed, with 'select' and 'start=-1'; neither pauses nor 'batch' help.";

    static Scenario Worker(string mark, string pause) => In($$"""
        public async Task RunAsync(CancellationToken token)
        {
            {{mark}} (!token.IsCancellationRequested)
            {
                await portal.CallAsync("crm.deal.update");
                await Task.Delay({{pause}}, token);
            }
        }
        """);

    [Fact]
    public Task AMethodThatNeverRests() => Worker("{|BX6002:while|}", "500").WithFile("Bitrix24.Load.tsv", "crm.deal.update\t4").Saying(
        "'RunAsync' runs with 500 ms between runs and sends 1 request, by 'crm.deal.update' (through CallAsync → PostAsJsonAsync): "
        + $"'crm.deal.update' works for 534 s within ten minutes at 4 s a call (measured), more than its 480 s; it is refused after 540 s {Remedy}").ReportsAsync();

    [Fact]
    public Task TheLimitIsConfigured() => Worker("{|BX6002:while|}", "500").WithFile("Bitrix24.Load.tsv", "crm.deal.update\t2").Configured("bitrix24.operating_limit_seconds = 420").ReportsAsync();

    [Theory]
    [InlineData("500", "crm.deal.update\t1", "")]
    [InlineData("500", "", "")]
    [InlineData("5000", "crm.deal.update\t4", "")]
    [InlineData("500", "crm.deal.update\t4", "bitrix24.operating_limit_seconds = off")]
    public Task AMethodThatRestsIsQuiet(string pause, string table, string configuration) => Worker("while", pause).WithFile("Bitrix24.Load.tsv", table).Configured(configuration).QuietAsync();

    static Scenario Scan(string mark) => In($$"""
        public async Task RunAsync(CancellationToken token)
        {
            {{mark}} (!token.IsCancellationRequested)
            {
                var start = 0;
                string page;
                do
                {
                    page = await portal.CallAsync("crm.activity.list", new { start });
                    start += 50;
                    await Task.Delay(1000, token);
                }
                while (page.Contains("next"));
                await Task.Delay(TimeSpan.FromMinutes(1), token);
            }
        }
        """);

    [Fact]
    public Task APausedScanThatIsSlow() => Scan("{|BX6002:while|}").WithFile("Bitrix24.Load.tsv", "crm.activity.list\t6").Saying(
        "'RunAsync' runs with 1 min between runs and sends ⌈rows.crm.activity/50⌉ requests, by 'crm.activity.list' (through CallAsync → PostAsJsonAsync): "
        + $"above 4,000 rows of crm.activity 'crm.activity.list' works for more than its 480 s within ten minutes at 6 s a call (measured) {Remedy}").ReportsAsync();

    [Fact]
    public Task APausedScanIsQuiet() => Scan("while").QuietAsync();
}
