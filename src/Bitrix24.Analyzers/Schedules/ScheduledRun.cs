using System.Collections.Immutable;
using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Summaries;
using Bitrix24.LoadModel;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>A REST call of a run, and how many requests it makes of it, at most.</summary>
/// <param name="Asked">Which rows it asks for, where it reads a list.</param>
sealed record CountedCall(Effect Effect, RequestCount Count, Selection Asked)
{
    public string RestMethod => Effect.Rest!.Name;
}

/// <summary>An entry point with what each of its runs sends.</summary>
sealed class ScheduledRun
{
    /// <summary>More than any limit lets through: the call that sends most when everything is this large grows fastest.</summary>
    const long Large = 1_000_000;

    readonly Lazy<Workload> _workload;

    public ScheduledRun(EntryPoint entry, ImmutableArray<Effect> effects)
        : this(entry, Counted(effects))
    {
    }

    ScheduledRun(EntryPoint entry, ImmutableArray<CountedCall> calls)
    {
        Entry = entry;
        Calls = calls;
        Requests = Alternatives.Sum(calls);
        _workload = new Lazy<Workload>(AsWorkload);
    }

    static ImmutableArray<CountedCall> Counted(ImmutableArray<Effect> effects)
    {
        var counts = new RunCount(effects);
        return effects.Select(e => new CountedCall(e, counts.Of(e), counts.Asked(e))).ToImmutableArray();
    }

    /// <summary>The same run with only some of its calls.</summary>
    public ScheduledRun Only(Func<CountedCall, bool> isMeant) => new(Entry, Calls.Where(isMeant).ToImmutableArray());

    /// <summary>From run to run; null where the code does not say, or nobody knows.</summary>
    public TimeSpan? Interval => Entry.Schedule?.Interval();

    public EntryPoint Entry { get; }

    public ImmutableArray<CountedCall> Calls { get; }

    /// <summary>HTTP requests of one run, at most.</summary>
    public RequestCount Requests { get; }

    /// <summary>Whether some of the calls may not be made.</summary>
    public bool IsAtMost => Calls.Any(static c => c.Effect.IsUpperBound);

    /// <summary>As the load model takes it.</summary>
    public Workload Workload => _workload.Value;

    Workload AsWorkload() => new()
    {
        Requests = Requests,
        Methods = Calls.GroupBy(static c => c.RestMethod, StringComparer.OrdinalIgnoreCase).Select(static g => Load(g.Key, Alternatives.Sum(g))).ToList(),
        Schedule = Entry.Schedule ?? Schedule.Once,
        Concurrency = Workers.Of(Calls.SelectMany(static c => c.Effect.Repetitions)),
        PauseSeconds = Calls.IsEmpty ? 0 : Calls.Min(static c => c.Effect.Spacing),
    };

    /// <summary>Which methods the commands of a batch call, and how long they take, is for the portal to know.</summary>
    static MethodLoad Load(string restMethod, RequestCount calls) => string.Equals(restMethod, "batch", StringComparison.OrdinalIgnoreCase)
        ? new MethodLoad(restMethod, calls) { RowsPerCall = RequestCount.Unknown("which methods the commands of a batch call") }
        : new MethodLoad(restMethod, calls);

    /// <summary>The calls by how fast they grow, the fastest first.</summary>
    public IEnumerable<CountedCall> ByWeight => Calls.OrderByDescending(static c => Weight(c.Count));

    static long Weight(RequestCount count) => count.KnownPart.Evaluate(count.Sizes.ToDictionary(static s => s, static _ => Large, StringComparer.Ordinal)) ?? 0;
}
