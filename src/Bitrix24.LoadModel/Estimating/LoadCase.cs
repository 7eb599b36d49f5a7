namespace Bitrix24.LoadModel;

/// <summary>A workload with a number for each size.</summary>
internal sealed class LoadCase
{
    private const double DaySeconds = 24 * 60 * 60;

    private readonly LoadSettings settings;
    private readonly Dictionary<string, double> operating = new(StringComparer.OrdinalIgnoreCase);

    public LoadCase(Workload workload, LoadSettings settings, SizeTable sizes, bool allAtOnce = false)
    {
        this.settings = settings;
        Requests = sizes.AtLeast(workload.Requests);
        foreach (var load in workload.Methods)
        {
            operating.TryGetValue(load.RestMethod, out var others);
            operating[load.RestMethod] = others + (sizes.AtLeast(load.Calls) * CallCost.Seconds(load, settings, sizes).AtLeast);
        }

        Step = Math.Max(settings.LatencySeconds.Value, WorkPerRequest) + workload.PauseSeconds;
        Workers = allAtOnce ? Math.Max(1, Requests) : workload.Concurrency ?? 1;
        Single = Traffic.Once(Requests, Step, Workers);
        (Dense, Mean) = Of(workload.Schedule);
    }

    /// <summary>HTTP requests of a run.</summary>
    public double Requests { get; }

    /// <summary>Seconds from a request of a worker to its next.</summary>
    public double Step { get; }

    public double Workers { get; }

    /// <summary>Seconds that the portal works for a request of the run on average; the answer cannot come earlier.</summary>
    public double WorkPerRequest => operating.Values.Sum() / Math.Max(1, Requests);

    /// <summary>One run alone.</summary>
    public Traffic Single { get; }

    /// <summary>The runs at their closest, which is when a limit breaks.</summary>
    public Traffic Dense { get; }

    /// <summary>The runs over a long time.</summary>
    public Traffic Mean { get; }

    /// <summary>Requests a second over a long time; 0 for a single run.</summary>
    public double MeanRate => Requests / Mean.Period;

    /// <summary>Operating seconds of a method in a run.</summary>
    public double OperatingSeconds(string restMethod) => operating[restMethod];

    /// <summary>Operating seconds of a method in its busiest ten minutes.</summary>
    public double WindowSeconds(string restMethod) => operating[restMethod] * Dense.MostRunsWithin(Limits.OperatingWindowSeconds);

    public bool KeepsOperatingLimit(string restMethod) =>
        settings.OperatingLimitSeconds.Value is not { } limit || WindowSeconds(restMethod) <= limit * (1 + 1e-9);

    /// <summary>The limits that break, the first to do so first.</summary>
    public IEnumerable<Breach> Breaches() => BucketBreaches().Concat(OperatingBreaches()).OrderBy(breach => breach.Seconds);

    private IEnumerable<Breach> BucketBreaches()
    {
        var plan = settings.Plan.Value;
        var exceeds = MeanRate > plan.Drain;
        var broken = exceeds && !ReferenceEquals(Dense, Mean) ? new FluidBucket(plan, Dense).SecondsToOverflow() ?? new FluidBucket(plan, Mean).SecondsToOverflow()
            : new FluidBucket(plan, Dense).SecondsToOverflow();
        if (broken is { } seconds)
            yield return new(exceeds ? Verdict.AverageExceedsDrain : Verdict.BurstsRefused, seconds, RequestsBefore(seconds));
    }

    private IEnumerable<Breach> OperatingBreaches()
    {
        if (settings.OperatingLimitSeconds.Value is not { } limit)
            yield break;
        foreach (var (method, seconds) in operating.Select(pair => (pair.Key, pair.Value)).Where(pair => pair.Value > 0))
        {
            if (Dense.SecondsToMoreRuns(limit / seconds, Limits.OperatingWindowSeconds) is { } broken)
                yield return new(Verdict.OperatingBlocked, broken, RequestsBefore(broken), method);
        }
    }

    private double RequestsBefore(double seconds) => Math.Floor((Dense.RunsBefore(seconds) * Requests) + 1e-6);

    private (Traffic Dense, Traffic Mean) Of(Schedule schedule)
    {
        switch (schedule)
        {
            case TimerSchedule timer:
                return Same(Timer(timer.Interval.TotalSeconds));
            case LoopSchedule loop:
                return Same(Traffic.Loop(Requests, Step, Workers, loop.Pause.TotalSeconds));
            case WebRequestSchedule when settings.WebRequestsPerMinute is { } rate:
                return Same(Timer(60 / rate.Value));

            // What is known of a cron expression bounds it: the runs of a day follow each other as closely as any two do.
            case CronSchedule cron:
                var gap = cron.ShortestGap.TotalSeconds;
                var allDay = cron.RunsPerDay * gap >= DaySeconds * (1 - 1e-9);
                return (Timer(gap, allDay ? double.PositiveInfinity : Math.Ceiling(cron.RunsPerDay)), Timer(DaySeconds / cron.RunsPerDay));
            default:
                return Same(Single);
        }

        Traffic Timer(double interval, double runs = double.PositiveInfinity) => Traffic.Timer(Requests, Step, Workers, interval, runs);
        static (Traffic, Traffic) Same(Traffic traffic) => (traffic, traffic);
    }
}
