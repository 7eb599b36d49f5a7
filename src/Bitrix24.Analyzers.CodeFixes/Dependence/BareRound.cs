using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>A round that does nothing but its call.</summary>
static class BareRound
{
    public static bool Is(SyntaxNode body, ExpressionSyntax whole, ImmutableArray<StatementSyntax> moved, RoundPath path) => body switch
    {
        _ when body == whole || (body is ExpressionSyntax && body.Span == whole.Span) => true,
        BlockSyntax block => block.Statements.All(s => IsBare(s, whole, moved, path)) && block.Statements.Any(s => s.Span.Contains(whole.Span)),
        StatementSyntax statement => IsBare(statement, whole, moved, path),
        _ => false,
    };

    static bool IsBare(StatementSyntax statement, ExpressionSyntax whole, ImmutableArray<StatementSyntax> moved, RoundPath path)
    {
        if (moved.Contains(statement))
            return true;
        return statement switch
        {
            ExpressionStatementSyntax { Expression: var expression } => expression.Span.Contains(whole.Span),
            IfStatementSyntax { Else: null } branch when statement.Span.Contains(whole.Span) => Is(branch.Statement, whole, moved, path),
            IfStatementSyntax { Else: null, Statement: ContinueStatementSyntax or BlockSyntax { Statements: [ContinueStatementSyntax] } or ReturnStatementSyntax or BlockSyntax { Statements: [ReturnStatementSyntax] } } branch =>
                path.Steps.Any(s => s.IsGuard && s.Node == branch.Condition),
            BlockSyntax block => Is(block, whole, moved, path),
            _ => false,
        };
    }
}
