namespace Bitrix24.Emulator.Limits;

/// <summary>The request counter of one source address: one more for each request, less by the drain once a second.</summary>
internal sealed class LeakyBucket(RateLimit limit)
{
    private long _drainedSecond = long.MinValue;

    /// <summary>The counter when it was last looked at.</summary>
    public long Level { get; private set; }

    /// <summary>Counts a request; false when it finds the counter above the threshold, and so is refused.</summary>
    public bool Admit(DateTimeOffset now)
    {
        Drain(now);
        var admitted = Level <= limit.Threshold;
        Level++;
        return admitted;
    }

    /// <summary>The counter at a moment.</summary>
    public long LevelAt(DateTimeOffset now)
    {
        Drain(now);
        return Level;
    }

    private void Drain(DateTimeOffset now)
    {
        var second = now.ToUnixTimeSeconds();
        if (_drainedSecond == long.MinValue)
            _drainedSecond = second;
        if (second <= _drainedSecond)
            return;
        Level = Math.Max(0, Level - ((second - _drainedSecond) * limit.DrainPerSecond));
        _drainedSecond = second;
    }
}
