using System.Collections.Immutable;
using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Recognition;
using Bitrix24.Analyzers.Summaries;
using Bitrix24.LoadModel;
using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>Counts the requests of a run: each call times what repeats it, and each list by its pages.</summary>
sealed class RunCount
{
    /// <summary>By the loop that turns its pages, the list that it reads.</summary>
    readonly Dictionary<SyntaxNode, RestTarget> _lists;

    readonly Narrowing _narrowing = new();

    public RunCount(ImmutableArray<Effect> effects) => _lists = effects.Where(static e => IsList(e.Rest!))
        .SelectMany(static e => e.Repetitions.Where(static r => r.Kind == RepetitionKind.Pages).Select(r => (r.Construct, List: e.Rest!)))
        .GroupBy(static p => p.Construct).ToDictionary(static g => g.Key, static g => g.First().List);

    public RequestCount Of(Effect effect) => effect.Repetitions.Aggregate(Own(effect), (product, r) => product * Rounds(r, effect));

    public bool IsNarrowed(Effect effect) => IsList(effect.Rest!) && _narrowing.Narrows(effect);

    RequestCount Own(Effect effect) => !effect.Recurs ? RequestCount.One
        : IsList(effect.Rest!) ? Pages(effect, effect.Rest!)
        : RequestCount.Unknown("the method calls itself");

    RequestCount Rounds(Repetition repetition, Effect effect) => repetition switch
    {
        { Constant: { } constant } => RequestCount.Of(constant),
        { Kind: RepetitionKind.Pages } => Pages(effect, _lists.TryGetValue(repetition.Construct, out var list) ? list : effect.Rest!),
        { Kind: RepetitionKind.Chunks } => RequestCount.Size(repetition.Size).CeilingDivide(Limits.BatchCommands),
        { Kind: RepetitionKind.Unbounded } => RequestCount.Unknown("the loop ends when something outside of it says so"),
        _ => RequestCount.Size(repetition.Size),
    };

    /// <summary>A page for a list that is narrowed, and nobody knows how many more.</summary>
    RequestCount Pages(Effect effect, RestTarget list) => _narrowing.Narrows(effect)
        ? RequestCount.One + RequestCount.Unknown("how many rows the filter leaves")
        : RequestCount.Size(RowsOf(list)).CeilingDivide(list.Method?.PageSize ?? Limits.PageRows);

    static bool IsList(RestTarget rest) => rest.Method is { IsPaged: true };

    /// <summary>The name of the number of rows that a list has: <c>rows.crm.deal</c>.</summary>
    public static string RowsOf(RestTarget list) => list.Method is { Entity.Length: > 0 } method ? $"rows.{method.Entity}" : "rows";
}
