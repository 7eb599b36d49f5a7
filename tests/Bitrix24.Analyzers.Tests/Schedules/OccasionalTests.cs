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

        async Task RemindAsync(int id)
        {
            if (_next > DateTime.Now || id % 3 == 0)
                return;
            await portal.CallAsync("crm.deal.update", new { id });
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
    [InlineData("if (DateTime.Now.DayOfWeek is DayOfWeek.Monday) await portal.CallAsync(\"crm.deal.list\");")]
    [InlineData("if ((DateTime.UtcNow - _next).TotalHours > 12) { await portal.CallAsync(\"crm.deal.list\"); _next = DateTime.UtcNow; }")]
    [InlineData("if (_ticks++ % 60 != 0) return; await portal.CallAsync(\"crm.deal.list\");")]
    [InlineData("if (_ticks > 3 && DateTime.Now.Hour == 3) await portal.CallAsync(\"crm.deal.list\");")]
    public void TheyAreLeftOut(string handler) => Timer(handler).AreExactly();

    [Theory]
    [InlineData("await portal.CallAsync(\"crm.deal.list\");", "crm.deal.list: 1")]
    [InlineData("if (_busy) return; _busy = true; try { await portal.CallAsync(\"crm.deal.list\"); } finally { _busy = false; }", "up to crm.deal.list: 1")]
    [InlineData("if (_ticks > 3) await portal.CallAsync(\"crm.deal.list\");", "up to crm.deal.list: 1")]
    [InlineData("Console.WriteLine(DateTime.Now); if (_timer.Enabled) await portal.CallAsync(\"crm.deal.list\");", "up to crm.deal.list: 1")]
    [InlineData("var ok = true; if (_ticks > 3) ok = false; if (ok) await portal.CallAsync(\"crm.deal.list\");", "up to crm.deal.list: 1")]
    [InlineData("if (_wanted) _wanted = false; else await portal.CallAsync(\"crm.deal.list\");", "up to crm.deal.list: 1")]
    [InlineData("if (!_wanted) await portal.CallAsync(\"crm.deal.list\"); _wanted = false;", "up to crm.deal.list: 1")]
    [InlineData("if (DateTime.Now.Hour >= 8 && DateTime.Now.Hour < 20) await portal.CallAsync(\"crm.deal.list\");", "up to crm.deal.list: 1")]
    [InlineData("if (_ticks++ % 100 != 0) await portal.CallAsync(\"crm.deal.list\");", "up to crm.deal.list: 1")]
    [InlineData("if (_ticks > 3 || DateTime.Now.Hour == 3) await portal.CallAsync(\"crm.deal.list\");", "up to crm.deal.list: 1")]
    [InlineData("var found = await File.ReadAllTextAsync($\"{DateTime.Now}\"); if (found == \"\") await portal.CallAsync(\"crm.deal.list\");", "up to crm.deal.list: 1")]
    [InlineData("foreach (var id in _queue) await RemindAsync(id);", "up to crm.deal.update: queue")]
    [InlineData("await Task.WhenAll(_queue.Select(async id => { if (id % 2 == 0) await portal.CallAsync(\"crm.deal.get\", new { id }); }));", "up to crm.deal.get: queue")]
    [InlineData("for (var i = 0; i < 10; i++) { if (i % 2 == 0) await portal.CallAsync(\"crm.deal.get\", new { i }); }", "up to crm.deal.get: 10")]
    [InlineData("while (_queue.TryDequeue(out var id)) await portal.CallAsync(\"crm.deal.get\", new { id });", "crm.deal.get: queue")]
    public void OthersCount(string handler, string calls) => Timer(handler).AreExactly($"Elapsed | the timer | every 1 s | {calls}");
}
