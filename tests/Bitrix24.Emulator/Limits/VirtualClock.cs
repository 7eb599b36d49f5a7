namespace Bitrix24.Emulator;

/// <summary>A clock that jumps: waiting on it takes no real time, and what is due earlier happens earlier.</summary>
/// <remarks>Give it to the code under test too (<c>Task.Delay(span, portal.Clock)</c>), so that its pauses count.</remarks>
public sealed class VirtualClock : TimeProvider
{
    /// <summary>How long, in milliseconds, a new connection may be the first of several.</summary>
    private const long FreshMilliseconds = 25;

    private readonly Lock _gate = new();
    private readonly PriorityQueue<Alarm, (long Due, long Order)> _alarms = new();
    private readonly TimeSpan _settle;
    private DateTimeOffset _now;
    private long _order;
    private int _holds;
    private int _connections;
    private long _connected = long.MinValue / 2;
    private long _activity;
    private bool _pumping;

    /// <summary>Starts at a time; <paramref name="settle"/> is the real time for which several callers must be quiet before the clock jumps. A single one is not waited for.</summary>
    public VirtualClock(DateTimeOffset start, TimeSpan settle)
    {
        _now = start;
        _settle = settle;
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Moves the clock on, through everything that is due until then.</summary>
    public void Advance(TimeSpan span)
    {
        var end = GetUtcNow() + span;
        while (Next(end, ignoreHolds: true) is { } alarm)
            alarm.Ring();
        lock (_gate)
        {
            if (_now < end)
                _now = end;
        }
    }

    /// <summary>Keeps the clock still until disposed: somebody is at work at this moment.</summary>
    internal IDisposable Hold()
    {
        lock (_gate)
        {
            _holds++;
            _activity++;
        }

        return new Release(this);
    }

    /// <summary>Counts a caller's connection, until disposed: with more than one, requests may come at the same moment.</summary>
    internal IDisposable Connect()
    {
        lock (_gate)
        {
            _connections++;
            _activity++;
            _connected = Environment.TickCount64;
        }

        return new Disconnect(this);
    }

    private void Add(Alarm alarm, DateTimeOffset due)
    {
        lock (_gate)
            _alarms.Enqueue(alarm, (due.UtcTicks, _order++));
        Pump();
    }

    private void Pump()
    {
        lock (_gate)
        {
            if (_pumping || _holds > 0 || _alarms.Count == 0)
                return;
            _pumping = true;
        }

        _ = Task.Run(PumpAsync);
    }

    private async Task PumpAsync()
    {
        while (true)
        {
            await SettleAsync();
            Alarm? alarm;
            lock (_gate)
            {
                alarm = Next(DateTimeOffset.MaxValue, ignoreHolds: false);
                if (alarm is null)
                {
                    _pumping = false;
                    return;
                }
            }

            // What is due at one moment happens together.
            for (var now = GetUtcNow(); alarm is not null; alarm = Next(now, ignoreHolds: true))
                alarm.Ring();
        }
    }

    /// <summary>Waits until nobody has done anything for a while, where there is more than one who could.</summary>
    private async Task SettleAsync()
    {
        long seen;
        do
        {
            lock (_gate)
            {
                seen = _activity;
                var crowded = _connections > 1 || Environment.TickCount64 - _connected < FreshMilliseconds;
                if (!crowded || _settle <= TimeSpan.Zero)
                    return;
            }

            await Task.Delay(_settle);
        }
        while (Interlocked.Read(ref _activity) != seen);
    }

    /// <summary>Takes the next alarm and moves the clock to it.</summary>
    private Alarm? Next(DateTimeOffset end, bool ignoreHolds)
    {
        lock (_gate)
        {
            while ((ignoreHolds || _holds == 0) && _alarms.TryPeek(out var alarm, out var at) && at.Due <= end.UtcTicks)
            {
                _alarms.Dequeue();
                if (alarm.DueTicks != at.Due)
                    continue;
                if (_now.UtcTicks < at.Due)
                    _now = new DateTimeOffset(at.Due, TimeSpan.Zero);
                return alarm;
            }

            return null;
        }
    }

    private sealed class Release(VirtualClock clock) : IDisposable
    {
        private int _done;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _done, 1) != 0)
                return;
            lock (clock._gate)
                clock._holds--;
            clock.Pump();
        }
    }

    private sealed class Disconnect(VirtualClock clock) : IDisposable
    {
        private int _done;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _done, 1) != 0)
                return;
            lock (clock._gate)
                clock._connections--;
        }
    }

    private sealed class Alarm(VirtualClock clock, Action ring) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

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

            var due = clock.GetUtcNow() + dueTime;
            DueTicks = due.UtcTicks;
            clock.Add(this, due);
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
