using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Rules;

public sealed class BX4002FrequentPollingTests
{
    static Scenario Poll(string method, string filter, string mark = "{|BX4002:while|}", string pause = "60000") => Code.InClass($$"""
        public async Task RunAsync(DateTime since, CancellationToken token)
        {
            {{mark}} (!token.IsCancellationRequested)
            {
                await portal.CallAsync("{{method}}", new { filter = new Dictionary<string, object> { {{filter}} } });
                await Task.Delay({{pause}}, token);
            }
        }
        """).For("BX4002");

    [Fact]
    public Task ChangesThatEventsTellOf() => Poll("crm.deal.list", "[\">DATE_MODIFY\"] = since").Saying(
        "'RunAsync' runs with 1 min between runs and asks 'crm.deal.list' (through CallAsync → PostAsJsonAsync) for what changed, though the portal can tell. "
        + "Subscribe to OnCrmDealAdd, OnCrmDealUpdate and OnCrmDealDelete.").ReportsAsync();

    [Theory]
    [InlineData("tasks.task.list", "[\">CHANGED_DATE\"] = since")]
    [InlineData("crm.item.list", "[\">=updatedTime\"] = since")]
    public Task AnyEntityWithEventsReports(string method, string filter) => Poll(method, filter).ReportsAsync();

    [Theory]
    [InlineData("user.get", "[\">TIMESTAMP_X\"] = since", "60000")]
    [InlineData("lists.element.get", "[\">TIMESTAMP_X\"] = since", "60000")]
    [InlineData("crm.deal.list", "[\"STAGE_ID\"] = since", "60000")]
    [InlineData("crm.deal.list", "[\">DATE_MODIFY\"] = since", "7200000")]
    public Task OthersAreQuiet(string method, string filter, string pause) => Poll(method, filter, "while", pause).QuietAsync();
}
