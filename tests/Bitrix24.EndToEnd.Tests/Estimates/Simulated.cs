using System.Timers;

namespace Bitrix24.EndToEnd.Tests;

/// <summary>What a program that runs on a timeline has in place of the members of .NET that wait or ask for the time.</summary>
public static class Simulated
{
    [ThreadStatic]
    static Timeline? _timeline;

    [ThreadStatic]
    static Func<HttpMessageHandler>? _network;

    public static TimeProvider Clock => Now;

    public static DateTime UtcNow => Now.GetUtcNow().UtcDateTime;

    public static DateTimeOffset UtcNowOffset => Now.GetUtcNow();

    static Timeline Now => _timeline ?? throw new InvalidOperationException("No timeline is running on this thread.");

    internal static void Use(Timeline? timeline, Func<HttpMessageHandler>? network) => (_timeline, _network) = (timeline, network);

    public static HttpMessageHandler Network() => _network!();

    public static Task Delay(TimeSpan span) => Task.Delay(span, Now);

    public static Task Delay(TimeSpan span, CancellationToken token) => Task.Delay(span, Now, token);

    public static Task Delay(int milliseconds) => Delay(TimeSpan.FromMilliseconds(milliseconds));

    public static Task Delay(int milliseconds, CancellationToken token) => Delay(TimeSpan.FromMilliseconds(milliseconds), token);

    public static void Sleep(int milliseconds) => Sleep(TimeSpan.FromMilliseconds(milliseconds));

    public static void Sleep(TimeSpan span) => Wait(Delay(span));

    public static void Wait(Task task)
    {
        Now.Run(() => task.IsCompleted);
        task.GetAwaiter().GetResult();
    }

    public static T Result<T>(Task<T> task)
    {
        Wait(task);
        return task.Result;
    }

    public static bool WaitOne(WaitHandle handle, int milliseconds) => WaitOne(handle, TimeSpan.FromMilliseconds(milliseconds));

    public static bool WaitOne(WaitHandle handle, TimeSpan span)
    {
        var due = Delay(span);
        var isSet = false;
        Now.Run(() => (isSet = handle.WaitOne(TimeSpan.Zero)) || due.IsCompleted);
        return isSet;
    }

    public static Task Run(Func<Task> code) => Now.Start(code);

    public static async Task ForEachAsync<T>(IEnumerable<T> elements, ParallelOptions options, Func<T, CancellationToken, ValueTask> body)
    {
        using var each = elements.GetEnumerator();
        async Task WorkAsync()
        {
            while (each.MoveNext())
                await body(each.Current, options.CancellationToken);
        }

        await Task.WhenAll(Enumerable.Range(0, options.MaxDegreeOfParallelism).Select(_ => WorkAsync()));
    }

    /// <summary>Stands for <see cref="System.Threading.Timer"/>.</summary>
    public sealed class ThreadingTimer(TimerCallback callback, object? state, TimeSpan due, TimeSpan period) : IDisposable
    {
        readonly ITimer _timer = Clock.CreateTimer(callback, state, due, period);

        public ThreadingTimer(TimerCallback callback, object? state, int due, int period)
            : this(callback, state, TimeSpan.FromMilliseconds(due), TimeSpan.FromMilliseconds(period))
        {
        }

        public bool Change(TimeSpan due, TimeSpan period) => _timer.Change(due, period);

        public bool Change(int due, int period) => Change(TimeSpan.FromMilliseconds(due), TimeSpan.FromMilliseconds(period));

        public void Dispose() => _timer.Dispose();
    }

    /// <summary>Stands for <see cref="System.Timers.Timer"/>.</summary>
    public sealed class EventTimer(double milliseconds) : IDisposable
    {
        ITimer? _timer;

        public EventTimer()
            : this(100)
        {
        }

        public EventTimer(TimeSpan interval)
            : this(interval.TotalMilliseconds)
        {
        }

        public event ElapsedEventHandler? Elapsed;

        public double Interval { get; set; } = milliseconds;

        public bool AutoReset { get; set; } = true;

        public bool Enabled
        {
            get => _timer is not null;
            set
            {
                _timer?.Dispose();
                var interval = TimeSpan.FromMilliseconds(Interval);
                _timer = value ? Clock.CreateTimer(_ => Elapsed?.Invoke(this, new ElapsedEventArgs(UtcNow)), null, interval, AutoReset ? interval : Timeout.InfiniteTimeSpan) : null;
            }
        }

        public void Start() => Enabled = true;

        public void Stop() => Enabled = false;

        public void Dispose() => Enabled = false;
    }
}
