using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bitrix24.Analyzers.CodeFixes.Rewriting;

/// <summary>Comments of code that is being replaced.</summary>
static class Comments
{
    public static bool Is(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
        or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;

    /// <summary>Comments of <paramref name="node"/> that stand in none of the <paramref name="kept"/> parts.</summary>
    public static IEnumerable<string> Outside(SyntaxNode node, IReadOnlyCollection<SyntaxNode> kept) => node
        .DescendantTrivia(descendIntoTrivia: false)
        .Where(trivia => Is(trivia) && node.Span.Contains(trivia.Span) && !kept.Any(part => part.Span.Contains(trivia.Span)))
        .Select(static trivia => trivia.ToString());
}
