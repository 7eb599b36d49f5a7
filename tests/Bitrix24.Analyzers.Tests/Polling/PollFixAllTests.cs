using static Bitrix24.Analyzers.Tests.Polling.PollCode;

namespace Bitrix24.Analyzers.Tests.Polling;

/// <summary>Fix All, and so <c>dotnet format</c>, gives what one fix after another gives.</summary>
public sealed class PollFixAllTests
{
    static string Both(string deals, string leads, string before, string beforeLeads, string mark) => Service($$"""
        public async Task DealsAsync(CancellationToken stop)
        {
            {{Inside(before + mark, 1)}} (!stop.IsCancellationRequested)
            {
                {{Inside(deals, 2)}}
                await Task.Delay(TimeSpan.FromMinutes(5), stop);
            }
        }

        public async Task LeadsAsync(CancellationToken stop)
        {
            {{Inside(beforeLeads + mark, 1)}} (!stop.IsCancellationRequested)
            {
                {{Inside(leads, 2)}}
                await Task.Delay(TimeSpan.FromMinutes(5), stop);
            }
        }
        """);

    static string Leads(string code) => code.Replace("crm.deal", "crm.lead", StringComparison.Ordinal).Replace("dealChanges", "leadChanges", StringComparison.Ordinal);

    static readonly string Work = Pages(Row("Show(deal);"));
    static readonly string Done = Changed(Pages(Row("Show(deal);"), "new { start, filter = changed.Filter }"));

    [Fact]
    public Task TwoLoops() => PollCase.FixesAll(PollCase.ChangedSince, Both(Work, Leads(Work), "", "", "{|BX4001:while|}"), Both(Done, Leads(Done), Since, Leads(Since), "while"));

    [Fact]
    public Task TheMethodsOfALoopToo()
    {
        static string Scan(string parameters, string arguments) => $$"""
            private async Task ScanAsync({{parameters}})
            {
                {{Inside(Pages(Row("Show(deal);"), arguments), 1)}}
            }
            """;
        static string With(string code, string method) => code.Replace("    private void Show", $"    {Inside(method, 1)}\n\n    private void Show", StringComparison.Ordinal);
        const string Handed = "foreach (var changed in await dealChanges.NextAsync())\n{\n    await ScanAsync(changed);\n}\nawait dealChanges.ConfirmAsync();";
        return PollCase.FixesAll(
            PollCase.ChangedSince,
            With(Both("await ScanAsync();", Leads(Work), "", "", "{|BX4001:while|}"), Scan("", "new { start }")),
            With(Both(Handed, Leads(Done), Since, Leads(Since), "while"), Scan("Bitrix24Changed changed", "new { start, filter = changed.Filter }")));
    }
}
