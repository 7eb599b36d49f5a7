using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Summaries;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>Whether what repeats a call inside a paging loop goes over the rows of the page that was just read.</summary>
static class PageRows
{
    public static bool Are(SyntaxNode construct, SyntaxNode pages, Effect list) =>
        construct.SyntaxTree == pages.SyntaxTree && pages.Span.Contains(construct.Span) && Source(construct) is { } source
        && CallIn(pages, list) is { } call && new ResultFlow(pages).Reaches(source, call);

    static ExpressionSyntax? Source(SyntaxNode construct) => construct switch
    {
        CommonForEachStatementSyntax each => each.Expression,
        QueryExpressionSyntax query => query.FromClause.Expression,
        InvocationExpressionSyntax call => Arguments.Receiver(call),
        _ => null,
    };

    /// <summary>The call in the loop that reads the page, itself or through helpers.</summary>
    static SyntaxNode? CallIn(SyntaxNode pages, Effect list) => list.Path
        .Where(h => h.Location.SourceTree == pages.SyntaxTree && pages.Span.Contains(h.Location.SourceSpan))
        .Select(h => (SyntaxNode?)pages.FindNode(h.Location.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>()).FirstOrDefault();
}
