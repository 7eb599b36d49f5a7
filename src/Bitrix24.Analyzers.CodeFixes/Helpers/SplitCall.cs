using Bitrix24.Analyzers.CodeFixes.Dependence;
using Bitrix24.Analyzers.CodeFixes.Fixes;
using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.CodeFixes.Helpers;

/// <summary>A call that the loop makes itself now.</summary>
/// <param name="Mark">Finds it.</param>
/// <param name="HasRest">A helper is given its answer.</param>
/// <param name="Prelude">What that helper can throw before it asks for the answer.</param>
/// <param name="IsGuarded">It asks by itself whether it needs the answer.</param>
/// <param name="Finding">What the rule said of it.</param>
sealed record SplitCall(SyntaxAnnotation Mark, bool HasRest, Prelude Prelude, bool IsGuarded, FixedFinding Finding);
