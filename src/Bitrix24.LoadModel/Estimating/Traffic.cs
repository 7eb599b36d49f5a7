namespace Bitrix24.LoadModel;

/// <summary>
/// The requests of runs that start one period after another, the first at zero. In a run each worker sends one request
/// in each step, all of them together.
/// </summary>
/// <param name="requests">Of one run; whole.</param>
/// <param name="step">Seconds from a request of a worker to its next, positive.</param>
/// <param name="workers">Requests under way at once, positive.</param>
/// <param name="period">Seconds from start to start; infinite for a single run.</param>
/// <param name="runs">How many there are; may be infinite.</param>
internal sealed class Traffic(double requests, double step, double workers, double period, double runs)
{
    /// <summary>Runs under way of which each request is placed; beyond them, which takes days of overlap, the mean does.</summary>
    private const double PlacedRuns = 1_000_000;

    /// <summary>What a quotient of seconds may be wrong by.</summary>
    private const double Rounding = 1e-9;

    public double Requests => requests;

    /// <summary>Seconds from start to start; infinite for a single run.</summary>
    public double Period => period;

    public double Runs => runs;

    /// <summary>Requests a second during a run.</summary>
    public double RunRate => workers / step;

    /// <summary>Seconds of one run.</summary>
    public double RunSeconds { get; } = Math.Max(1, requests) * step / workers;

    public static Traffic Once(double requests, double step, double workers) => new(requests, step, workers, double.PositiveInfinity, 1);

    public static Traffic Timer(double requests, double step, double workers, double interval, double runs = double.PositiveInfinity) =>
        new(requests, step, workers, interval, runs);

    public static Traffic Loop(double requests, double step, double workers, double pause) =>
        new(requests, step, workers, (Math.Ceiling(Math.Max(1, requests) / workers) * step) + pause, double.PositiveInfinity);

    /// <summary>Seconds until a run starts, the first being 0.</summary>
    public double Start(double run) => run == 0 ? 0 : run * period;

    /// <summary>Requests sent before a time, one by one.</summary>
    public double SentBefore(double seconds)
    {
        var started = Started(seconds);
        var finished = Math.Min(started, Started(seconds - LastSend));
        var sent = finished * requests;
        if (started - finished > PlacedRuns)
            return Math.Floor(RunsBefore(seconds) * requests);
        for (var run = finished; run < started; run++)
            sent += Math.Min(requests, workers * Steps((seconds - Start(run)) / step));
        return sent;
    }

    /// <summary>Runs done before a time, parts of runs included, when requests flow instead of coming one by one.</summary>
    public double RunsBefore(double seconds)
    {
        var started = Started(seconds);
        var finished = Math.Min(started, Started(seconds - RunSeconds));
        var underWay = started - finished;
        if (underWay == 0)
            return finished;
        var offsets = started > 1 ? period * (started + finished - 1) * underWay / 2 : 0;
        return finished + Math.Min(underWay, ((underWay * seconds) - offsets) / RunSeconds);
    }

    /// <summary>The most runs that any stretch of time holds, parts of runs included: that which begins with a run.</summary>
    public double MostRunsWithin(double seconds)
    {
        var (full, rest) = Overlap;
        var whole = Math.Floor((seconds / period) + Rounding);
        var left = Math.Max(0, seconds - Start(whole));
        var part = ((full + 1) * Math.Min(left, rest)) + (full * Math.Max(0, left - rest));
        return Math.Min(runs, whole + (part / RunSeconds));
    }

    /// <summary>Seconds until some stretch of time holds more runs than allowed; null when none ever does.</summary>
    public double? SecondsToMoreRuns(double allowed, double within)
    {
        // As many as allowed are allowed, whatever rounding says.
        allowed *= 1 + Rounding;
        if (MostRunsWithin(within) <= allowed)
            return null;

        // Between these moments of each period, what the stretch holds grows or falls evenly.
        double[] bends = [0, RunSeconds % period, within % period, (RunSeconds + within) % period];
        Array.Sort(bends);

        // A run adds no more than its own share, so that fewer runs need not be looked at; after the last moment all is as before.
        var run = Math.Max(0, Math.Min(runs, Math.Floor(allowed / Math.Min(1, within / RunSeconds))) - 1);
        var last = RunSeconds + within + (runs > 1 ? 2 * period : 0);
        var (before, held) = (Start(run), Held(Start(run)));
        for (; Start(run) <= last; run++)
        {
            foreach (var bend in bends)
            {
                var (at, holds) = (Start(run) + bend, Held(Start(run) + bend));
                if (holds > allowed)
                    return before + ((at - before) * (allowed - held) / (holds - held));
                (before, held) = (at, holds);
            }
        }

        return null;

        double Held(double seconds) => RunsBefore(seconds) - RunsBefore(seconds - within);
    }

    /// <summary>Runs that are under way all the time once the first has ended, and how long in each period one more is.</summary>
    public (double Full, double Partial) Overlap
    {
        get
        {
            var full = Math.Floor((RunSeconds / period) + Rounding);
            return (full, Math.Max(0, RunSeconds - Start(full)));
        }
    }

    private double LastSend => (Math.Ceiling(Math.Max(1, requests) / workers) - 1) * step;

    /// <summary>Runs that start before a time.</summary>
    private double Started(double seconds) => seconds <= 0 ? 0 : Math.Min(runs, Math.Max(1, Steps(seconds / period)));

    private static double Steps(double quotient) => Math.Ceiling(quotient - Rounding);
}
