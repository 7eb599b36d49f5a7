using System.Collections.Immutable;
using Bitrix24.Analyzers.Summaries;
using Bitrix24.LoadModel;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>An entry point with what each of its runs sends.</summary>
sealed class ScheduledRun
{
    readonly RunCount _counts;

    public ScheduledRun(EntryPoint entry, ImmutableArray<Effect> calls)
    {
        Entry = entry;
        Calls = calls;
        _counts = new RunCount(calls);
        Requests = calls.Select(_counts.Of).Aggregate(RequestCount.Zero, static (sum, count) => sum + count);
    }

    public EntryPoint Entry { get; }

    public ImmutableArray<Effect> Calls { get; }

    /// <summary>HTTP requests of one run, at most.</summary>
    public RequestCount Requests { get; }

    /// <summary>Whether some of the calls may not be made.</summary>
    public bool IsAtMost => Calls.Any(static c => c.Conditional);

    public RequestCount CountOf(Effect call) => _counts.Of(call);

    /// <summary>As the load model takes it.</summary>
    public Workload Workload => new()
    {
        Requests = Requests,
        Methods = Calls.GroupBy(static c => c.Rest!.Name, StringComparer.OrdinalIgnoreCase)
            .Select(g => new MethodLoad(g.Key, g.Select(_counts.Of).Aggregate(RequestCount.Zero, static (sum, count) => sum + count))).ToList(),
        Schedule = Entry.Schedule,
        Concurrency = Calls.Any(static c => c.Repetitions.Any(static r => r.Concurrent)) ? null : 1,
        PauseSeconds = Calls.Length == 0 ? 0 : Calls.Min(static c => c.Spacing),
    };

    /// <summary>The call that grows fastest: it is counted with every unknown size at the same large number.</summary>
    public Effect Heaviest => Calls.OrderByDescending(c => Weight(_counts.Of(c))).First();

    static long Weight(RequestCount count) => count.KnownPart.Evaluate(count.Sizes.ToDictionary(static s => s, static _ => Large, StringComparer.Ordinal)) ?? 0;

    const long Large = 1_000_000;
}
