namespace Bitrix24.LoadModel;

/// <summary>
/// The operating time of one REST method, on explicit times: one-minute buckets, each of which leaves the sum ten
/// minutes after its first call. A call that finds the sum above the limit is refused and costs nothing; the call that
/// crosses the limit still finishes. Times do not go back. Not safe for concurrent use.
/// </summary>
/// <param name="limit">Operating time above which a call is refused, positive.</param>
/// <exception cref="ArgumentOutOfRangeException">The limit is zero or negative.</exception>
/// <remarks><c>settings/performance/limits.md</c></remarks>
public sealed class OperatingWindow(TimeSpan limit)
{
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(Limits.OperatingBucketSeconds);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(Limits.OperatingWindowSeconds);

    private readonly TimeSpan limit = Figure.Positive(limit, nameof(limit));
    private readonly Queue<Bucket> buckets = new();
    private Bucket? newest;
    private TimeSpan sum;

    /// <summary>Charges a call at its start; false when it is refused.</summary>
    /// <param name="at">When the call starts, zero or more.</param>
    /// <param name="takes">The time that the portal works on it, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative.</exception>
    public bool Admit(TimeSpan at, TimeSpan takes)
    {
        Figure.NotNegative(takes, nameof(takes));
        if (SumAt(at) > limit)
            return false;

        if (newest is null || at >= newest.FirstCall + Minute)
            buckets.Enqueue(newest = new Bucket(at));
        newest.Sum += takes;
        sum += takes;
        return true;
    }

    /// <summary>Operating time in the window at a time.</summary>
    /// <param name="at">Zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public TimeSpan SumAt(TimeSpan at)
    {
        Figure.NotNegative(at, nameof(at));
        while (buckets.Count > 0 && buckets.Peek().FirstCall + Length <= at)
            sum -= buckets.Dequeue().Sum;
        if (buckets.Count == 0)
            newest = null;
        return sum;
    }

    /// <summary>When the oldest bucket leaves the sum; for an empty window, when a call made now would.</summary>
    /// <param name="at">Zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public TimeSpan ResetAt(TimeSpan at)
    {
        SumAt(at);
        return (buckets.Count > 0 ? buckets.Peek().FirstCall : at) + Length;
    }

    private sealed class Bucket(TimeSpan firstCall)
    {
        public TimeSpan FirstCall { get; } = firstCall;

        public TimeSpan Sum { get; set; }
    }
}
