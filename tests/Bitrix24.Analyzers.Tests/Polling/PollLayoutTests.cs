using static Bitrix24.Analyzers.Tests.Polling.PollCode;

namespace Bitrix24.Analyzers.Tests.Polling;

/// <summary>Where the new lines go, and how they look.</summary>
public sealed class PollLayoutTests
{
    const string Read = "var page = await client.CallAsync(\"crm.deal.list\", new { });";

    const string Work = "foreach (var deal in page.GetProperty(\"result\").EnumerateArray()) Show(deal);";

    static string Compact(string code) => code.Split('\n').Aggregate("", static (all, line) => line.Trim() == "{" ? all + " {" : all.Length == 0 ? line : all + "\n" + line);

    [Fact]
    public Task BracesFollowThoseAround() => PollCase.Fixes(
        PollCase.ChangedSince, Compact(Every(Pages(Row("Show(deal);")))),
        Compact(Every(Changed(Pages(Row("Show(deal);"), "new { start, filter = changed.Filter }")), Since, "while")));

    [Fact]
    public Task BracesOnTheirLinesStay() => PollCase.Fixes(
        PollCase.ChangedSince, Every(Read + "\n" + Work), Every(Changed(Read.Replace("new { }", "new { filter = changed.Filter }", StringComparison.Ordinal) + "\n" + Work), Since, "while"));

    [Theory]
    [InlineData(Read + " " + Work)]
    [InlineData(Read + "\n" + Work + " await Task.Delay(5);")]
    public Task StatementsThatShareALineHaveNoFix(string round) => PollCase.Stays(Every(round));

    [Fact]
    public Task ALoopOnOneLineHasNoFix() => PollCase.Stays(Service($"public async Task RunAsync()\n{{\n    {{|BX4001:while|}} (true) {{ {Read} {Work} await Task.Delay(60000); }}\n}}"));

    [Fact]
    public Task AMethodOnOneLineHasNoFix() => PollCase.Stays(Service($"public async Task RunAsync() {{ {{|BX4001:while|}} (true)\n{{\n    {Read}\n    {Work}\n    await Task.Delay(60000);\n}} }}"));
}
