using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>
/// Conditions that ask only whether a page has rows, and whether there are more pages. They hold for some rows of a list as they do
/// for all. Whether there is an answer at all may decide on an exception only: a round that goes on without one was not done.
/// </summary>
sealed class PageTest
{
    /// <summary>A flag that is set from a flag that is set from a comparison: more nobody writes.</summary>
    const int MaxDepth = 4;

    readonly Reading _reading;
    readonly MorePages _more;
    readonly StopToken _stop;
    readonly RowCounts _counts;

    public PageTest(Reading reading)
    {
        _reading = reading;
        _more = new MorePages(reading, c => Is(c, 0));
        _stop = new StopToken(reading);
        _counts = new RowCounts(reading);
    }

    public bool Is(ExpressionSyntax? condition) => condition is null || Is(condition, 0);

    /// <summary>Whether it asks for an answer or an error, of nothing but the answer as a whole.</summary>
    public bool IsOfAnswer(ExpressionSyntax condition) => condition switch
    {
        ParenthesizedExpressionSyntax inner => IsOfAnswer(inner.Expression),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => IsOfAnswer(not.Operand),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both => IsOfAnswer(both.Left) && IsOfAnswer(both.Right),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison => IsNothing(comparison.Right) && AnswerPath.Is(comparison.Left),
        IsPatternExpressionSyntax pattern => AnswerPath.Is(pattern.Expression) && IsAbsence(pattern.Pattern),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsSuccessStatusCode" or "HasValue" } access => AnswerPath.Is(access.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TryGetProperty" or "TryGetValue" or "ContainsKey", Expression: var answer }, ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax }, ..] } => AnswerPath.Is(answer),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsNullOrEmpty" or "IsNullOrWhiteSpace" }, ArgumentList.Arguments: [{ Expression: var text }] } => AnswerPath.Is(text),
        _ => Is(condition),
    };

    /// <summary>Two tests, or one beside the question whether there is a total.</summary>
    bool AreTests(bool isLeft, ExpressionSyntax left, bool isRight, ExpressionSyntax right) => isLeft && isRight || isRight && AsksTotal(left) || isLeft && AsksTotal(right);

    bool Is(ExpressionSyntax condition, int depth) => condition switch
    {
        ParenthesizedExpressionSyntax inner => Is(inner.Expression, depth),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => Is(not.Operand, depth),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both => AreTests(Is(both.Left, depth), both.Left, Is(both.Right, depth), both.Right),
        BinaryExpressionSyntax comparison => IsComparison(comparison),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression or (int)SyntaxKind.FalseLiteralExpression } => true,
        IsPatternExpressionSyntax pattern => IsAbsence(pattern.Pattern) && _more.Are(pattern.Expression),
        IdentifierNameSyntax when _reading.OwnOf(condition) is { } flag => depth < MaxDepth && _reading.ValuesOf(flag).Any() && _reading.ValuesOf(flag).All(v => Is(v, depth + 1)),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsCancellationRequested", Expression: var token } => _stop.Is(token),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HasValue", Expression: var next } => _more.Are(next),
        InvocationExpressionSyntax call when Asked(call) is { } name => AnswerPath.NamesNext(name),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Any", Expression: var rows }, ArgumentList.Arguments.Count: 0 } => _counts.AreOf(rows),
        _ => false,
    };

    /// <summary>Whether it asks for rows and not for what else an answer may have: then an error is no answer without rows.</summary>
    public bool IsOfRows(ExpressionSyntax condition) => IsOfRows(condition, 0);

    bool IsOfRows(ExpressionSyntax condition, int depth) => condition switch
    {
        ParenthesizedExpressionSyntax inner => IsOfRows(inner.Expression, depth),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => IsOfRows(not.Operand, depth),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both => IsOfRows(both.Left, depth) && IsOfRows(both.Right, depth),
        BinaryExpressionSyntax comparison => !comparison.DescendantNodes().Any(static n => n is ConditionalAccessExpressionSyntax) && (_counts.Are(comparison.Left) && Number(comparison.Right) is not null || _counts.Are(comparison.Right) && Number(comparison.Left) is not null),
        IdentifierNameSyntax when _reading.OwnOf(condition) is { } flag => depth < MaxDepth && _reading.ValuesOf(flag).All(v => IsOfRows(v, depth + 1)),
        InvocationExpressionSyntax => Asked(condition) is null && !condition.DescendantNodes().Any(static n => n is ConditionalAccessExpressionSyntax),
        _ => condition is LiteralExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsCancellationRequested" },
    };

    /// <summary>The name of a part that the answer is asked for.</summary>
    static LiteralExpressionSyntax? Asked(ExpressionSyntax call) => call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TryGetProperty" or "TryGetValue" or "ContainsKey", Expression: var answer }, ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax name }, ..] } && AnswerPath.Is(answer) ? name : null;

    /// <summary>Whether the answer counts its rows says nothing of more pages, but how many there are does.</summary>
    static bool AsksTotal(ExpressionSyntax condition) => condition switch
    {
        ParenthesizedExpressionSyntax inner => AsksTotal(inner.Expression),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => AsksTotal(not.Operand),
        _ => Asked(condition) is { } name && AnswerPath.Names(name),
    };

    bool IsComparison(BinaryExpressionSyntax comparison)
    {
        if (comparison.Kind() is not (SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression or SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression))
            return false;
        return Fits(comparison.Left, comparison.Right) || Fits(comparison.Right, comparison.Left);
    }

    /// <summary>What counts rows or pages is compared with what the answer says, or with no page, one row or a full page.</summary>
    bool Fits(ExpressionSyntax asked, ExpressionSyntax against) =>
        IsNothing(against) ? _more.Are(asked)
        : _counts.Are(asked) ? _counts.IsFull(asked, Number(against)) || _more.Are(against)
        : _more.Are(asked) && (Number(against) is 0 or -1 || _counts.IsCounter(against) || _more.Are(against));

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

    object? Number(ExpressionSyntax value) => _reading.Scene.Semantics.GetConstantValue(value, _reading.Scene.Cancellation) is { HasValue: true, Value: var number } ? number : null;
}
