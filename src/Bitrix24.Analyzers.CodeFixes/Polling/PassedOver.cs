using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>
/// Conditions that leave an answer's rows alone. An error has neither rows nor a next page: who asks for that ahead of the rows goes on
/// as if the round were done.
/// </summary>
sealed class PassedOver(Reading reading, PageTest tests)
{
    /// <summary>Whether rows are left alone for another reason than that there are none.</summary>
    public bool Is(IfStatementSyntax choice) => choice.SpanStart > reading.Call.Span.End && !tests.IsOfRows(choice.Condition) && (Works(choice).Any() || Jumps(choice) && !reading.Statements.SelectMany(Works).Any(w => w.SpanStart > reading.Call.Span.End && w.Span.End <= choice.SpanStart));

    public static bool Jumps(IfStatementSyntax choice) => choice.DescendantNodes().Any(static n => n is BreakStatementSyntax or ContinueStatementSyntax or ReturnStatementSyntax);

    /// <summary>What is done with rows: a loop over them, or putting them aside.</summary>
    static IEnumerable<SyntaxNode> Works(StatementSyntax statement) => statement.DescendantNodesAndSelf().Where(static n => n is CommonForEachStatementSyntax or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "AddRange" } });
}
