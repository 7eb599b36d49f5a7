using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Bitrix24.Analyzers.CodeFixes.Rewriting;

/// <summary>Indentation and line endings of the place that new code goes to.</summary>
sealed class Layout
{
    readonly SyntaxTree _tree;
    readonly SourceText _text;
    readonly string _base;
    readonly string _unit;

    Layout(SyntaxTree tree, SourceText text, string indentation, string unit)
    {
        _tree = tree;
        _text = text;
        _base = indentation;
        _unit = unit;
        var first = text.Lines[0];
        NewLine = first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }

    public string NewLine { get; }

    /// <summary>The layout of what stands in the place of <paramref name="anchor"/> or next to it.</summary>
    public static Layout At(SyntaxNode anchor)
    {
        var text = anchor.SyntaxTree.GetText();
        var indentation = IndentationOf(anchor, text);
        var inner = anchor.DescendantNodes().OfType<StatementSyntax>().FirstOrDefault(s => s is not BlockSyntax && IndentationOf(s, text).Length > indentation.Length);
        var unit = inner is not null && IndentationOf(inner, text) is var deeper && deeper.StartsWith(indentation, StringComparison.Ordinal) ? deeper.Substring(indentation.Length)
            : indentation.Length > 0 && indentation[0] == '\t' ? "\t" : "    ";
        return new Layout(anchor.SyntaxTree, text, indentation, unit);
    }

    /// <summary>One level.</summary>
    public string Unit => _unit;

    public string Indentation(int depth) => _base + string.Concat(Enumerable.Repeat(_unit, depth));

    /// <summary>A line break and the indentation of the next line.</summary>
    public string Break(int depth) => NewLine + Indentation(depth);

    /// <summary>The code of a node, its further lines moved along to where its first one goes.</summary>
    public string Code(SyntaxNode node, int depth) => node.SyntaxTree == _tree ? Code(node, node, depth) : node.WithoutTrivia().ToString();

    /// <summary>The code of what <paramref name="original"/> was edited to.</summary>
    public string Code(SyntaxNode edited, SyntaxNode original, int depth) => Moved(edited, original, depth).ToString();

    /// <summary>As <see cref="Code(SyntaxNode, SyntaxNode, int)"/>, with what is noted on its nodes.</summary>
    public TNode Moved<TNode>(TNode edited, SyntaxNode original, int depth)
        where TNode : SyntaxNode
    {
        var from = IndentationOf(original, _text);
        var to = Indentation(depth);
        var bare = edited.WithoutTrivia();
        return from == to ? bare : bare.ReplaceTokens(bare.DescendantTokens().Where(StartsLine), (token, _) => Move(token, from, to));
    }

    static bool StartsLine(SyntaxToken token) =>
        token.LeadingTrivia.Any(static t => t.IsKind(SyntaxKind.EndOfLineTrivia)) || token.GetPreviousToken().TrailingTrivia.Any(static t => t.IsKind(SyntaxKind.EndOfLineTrivia));

    static SyntaxToken Move(SyntaxToken token, string from, string to)
    {
        var moved = new List<SyntaxTrivia>();
        var starts = token.GetPreviousToken().TrailingTrivia.Any(static t => t.IsKind(SyntaxKind.EndOfLineTrivia));
        foreach (var trivia in token.LeadingTrivia)
        {
            var blank = trivia.IsKind(SyntaxKind.WhitespaceTrivia) ? trivia.ToString() : "";
            var ends = trivia.IsKind(SyntaxKind.EndOfLineTrivia);
            if (starts && !ends && blank.StartsWith(from, StringComparison.Ordinal))
                moved.Add(SyntaxFactory.Whitespace(to + blank.Substring(from.Length)));
            if (!starts || ends || !blank.StartsWith(from, StringComparison.Ordinal) || blank.Length == 0)
                moved.Add(trivia);
            starts = ends;
        }

        if (starts && from.Length == 0)
            moved.Add(SyntaxFactory.Whitespace(to));
        return token.WithLeadingTrivia(moved);
    }

    static string IndentationOf(SyntaxNode node, SourceText text)
    {
        var line = text.Lines.GetLineFromPosition(node.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }
}
