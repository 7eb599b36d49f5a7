using System.Collections.Immutable;
using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Summaries;
using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.Sites;

/// <summary>An expression of this body that causes REST calls, with what repeats it here.</summary>
/// <param name="Call">The call in this body.</param>
/// <param name="Effects">What one round causes; their own repetitions are those inside of the callee.</param>
/// <param name="Repetitions">What repeats the call in this body, from the outside in.</param>
sealed record Site(CallFact Call, ImmutableArray<Effect> Effects, ImmutableArray<Repetition> Repetitions)
{
    public bool IsConditional => Call.Conditional;

    /// <summary>The innermost loop, by which sites share their rounds.</summary>
    public SyntaxNode? Round => Repetitions.IsEmpty ? null : Repetitions[Repetitions.Length - 1].Construct;
}
