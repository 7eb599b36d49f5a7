using System.Collections.Immutable;
using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Summaries;
using Bitrix24.LoadModel;

namespace Bitrix24.Analyzers.Sites;

/// <summary>The words by which rules ask how a site repeats.</summary>
static class SiteRepetition
{
    /// <summary>Some loop goes over elements, and the innermost is not one that reads pages or sends chunks.</summary>
    public static bool RepeatsPerElement(this Site site) =>
        site.Repetitions.Any(static r => r.Kind == RepetitionKind.PerElement) && site.Repetitions[site.Repetitions.Length - 1].Kind is RepetitionKind.PerElement or RepetitionKind.Pages;

    /// <summary>The site without batches: a batch for each element may still be more than one batch for all, but it is no single call.</summary>
    public static Site Repeated(this Site site) => site with { Effects = site.Effects.Where(static e => e.Rest is { IsBatch: false }).ToImmutableArray() };

    /// <summary>How many of the calls may be under way at the same moment; null where the code does not say.</summary>
    public static int? Workers(this Site site) => Facts.Workers.Of(site.Repetitions.Concat(site.Effects.SelectMany(static e => e.Repetitions)));

    /// <summary>Whether pauses hold a round's requests at or under the drain.</summary>
    public static bool IsPaced(this Site site, ImmutableArray<Site> all)
    {
        var round = site.Repetitions[site.Repetitions.Length - 1];
        var together = all.Where(s => s.Round == round.Construct).SelectMany(static s => s.Effects).ToList();
        if (together.Any(static e => !e.Repetitions.IsEmpty))
            return together.Where(static e => !e.Repetitions.IsEmpty).All(static e => e.Spacing * Plan.Standard.Drain >= 1) && site.Effects.All(static e => e.Spacing * Plan.Standard.Drain >= 1);
        var seconds = round.PauseSeconds + together.Sum(static e => e.Spacing);
        return !round.Concurrent && seconds * Plan.Standard.Drain >= together.Count;
    }
}
