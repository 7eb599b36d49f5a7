using System.Collections.Immutable;
using Bitrix24.Analyzers.Configuration;
using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Recognition;
using Bitrix24.Analyzers.Summaries;
using Bitrix24.LoadModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>Counts the requests of a run: each call times what repeats it, and each list by its pages.</summary>
sealed class RunCount
{
    /// <summary>By the loop that turns their pages, the lists that it reads: a helper may be asked for several.</summary>
    readonly ILookup<SyntaxNode, PagedList> _lists;

    readonly ListFilter _filter = new();

    public RunCount(ImmutableArray<Effect> effects) => _lists = effects.Where(static e => IsList(e.Rest!))
        .SelectMany(static e => e.Repetitions.Where(static r => r.Kind == RepetitionKind.Pages).Select(r => (r.Construct, List: new PagedList(e, r.End))))
        .ToLookup(static p => p.Construct, static p => p.List);

    sealed record PagedList(Effect Effect, PageEnd End);

    public RequestCount Of(Effect effect)
    {
        var product = Own(effect);
        for (var i = 0; i < effect.Repetitions.Length; i++)
        {
            var repetition = effect.Repetitions[i];
            if (i + 1 < effect.Repetitions.Length && RowsOfPages(repetition, effect.Repetitions[i + 1], effect) is { } rows)
            {
                product *= rows;
                i++;
            }
            else
            {
                product *= Rounds(repetition, effect);
            }
        }

        return product;
    }

    /// <summary>Once for each row of each page is once for each row of the list.</summary>
    RequestCount? RowsOfPages(Repetition pages, Repetition rows, Effect effect) =>
        pages.Kind is RepetitionKind.Pages or RepetitionKind.Unbounded && rows is { Kind: RepetitionKind.PerElement, Constant: null } && ListOf(pages, effect) is { } list
            && _filter.Of(list.Effect) == Selection.Everything && PageRows.Are(rows.Construct, pages.Construct, list.Effect)
            ? RequestCount.Size(RowsSize.Of(list.Effect.Rest!.Method))
            : null;

    public Selection Asked(Effect effect) => effect.Rest!.Method is { Kind: RestMethodKind.List } || IsList(effect.Rest!) ? _filter.Of(effect) : Selection.Everything;

    /// <summary>The list whose pages a loop turns: that of the effect itself, or the one that is read on the same way.</summary>
    PagedList? ListOf(Repetition pages, Effect effect) => pages.Kind == RepetitionKind.Pages && IsList(effect.Rest!)
        ? new PagedList(effect, pages.End)
        : _lists[pages.Construct].OrderByDescending(l => SharedHops(l.Effect, effect)).FirstOrDefault();

    static int SharedHops(Effect one, Effect other) => one.Path.Zip(other.Path, static (a, b) => a.Location == b.Location).TakeWhile(static same => same).Count();

    RequestCount Own(Effect effect) => !effect.Recurs ? RequestCount.One
        : IsList(effect.Rest!) ? Pages(effect, effect.Rest!, PageEnd.Told)
        : RequestCount.Unknown("the method calls itself");

    RequestCount Rounds(Repetition repetition, Effect effect) => repetition switch
    {
        { Constant: { } constant } when !(repetition is { Kind: RepetitionKind.Pages, AtMost: true }) => RequestCount.Of(constant),
        // What ends the loop for its list ends it for the calls beside it.
        { Kind: RepetitionKind.Pages or RepetitionKind.Unbounded } when ListOf(repetition, effect) is { } list => Pages(list.Effect, list.Effect.Rest!, list.End),
        { Kind: RepetitionKind.Pages } when MayBeList(effect.Rest!) => Pages(effect, effect.Rest!, repetition.End),
        { Kind: RepetitionKind.Pages, Construct: not ForStatementSyntax } => RequestCount.Unknown("the loop ends when an answer says so"),
        { Kind: RepetitionKind.Chunks, ChunkSize: { } size } => RequestCount.Size(repetition.Size).CeilingDivide(size),
        { Kind: RepetitionKind.Chunks } => RequestCount.Size(repetition.Size).CeilingDivide(Limits.BatchCommands) + RequestCount.Unknown("how many elements a chunk has"),
        { Kind: RepetitionKind.Unbounded } => RequestCount.Unknown("the loop ends when something outside of it says so"),
        _ => RequestCount.Size(repetition.Size),
    };

    /// <summary>A page for a list with a filter, and nobody knows how many more.</summary>
    RequestCount Pages(Effect effect, RestTarget list, PageEnd end)
    {
        if (_filter.Of(effect) != Selection.Everything)
            return RequestCount.One + RequestCount.Unknown("how many rows the filter leaves");
        var rows = RequestCount.Size(RowsSize.Of(list.Method));
        var page = list.Method?.PageSize ?? Limits.PageRows;
        return end switch
        {
            PageEnd.NotFull => (RequestCount.One + rows).CeilingDivide(page),
            PageEnd.Empty => RequestCount.One + rows.CeilingDivide(page),
            _ => rows.CeilingDivide(page),
        };
    }

    /// <summary>A method that the catalogue does not have may well be a list.</summary>
    static bool MayBeList(RestTarget rest) => rest.Method is null || IsList(rest);

    static bool IsList(RestTarget rest) => rest.Method is { IsPaged: true };
}
