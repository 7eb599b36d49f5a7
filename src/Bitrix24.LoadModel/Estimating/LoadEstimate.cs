namespace Bitrix24.LoadModel;

/// <summary>What a portal does to a workload.</summary>
public enum Verdict
{
    /// <summary>No limit is broken.</summary>
    Fits,

    /// <summary>The bucket overflows although the average rate is within the drain.</summary>
    BurstsRefused,

    /// <summary>More is sent than the bucket ever loses: the program never catches up.</summary>
    AverageExceedsDrain,

    /// <summary>A method runs out of operating time.</summary>
    OperatingBlocked,

    /// <summary>Something that decides is not known.</summary>
    Unknown,
}

/// <summary>The first refusal by one limit.</summary>
/// <param name="Verdict">The limit: <see cref="Verdict.BurstsRefused"/>, <see cref="Verdict.AverageExceedsDrain"/> or <see cref="Verdict.OperatingBlocked"/>.</param>
/// <param name="Seconds">From the start of the first run.</param>
/// <param name="Requests">Sent until then, rounded down.</param>
/// <param name="RestMethod">The method that is out of operating time; null for the bucket.</param>
public sealed record Breach(Verdict Verdict, double Seconds, double Requests, string? RestMethod = null);

/// <summary>The operating time of one REST method.</summary>
/// <param name="RestMethod">The name, as the workload spells it.</param>
/// <param name="SecondsPerRun">Of all its calls in a run.</param>
/// <param name="SecondsPerWindow">Of all its calls in the busiest ten minutes.</param>
public sealed record MethodEstimate(string RestMethod, Amount SecondsPerRun, Amount SecondsPerWindow);

/// <summary>How large a size may be.</summary>
/// <param name="Size">The name, such as <c>rows.crm.activity</c>.</param>
/// <param name="Largest">The largest number up to which the limit is kept.</param>
/// <param name="Verdict">What happens above it.</param>
/// <param name="RestMethod">The method that runs out of operating time above it; null for the bucket.</param>
public sealed record SizeThreshold(string Size, long Largest, Verdict Verdict, string? RestMethod = null);

/// <summary>
/// What a workload does to a portal. The bucket is the fluid one of <see cref="BucketArithmetic"/>; a portal drains by
/// whole seconds, so with rate r, drain Y and a bucket that starts empty its first refusal comes up to Y · r / (r − Y)
/// requests earlier and up to one later. The program is taken to go on as if nothing were refused.
/// </summary>
public sealed record LoadEstimate
{
    internal LoadEstimate()
    {
    }

    /// <summary>What happens first; see <see cref="Breaches"/> for what happens too.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The limits that break, the first to do so first; with unknown parts those that break in any case.</summary>
    public required IReadOnlyList<Breach> Breaches { get; init; }

    /// <summary>What is not known, as phrases; empty when everything is.</summary>
    public required IReadOnlyList<string> Unknowns { get; init; }

    /// <summary>HTTP requests of one run, as the workload gives them.</summary>
    public required RequestCount Formula { get; init; }

    /// <summary>HTTP requests of one run.</summary>
    public required Amount Requests { get; init; }

    /// <summary>Requests a second over a long time; null for a program that runs once, and when the rate of runs is not known.</summary>
    public required Amount? SustainedRate { get; init; }

    /// <summary><c>6.67 requests/s</c>, or where that is not known <c>⌈rows.crm.activity/50⌉ requests every 5 min</c>.</summary>
    public required string Rate { get; init; }

    /// <summary>Requests a second during a run.</summary>
    public required Amount BurstRate { get; init; }

    /// <summary>The operating time of each method, in the order of the workload.</summary>
    public required IReadOnlyList<MethodEstimate> Methods { get; init; }

    /// <summary>
    /// How large the one unknown size may be, for each limit that a larger one breaks; empty when several sizes are
    /// unknown, or none. <see cref="Verdict.BurstsRefused"/> is about a single run. <see cref="Verdict.AverageExceedsDrain"/>
    /// asks whether the requests of a run leave the bucket until the next: in the interval of a timer, and in the pause
    /// of a loop, since nothing tells how long its run takes.
    /// </summary>
    public required IReadOnlyList<SizeThreshold> Thresholds { get; init; }

    /// <summary>What the numbers rest on.</summary>
    public required IReadOnlyList<Assumption> Assumptions { get; init; }

    internal Traffic? Mean { get; init; }

    internal bool SendsAreExact { get; init; }

    /// <summary>
    /// The requests that the program sends from the start of its first run until just before the end of the horizon.
    /// Runs by cron and for web requests are spread evenly.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is negative.</exception>
    public Amount RequestsOver(TimeSpan horizon)
    {
        Figure.NotNegative(horizon, nameof(horizon));
        return new(Mean?.SentBefore(horizon.TotalSeconds) ?? 0, SendsAreExact);
    }

    /// <summary>The threshold for a verdict; null when there is none.</summary>
    public SizeThreshold? ThresholdOf(Verdict verdict) => Thresholds.FirstOrDefault(threshold => threshold.Verdict == verdict);
}
