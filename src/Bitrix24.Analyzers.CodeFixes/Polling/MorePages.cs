using System.Globalization;
using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>Values that are made of what the answer calls <c>next</c> or <c>total</c>, and of nothing else: pages that a limit ends are not all.</summary>
/// <param name="reading">The code.</param>
/// <param name="isTest">Conditions that ask only whether there are more pages.</param>
sealed class MorePages(Reading reading, Func<ExpressionSyntax, bool> isTest)
{
    /// <summary>Variables that are made of variables; more nobody writes.</summary>
    const int MaxDepth = 8;

    /// <summary>Rows of a page.</summary>
    const double PageSize = 50;

    static readonly HashSet<string> Says = Members("says");

    static readonly HashSet<string> Reads = Members("reads");

    static readonly HashSet<string> Naming = Members("names");

    static readonly HashSet<string> Asks = Members("asks");

    /// <summary>Variables that are being looked at: what is made of itself alone is made of nothing.</summary>
    readonly HashSet<ISymbol> _asked = new(SymbolEqualityComparer.Default);

    static HashSet<string> Members(string what) => EmbeddedRows.Names("Answers.tsv", what);

    public bool Are(ExpressionSyntax expression) => Are(expression, 0);

    bool Are(ExpressionSyntax expression, int depth) => depth <= MaxDepth && expression switch
    {
        ParenthesizedExpressionSyntax inner => Are(inner.Expression, depth),
        CastExpressionSyntax cast => Are(cast.Expression, depth),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => Are(sure.Operand, depth),
        ConditionalExpressionSyntax choice => isTest(choice.Condition) && AreOrNone([choice.WhenTrue, choice.WhenFalse], depth),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } either => AreOrNone([either.Left, either.Right], depth),
        BinaryExpressionSyntax calculation => AreCounted(calculation, depth),
        IdentifierNameSyntax => reading.OwnOf(expression) is { } local && AreIn(local, depth + 1),
        _ when AnswerPath.Is(expression) && AnswerPath.NamesPart(expression) => IsOfAnswer(expression),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" or "ValueKind", Expression: var number } => Are(number, depth),
        ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: var name }, ArgumentList.Arguments.Count: 0 }, Expression: var number } => Says.Contains(name) && Are(number, depth),
        InvocationExpressionSyntax call => AreSaid(call, depth),
        _ => false,
    };

    /// <summary><c>next.GetInt32()</c>, <c>int.Parse(total)</c>, <c>page.Value&lt;int&gt;("total")</c></summary>
    bool AreSaid(InvocationExpressionSyntax call, int depth) => call switch
    {
        { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var number }, ArgumentList.Arguments.Count: 0 } => Says.Contains(name) && Are(number, depth),
        { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var answer }, ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax said }] } => Naming.Contains(name) && AnswerPath.Is(answer) && IsOfAnswer(answer) && AnswerPath.Names(said),
        { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name }, ArgumentList.Arguments: [{ Expression: var number }, ..] } when Reads.Contains(name) => Are(number, depth),
        { ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax answer }] } => AnswerPath.Names(call.Expression) && reading.OwnOf(answer) is not null && IsPlain(call),
        _ => false,
    };

    /// <summary>A method that compares no numbers has no limit.</summary>
    bool IsPlain(InvocationExpressionSyntax call) => reading.Scene.SymbolOf(call) is IMethodSymbol { DeclaringSyntaxReferences: [var reference] } && !reference.GetSyntax(reading.Scene.Cancellation).DescendantNodes().Any(static n =>
        n.Kind() is SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.RelationalPattern || n is IdentifierNameSyntax { Identifier.ValueText: "Math" });

    /// <summary>The number of pages: <c>(total + 49) / 50</c>.</summary>
    bool AreCounted(BinaryExpressionSyntax calculation, int depth) => Number(calculation.Right) is { } number && Are(calculation.Left, depth) && calculation.Kind() switch
    {
        SyntaxKind.DivideExpression => number.Equals(PageSize),
        SyntaxKind.AddExpression => number is >= 0 and <= PageSize,
        SyntaxKind.SubtractExpression => number.Equals(1),
        _ => false,
    };

    bool AreOrNone(IReadOnlyList<ExpressionSyntax> values, int depth) => values.Any(v => Are(v, depth)) && values.All(v => IsNone(v) || Are(v, depth));

    /// <summary>What stands for no page, or for the first one.</summary>
    bool IsNone(ExpressionSyntax value) => value.IsKind(SyntaxKind.DefaultLiteralExpression) || value is DefaultExpressionSyntax
        || reading.Scene.Semantics.GetConstantValue(value is CastExpressionSyntax cast ? cast.Expression : value, reading.Scene.Cancellation) is { HasValue: true, Value: null or 0 or 1 or -1 or 0L or 1L or -1L or 0.0 or 1.0 or int.MaxValue or long.MaxValue or "" or "0" };

    double? Number(ExpressionSyntax value) => reading.Scene.Semantics.GetConstantValue(value, reading.Scene.Cancellation) is { HasValue: true, Value: { } number } && number is int or long or double or decimal ? Convert.ToDouble(number, CultureInfo.InvariantCulture) : null;

    bool AreIn(ISymbol local, int depth)
    {
        if (!_asked.Add(local))
            return false;
        try
        {
            return AreAllIn(local, depth);
        }
        finally
        {
            _asked.Remove(local);
        }
    }

    bool AreAllIn(ISymbol local, int depth)
    {
        var values = reading.ValuesOf(local).ToList();
        var uses = reading.Scene.Locals.Of(local);
        return (uses.Any(u => IsGiven(u, depth)) || IsMatched(local, depth) || values.Exists(v => Are(v, depth))) && values.TrueForAll(v => IsNone(v) || Are(v, depth))
            && uses.All(u => !LocalUses.IsWrite(u) || u.Parent is ISimpleAssignmentOperation || IsGiven(u, depth) || IsLeft(u));
    }

    /// <summary><c>page["next"] is { } next</c></summary>
    bool IsMatched(ISymbol local, int depth) => local.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax(reading.Scene.Cancellation) is SingleVariableDesignationSyntax variable
        && variable.Ancestors().TakeWhile(static a => a is PatternSyntax or IsPatternExpressionSyntax).LastOrDefault() is IsPatternExpressionSyntax { Expression: var matched } && Are(matched, depth);

    /// <summary><c>page.TryGetProperty("next", out var next)</c>, <c>int.TryParse(total, out var rows)</c></summary>
    bool IsGiven(IOperation use, int depth) => use.Syntax.FirstAncestorOrSelf<ArgumentSyntax>() is { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword, Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var answer }, ArgumentList.Arguments: var given } }
        && Asks.Contains(name) && given[0].Expression switch
        {
            LiteralExpressionSyntax said => AnswerPath.Names(said) && AnswerPath.Is(answer) && IsOfAnswer(answer),
            var asked => Are(given.Count == 1 ? answer : asked, depth),
        };

    /// <summary>Rows that are still to come: <c>total -= 50</c>.</summary>
    bool IsLeft(IOperation use) => use.Syntax.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SubtractAssignmentExpression, Right: var size } && (Number(size) is { } number ? number.Equals(PageSize) : AnswerPath.Is(size));

    /// <summary>It is a part of what the call has answered, and not of something that was there before.</summary>
    bool IsOfAnswer(ExpressionSyntax path) => AnswerPath.Root(path) is { } root && reading.OwnOf(root) is not null && path.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>().All(a => AnswerMember.Holds(reading.Scene.SymbolOf(a)));
}
