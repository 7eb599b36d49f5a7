using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Schedules;

/// <summary>Timers that are given code, and timers that raise an event.</summary>
public sealed class TimerTests
{
    static Scenario Service(string start) => Code.InClass($$"""
        const int Period = 300000;
        readonly System.Timers.Timer _timer = new(60000);
        System.Timers.Timer? _late;
        Timer? _threading;
        TimeSpan _interval = TimeSpan.FromSeconds(10);

        public void Start(TimeSpan given)
        {
            {{start}}
            Console.WriteLine(given.ToString() + _timer + _late + _threading + _interval);
        }

        void OnTimer(object? state) => _ = ScanAsync();

        void OnElapsed(object? sender, System.Timers.ElapsedEventArgs e) => ScanAsync().Wait();

        void OnOther(object? sender, System.Timers.ElapsedEventArgs e) => Console.WriteLine(e);

        Task ScanAsync() => portal.CallAsync("crm.deal.get");
    """);

    [Theory]
    [InlineData("_threading = new Timer(OnTimer, null, 0, Period);", "new | OnTimer | every 5 min")]
    [InlineData("_threading = new Timer(_ => ScanAsync(), null, TimeSpan.Zero, TimeSpan.FromMinutes(5));", "new | the timer | every 5 min")]
    [InlineData("_threading = new(async _ => await portal.CallAsync(\"crm.deal.get\"), null, 1000, 30000);", "new | the timer | every 30 s")]
    [InlineData("_threading = new Timer(new TimerCallback(OnTimer), null, TimeSpan.Zero, _interval);", "new | OnTimer | by default every 10 s")]
    [InlineData("using var made = TimeProvider.System.CreateTimer(OnTimer, null, TimeSpan.Zero, TimeSpan.FromMinutes(5));", "CreateTimer | OnTimer | every 5 min")]
    [InlineData("using var made = TimeProvider.System.CreateTimer(_ => ScanAsync(), null, given, TimeSpan.FromSeconds(30));", "CreateTimer | the timer | every 30 s")]
    [InlineData("_timer.Elapsed += OnElapsed;", "Elapsed | OnElapsed | every 1 min")]
    [InlineData("_timer.Elapsed += new System.Timers.ElapsedEventHandler(OnElapsed);", "Elapsed | OnElapsed | every 1 min")]
    [InlineData("_timer.Elapsed += async (_, _) => await ScanAsync();", "Elapsed | the timer | every 1 min")]
    [InlineData("_late = new System.Timers.Timer(); _late.Interval = TimeSpan.FromHours(1).TotalMilliseconds; _late.Elapsed += OnElapsed;", "Elapsed | OnElapsed | every 1 h")]
    [InlineData("var timer = new System.Timers.Timer { Interval = 5000 }; timer.Elapsed += OnElapsed; timer.Start();", "Elapsed | OnElapsed | every 5 s")]
    public void ATimerHasASchedule(string start, string expected) => Service(start).AreExactly(expected + " | crm.deal.get: 1");

    [Theory]
    [InlineData("_threading = new Timer(OnTimer, null, 1000, Timeout.Infinite);")]
    [InlineData("_threading = new Timer(OnTimer, null, TimeSpan.Zero, given);")]
    [InlineData("_threading = new Timer(_ => Console.WriteLine(), null, 0, Period); ")]
    [InlineData("using var made = TimeProvider.System.CreateTimer(OnTimer, null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);")]
    [InlineData("_timer.Elapsed -= OnElapsed;")]
    [InlineData("_timer.Elapsed += OnOther;")]
    [InlineData("_late = new System.Timers.Timer(1000); if (given > _interval) _late.Interval = 2000; _late.Elapsed += OnElapsed;")]
    public void OthersHaveNone(string start) => Service(start).AreExactly();
}
