using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Rules;

/// <summary>What the rule says and when; which code has which schedule is tested by idea, in the folder Schedules.</summary>
public sealed class BX4001FullScanPollingTests
{
    static Scenario Poll(string method, string pause = "TimeSpan.FromMinutes(5)", string mark = "{|BX4001:while|}", string filter = "") => Code.InClass($$"""
        public async Task RunAsync(CancellationToken token)
        {
            {{mark}} (!token.IsCancellationRequested)
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
                page = await portal.CallAsync("{{method}}", new { start, filter = new Dictionary<string, object> { {{filter}} } });
                start += 50;
            }
            while (page.Contains("next"));
        }
        """).For("BX4001");

    const string Way = "(through ScanAsync → CallAsync → PostAsJsonAsync)";

    [Fact]
    public Task AFullScanHasEvents() => Poll("crm.activity.list").Saying(
        $"'RunAsync' runs with 5 min between runs and reads 'crm.activity.list' {Way} from the beginning each time: ⌈rows.crm.activity/50⌉ requests; "
        + "above 30,000 rows of crm.activity this alone may be more than the 2 requests/s that the Standard plan (assumed) lets through. "
        + "Subscribe to OnCrmActivityAdd, OnCrmActivityUpdate and OnCrmActivityDelete.").ReportsAsync();

    [Fact]
    public Task RowsAreConfigured() => Poll("crm.deal.list").Configured("bitrix24.rows.crm.deal = 200000").Saying(
        $"'RunAsync' runs with 5 min between runs and reads 'crm.deal.list' {Way} from the beginning each time: ⌈rows.crm.deal/50⌉ = 4,000 requests (200,000 rows.crm.deal, configured), "
        + "3.64 requests/s on average of the 2 requests/s that the Standard plan (assumed) lets through. Subscribe to OnCrmDealAdd, OnCrmDealUpdate and OnCrmDealDelete.").ReportsAsync();

    [Fact]
    public Task WithoutEventsThereIsAFilter() => Poll("user.get").Saying(
        $"'RunAsync' runs with 5 min between runs and reads 'user.get' {Way} from the beginning each time: ⌈rows.user/50⌉ requests; "
        + "above 30,000 rows of user this alone may be more than the 2 requests/s that the Standard plan (assumed) lets through. No event tells of all these changes: read what changed by the filter '>TIMESTAMP_X'.").ReportsAsync();

    [Fact]
    public Task WithoutEventsAndWithoutAFilter() => Poll("lists.element.get").Saying(
        $"'RunAsync' runs with 5 min between runs and reads 'lists.element.get' {Way} from the beginning each time: ⌈rows.lists.element/50⌉ requests; "
        + "above 30,000 rows of lists.element this alone may be more than the 2 requests/s that the Standard plan (assumed) lets through. No event tells of all these changes: read it less often, and only what is needed.").ReportsAsync();

    [Theory]
    [InlineData("crm.deal.list")]
    [InlineData("crm.lead.list")]
    [InlineData("crm.contact.list")]
    [InlineData("crm.company.list")]
    [InlineData("crm.item.list")]
    [InlineData("crm.quote.list")]
    [InlineData("tasks.task.list")]
    public Task AnyListIsReported(string method) => Poll(method).ReportsAsync();

    [Theory]
    [InlineData("crm.status.list")]
    [InlineData("department.get")]
    [InlineData("crm.deal.fields")]
    [InlineData("event.offline.list")]
    [InlineData("crm.deal.get")]
    [InlineData("crm.deal.update")]
    public Task WhatIsNoListThatChangesIsQuiet(string method) => Poll(method, mark: "while").QuietAsync();

    [Theory]
    [InlineData("TimeSpan.FromHours(1)")]
    [InlineData("TimeSpan.FromSeconds(5)")]
    public Task EveryHourReports(string pause) => Poll("crm.deal.list", pause).ReportsAsync();

    [Theory]
    [InlineData("TimeSpan.FromHours(2)")]
    [InlineData("TimeSpan.FromDays(1)")]
    public Task LessOftenIsQuiet(string pause) => Poll("crm.deal.list", pause, "while").QuietAsync();

    [Theory]
    [InlineData("[\">DATE_MODIFY\"] = start")]
    [InlineData("[\">=DATE_CREATE\"] = start")]
    public Task WhatChangedIsQuiet(string filter) => Poll("crm.deal.list", mark: "while", filter: filter).QuietAsync();

    [Theory]
    [InlineData("[\">ID\"] = start")]
    [InlineData("[\"STAGE_ID\"] = \"NEW\"")]
    public Task AnotherFilterReports(string filter) => Poll("crm.deal.list", filter: filter).ReportsAsync();

