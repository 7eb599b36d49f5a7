using static Bitrix24.Analyzers.Tests.Polling.PollCode;

namespace Bitrix24.Analyzers.Tests.Polling;

/// <summary>What ends the pages of a list: the last page, or something else.</summary>
public sealed class PageEndTests
{
    const string Show = "foreach (var deal in page.GetProperty(\"result\").EnumerateArray())\n    Show(deal);";

    const string Read = "var page = await client.CallAsync(\"crm.deal.list\", new { start });";

    static string Turned(string behind, string before = "", string condition = "true", string first = "var start = 0;", string ahead = "") => $$"""
        {{before}}{{first}}
        while ({{condition}})
        {
            {{Read}}
            {{ahead}}{{Inside(Show, 1)}}
            {{Inside(behind, 1)}}
        }
        """;

    const string Next = "if (!page.TryGetProperty(\"next\", out var next))\n    break;\nstart = next.GetInt32();";

    static Task Fixes(string round) => PollCase.Fixes(PollCase.ChangedSince, Every(round), Every(Changed(round.Replace(" });", ", filter = changed.Filter });", StringComparison.Ordinal)), Since, "while"));

    public static TheoryData<string> OfAll => new(
        Turned(Next),
        Turned(Next, condition: "!stop.IsCancellationRequested"),
        Turned(Next + "\nif (stop.IsCancellationRequested)\n    break;"),
        Turned("total = page.GetProperty(\"total\").GetInt32();\nstart += 50;", "var total = 1;\n", "start < total"),
        Turned("start += 50;\nif (start >= page.GetProperty(\"total\").GetInt32())\n    break;"),
        Turned("total = (page.GetProperty(\"total\").GetInt32() + 49) / 50;\nindex++;", "var total = 1;\n", "index < total", "var index = 0;").Replace("new { start }", "new { start = index * 50 }", StringComparison.Ordinal),
        Turned("pages = Math.Ceiling(page.GetProperty(\"total\").GetInt32() / 50.0);\nindex++;", "var pages = 1.0;\n", "index < pages", "var index = 0;").Replace("new { start }", "new { start = index * 50 }", StringComparison.Ordinal),
        Turned("count = page.GetProperty(\"result\").GetArrayLength();\nstart += 50;", "int count;\n", "count == 50").Replace("while (count == 50)\n", "do\n", StringComparison.Ordinal) + "\nwhile (count == 50);",
        Turned("if (page.GetProperty(\"next\").ValueKind == JsonValueKind.Undefined)\n    break;\nstart = page.GetProperty(\"next\").GetInt32();"),
        Turned("start = page.TryGetProperty(\"next\", out var next) ? next.GetInt32() : -1;", condition: "start >= 0"),
        Turned("var more = page.TryGetProperty(\"next\", out var next);\nif (!more)\n    break;\nstart = next.GetInt32();"));

    [Theory]
    [MemberData(nameof(OfAll))]
    public Task TheLastPageEndsThem(string round) => Fixes(round);

    public static TheoryData<string> OfSome => new(
        Turned(Next, "using var budget = new CancellationTokenSource(TimeSpan.FromMinutes(1));\n", "!budget.IsCancellationRequested"),
        Turned(Next, "using var budget = CancellationTokenSource.CreateLinkedTokenSource(stop);\nvar token = budget.Token;\n", "!token.IsCancellationRequested"),
        Turned(Next, "stop = new CancellationTokenSource(60000).Token;\n", "!stop.IsCancellationRequested"),
        Turned(Next + "\nif (start >= limit)\n    break;", "var limit = 50;\n"),
        Turned(Next + "\nif (start >= 50)\n    break;"),
        Turned(Next + "\nif (start >= Count)\n    break;"),
        Turned("total = Math.Min(page.GetProperty(\"total\").GetInt32(), 100);\nstart += 50;", "var total = 1;\n", "start < total"),
        Turned("total = page.GetProperty(\"total\").GetInt32() / 100;\nstart += 50;", "var total = 1;\n", "start < total"),
        $"for (var start = 0; start <= 50; start += 50)\n{{\n    {Read}\n    {Inside(Show, 1)}\n}}",
        $"for (var start = 0; start < 50; start += 50)\n{{\n    {Read}\n    {Inside(Show, 1)}\n}}",
        Turned("deals.AddRange(page.GetProperty(\"result\").EnumerateArray());\nstart += 50;", "var deals = new List<JsonElement>();\n", "deals.Count < 50"),
        Turned("var open = page.GetProperty(\"result\").EnumerateArray().Where(d => d.ToString() != \"\").ToList();\nif (open.Count < 50)\n    break;\nstart += 50;"));

