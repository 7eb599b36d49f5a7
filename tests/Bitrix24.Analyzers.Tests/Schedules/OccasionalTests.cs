using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Schedules;

/// <summary>Calls that only some runs make, nobody knows which: they say nothing of what a run sends.</summary>
public sealed class OccasionalTests
{
    static Scenario Timer(string handler) => Code.InClass($$"""
        readonly System.Timers.Timer _timer = new(1000);
        readonly System.Collections.Concurrent.ConcurrentQueue<int> _queue = new();
        DateTime _next;
        bool _busy;
        bool _wanted;
        int _ticks;

        public void Start() => _timer.Elapsed += async (_, _) => await TickAsync();

        public void Want() => _queue.Enqueue(1);

        async Task TickAsync()
        {
            {{handler}}
        }

        public string Seen => $"{_next}{_busy}{_wanted}{_ticks}";
        """);

    [Theory]
    [InlineData("if (DateTime.Now.Hour == 3) await portal.CallAsync(\"crm.deal.list\");")]
    [InlineData("if (DateTime.Now.Hour != 3) return; await portal.CallAsync(\"crm.deal.list\");")]
    [InlineData("if (DateTime.UtcNow < _next) return; _next = _next.AddDays(1); await portal.CallAsync(\"crm.deal.list\");")]
    [InlineData("var now = DateTime.Now; if (now.Day == 1) await portal.CallAsync(\"crm.deal.list\");")]
    [InlineData("if (_ticks++ % 3600 == 0) await portal.CallAsync(\"crm.deal.list\");")]
    [InlineData("if (_queue.TryDequeue(out var id)) await portal.CallAsync(\"crm.deal.get\", new { id });")]
    [InlineData("if (!_wanted) return; _wanted = false; await portal.CallAsync(\"crm.deal.list\");")]
    public void TheyAreLeftOut(string handler) => Timer(handler).AreExactly();

    [Theory]
    [InlineData("await portal.CallAsync(\"crm.deal.list\");", "crm.deal.list: 1")]
    [InlineData("if (_busy) return; _busy = true; try { await portal.CallAsync(\"crm.deal.list\"); } finally { _busy = false; }", "up to crm.deal.list: 1")]
    [InlineData("if (_ticks > 3) await portal.CallAsync(\"crm.deal.list\");", "up to crm.deal.list: 1")]
    [InlineData("Console.WriteLine(DateTime.Now); if (_timer.Enabled) await portal.CallAsync(\"crm.deal.list\");", "up to crm.deal.list: 1")]
    [InlineData("for (var i = 0; i < 10; i++) { if (i % 2 == 0) await portal.CallAsync(\"crm.deal.get\", new { i }); }", "up to crm.deal.get: 10")]
    [InlineData("while (_queue.TryDequeue(out var id)) await portal.CallAsync(\"crm.deal.get\", new { id });", "crm.deal.get: queue")]
    public void OthersCount(string handler, string calls) => Timer(handler).AreExactly($"Elapsed | the timer | every 1 s | {calls}");
}
