using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>All conditions on the way to a call, as one.</summary>
static class GuardText
{
    public static ExpressionSyntax? Of(IEnumerable<Step> guards)
    {
        var parts = guards.Select(static g => (Text: Holds((ExpressionSyntax)g.Node, g.IsNegated), g.Node)).ToList();
        if (parts.Count < 2)
            return parts.Count == 0 ? null : parts[0].Text;
        return parts.Select(static p => InConjunction(p.Text)).Aggregate(And);
    }

    static ExpressionSyntax And(ExpressionSyntax one, ExpressionSyntax other) => SyntaxFactory.BinaryExpression(
        SyntaxKind.LogicalAndExpression,
        one,
        SyntaxFactory.Token(SyntaxFactory.TriviaList(SyntaxFactory.Space), SyntaxKind.AmpersandAmpersandToken, SyntaxFactory.TriviaList(SyntaxFactory.Space)),
        other);

    static ExpressionSyntax Holds(ExpressionSyntax condition, bool isNegated)
    {
        var bare = condition.WithoutTrivia();
        return isNegated ? Negated(bare) : bare;
    }

    static ExpressionSyntax Negated(ExpressionSyntax condition) => condition switch
    {
        ParenthesizedExpressionSyntax inner => Negated(inner.Expression),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => Bare(not.Operand),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } equal => Other(equal, SyntaxKind.NotEqualsExpression, SyntaxKind.ExclamationEqualsToken),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } unequal => Other(unequal, SyntaxKind.EqualsExpression, SyntaxKind.EqualsEqualsToken),
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax constant } pattern =>
            pattern.WithPattern(SyntaxFactory.UnaryPattern(SyntaxFactory.Token(SyntaxKind.NotKeyword).WithTrailingTrivia(SyntaxFactory.Space), constant)),
        IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax constant } } pattern => pattern.WithPattern(constant),
        InvocationExpressionSyntax or MemberAccessExpressionSyntax or NameSyntax or ElementAccessExpressionSyntax => SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, condition),
        _ => SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, SyntaxFactory.ParenthesizedExpression(condition)),
    };

    static ExpressionSyntax Other(BinaryExpressionSyntax comparison, SyntaxKind kind, SyntaxKind token) =>
        SyntaxFactory.BinaryExpression(kind, comparison.Left, SyntaxFactory.Token(token).WithTriviaFrom(comparison.OperatorToken), comparison.Right);

    static ExpressionSyntax Bare(ExpressionSyntax condition) => condition is ParenthesizedExpressionSyntax inner ? Bare(inner.Expression) : condition;

    static ExpressionSyntax InConjunction(ExpressionSyntax condition) =>
        condition is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression } or ConditionalExpressionSyntax or AssignmentExpressionSyntax or AnonymousFunctionExpressionSyntax
            ? SyntaxFactory.ParenthesizedExpression(condition)
            : condition;
}
