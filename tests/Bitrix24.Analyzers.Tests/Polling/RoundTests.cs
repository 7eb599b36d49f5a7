using static Bitrix24.Analyzers.Tests.Polling.PollCode;

namespace Bitrix24.Analyzers.Tests.Polling;

/// <summary>What stands around the work of a round.</summary>
public sealed class RoundTests
{
    static readonly string Work = Pages(Row("Show(deal);"));
    static readonly string Done = Changed(Pages(Row("Show(deal);"), "new { start, filter = changed.Filter }"));

    static string In(string before, string work, string after) => before.Length == 0 ? work + after : $"{before}{Inside(work, before.TrimStart().StartsWith("try", StringComparison.Ordinal) ? 1 : 0)}{after}";

    [Theory]
    [InlineData("Console.WriteLine(\"once more\");\n", "")]
    [InlineData("", "\nConsole.WriteLine($\"done at {DateTime.Now}\");")]
    [InlineData("await Task.Delay(1000, stop);\n", "")]
    [InlineData("try\n{\n    ", "\n}\ncatch (Exception e)\n{\n    Console.WriteLine(e);\n}")]
    [InlineData("try\n{\n    ", "\n}\ncatch (OperationCanceledException)\n{\n    break;\n}\ncatch (Exception e)\n{\n    Console.WriteLine(e);\n    await Task.Delay(1000);\n}\nfinally\n{\n    Console.WriteLine();\n}")]
    [InlineData("var http = new System.Net.Http.HttpClient();\nvar other = Make(http);\n", "")]
    public Task StaysWhereItIs(string before, string after) => PollCase.Fixes(
        PollCase.ChangedSince,
        Every(In(before, Work, after)).Replace("private void Number", "private static BitrixClient Make(object o) => new((System.Net.Http.HttpClient)o, \"\");\n\n    private void Number", StringComparison.Ordinal),
        Every(In(before, Done, after), Since, "while").Replace("private void Number", "private static BitrixClient Make(object o) => new((System.Net.Http.HttpClient)o, \"\");\n\n    private void Number", StringComparison.Ordinal));

    [Theory]
    [InlineData("Count++;\n", "")]
    [InlineData("", "\nCount++;")]
    [InlineData("try\n{\n    ", "\n}\ncatch (Exception e)\n{\n    Count++;\n    Console.WriteLine(e);\n}")]
    [InlineData("var now = DateTime.Now;\n", "\nConsole.WriteLine(now);")]
    public Task IsMoreThanReading(string before, string after) => PollCase.Stays(Every(In(before, Work, after)));

    [Theory]
    [InlineData("await timer.WaitForNextTickAsync(stop)", "", "")]
    [InlineData("true", "await Task.Delay(60000, stop).ConfigureAwait(false);", "")]
    public Task AnyWaitIsNoWork(string condition, string wait, string before) => PollCase.Fixes(
        PollCase.ChangedSince,
        Every(Work, before, condition: condition, wait: wait).Replace("(CancellationToken stop)", "(CancellationToken stop, PeriodicTimer timer)", StringComparison.Ordinal).Replace("PeriodicTimer timer)\n    {", "PeriodicTimer _)\n    {\n        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));", StringComparison.Ordinal),
        Every(Done, Since + before, "while", condition, wait).Replace("(CancellationToken stop)", "(CancellationToken stop, PeriodicTimer timer)", StringComparison.Ordinal).Replace("PeriodicTimer timer)\n    {", "PeriodicTimer _)\n    {\n        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));", StringComparison.Ordinal));

    [Fact]
    public Task WithoutATaskToAwait() => PollCase.Fixes(
        PollCase.ChangedSince,
        Every(Work.Replace("await client.CallAsync(\"crm.deal.list\", new { start })", "client.CallAsync(\"crm.deal.list\", new { start }).Result", StringComparison.Ordinal), wait: "Thread.Sleep(60000);").Replace("async Task RunAsync", "void Run", StringComparison.Ordinal),
        Every(
            Done.Replace("await client.CallAsync(\"crm.deal.list\", new { start, filter = changed.Filter })", "client.CallAsync(\"crm.deal.list\", new { start, filter = changed.Filter }).Result", StringComparison.Ordinal)
                .Replace("await dealChanges.NextAsync", "dealChanges.Next", StringComparison.Ordinal).Replace("await dealChanges.ConfirmAsync", "dealChanges.Confirm", StringComparison.Ordinal),
            Since, "while", wait: "Thread.Sleep(60000);").Replace("async Task RunAsync", "void Run", StringComparison.Ordinal));

    [Fact]
    public Task AwaitsAsTheCallDoes() => PollCase.Fixes(
        PollCase.ChangedSince,
        Every(Work.Replace("new { start })", "new { start }).ConfigureAwait(false)", StringComparison.Ordinal)),
        Every(Done.Replace("filter = changed.Filter })", "filter = changed.Filter }).ConfigureAwait(false)", StringComparison.Ordinal).Replace("Async();", "Async().ConfigureAwait(false);", StringComparison.Ordinal).Replace("NextAsync()", "NextAsync().ConfigureAwait(false)", StringComparison.Ordinal), Since, "while"));

    [Fact]
    public Task AWordThatIsTakenGetsANumber() => PollCase.Fixes(
        PollCase.ChangedSince,
        Every(Pages(Row("var changed = deal;\nShow(changed);"))),
        Every(Changed(Pages(Row("var changed = deal;\nShow(changed);"), "new { start, filter = changed.Filter }")).Replace("var changed in", "var dealChanged in", StringComparison.Ordinal).Replace("changed.Filter", "dealChanged.Filter", StringComparison.Ordinal), Since, "while"));

    [Fact]
    public Task TwoListsInOneRoundHaveNoFix() => PollCase.Stays(Every(Work + "\n" + Work.Replace("crm.deal", "crm.lead", StringComparison.Ordinal).Replace("start", "from", StringComparison.Ordinal).Replace("page", "leads", StringComparison.Ordinal).Replace("next", "more", StringComparison.Ordinal).Replace("\"more\"", "\"next\"", StringComparison.Ordinal)));
}
