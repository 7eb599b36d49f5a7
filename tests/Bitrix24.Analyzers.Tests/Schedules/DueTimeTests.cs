using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Schedules;

/// <summary>Loops that look whether it is time.</summary>
public sealed class DueTimeTests
{
    static Scenario Worker(string body) => Code.InClass($$"""
        DateTime _next = DateTime.MinValue;
        readonly TimeSpan _interval = TimeSpan.FromHours(1);

        public async Task RunAsync(int minutes, CancellationToken token)
        {
            await Task.Yield();
            {{body}}
            Console.WriteLine(_next + _interval);
        }
    """);

    [Theory]
    [InlineData("while (!token.IsCancellationRequested) { if (DateTime.Now >= _next) { await portal.CallAsync(\"crm.deal.get\"); _next = DateTime.Now.AddMinutes(5); } await Task.Delay(1000, token); }", "while | RunAsync | with 5 min between runs")]
    [InlineData("do { var now = DateTime.UtcNow; if (_next < now) { _next = now.Add(_interval); await portal.CallAsync(\"crm.deal.get\"); } Thread.Sleep(1000); } while (true);", "do | RunAsync | with 1 h between runs")]
    [InlineData("_ = Task.Run(async () => { while (true) { if (DateTime.Now > _next) { await portal.CallAsync(\"crm.deal.get\"); _next = _next.AddSeconds(30); } await Task.Delay(100); } });", "while | RunAsync | with 30 s between runs")]
    public void ALoopRunsWhenItIsTime(string body, string expected) => Worker(body).AreExactly(expected + " | crm.deal.get: 1");

    [Theory]
    [InlineData("while (true) { if (DateTime.Now >= _next) { await portal.CallAsync(\"crm.deal.get\"); _next = DateTime.Now.AddMinutes(minutes); } await Task.Delay(1000, token); }")]
    [InlineData("while (true) { if (DateTime.Now >= _next) { Console.WriteLine(); _next = DateTime.Now.AddMinutes(5); } if (token.IsCancellationRequested) break; await Task.Delay(1000, token); } await portal.CallAsync(\"crm.deal.get\");")]
    [InlineData("if (DateTime.Now >= _next) { await portal.CallAsync(\"crm.deal.get\"); _next = DateTime.Now.AddMinutes(5); } await Task.Delay(1000, token);")]
    public void OthersHaveNone(string body) => Worker(body).AreExactly();
}