    [Theory]
    [MemberData(nameof(OfSome))]
    public Task AnythingElseHasNoFix(string round) => PollCase.Stays(Every(round));

    const string Declared = "private readonly List<string> list = new();";

    static string Scanning(string token, string round, string field = "") => Every($"await ScanAsync({token});", condition: "true", wait: "await Task.Delay(60000);")
        .Replace("CancellationToken stop)", "CancellationToken stop)", StringComparison.Ordinal).Replace(Declared, Declared + field, StringComparison.Ordinal)
        .Replace("    private void Show", $"    private async Task ScanAsync(CancellationToken ending)\n    {{\n        {Inside(round, 2)}\n    }}\n\n    private void Show", StringComparison.Ordinal);

    static string Scanned(string token, string round, string field = "") => Scanning($"changed, {token}", round.Replace("new { start }", "new { start, filter = changed.Filter }", StringComparison.Ordinal), field)
        .Replace("ScanAsync(CancellationToken", "ScanAsync(Bitrix24Changed changed, CancellationToken", StringComparison.Ordinal).Replace("{|BX4001:while|}", $"{Since}        while", StringComparison.Ordinal)
        .Replace($"            await ScanAsync(changed, {token});", $"            foreach (var changed in await dealChanges.NextAsync())\n            {{\n                await ScanAsync(changed, {token});\n            }}\n            await dealChanges.ConfirmAsync();", StringComparison.Ordinal);

    static readonly string Ending = Turned(Next, condition: "!ending.IsCancellationRequested");

    [Theory]
    [InlineData("stop")]
    [InlineData("all.Token")]
    [InlineData("default")]
    public Task ATokenOfAllRoundsIsHandedOn(string token) => PollCase.Fixes(
        PollCase.ChangedSince, Scanning(token, Ending, "\n    private readonly CancellationTokenSource all = new();"), Scanned(token, Ending, "\n    private readonly CancellationTokenSource all = new();"));

    [Theory]
    [InlineData("new CancellationTokenSource(60000).Token")]
    [InlineData("Budget")]
    [InlineData("all.Token")]
    public Task ATokenOfOneRoundIsHandedOn(string token) => PollCase.Stays(Scanning(token, Ending, "\n    private CancellationToken Budget => new CancellationTokenSource(60000).Token;\n    private CancellationTokenSource all = new();\n    public void Renew() => all = new CancellationTokenSource(60000);"));

    [Theory]
    [InlineData("if (!page.TryGetProperty(\"total\", out _))\n        break;\n    ")]
    [InlineData("if (!page.TryGetProperty(\"next\", out _))\n        break;\n    ")]
    [InlineData("if (page.GetProperty(\"total\").GetInt32() == 0)\n        break;\n    ")]
    [InlineData("if (page.TryGetProperty(\"next\", out _))\n    ")]
    public Task AnAnswerWithoutRowsIsNotPassedOver(string check) => PollCase.Stays(Every(Turned(Next, ahead: check)));

    [Fact]
    public Task TotalsAloneSayNothingOfMorePages() => PollCase.Stays(Every(Turned("if (!page.TryGetProperty(\"total\", out _))\n    break;\nstart += 50;")));

    [Fact]
    public Task TotalsWithNextDo() => Fixes(Turned("if (!page.TryGetProperty(\"total\", out _) || !page.TryGetProperty(\"next\", out var next))\n    break;\nstart = next.GetInt32();"));

    [Fact]
    public Task APageWithoutRowsIsTheLast() => Fixes(Turned("start += 50;", ahead: "if (page.GetProperty(\"result\").GetArrayLength() == 0)\n        break;\n    "));
}
