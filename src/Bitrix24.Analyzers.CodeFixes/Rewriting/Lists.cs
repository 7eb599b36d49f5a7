using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bitrix24.Analyzers.CodeFixes.Rewriting;

/// <summary>Lists of code with commas between.</summary>
static class Lists
{
    /// <summary>The list with one more at its end, on a line of its own where the last one has one.</summary>
    public static SeparatedSyntaxList<TNode> With<TNode>(this SeparatedSyntaxList<TNode> list, TNode added)
        where TNode : SyntaxNode
    {
        if (list.Count == 0)
            return SyntaxFactory.SingletonSeparatedList(added.WithTrailingTrivia(SyntaxFactory.Space));
        var last = list[list.Count - 1];
        if (list.SeparatorCount == list.Count)
            return SyntaxFactory.SeparatedList<TNode>(list.GetWithSeparators().Add(added.WithLeadingTrivia(Indentation(last))).Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(EndOf(list.GetSeparator(list.Count - 1).TrailingTrivia))));
        var ends = last.GetTrailingTrivia();
        var startsLine = last.GetFirstToken().GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia) && ends.Any(SyntaxKind.EndOfLineTrivia);
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(startsLine ? ends : SyntaxFactory.TriviaList(SyntaxFactory.Space));
        return SyntaxFactory.SeparatedList<TNode>(list.Replace(last, last.WithTrailingTrivia()).GetWithSeparators().Add(comma)
            .Add(startsLine ? added.WithLeadingTrivia(Indentation(last)).WithTrailingTrivia(EndOf(ends)) : added.WithTrailingTrivia(ends)));
    }

    static IEnumerable<SyntaxTrivia> Indentation(SyntaxNode node) => node.GetLeadingTrivia().Reverse().TakeWhile(static t => t.IsKind(SyntaxKind.WhitespaceTrivia));

    static IEnumerable<SyntaxTrivia> EndOf(SyntaxTriviaList line) => line.Any(SyntaxKind.EndOfLineTrivia) ? line.Where(static t => t.IsKind(SyntaxKind.EndOfLineTrivia)) : line.Where(static t => t.IsKind(SyntaxKind.WhitespaceTrivia));
}
