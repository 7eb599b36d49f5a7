using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Rewriting;

/// <summary>Statements that go one level deeper, with their comments.</summary>
static class Indented
{
    public static IEnumerable<StatementSyntax> By(string unit, IEnumerable<StatementSyntax> statements) => statements.Select(s => Deeper(s, unit));

    static StatementSyntax Deeper(StatementSyntax statement, string unit)
    {
        var first = statement.GetFirstToken();
        return statement.ReplaceTokens(statement.DescendantTokens().Where(t => t == first || StartsLine(t)), (_, token) => token.WithLeadingTrivia(Deeper(token.LeadingTrivia, unit)));
    }

    static bool StartsLine(SyntaxToken token) => token.GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia) || token.LeadingTrivia.Any(SyntaxKind.EndOfLineTrivia);

    static IEnumerable<SyntaxTrivia> Deeper(SyntaxTriviaList leading, string unit)
    {
        var starts = true;
        foreach (var trivia in leading)
        {
            var ends = trivia.IsKind(SyntaxKind.EndOfLineTrivia);
            if (starts && !ends)
                yield return SyntaxFactory.Whitespace(unit);
            yield return trivia;
            starts = ends;
        }

        if (starts)
            yield return SyntaxFactory.Whitespace(unit);
    }
}