    [Fact]
    public Task HowManyRowsAFilterLeavesNobodyKnows() => Poll("crm.deal.list", filter: "[\"STAGE_ID\"] = \"NEW\"").Saying(
        $"'RunAsync' runs with 5 min between runs and reads 'crm.deal.list' {Way} from the beginning each time: 1 + ? requests. Subscribe to OnCrmDealAdd, OnCrmDealUpdate and OnCrmDealDelete.").ReportsAsync();

    [Theory]
    [InlineData("[\"ID\"] = 5")]
    [InlineData("[\"@ID\"] = new[] { 1, 2 }")]
    public Task RowsThatAreNamedAreQuiet(string filter) => Poll("crm.deal.list", mark: "while", filter: filter).QuietAsync();

    static Scenario Page(string loop, string pause) => Code.InClass($$"""
        public async Task RunAsync()
        {
            {{loop}} (true)
            {
                await portal.CallAsync("crm.deal.list");
                await Task.Delay({{pause}});
            }
        }
        """).For("BX4001");

    [Fact]
    public Task OnePageReportsWhereItIsReadOften() => Page("{|BX4001:while|}", "TimeSpan.FromMinutes(10)").ReportsAsync();

    [Fact]
    public Task OnePageIsQuietWhereItIsReadSeldom() => Page("while", "TimeSpan.FromMinutes(11)").QuietAsync();

    [Fact]
    public Task SeveralListsAreNamedTogether() => Code.InClass("""
        public async Task RunAsync()
        {
            {|BX4001:while|} (true)
            {
                await portal.CallAsync("crm.deal.list");
                await portal.CallAsync("crm.lead.list");
                await portal.CallAsync("crm.status.list");
                await Task.Delay(60000);
            }
        }
        """).For("BX4001").Saying(
        "'RunAsync' runs with 1 min between runs and reads 'crm.deal.list' and 'crm.lead.list' (through CallAsync → PostAsJsonAsync) from the beginning each time: 2 requests. "
        + "Subscribe to OnCrmDealAdd, OnCrmDealUpdate, OnCrmDealDelete, OnCrmLeadAdd, OnCrmLeadUpdate and OnCrmLeadDelete.").ReportsAsync();

    [Fact]
    public Task AListForEachElementIsQuiet() => Code.InClass("""
        public async Task RunAsync(List<int> deals)
        {
            while (true)
            {
                foreach (var deal in deals)
                    await portal.CallAsync("crm.timeline.comment.list", new { filter = new { ENTITY_ID = deal } });
                await Task.Delay(60000);
            }
        }
        """).For("BX4001").QuietAsync();

    [Fact]
    public Task WhatIsNewSinceAnIdIsQuiet() => Code.InClass("""
        public async Task RunAsync()
        {
            var last = 0;
            while (true)
            {
                var page = await portal.CallAsync("crm.deal.list", new { filter = new Dictionary<string, object> { [">ID"] = last } });
                last += page.Length;
                await Task.Delay(60000);
            }
        }
        """).For("BX4001").QuietAsync();

    [Fact]
    public Task AJobThatReadsOnePageOnAScheduleThatNobodySaysIsQuiet() => Code.WithPortal("""
        using Quartz;
        namespace App;

        public sealed class DealJob(Portal portal) : IJob
        {
            public Task Execute(IJobExecutionContext context) => portal.CallAsync("crm.deal.list");
        }
        """).WithStub("Quartz").For("BX4001").QuietAsync();

    static Scenario Job(string mark, string bases = "IJob") => Code.WithPortal($$"""
        using Quartz;
        namespace App;

        public interface IWork;

        public sealed class DealJob(Portal portal) : {{bases}}
        {
            public async Task {{mark}}(IJobExecutionContext context)
            {
                for (var start = 0; ; start += 50)
                {
                    var page = await portal.CallAsync("crm.deal.list", new { start });
                    if (!page.Contains("next"))
                        return;
                }
            }
        }
        """).WithStub("Quartz").For("BX4001");

    [Fact]
    public Task AJobWhoseScheduleIsElsewhereReports() => Job("{|BX4001:Execute|}").Saying(
        "'Execute' runs on a schedule that the code does not say and reads 'crm.deal.list' (through CallAsync → PostAsJsonAsync) from the beginning each time: ⌈rows.crm.deal/50⌉ requests. Subscribe to OnCrmDealAdd, OnCrmDealUpdate and OnCrmDealDelete.").ReportsAsync();

    [Fact]
    public Task AClassThatIsNoJobIsQuiet() => Job("Execute", "IWork").QuietAsync();
}
