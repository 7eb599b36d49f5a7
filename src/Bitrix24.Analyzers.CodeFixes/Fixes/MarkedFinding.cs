using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Bitrix24.Analyzers.CodeFixes.Fixes;

/// <summary>A finding whose places are found again in what becomes of the document.</summary>
/// <param name="Finding">The finding in the document as it was.</param>
/// <param name="Places">Where it is and, behind that, the places on its way, each with a mark for the token that begins there.</param>
sealed record MarkedFinding(FixedFinding Finding, ImmutableArray<(int Start, SyntaxAnnotation Mark)> Places)
{
    public static MarkedFinding Of(FixedFinding finding, TextSpan document)
    {
        var way = finding.Way.Where(s => document.Contains(s)).ToImmutableArray();
        return new(finding with { Way = way }, way.Insert(0, finding.Span).Select(static s => (s.Start, new SyntaxAnnotation())).ToImmutableArray());
    }

    /// <summary>The finding as it is now, or null where its place has gone.</summary>
    public FixedFinding? In(SyntaxNode root)
    {
        var tokens = Places.Select(p => root.GetAnnotatedTokens(p.Mark).FirstOrDefault()).ToList();
        return tokens[0].RawKind != 0 ? Finding with { Span = tokens[0].Span, Way = tokens.Skip(1).Where(static t => t.RawKind != 0).Select(static t => t.Span).ToImmutableArray() } : null;
    }
}
