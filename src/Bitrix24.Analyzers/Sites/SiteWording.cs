using System.Collections.Immutable;
using System.Globalization;
using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Summaries;
using Bitrix24.LoadModel;
using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.Sites;

/// <summary>How a site is put into words: REST methods, path, count and threshold; never an address or an argument.</summary>
static class SiteWording
{
    /// <summary>Round trips of a Bitrix24 cloud portal take 0.1 to 0.5 s; a fifth of a second is assumed until configuration says otherwise.</summary>
    const double AssumedLatencySeconds = 0.2;

    /// <summary>More places than this no list in an IDE shows.</summary>
    const int MaxElsewhere = 60;

    const int MaxNamedMethods = 3;

    public static string RestMethods(this Site site)
    {
        var names = site.Effects.Select(static e => e.Rest!.Name).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var shown = string.Join(", ", names.Take(MaxNamedMethods).Select(static n => $"'{n}'"));
        return names.Count == 1 ? $"{shown} is" : names.Count > MaxNamedMethods ? $"{shown} and {names.Count - MaxNamedMethods} more are" : $"{shown} are";
    }

    public static string Source(this Site site) => string.Join("' × '", site.Repetitions.Where(static r => r.Kind == RepetitionKind.PerElement).Select(static r => r.Size).Distinct(StringComparer.Ordinal));

    public static string Way(this Site site)
    {
        var path = site.Effects[0].Path;
        return path.Length < 2 ? "" : $" (through {string.Join(" → ", path.Select(static h => h.Name))})";
    }

    public static string Count(this Site site)
    {
        var perRound = site.Effects.Select(e => Product(e.Repetitions)).Aggregate(RequestCount.Zero, static (sum, c) => sum + c);
        var count = Product(site.Repetitions) * perRound;
        var conditional = site.IsConditional || site.Effects.Any(static e => e.Conditional);
        return $"{(conditional ? "up to " : "")}{count} requests";
    }

    static RequestCount Product(ImmutableArray<Repetition> repetitions) => repetitions.Aggregate(RequestCount.One, static (product, r) => product * SizeOf(r));

    static RequestCount SizeOf(Repetition repetition) => repetition switch
    {
        { Constant: { } constant } => RequestCount.Of(constant),
        { Kind: RepetitionKind.Pages } => RequestCount.Size("rows").CeilingDivide(Limits.PageRows),
        { Kind: RepetitionKind.Chunks } => RequestCount.Size(repetition.Size).CeilingDivide(Limits.BatchCommands),
        { Kind: RepetitionKind.Unbounded } => RequestCount.Unknown("the loop ends when something outside of it says so"),
        _ => RequestCount.Size(repetition.Size),
    };

    public static string Threshold(this Site site)
    {
        var plan = Plan.Standard;
        var rate = BucketArithmetic.SequentialRate(AssumedLatencySeconds);
        var perElement = Math.Max(1, site.Effects.Count(static e => e.Repetitions.IsEmpty));
        var elements = BucketArithmetic.ElementsToFirstRefusal(rate, perElement, plan);
        return string.Format(CultureInfo.InvariantCulture, "above {0} elements at an assumed {1:0.#} requests/s the bucket of {2} overflows (QUERY_LIMIT_EXCEEDED)", elements, rate, plan.Threshold);
    }

    public static ImmutableArray<Location> Elsewhere(this Site site) =>
        site.Effects.SelectMany(static e => e.Path.Skip(1)).Select(static h => h.Location).Distinct().Take(MaxElsewhere).ToImmutableArray();
}
