using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>
/// Conditions that ask only whether a page has rows, and whether there are more pages. They hold for some rows of a list as they do
/// for all. Whether there is an answer at all may decide on an exception only: a round that goes on without one was not done.
/// </summary>
sealed class PageTest(Reading reading)
{
    /// <summary>A flag that is set from a flag that is set from a comparison: more nobody writes.</summary>
    const int MaxDepth = 4;

    public bool Is(ExpressionSyntax? condition) => condition is null || Is(condition, 0);

    /// <summary>Whether it asks for an answer or an error, of nothing but the answer as a whole.</summary>
    public bool IsOfAnswer(ExpressionSyntax condition) => condition switch
    {
        ParenthesizedExpressionSyntax inner => IsOfAnswer(inner.Expression),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => IsOfAnswer(not.Operand),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both => IsOfAnswer(both.Left) && IsOfAnswer(both.Right),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison => IsNothing(comparison.Right) && IsPath(comparison.Left),
        IsPatternExpressionSyntax pattern => IsPath(pattern.Expression) && IsAbsence(pattern.Pattern),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsSuccessStatusCode" or "HasValue" } access => IsPath(access.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TryGetProperty" or "TryGetValue" or "ContainsKey", Expression: var answer }, ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax }, ..] } => IsPath(answer),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsNullOrEmpty" or "IsNullOrWhiteSpace" }, ArgumentList.Arguments: [{ Expression: var text }] } => IsPath(text),
        _ => Is(condition),
    };

    bool Is(ExpressionSyntax condition, int depth) => condition switch
    {
        ParenthesizedExpressionSyntax inner => Is(inner.Expression, depth),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => Is(not.Operand, depth),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both => Is(both.Left, depth) && Is(both.Right, depth),
        BinaryExpressionSyntax comparison => IsComparison(comparison),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression or (int)SyntaxKind.FalseLiteralExpression } => true,
        IsPatternExpressionSyntax pattern => IsPath(pattern.Expression) && IsAbsence(pattern.Pattern) && SaysMore(pattern.Expression, 0),
        IdentifierNameSyntax when reading.OwnOf(condition) is { } flag => depth < MaxDepth && reading.ValuesOf(flag).Any() && reading.ValuesOf(flag).All(v => Is(v, depth + 1)),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsCancellationRequested", Expression: var token } => IsPath(token),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HasValue", Expression: var next } => IsPath(next) && SaysMore(next, 0),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TryGetProperty" or "TryGetValue" or "ContainsKey", Expression: var answer }, ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax name }, ..] } => IsPath(answer) && Names(name),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Any", Expression: var rows }, ArgumentList.Arguments.Count: 0 } => IsPath(rows),
        _ => false,
    };

    bool IsComparison(BinaryExpressionSyntax comparison)
    {
        if (comparison.Kind() is not (SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression or SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression))
            return false;
        return Fits(comparison.Left, comparison.Right) || Fits(comparison.Right, comparison.Left);
    }

    bool Fits(ExpressionSyntax asked, ExpressionSyntax against) =>
        IsNothing(against) ? IsPath(asked) && SaysMore(asked, 0)
        : Counts(asked, 0) ? IsPageSize(against) || SaysMore(against, 0)
        : SaysMore(asked, 0) && (Number(against) is 0 or -1 || reading.OwnOf(against) is not null);

    static bool IsNothing(ExpressionSyntax value) => value.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression
        || value is MemberAccessExpressionSyntax { Expression: var type } && type.ToString().EndsWith("ValueKind", StringComparison.Ordinal);

    static bool IsAbsence(PatternSyntax pattern) => pattern switch
    {
        ConstantPatternSyntax constant => IsNothing(constant.Expression),
        UnaryPatternSyntax not => IsAbsence(not.Pattern),
        RecursivePatternSyntax { Type: null, PositionalPatternClause: null, PropertyPatternClause: null or { Subpatterns.Count: 0 } } => true,
        DeclarationPatternSyntax or VarPatternSyntax => true,
        _ => false,
    };

    object? Number(ExpressionSyntax value) => reading.Scene.Semantics.GetConstantValue(value, reading.Scene.Cancellation) is { HasValue: true, Value: var number } ? number : null;

    /// <summary>No row, one, or as many as a page has.</summary>
    bool IsPageSize(ExpressionSyntax value) => Number(value) is 0 or 1 or 50;

    /// <summary>The number of rows of one page, which decides on the next.</summary>
    bool Counts(ExpressionSyntax expression, int depth) => expression switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "Length", Expression: var rows } => IsPath(rows),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "GetArrayLength", Expression: var rows }, ArgumentList.Arguments.Count: 0 } => IsPath(rows),
        ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Count" or "Length" }, Expression: var rows } => IsPath(rows),
        _ => reading.OwnOf(expression) is { } number && depth < MaxDepth && reading.ValuesOf(number).Any() && reading.ValuesOf(number).All(v => Number(v) is 0 || Counts(v, depth + 1)),
    };

    /// <summary>What the answer calls <c>next</c> or <c>total</c>.</summary>
    bool SaysMore(ExpressionSyntax expression, int depth) => Names(expression)
        || (reading.OwnOf(expression) is { } number && depth < MaxDepth && reading.ValuesOf(number).Any(v => SaysMore(v, depth + 1)));

    public static bool Names(SyntaxNode expression) => expression.DescendantTokens().Any(static t => t.ValueText.IndexOf("next", StringComparison.OrdinalIgnoreCase) >= 0 || t.ValueText.IndexOf("total", StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>A variable, or a part of what it holds, that no row is picked for.</summary>
    static bool IsPath(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax or ThisExpressionSyntax => true,
        ParenthesizedExpressionSyntax inner => IsPath(inner.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => IsPath(sure.Operand),
        MemberAccessExpressionSyntax access => IsPath(access.Expression),
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } }] } element => IsPath(element.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetProperty" or "EnumerateArray" or "AsArray", Expression: var answer }, ArgumentList.Arguments: [] or [{ Expression: LiteralExpressionSyntax }] } => IsPath(answer),
        ConditionalAccessExpressionSyntax access => IsPath(access.Expression) && access.WhenNotNull.DescendantNodesAndSelf().All(static n => n is MemberBindingExpressionSyntax or SimpleNameSyntax or MemberAccessExpressionSyntax),
        _ => false,
    };
}
