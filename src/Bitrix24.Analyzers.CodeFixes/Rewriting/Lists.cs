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
            return list.Add(added.WithLeadingTrivia(IndentationOf(last))) is var longer && longer.SeparatorCount < longer.Count
                ? SyntaxFactory.SeparatedList<TNode>(longer.GetWithSeparators().Add(list.GetSeparator(list.Count - 1))) : list;
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken);
        var ends = last.GetTrailingTrivia();
        var startsLine = last.GetFirstToken().GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia) && ends.Any(SyntaxKind.EndOfLineTrivia);
        var all = startsLine
            ? list.Replace(last, last.WithTrailingTrivia()).GetWithSeparators().Add(comma.WithTrailingTrivia(ends)).Add(added.WithLeadingTrivia(IndentationOf(last)).WithTrailingTrivia(ends.Where(static t => t.IsKind(SyntaxKind.EndOfLineTrivia))))
            : list.Replace(last, last.WithTrailingTrivia()).GetWithSeparators().Add(comma.WithTrailingTrivia(SyntaxFactory.Space)).Add(added.WithTrailingTrivia(ends));
        return SyntaxFactory.SeparatedList<TNode>(all);
    }

    static IEnumerable<SyntaxTrivia> IndentationOf(SyntaxNode node) => node.GetLeadingTrivia().Reverse().TakeWhile(static t => t.IsKind(SyntaxKind.WhitespaceTrivia));
}
