using Bitrix24.Analyzers.Configuration;
using Bitrix24.LoadModel;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>What a scheduled run does to the portal of the configuration.</summary>
sealed class RunLoad
{
    /// <summary>Elements of a collection of the program that nobody is surprised by.</summary>
    const long UsualElements = 1000;

    readonly LoadSettings _settings;

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
    public IEnumerable<KeyValuePair<string, Sourced<long>>> Sizes => _settings.Sizes.OrderBy(static s => s.Key, StringComparer.Ordinal);

    /// <summary>The limit that breaks whatever the unknown sizes are.</summary>
    public Breach? Breach(params Verdict[] verdicts) => Estimate.Breaches.FirstOrDefault(b => verdicts.Contains(b.Verdict));

    /// <summary>
    /// Above which size a limit breaks although every other unknown size is zero. Null where that is larger than anybody
    /// has: then there is nothing to say until sizes are configured.
    /// </summary>
    public SizeThreshold? Threshold(Verdict verdict) => Least(verdict) is { } threshold && threshold.Largest < Usual(threshold.Size) ? threshold : null;

    /// <summary>The same, however large it is.</summary>
    public SizeThreshold? Least(Verdict verdict)
    {
        var missing = Run.Requests.Sizes.Where(s => !_settings.Sizes.ContainsKey(s)).ToList();
        return missing.Select(size => Alone(size, missing)?.ThresholdOf(verdict)).Where(static t => t is not null).OrderBy(static t => (double)t!.Largest / Usual(t.Size)).FirstOrDefault();
    }

    LoadEstimate? Alone(string size, List<string> missing)
    {
        var sizes = _settings.Sizes.ToDictionary(static s => s.Key, static s => s.Value, StringComparer.Ordinal);
        foreach (var other in missing.Where(m => m != size))
            sizes[other] = new Sourced<long>(0, Provenance.Assumed);
        return LoadEstimator.Estimate(Run.Workload, _settings with { Sizes = sizes });
    }

    static long Usual(string size) => size.StartsWith("rows", StringComparison.Ordinal) ? PortalSizes.RowsOf(size, PortalSize.Large).Value : UsualElements;
}
