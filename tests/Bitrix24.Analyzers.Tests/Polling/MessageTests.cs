using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Polling;

/// <summary>Loops that take messages, pause after each, and read a list.</summary>
public sealed class MessageTests
{
    const string Members = """
        public interface IBus { Task<string> ReceiveAsync(CancellationToken token); string Consume(); }

        readonly IBus bus = null!;
        readonly System.Collections.Concurrent.BlockingCollection<string> jobs = new();
        readonly System.Threading.Channels.Channel<string> channel = System.Threading.Channels.Channel.CreateUnbounded<string>();
        readonly List<string> kept = new();

        Task AskAsync(string company) => portal.CallAsync("crm.deal.list", new { filter = new { COMPANY_ID = company } });

        public void Use() => Console.WriteLine($"{bus}{jobs}{channel}{kept}");
        """;

    static Scenario Loop(string round, string condition = "!stop.IsCancellationRequested", string mark = "while") => Code.InClass($$"""
        public async Task RunAsync(CancellationToken stop)
        {
            {{mark}} ({{condition}})
            {
                {{round}}
                await Task.Delay(100, stop);
            }
        }

        {{Members}}
        """).For("BX4001");

    const string List = """await portal.CallAsync("crm.deal.list", new { filter = new { COMPANY_ID = company } });""";

    [Theory]
    [InlineData("var company = await bus.ReceiveAsync(stop); ")]
    [InlineData("var company = bus.Consume(); ")]
    [InlineData("var company = jobs.Take(stop); ")]
    [InlineData("var company = jobs.Take(); ")]
    [InlineData("var company = await channel.Reader.ReadAsync(stop); ")]
    [InlineData("var message = await channel.Reader.ReadAsync(stop); var company = message.Trim(); ")]
    [InlineData("string company; company = bus.Consume(); ")]
    public Task AListForAMessageIsQuiet(string taken) => Loop(taken + List).QuietAsync();

    [Fact]
    public Task AListForAMessageInAHelperIsQuiet() => Loop("var company = bus.Consume(); await AskAsync(company);").QuietAsync();

    [Theory]
    [InlineData("await channel.Reader.WaitToReadAsync(stop)", "var company = await channel.Reader.ReadAsync(stop); " + List)]
    [InlineData("channel.Reader.TryRead(out var company)", List)]
    [InlineData("await channel.Reader.WaitToReadAsync(stop)", "channel.Reader.TryRead(out _); await portal.CallAsync(\"crm.deal.list\");")]
    public Task ALoopThatGoesRoundForEachMessageIsQuiet(string condition, string round) => Loop(round, condition).QuietAsync();

    [Theory]
    [InlineData("var message = await bus.ReceiveAsync(stop); Console.WriteLine(message); await portal.CallAsync(\"crm.deal.list\");")]
    [InlineData("Console.WriteLine(bus.Consume()); await AskAsync(\"5\");")]
    [InlineData("Console.WriteLine(jobs.Take(stop)); await portal.CallAsync(\"crm.deal.list\");")]
    [InlineData("if (channel.Reader.TryRead(out var message)) Console.WriteLine(message); await portal.CallAsync(\"crm.deal.list\");")]
    [InlineData("var company = kept.Take(5).Count(); " + List)]
    [InlineData("var company = 5; " + List)]
    public Task AListBesideMessagesReports(string round) => Loop(round, mark: "{|BX4001:while|}").ReportsAsync();
}
