using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Schedules;

/// <summary>Loops that run, wait and run again.</summary>
public sealed class PausingLoopTests
{
    static Scenario Worker(string body) => Code.InClass($$"""
        const int Minutes = 5;
        static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);
        readonly AutoResetEvent _stop = new(false);
        bool _more = true;
        bool _runs = true;
        public int Seconds { get; set; } = 30;

        public async Task RunAsync(IReadOnlyList<int> ids, CancellationToken token, int hours = 2)
        {
            await Task.Yield();
            {{body}}
        }

        async Task PageAsync() => _more = (await portal.CallAsync("crm.deal.list")).Contains("next");

        string Seen => Pause.ToString() + _stop + Minutes;
    """);

    [Theory]
    [InlineData("while (true) { await portal.CallAsync(\"crm.deal.get\"); await Task.Delay(300000, token); }", "while | RunAsync | with 5 min between runs")]
    [InlineData("while (!token.IsCancellationRequested) { await portal.CallAsync(\"crm.deal.get\"); Thread.Sleep(Pause); }", "while | RunAsync | with 5 min between runs")]
    [InlineData("for (;;) { await portal.CallAsync(\"crm.deal.get\"); await Task.Delay(TimeSpan.FromMinutes(Minutes)); }", "for | RunAsync | with 5 min between runs")]
    [InlineData("do { await portal.CallAsync(\"crm.deal.get\"); } while (!_stop.WaitOne(60000));", "do | RunAsync | with 1 min between runs")]
    [InlineData("while (!token.WaitHandle.WaitOne(TimeSpan.FromHours(1))) await portal.CallAsync(\"crm.deal.get\");", "while | RunAsync | with 1 h between runs")]
    [InlineData("while (true) { await portal.CallAsync(\"crm.deal.get\"); await Task.Delay(Seconds * 1000); }", "while | RunAsync | by default with 30 s between runs")]
    [InlineData("while (true) { await portal.CallAsync(\"crm.deal.get\"); await Task.Delay(TimeSpan.FromHours(hours)); }", "while | RunAsync | by default with 2 h between runs")]
    [InlineData("while (true) { try { await portal.CallAsync(\"crm.deal.get\"); } catch (IOException) { } await Task.Delay(5 * 60 * 1000); }", "while | RunAsync | with 5 min between runs")]
    [InlineData("using var timer = new PeriodicTimer(TimeSpan.FromMinutes(5)); while (await timer.WaitForNextTickAsync(token)) await portal.CallAsync(\"crm.deal.get\");", "while | RunAsync | every 5 min")]
    [InlineData("var wait = 60000; if (ids.Count > 3) wait = ids[0]; while (true) { await portal.CallAsync(\"crm.deal.get\"); await Task.Delay(wait); }", "while | RunAsync | by default with 1 min between runs")]
    [InlineData("while (_runs) { await portal.CallAsync(\"crm.deal.get\"); if (ids.Count == 0) _runs = false; await Task.Delay(60000); }", "while | RunAsync | with 1 min between runs")]
    [InlineData("_ = Task.Run(async () => { while (true) { await portal.CallAsync(\"crm.deal.get\"); await Task.Delay(1000); } });", "while | RunAsync | with 1 s between runs")]
    public void ALoopThatWaitsHasASchedule(string body, string expected) => Worker(body).AreExactly(expected + " | crm.deal.get: 1");

    [Theory]
    [InlineData("while (true) await portal.CallAsync(\"crm.deal.get\");")]
    [InlineData("foreach (var id in ids) { await portal.CallAsync(\"crm.deal.get\", id); await Task.Delay(1000); }")]
    [InlineData("string page; do { page = await portal.CallAsync(\"crm.deal.list\"); await Task.Delay(500); } while (page.Contains(\"next\"));")]
    [InlineData("while (true) { var state = await portal.CallAsync(\"tasks.task.get\"); if (state == \"done\") break; await Task.Delay(1000); }")]
    [InlineData("while (true) { await portal.CallAsync(\"crm.deal.get\"); await Task.Delay(ids.Count); }")]
    [InlineData("while (true) { await portal.CallAsync(\"crm.deal.get\"); _ = Task.Delay(1000); }")]
    [InlineData("await portal.CallAsync(\"crm.deal.get\"); while (true) { Console.WriteLine(); await Task.Delay(1000); }")]
    [InlineData("while (true) { await portal.CallAsync(\"crm.deal.get\"); await Task.Delay(Timeout.Infinite); }")]
    [InlineData("var wait = 1000; while (true) { var state = await portal.CallAsync(\"crm.deal.get\"); wait = state.Length > 2 ? 1000 : 3600000; await Task.Delay(wait); }")]
    [InlineData("while (true) { var rest = DateTime.Today.AddDays(1) - DateTime.Now; await Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.FromSeconds(1)); await portal.CallAsync(\"crm.deal.get\"); }")]
    [InlineData("while (true) { await portal.CallAsync(\"crm.deal.get\"); for (var i = 0; i < 86400; i++) await Task.Delay(1000); await Task.Delay(1000); }")]
    [InlineData("var from = DateTime.Today; while (from < DateTime.Now) { var to = from.AddDays(1); await portal.CallAsync(\"crm.deal.list\", new { from, to }); from = to; await Task.Delay(500); }")]
    [InlineData("while (_more) { await PageAsync(); await Task.Delay(500); }")]
    public void OthersHaveNone(string body) => Worker(body).AreExactly();

    [Fact]
    public void ARunIsCountedThroughLoopsAndHelpers() => Code.InClass("""
        public async Task RunAsync()
        {
            while (true)
            {
                await ScanAsync();
                await Task.Delay(60000);
            }
        }

        async Task ScanAsync()
        {
            var start = 0;
            string page;
            do
            {
                page = await portal.CallAsync("crm.activity.list", new { start });
                start += 50;
            }
            while (page.Contains("next"));
            var deals = page.Split(',');
            foreach (var deal in deals)
                await portal.CallAsync("crm.deal.get", new { id = deal });
            foreach (var attempt in new[] { 1, 2, 3 })
                await portal.CallAsync("crm.lead.get", new { id = attempt });
        }
        """).AreExactly("while | RunAsync | with 1 min between runs | crm.activity.list: ⌈rows.crm.activity/50⌉, crm.deal.get: deals, crm.lead.get: 3");

    [Theory]
    [InlineData("", "while | PollAsync | by default with 1 s between runs | crm.deal.get: 1")]
    [InlineData("public Task StartAsync() => PollAsync();", "while | PollAsync | by default with 1 s between runs | crm.deal.get: 1")]
    [InlineData("public Task StartAsync() => PollAsync(86400);", null)]
    [InlineData("public Task StartAsync() => PollAsync(seconds: 86400);", null)]
    public void ADefaultThatNoCallerReplaces(string caller, string? expected) => Code.InClass($$"""
        async Task PollAsync(int seconds = 1)
        {
            while (true)
            {
                await portal.CallAsync("crm.deal.get");
                await Task.Delay(TimeSpan.FromSeconds(seconds));
            }
        }

        {{caller}}
        """).AreExactly(expected is null ? [] : [expected]);
}
