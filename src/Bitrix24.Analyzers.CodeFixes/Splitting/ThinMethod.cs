using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Splitting;

/// <summary>A helper that hands on what its call gives: after some declarations it does nothing else.</summary>
static class ThinMethod
{
    /// <summary>The declarations ahead of the call, or null where the helper does more.</summary>
    public static IReadOnlyList<StatementSyntax>? Of(CallingMethod helper)
    {
        if (helper.Declaration.ExpressionBody is { Expression: var expression })
            return HandsOn(expression, helper.Call) ? [] : null;
        var statements = helper.Statements.ToList();
        if (statements.Count == 0)
            return null;
        var before = statements.Take(statements.Count - 1).ToList();
        var value = statements.Last() switch
        {
            ReturnStatementSyntax { Expression: { } returned } => returned,
            ExpressionStatementSyntax { Expression: var run } => run,
            _ => null,
        };
        return HandsOn(value, helper.Call) && before.All(static s => s is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, AwaitKeyword.RawKind: 0 } || s is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax }) ? before : null;
    }

    static bool HandsOn(ExpressionSyntax? value, InvocationExpressionSyntax call)
    {
        if (value is AwaitExpressionSyntax { Expression: var awaited })
            value = awaited;
        if (value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var task } })
            value = task;
        return value == call;
    }
}
