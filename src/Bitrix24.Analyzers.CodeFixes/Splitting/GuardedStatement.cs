using Bitrix24.Analyzers.CodeFixes.Dependence;
using Bitrix24.Analyzers.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Splitting;

/// <summary>The statement of a call that is made only under a condition.</summary>
sealed record GuardedStatement(ExpressionStatementSyntax Statement, ExpressionSyntax Condition, Layout Layout)
{
    /// <summary>Marks the condition.</summary>
    public static SyntaxAnnotation Added { get; } = new();

    /// <summary>Null where the call is more than a statement of a block, or of a loop in a block.</summary>
    public static GuardedStatement? Of(InvocationExpressionSyntax call, ExpressionSyntax condition, SemanticModel semantics, CancellationToken cancellation) =>
        TakenCall.Of(call, semantics, cancellation)?.Whole.Parent is ExpressionStatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax or CommonForEachStatementSyntax { Parent: BlockSyntax } } statement
            ? new(statement, condition, Layout.At(statement))
            : null;

    /// <param name="statement">What has become of <see cref="Statement"/>.</param>
    public StatementSyntax Under(ExpressionStatementSyntax statement)
    {
        var branch = (IfStatementSyntax)SyntaxFactory.ParseStatement($"if ({Condition}){Layout.NewLine};");
        return branch.WithCondition(branch.Condition.WithAdditionalAnnotations(Added)).WithStatement(Layout.Moved(statement, Statement, 1).WithLeadingTrivia(SyntaxFactory.Whitespace(Layout.Indentation(1)))).WithTriviaFrom(statement);
    }
}
