using static Bitrix24.Analyzers.Tests.Polling.PollCode;

namespace Bitrix24.Analyzers.Tests.Polling;

/// <summary>Rounds that have methods of their own.</summary>
public sealed class PolledHelperTests
{
    const string Offline = "var dealChanges = Bitrix24Changes.Offline((string method, object body) => client.CallAsync(method, body), \"ID\", \"OnCrmDealAdd\", \"OnCrmDealUpdate\");\n";

    static string With(string poll, string method) => poll.Replace("    private void Show", $"    {Inside(method, 1)}\n\n    private void Show", StringComparison.Ordinal);

    static string Scan(string parameters, string arguments = "new { start }") => $$"""
        private async Task ScanAsync({{parameters}})
        {
            {{Inside(Pages(Row("Show(deal);"), arguments), 1)}}
        }
        """;

    [Theory]
    [InlineData(PollCase.ChangedSince, Since)]
    [InlineData(PollCase.Offline, Offline)]
    public Task AMethodReadsAndWorks(string key, string create) => PollCase.Fixes(
        key,
        With(Every("await ScanAsync();"), Scan("")),
        With(Every("foreach (var changed in await dealChanges.NextAsync())\n{\n    await ScanAsync(changed);\n}\nawait dealChanges.ConfirmAsync();", create, "while"), Scan("Bitrix24Changed changed", "new { start, filter = changed.Filter }")));

    [Fact]
    public Task AMethodHasATokenToo() => PollCase.Fixes(
        PollCase.ChangedSince,
        With(Every("await ScanAsync(stop);"), Scan("CancellationToken token = default")),
        With(Every("foreach (var changed in await dealChanges.NextAsync())\n{\n    await ScanAsync(changed, stop);\n}\nawait dealChanges.ConfirmAsync();", Since, "while"), Scan("Bitrix24Changed changed, CancellationToken token = default", "new { start, filter = changed.Filter }")));

    static string Load(string parameters, string filter) => $$"""
        private async Task<List<JsonElement>> LoadAsync({{parameters}})
        {
            var deals = new List<JsonElement>();
            for (var start = 0; ; start += 50)
            {
                var page = await client.CallAsync("crm.deal.list", new { start{{filter}} });
                deals.AddRange(page.GetProperty("result").EnumerateArray());
                if (!page.TryGetProperty("next", out _))
                    return deals;
            }
        }
        """;

    const string Loading = """
        var deals = await LoadAsync({0});
        foreach (var deal in deals)
            Show(deal);
        """;

    [Fact]
    public Task AMethodReturnsTheRows() => PollCase.Fixes(
        PollCase.ChangedSince,
        With(Every(Loading.Replace("{0}", "", StringComparison.Ordinal)), Load("", "")),
        With(Every(Changed(Loading.Replace("{0}", "changed", StringComparison.Ordinal)), Since, "while"), Load("Bitrix24Changed changed", ", filter = changed.Filter")));

    [Fact]
    public Task MethodsCallMethods() => PollCase.Fixes(
        PollCase.ChangedSince,
        With(Every("await RoundAsync();"), "private async Task RoundAsync()\n{\n    var deals = await LoadAsync();\n    foreach (var deal in deals)\n        Show(deal);\n}\n\n" + Load("", "")),
        With(
            Every("foreach (var changed in await dealChanges.NextAsync())\n{\n    await RoundAsync(changed);\n}\nawait dealChanges.ConfirmAsync();", Since, "while"),
            "private async Task RoundAsync(Bitrix24Changed changed)\n{\n    var deals = await LoadAsync(changed);\n    foreach (var deal in deals)\n        Show(deal);\n}\n\n" + Load("Bitrix24Changed changed", ", filter = changed.Filter")));

    [Theory]
    [InlineData("private async Task ScanAsync()", "public async Task ScanAsync()")]
    [InlineData("private async Task ScanAsync()", "private async void ScanAsync()")]
    [InlineData("Show(deal);", "Count++;")]
    [InlineData("private void Show(JsonElement deal)", "public Task Again() => ScanAsync();\n\n    private void Show(JsonElement deal)")]
    public Task OthersMayUseTheMethod(string here, string other) => PollCase.Stays(
        With(Every(other.Contains("void Scan", StringComparison.Ordinal) ? "ScanAsync();" : "await ScanAsync();"), Scan("")).Replace(here, other, StringComparison.Ordinal));

    [Fact]
    public Task MoreIsDoneWithTheRows() => PollCase.Stays(With(Every(Loading.Replace("{0}", "", StringComparison.Ordinal) + "\nConsole.WriteLine(deals.Count);"), Load("", "")));

    [Fact]
    public Task TheCallUsesWhatOnlyTheMethodHas() => PollCase.Stays(
        With(Every("await ScanAsync(client);"), Scan("BitrixClient other").Replace("client.", "other.", StringComparison.Ordinal)), PollCase.Offline);
}
