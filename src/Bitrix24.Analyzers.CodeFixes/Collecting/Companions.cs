using System.Collections.Immutable;
using System.Globalization;
using Bitrix24.Analyzers.CodeFixes.Fixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Bitrix24.Analyzers.CodeFixes.Collecting;

/// <summary>The calls of a loop that are to wait for each other.</summary>
static class Companions
{
    /// <summary>The call of the finding and its companions; nothing where one of them is not where it was, or does not write.</summary>
    public static IReadOnlyList<MarkedCall> Of(SyntaxNode root, InvocationExpressionSyntax call, FixedFinding finding)
    {
        if (finding[FixPayload.Writes] != "true" || finding[FixPayload.Others] != FixPayload.OthersNone && finding[FixPayload.Companions] is null)
            return [];
        var sites = new List<MarkedCall> { new(call, finding) };
        foreach (var text in (finding[FixPayload.Companions] ?? "").Split([';'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Companion(root, finding, text.Split(',')) is not { } companion)
                return [];
            sites.Add(companion);
        }

        return [.. sites.OrderBy(static s => s.Call.SpanStart)];
    }

    static MarkedCall? Companion(SyntaxNode root, FixedFinding finding, string[] parts)
    {
        if (parts is not [var distance, var rest, var shape, var ordinal, var name] || !int.TryParse(distance, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var offset))
            return null;
        var start = finding.Span.Start + offset;
        if (start < 0 || start >= root.FullSpan.End || root.FindToken(start) is var token && (token.SpanStart != start || token.ValueText != name) || token.Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call)
            return null;
        var payload = ImmutableDictionary<string, string?>.Empty.Add(FixPayload.RestMethod, rest).Add(FixPayload.Writes, "true").Add(FixPayload.Shape, shape).Add(FixPayload.MethodParameter, ordinal);
        return new(call, new FixedFinding(new TextSpan(start, token.Span.Length), payload));
    }
}
