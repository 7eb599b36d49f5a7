using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Schedules;

/// <summary>Timers that are started by <c>Change</c>, once or after each run.</summary>
public sealed class RearmedTimerTests
{
    static Scenario Service(string create, string start = "", string end = "") => Code.InClass($$"""
        const int Period = 300000;
        Timer? _timer;

        public void Create(int given)
        {
            {{create}}
            Console.WriteLine(given);
        }

        public void Start() => Console.WriteLine({{(start.Length == 0 ? "Period" : start)}});

        public void Stop() => _timer?.Change(Timeout.Infinite, Timeout.Infinite);

        async void Scan(object? state)
        {
            await portal.CallAsync("crm.deal.get");
            {{end}}
        }
    """);

    [Theory]
    [InlineData("_timer = new Timer(Scan, null, Timeout.Infinite, Timeout.Infinite);", "_timer!.Change(0, Period)", "", "new | Scan | every 5 min")]
    [InlineData("_timer = new Timer(Scan);", "_timer!.Change(TimeSpan.Zero, TimeSpan.FromMinutes(1))", "", "new | Scan | every 1 min")]
    [InlineData("_timer = new(Scan, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan); _timer.Change(1000, 60000);", "", "", "new | Scan | every 1 min")]
    [InlineData("_timer = new Timer(Scan, null, 0, Timeout.Infinite);", "", "_timer!.Change(Period, Timeout.Infinite);", "new | Scan | with 5 min between runs")]
    [InlineData("_timer = new Timer(_ => { portal.CallAsync(\"crm.deal.get\").Wait(); _timer!.Change(1000, Timeout.Infinite); }, null, 1000, -1);", "", "", "new | the timer | with 1 s between runs")]
    public void AStartedTimerHasASchedule(string create, string start, string end, string expected) => Service(create, start, end).AreExactly(expected + " | crm.deal.get: 1");

    [Theory]
    [InlineData("_timer = new Timer(Scan, null, Timeout.Infinite, Timeout.Infinite);", "", "")]
    [InlineData("_timer = new Timer(Scan, null, 1000, Timeout.Infinite);", "_timer!.Change(5000, Timeout.Infinite)", "")]
    [InlineData("_timer = new Timer(Scan); _timer.Change(0, given);", "", "")]
    [InlineData("_timer = new Timer(Scan); _timer.Change(0, 1000);", "_timer!.Change(0, Period)", "")]
    [InlineData("_timer = new Timer(_ => Console.WriteLine()); _timer.Change(0, 1000); Scan(null);", "", "")]
    public void OthersHaveNone(string create, string start, string end) => Service(create, start, end).AreExactly();
}
