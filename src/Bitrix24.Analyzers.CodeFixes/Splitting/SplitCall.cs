using Bitrix24.Analyzers.CodeFixes.Dependence;
using Bitrix24.Analyzers.CodeFixes.Fixes;
using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.CodeFixes.Splitting;

/// <summary>A call that the loop makes itself now.</summary>
/// <param name="Mark">Finds it.</param>
/// <param name="Split">The helper that made it, or null.</param>
/// <param name="Finding">What the rule said of it.</param>
sealed record SplitCall(SyntaxAnnotation Mark, SplitMethod? Split, FixedFinding Finding)
{
    /// <summary>A helper is given its answer.</summary>
    public bool HasRest => Split?.Rest is not null;

    /// <summary>What that helper can throw before it asks for the answer, once the parameters are there.</summary>
    public Prelude Prelude => Split?.Prelude ?? Prelude.Quiet;

    /// <summary>The helper may leave without asking for the answer by an exception.</summary>
    public bool MayNotAsk => HasRest && (Prelude != Prelude.Quiet || Split!.Helper.Guards is not null);
}
