using System.Text.RegularExpressions;
using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>
/// Whether a list is asked only for rows above or below some value: since a time, or with a number. <c>&gt;ID</c> is no such
/// thing where it turns the page. The filter may be made anywhere on the way, so every member on it is looked at.
/// </summary>
sealed class Narrowing
{
    /// <summary>A comparison as the name of a filter, alone or in an address: <c>&gt;DATE_MODIFY</c>, <c>filter[&gt;=LAST_UPDATED]</c>.</summary>
    static readonly Regex Comparison = new(@"(^|\[)\s*[<>]=?\s*(?!ID\b)[A-Z][A-Z0-9_]{2,}\s*(\]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    static readonly Regex FromId = new(@"(^|\[)\s*>=?\s*ID\s*(\]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>More text than this is no filter, and not worth a search.</summary>
    const int LongestFilter = 2000;

    readonly Dictionary<(SyntaxNode Member, bool ById), bool> _members = [];

    /// <summary>A list of which one page is read from some id on brings what is new.</summary>
    public bool Narrows(Effect effect)
    {
        var byId = !effect.Recurs && !effect.Repetitions.Any(static r => r.Kind == RepetitionKind.Pages);
        return effect.Path.Any(hop => hop.Location.SourceTree is { } tree && IsIn(BodyIndex.ScopeOf(tree.GetRoot().FindNode(hop.Location.SourceSpan)), byId));
    }

    bool IsIn(SyntaxNode member, bool byId)
    {
        if (!_members.TryGetValue((member, byId), out var known))
            _members.Add((member, byId), known = member.DescendantTokens().Any(t => IsText(t) && t.ValueText.Length <= LongestFilter && Compares(t.ValueText, byId)));
        return known;
    }

    static bool IsText(SyntaxToken token) => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken;

    static bool Compares(string text, bool byId) => text.IndexOfAny(['<', '>']) >= 0 && (Comparison.IsMatch(text) || (byId && FromId.IsMatch(text)));
}
