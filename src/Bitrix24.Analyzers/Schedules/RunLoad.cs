using Bitrix24.Analyzers.Configuration;
using Bitrix24.LoadModel;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>What a scheduled run does to the portal of the configuration.</summary>
sealed class RunLoad
{
    /// <summary>Elements of a collection of the program that nobody is surprised by.</summary>
    const long UsualElements = 1000;

    /// <summary>Each is searched for by trying; the sizes of the heaviest calls break a limit first.</summary>
    const int MaxSizes = 3;

    static readonly TimeSpan Often = TimeSpan.FromMinutes(1);

    readonly LoadSettings _settings;
    LoadEstimate? _firm;

    public RunLoad(ScheduledRun run, LoadConfiguration configuration)
    {
        Run = run;
        _settings = configuration.For(run.Requests);
        Estimate = LoadEstimator.Estimate(run.Workload, _settings);
    }

    public ScheduledRun Run { get; }

    public LoadEstimate Estimate { get; }

    public Sourced<Plan> Plan => _settings.Plan;

    public Sourced<double> LatencySeconds => _settings.LatencySeconds;

    /// <summary>Seconds; a portal that has no such limit has no breach either.</summary>
    public double OperatingLimit => _settings.OperatingLimitSeconds.Value ?? double.PositiveInfinity;

    /// <summary><c> at 0.31 s a call (measured)</c>, where somebody has told; else what is assumed.</summary>
    public string Cost(string restMethod) => _settings.MethodSeconds.TryGetValue(restMethod, out var seconds)
        ? $" at {FigureWording.Number(seconds.Value)} s a call ({FigureWording.Word(seconds.Provenance)})"
        : " at the assumed cost of a call";

    /// <summary>The figures that were looked up for this run.</summary>
    public IReadOnlyDictionary<string, Sourced<long>> Sizes => _settings.Sizes;

    /// <summary>The limit that breaks whatever the unknown sizes are; calls that may not be made break none.</summary>
    public Breach? Breach(Verdict verdict) => Estimate.Breaches.Any(b => b.Verdict == verdict) ? Firm.Breaches.FirstOrDefault(b => b.Verdict == verdict) : null;

    LoadEstimate Firm => _firm ??= Run.IsAtMost ? LoadEstimator.Estimate(Run.Only(static c => !c.Effect.IsUpperBound).Workload, _settings) : Estimate;

    /// <summary>
    /// Above which size a limit breaks although every other unknown size is zero. Null where that is larger than anybody
    /// has: then there is nothing to say until sizes are configured. Null too for elements of what runs every few seconds: a
    /// queue or an inbox mostly is empty then.
    /// </summary>
    public SizeThreshold? Threshold(Verdict verdict) =>
        Least(verdict) is { } threshold && threshold.Largest < Usual(threshold.Size) && (IsRows(threshold.Size) || Run.Interval is null || Run.Interval >= Often) ? threshold : null;

    /// <summary>The same, however large it is. Calls that a pause holds at the drain or under it take no part in the rate.</summary>
    public SizeThreshold? Least(Verdict verdict)
    {
        var rate = verdict == Verdict.AverageExceedsDrain;
        var run = rate && Run.Calls.Any(IsPaced) ? Run.Only(c => !IsPaced(c)) : Run;
        if (run.Calls.IsEmpty)
            return null;
        var workload = rate ? run.Workload with { Methods = [] } : run.Workload;
        var missing = run.Requests.Sizes.Where(s => !_settings.Sizes.ContainsKey(s)).ToList();
        return run.ByWeight.SelectMany(static c => c.Count.Sizes).Where(missing.Contains).Distinct(StringComparer.Ordinal).Take(MaxSizes)
            .Select(size => LoadEstimator.ThresholdOf(workload, verdict, Alone(size, missing))).Where(static t => t is not null).OrderBy(static t => (double)t!.Largest / Usual(t.Size)).FirstOrDefault();
    }

    /// <summary>Every other unknown size is zero.</summary>
    LoadSettings Alone(string size, List<string> missing)
    {
        var sizes = _settings.Sizes.ToDictionary(static s => s.Key, static s => s.Value, StringComparer.Ordinal);
        foreach (var other in missing.Where(m => m != size))
            sizes[other] = new Sourced<long>(0, Provenance.Assumed);
        return _settings with { Sizes = sizes };
    }

    bool IsPaced(CountedCall call) => call.Effect.Spacing * Plan.Value.Drain >= 1;

    static bool IsRows(string size) => RowsSize.EntityOf(size) is not null;

    static long Usual(string size) => IsRows(size) ? PortalSizes.RowsOf(size, PortalSize.Large).Value : UsualElements;
}
