using System.Collections.Immutable;
using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Summaries;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>Says which REST calls one run of an entry point causes.</summary>
sealed class RunReader(RestModel model, CancellationToken cancellation)
{
    /// <summary>
    /// The calls of one run. Those whose results are kept are made once and then no more, and those that most runs leave out are
    /// made now and then, so they count only in a program's one run; those in a loop with a schedule of its own belong to that one.
    /// </summary>
    public ImmutableArray<Effect> Read(RunCode code, bool isOnly = false) =>
        Effects(code).Where(e => e is { IsRequest: true, Rest: not null } && (isOnly || !(e.IsKept || Occasional.Is(e, code.Piece))) && !e.Repetitions.Any(static r => r is { Kind: RepetitionKind.Unbounded, PauseSeconds: > 0 })).Select(Kept).ToImmutableArray();

    /// <summary>Once, or once for each key, which is no more often than it is asked for.</summary>
    static Effect Kept(Effect effect) => !effect.IsKept ? effect
        : effect.MemoKey is null ? effect with { Repetitions = effect.Repetitions.Where(static r => r.Kind == RepetitionKind.Pages).ToImmutableArray(), Conditional = false }
        : effect with { Conditional = true };

    IEnumerable<Effect> Effects(RunCode code)
    {
        Summary SummaryOf(Microsoft.CodeAnalysis.IMethodSymbol callee) => model.SummaryOf(callee, cancellation);
        if (code.Piece is null)
            return (code.Method is null ? Summary.Nothing : SummaryOf(code.Method)).Effects;
        if (model.SemanticModelOf(code.Piece.SyntaxTree) is not { } semantics)
            return [];
        return SummaryBuilder.Effects(FactsReader.Read(model, semantics, code.Piece, code.Method, cancellation), code.Method?.ContainingType, SummaryOf);
    }
}
