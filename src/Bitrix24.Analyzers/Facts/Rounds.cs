using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.Facts;

/// <summary>What is the same for all calls of a loop: it is read when the first of them asks, so that a long loop is walked once.</summary>
sealed class Rounds(SyntaxNode loop, DurationReader figures)
{
    readonly Lazy<double> _pauseSeconds = new(() => new Pauses(figures).In(LoopSyntax.Body(loop)).Value);
    readonly Lazy<bool> _mayEndEarly = new(() => LoopSyntax.MayEndEarly(loop));
    readonly Lazy<PageEnd> _pageEnd = new(() => PageEndReader.Of(loop));
    readonly Lazy<LoopSyntax.Supply?> _supply = new(() => LoopSyntax.Body(loop) is { } body ? LoopSyntax.Consumed(LoopSyntax.Condition(loop), body) : null);
    readonly Lazy<LoopSyntax.Counter?> _counter = new(() => LoopSyntax.Body(loop) is { } body ? LoopSyntax.CountedIn(LoopSyntax.Condition(loop), body) : null);
    readonly Lazy<int?> _chunkSize = new(() => new ChunkSize(figures).Of(loop));

    public double PauseSeconds => _pauseSeconds.Value;

    public bool MayEndEarly => _mayEndEarly.Value;

    public PageEnd PageEnd => _pageEnd.Value;

    /// <summary>What the loop empties.</summary>
    public LoopSyntax.Supply? Supply => _supply.Value;

    /// <summary>What the loop counts up or down, somewhere in its body.</summary>
    public LoopSyntax.Counter? Counter => _counter.Value;

    public int? ChunkSize => _chunkSize.Value;
}
