using System.Collections.Immutable;
using Bitrix24.Analyzers.Configuration;
using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Summaries;
using Bitrix24.LoadModel;
using Microsoft.CodeAnalysis;
using static Bitrix24.Analyzers.FigureWording;

namespace Bitrix24.Analyzers.Sites;

/// <summary>How a site is put into words: REST methods, path, count and threshold; never an address or an argument.</summary>
static class SiteWording
{
    const int MaxNamedMethods = 3;

    public static string RestMethods(this Site site)
    {
        var names = site.Effects.Select(static e => e.Rest!.Name).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var shown = string.Join(", ", names.Take(MaxNamedMethods).Select(static n => $"'{n}'"));
        return names.Count == 1 ? $"{shown} is" : names.Count > MaxNamedMethods ? $"{shown} and {names.Count - MaxNamedMethods} more are" : $"{shown} are";
    }

    public static string Source(this Site site) => string.Join("' × '", site.Repetitions.Where(static r => r.Kind == RepetitionKind.PerElement).Select(static r => r.Size).Distinct(StringComparer.Ordinal));

    public static string Way(this Site site) => site.Effects[0].Way();

    /// <summary><c>up to 2·orders requests; above 41 elements at an assumed 5 requests/s the bucket of 50 overflows (QUERY_LIMIT_EXCEEDED)</c></summary>
    public static string Load(this Site site, LoadConfiguration configuration)
    {
        var perRound = site.Effects.Select(static e => Product(e.Repetitions)).Aggregate(RequestCount.Zero, static (sum, c) => sum + c);
        var endless = site.Repetitions.ToList().FindLastIndex(static r => r.Kind == RepetitionKind.Unbounded);
        var count = Product(site.Repetitions.RemoveRange(0, endless + 1)) * perRound;
        var most = site.IsConditional || site.Repetitions.Any(static r => r.IsUpperBound) || site.Effects.Any(static e => e.IsUpperBound) ? "up to " : "";
        var each = endless < 0 ? "" : " a round";
        var settings = configuration.For(count);
        var estimate = LoadEstimator.Estimate(new Workload { Requests = count, Concurrency = site.Workers() }, settings);
        return estimate.Requests.Exact is { } number
            ? $"{most}{(count.Constant is null ? $"{count} = " : "")}{Requests(Number(number))}{each}{Sources(settings.Sizes)}{Figure(estimate, settings, number, site.Workers())}"
            : $"{most}{count} requests{each}; {Threshold(site, estimate, settings)}";
    }

    static string Figure(LoadEstimate known, LoadSettings settings, double number, int? workers) => known.Breaches.FirstOrDefault(static b => b.Verdict == Verdict.BurstsRefused) is { } burst
        ? $"; at {Rate(settings, workers)} the bucket of {Number(settings.Plan.Value.Threshold)} overflows after {Number(burst.Seconds)} s (QUERY_LIMIT_EXCEEDED)"
        : $" where {Number(Math.Ceiling(number / Limits.BatchCommands))} would do";

    static RequestCount Product(ImmutableArray<Repetition> repetitions) => repetitions.Aggregate(RequestCount.One, static (product, r) => product * SizeOf(r));

    static RequestCount SizeOf(Repetition repetition) => repetition switch
    {
        { Constant: { } constant } => RequestCount.Of(constant),
        { Kind: RepetitionKind.Pages } => RequestCount.Size(RowsSize.OfAnyList).CeilingDivide(Limits.PageRows),
        { Kind: RepetitionKind.Chunks } => RequestCount.Size(repetition.Size).CeilingDivide(Limits.BatchCommands),
        { Kind: RepetitionKind.Unbounded } => RequestCount.Unknown("the loop ends when something outside of it says so"),
        _ => RequestCount.Size(repetition.Size),
    };

    /// <summary>Of the one size that is not known; of several, of what the innermost loop goes over.</summary>
    static string Threshold(Site site, LoadEstimate estimate, LoadSettings settings)
    {
        var plan = settings.Plan.Value;
        var perElement = Math.Max(1, site.Effects.Count(static e => e.Repetitions.IsEmpty));
        var workers = site.Workers();
        if (workers is null)
            return $"above {Number(Math.Floor(plan.Threshold / perElement))} at once the bucket of {Number(plan.Threshold)} overflows (QUERY_LIMIT_EXCEEDED)";
        if (estimate.Formula.Sizes.Count != 1)
            estimate = LoadEstimator.Estimate(new Workload { Requests = RequestCount.Of(perElement) * RequestCount.Size("elements"), Concurrency = workers }, settings);
        return estimate.ThresholdOf(Verdict.BurstsRefused) is { } threshold
            ? $"above {Number(threshold.Largest)} elements at {Rate(settings, workers)} the bucket of {Number(plan.Threshold)} overflows (QUERY_LIMIT_EXCEEDED)"
            : $"at {Rate(settings, workers)} the bucket of {Number(plan.Threshold)} never overflows, but nothing else gets through";
    }

    /// <summary><c>an assumed 5 requests/s</c></summary>
    static string Rate(LoadSettings settings, int? workers) =>
        $"{(settings.LatencySeconds.Provenance == Provenance.Assumed ? "an assumed " : "")}{Number(BucketArithmetic.SequentialRate(settings.LatencySeconds.Value) * (workers ?? 1))} requests/s";

    public static ImmutableArray<Location> Elsewhere(this Site site) => site.Effects.SelectMany(static e => e.Path.Skip(1)).Places();
}
