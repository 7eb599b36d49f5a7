using System.Globalization;

namespace Bitrix24.LoadModel;

/// <summary>Says what a workload does to a portal, and what that rests on.</summary>
public static class LoadEstimator
{
    /// <summary>Estimates a workload. Nothing unknown counts as zero: it makes a number a lower bound, or the verdict unknown.</summary>
    /// <param name="workload">One entry point.</param>
    /// <param name="settings">What no code says; null when nothing is configured.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size or a method's seconds in the settings are negative, or not finite.</exception>
    public static LoadEstimate Estimate(Workload workload, LoadSettings? settings = null)
    {
        settings ??= LoadSettings.Default;
        var sizes = new SizeTable(workload, settings);
        var known = new Knowledge(workload, settings, sizes);
        var least = new LoadCase(workload, settings, sizes);
        var breaches = least.Breaches().ToList();
        var unknowns = known.Unknowns().ToList();
        if (!known.Workers && breaches.Count == 0 && new LoadCase(workload, settings, sizes, allAtOnce: true).Breaches().Any())
            unknowns.Add("how many requests are under way at once");

        var sustained = Sustained(workload, known, least);
        return new LoadEstimate
        {
            Verdict = breaches.Count > 0 ? breaches[0].Verdict : unknowns.Count > 0 ? Verdict.Unknown : Verdict.Fits,
            Breaches = breaches,
            Unknowns = unknowns,
            Formula = workload.Requests,
            Requests = new(least.Requests, known.Requests),
            SustainedRate = sustained,
            Rate = Rate(workload, known, least, sustained),
            BurstRate = new(least.Single.RunRate, known.Workers && known.Operating),
            Methods = Methods(workload, known, least),
            Thresholds = sizes.Missing.Count == 1 ? [.. new ThresholdSearch(workload, settings, sizes, sizes.Missing[0]).Thresholds()] : [],
            Assumptions = [.. Assumptions.Of(workload, settings, sizes, least)],
            Mean = known.IsLeast ? least.Mean : null,
            SendsAreExact = known is { Requests: true, Workers: true, Operating: true, Starts: true },
        };
    }

    /// <summary>Says above which size a limit breaks, without the rest of an estimate: null where none does, or not just one size is missing.</summary>
    /// <param name="workload">One entry point.</param>
    /// <param name="verdict">The limit.</param>
    /// <param name="settings">What no code says; null when nothing is configured.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size or a method's seconds in the settings are negative, or not finite.</exception>
    public static SizeThreshold? ThresholdOf(Workload workload, Verdict verdict, LoadSettings? settings = null)
    {
        settings ??= LoadSettings.Default;
        var sizes = new SizeTable(workload, settings);
        return sizes.Missing.Count == 1 ? new ThresholdSearch(workload, settings, sizes, sizes.Missing[0]).Of(verdict) : null;
    }

    private static Amount? Sustained(Workload workload, Knowledge known, LoadCase least)
    {
        if (workload.Schedule is OnceSchedule || !known.IsLeast)
            return null;
        return new(least.MeanRate, known.Requests && (known.Workers || workload.Schedule is not LoopSchedule));
    }

    private static string Rate(Workload workload, Knowledge known, LoadCase least, Amount? sustained) =>
        sustained?.Exact is { } rate
            ? string.Format(CultureInfo.InvariantCulture, "{0:0.##} requests/s", rate)
            : $"{(known.Requests ? RequestCount.Of((long)least.Requests) : workload.Requests)} requests {workload.Schedule}";

    private static List<MethodEstimate> Methods(Workload workload, Knowledge known, LoadCase least) =>
        [.. workload.Methods.GroupBy(load => load.RestMethod, StringComparer.OrdinalIgnoreCase).Select(loads =>
        {
            var exact = loads.All(known.OperatingOf);
            return new MethodEstimate(
                loads.Key,
                new(least.OperatingSeconds(loads.Key), exact),
                new(least.WindowSeconds(loads.Key), exact && known is { Requests: true, Workers: true, Starts: true }));
        })];
}
