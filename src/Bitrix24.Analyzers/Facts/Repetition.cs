using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.Facts;

enum RepetitionKind
{
    /// <summary>Once for each element of something.</summary>
    PerElement,

    /// <summary>Once for each page of a list: the required way to read it.</summary>
    Pages,

    /// <summary>Once for each chunk of elements.</summary>
    Chunks,

    /// <summary>A small number of times that the code gives: alternatives or attempts. They count, but they are no loop to complain of.</summary>
    Few,

    /// <summary>As often as something the code does not say: a wait, a poll, a worker without an end.</summary>
    Unbounded,
}

/// <summary>Something that runs what is inside it more than once.</summary>
/// <param name="Size">The name of the number of rounds, as the source has it.</param>
/// <param name="Construct">The loop statement, query or invocation.</param>
/// <param name="PauseSeconds">A pause that every round makes, or 0.</param>
/// <param name="AtMost">Some elements may be left out, or the rounds may end before the last.</param>
/// <param name="End">For pages, what tells the last one.</param>
/// <param name="ChunkSize">For chunks, how many elements one has, where the code says so.</param>
/// <param name="Workers">For concurrent rounds, how many at the same time, where the code says so.</param>
sealed record Repetition(RepetitionKind Kind, string Size, SyntaxNode Construct, bool Concurrent = false, int? Constant = null, double PauseSeconds = 0, bool AtMost = false, PageEnd End = PageEnd.Told, int? ChunkSize = null, int? Workers = null)
{
    /// <summary>Whether the number of rounds is an upper bound; pages and chunks always are what they are.</summary>
    public bool IsUpperBound => AtMost && Kind is RepetitionKind.PerElement or RepetitionKind.Few;
}
