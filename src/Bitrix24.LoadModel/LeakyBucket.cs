namespace Bitrix24.LoadModel;

/// <summary>
/// The request counter that a portal keeps for one source address, on explicit times: one more for each request, less by
/// the drain at each whole second. A request that finds it above the threshold is refused, and counts all the same.
/// Times are measured from the start of some second and do not go back; an earlier one drains nothing. Not safe for
/// concurrent use.
/// </summary>
/// <remarks><c>settings/performance/limits.md</c></remarks>
public sealed class LeakyBucket(Plan plan)
{
    private long drainedSecond;

    /// <summary>Requests in the bucket when it was last looked at.</summary>
    public double Level { get; private set; }

    /// <summary>Counts a request; false when it is refused.</summary>
    /// <param name="at">When it arrives, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public bool Admit(TimeSpan at)
    {
        var admitted = LevelAt(at) <= plan.Threshold;
        Level++;
        return admitted;
    }

    /// <summary>Requests in the bucket at a time.</summary>
    /// <param name="at">Zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public double LevelAt(TimeSpan at)
    {
        var second = Figure.NotNegative(at, nameof(at)).Ticks / TimeSpan.TicksPerSecond;
        if (second > drainedSecond)
        {
            Level = Math.Max(0, Level - ((second - drainedSecond) * plan.Drain));
            drainedSecond = second;
        }

        return Level;
    }
}
