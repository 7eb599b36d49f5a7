namespace Bitrix24.LoadModel;

/// <summary>The bucket of a plan when requests flow into it and it drains all the time; its level carries over from run to run.</summary>
internal sealed class FluidBucket(Plan plan, Traffic traffic)
{
    private readonly double drain = plan.Drain;
    private readonly double threshold = plan.Threshold * (1 + 1e-9);

    private double level;

    /// <summary>Seconds until the bucket overflows; null when it never does.</summary>
    public double? SecondsToOverflow()
    {
        if (traffic.Requests == 0)
            return null;

        var (full, rest) = traffic.Overlap;
        for (var run = FirstThatCounts(full); run < traffic.Runs + full; run++)
        {
            var before = level;
            var start = traffic.Start(run);
            if (Flow(UnderWay(run, run - full), rest) is { } early)
                return start + early;
            var peak = level;
            if (Flow(UnderWay(run, run - full + 1), traffic.Period - rest) is { } late)
                return start + rest + late;

            // From here on each period adds what the last one did.
            var growth = level - before;
            if (run < full || run >= traffic.Runs)
                continue;
            if (growth <= threshold * 1e-9)
                return null;
            var alike = Math.Min(Math.Floor((threshold - Math.Max(peak, level)) / growth), traffic.Runs - run - 1) - 1;
            if (alike > 0)
                (level, run) = (level + (alike * growth), run + alike);
        }

        return null;
    }

    /// <summary>Until as many runs are under way as the drain carries, the bucket stays empty.</summary>
    private double FirstThatCounts(double full) => Math.Max(0, Math.Min(full, Math.Floor(drain / traffic.RunRate)) - 1);

    /// <summary>Runs that have started by a period, less those that have ended.</summary>
    private double UnderWay(double run, double ended) => Math.Min(run + 1, traffic.Runs) - Math.Min(Math.Max(0, ended), traffic.Runs);

    /// <summary>Lets a number of runs send for a while; the seconds until the bucket overflows, or null.</summary>
    private double? Flow(double runs, double seconds)
    {
        var rise = (runs * traffic.RunRate) - drain;
        if (rise > 0 && level + (rise * seconds) > threshold)
            return (plan.Threshold - level) / rise;
        level = seconds > 0 ? Math.Max(0, level + (rise * seconds)) : level;
        return null;
    }
}
