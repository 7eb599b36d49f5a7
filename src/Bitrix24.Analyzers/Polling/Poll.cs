using System.Collections.Immutable;
using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Schedules;
using Bitrix24.LoadModel;

namespace Bitrix24.Analyzers.Polling;

/// <summary>A list that a schedule reads again and again.</summary>
/// <param name="Run">What runs.</param>
/// <param name="Calls">The calls that read the list, one or more.</param>
sealed record Poll(ScheduledRun Run, ImmutableArray<CountedCall> Calls)
{
    /// <summary>What runs less often is no polling, but a nightly job.</summary>
    static readonly TimeSpan Seldom = TimeSpan.FromHours(1);

    /// <summary>One page of a list is little: only who asks for it often polls.</summary>
    static readonly TimeSpan SeldomForPage = TimeSpan.FromMinutes(10);

    public string RestMethod => Calls[0].RestMethod;

    public string Entity => Calls[0].Effect.Rest!.Method!.Entity;

    public Changes Changes => Changes.Of(Entity);

    /// <summary>Whether it only reads rows above or below something.</summary>
    public bool IsNarrowed => Calls[0].Asked == Selection.Beyond;

    /// <summary>The lists that a run reads. Dictionaries seldom change and have few rows; the offline queue is no list.</summary>
    public static IEnumerable<Poll> Of(ScheduledRun run) => (run.Entry.Schedule is null || run.Interval <= Seldom) && !Messages.Pace(run)
        ? run.Calls.Where(c => c.Effect.Rest!.Method is { Kind: RestMethodKind.List, IsReferenceData: false, Entity.Length: > 0 } method && method.Entity != "event.offline" && c.Asked != Selection.Named && !IsLookup(c) && !Messages.AreAskedFor(run, c.Effect) && (IsWhole(c) || run.Interval <= SeldomForPage))
            .GroupBy(static c => (c.RestMethod.ToUpperInvariant(), c.Asked == Selection.Beyond)).Select(g => new Poll(run, g.ToImmutableArray()))
        : [];

    /// <summary>All pages of a list: only that is a scan whatever the schedule.</summary>
    static bool IsWhole(CountedCall call) => call.Effect.Recurs || call.Effect.Repetitions.Any(static r => r.Kind == RepetitionKind.Pages);

    /// <summary>What is read once for each of something else looks for rows of that, and is no scan.</summary>
    static bool IsLookup(CountedCall call) => call.Effect.Repetitions.Any(static r => r.Kind is RepetitionKind.PerElement or RepetitionKind.Chunks);
}
