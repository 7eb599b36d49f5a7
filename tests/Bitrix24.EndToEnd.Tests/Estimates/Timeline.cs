namespace Bitrix24.EndToEnd.Tests;

/// <summary>
/// A clock for one portal and the programs that call it, all on the thread that lets time pass. Time goes on when nobody has
/// anything left to do at the moment, so every run is the same, and an hour takes as long as its requests.
/// </summary>
sealed class Timeline(DateTimeOffset start) : TimeProvider
{
    /// <summary>Nothing here runs on other threads but what slipped through by mistake; it may take this long.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly PriorityQueue<Alarm, (long Due, long Order)> _alarms = new();
    readonly Queue<Action> _ready = new();
    readonly SemaphoreSlim _posted = new(0);
    DateTimeOffset _now = start;
    long _order;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Starts something that belongs to the timeline: what it awaits comes back to this thread.</summary>
    public Task Start(Func<Task> code)
    {
        var started = new TaskCompletionSource<Task>();
        Post(() => started.SetResult(code()));
        return started.Task.Unwrap();
    }

    public void Post(Action action)
    {
        lock (_ready)
            _ready.Enqueue(action);
        _posted.Release();
    }

    /// <summary>Goes on until something is so, or just before a time.</summary>
    public void Run(Func<bool> done, Func<DateTimeOffset> end)
    {
        var before = SynchronizationContext.Current;
        try
        {
            while (!done())
            {
                if (Ready() is { } action)
                {
                    SynchronizationContext.SetSynchronizationContext(new Returning(this));
                    action();
                }
                else if (!Ring(end()))
                {
                    return;
                }
            }
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    public void Run(Func<bool> done) => Run(done, static () => DateTimeOffset.MaxValue);

    Action? Ready()
    {
        lock (_ready)
            return _ready.TryDequeue(out var action) ? action : null;
    }

    bool Ring(DateTimeOffset end)
    {
        while (_alarms.TryPeek(out var alarm, out var at))
        {
            if (alarm.DueTicks != at.Due)
            {
                _alarms.Dequeue();
                continue;
            }

            if (at.Due >= end.UtcTicks)
            {
                Reach(end);
                return false;
            }

            _alarms.Dequeue();
            if (_now.UtcTicks < at.Due)
                _now = new DateTimeOffset(at.Due, TimeSpan.Zero);
            // Without a context of its own here, a continuation that asked for none follows at once instead of on another thread.
            SynchronizationContext.SetSynchronizationContext(null);
            alarm.Ring();
            return true;
        }

        if (end != DateTimeOffset.MaxValue)
        {
            Reach(end);
            return false;
        }

        return _posted.Wait(Patience) ? true : throw new InvalidOperationException("Somebody waits for something that no clock brings.");
    }

    void Reach(DateTimeOffset time)
    {
        if (_now < time)
            _now = time;
    }

    sealed class Returning(Timeline timeline) : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) => timeline.Post(() => d(state));

        public override void Send(SendOrPostCallback d, object? state) => d(state);

        public override SynchronizationContext CreateCopy() => this;
    }

    sealed class Alarm(Timeline timeline, Action ring) : ITimer
    {
        TimeSpan _period = Timeout.InfiniteTimeSpan;

        /// <summary>When it rings; a queue entry for another moment is stale.</summary>
        public long DueTicks { get; private set; } = -1;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                DueTicks = -1;
                return true;
            }

            DueTicks = (timeline._now + dueTime).UtcTicks;
            timeline._alarms.Enqueue(this, (DueTicks, timeline._order++));
            return true;
        }

        public void Ring()
        {
            if (_period > TimeSpan.Zero)
                Change(_period, _period);
            else
                DueTicks = -1;
            ring();
        }

        public void Dispose() => DueTicks = -1;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
