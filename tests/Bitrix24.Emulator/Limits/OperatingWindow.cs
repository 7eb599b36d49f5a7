namespace Bitrix24.Emulator.Limits;

/// <summary>The time that one method used, in one-minute buckets, each of which leaves the sum ten minutes after its first call.</summary>
internal sealed class OperatingWindow
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Queue<Bucket> _buckets = new();
    private Bucket? _newest;

    /// <summary>The seconds in the window at a moment.</summary>
    public double SecondsAt(DateTimeOffset now)
    {
        while (_buckets.TryPeek(out var oldest) && oldest.FirstCall + Window <= now)
        {
            _buckets.Dequeue();
            if (ReferenceEquals(oldest, _newest))
                _newest = null;
        }

        return _buckets.Sum(bucket => bucket.Used.TotalSeconds);
    }

    /// <summary>When the oldest bucket leaves the sum; the window of a call made now where there is none.</summary>
    public DateTimeOffset ResetAt(DateTimeOffset now) => (_buckets.TryPeek(out var oldest) ? oldest.FirstCall : now) + Window;

    public void Add(DateTimeOffset start, TimeSpan used)
    {
        if (_newest is null || start >= _newest.FirstCall + Minute)
            _buckets.Enqueue(_newest = new Bucket(start));
        _newest.Used += used;
    }

    private sealed class Bucket(DateTimeOffset firstCall)
    {
        public DateTimeOffset FirstCall { get; } = firstCall;

        public TimeSpan Used { get; set; }
    }
}
