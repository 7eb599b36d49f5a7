using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary><c>for</c> over an index that counts up or down by a constant.</summary>
static class ForHeader
{
    public static LoopHeader? Of(ForStatementSyntax loop, Scene scene, out string refusal)
    {
        refusal = "the for loop does not count with a whole number of its own";
        if (loop is not { Declaration.Variables: [{ Initializer.Value: { } start } variable], Condition: BinaryExpressionSyntax condition, Incrementors: [var incrementor] }
            || scene.Declared(variable) is not ILocalSymbol { Type.SpecialType: SpecialType.System_Int32 } index
            || !Is(condition.Left, index, scene) || scene.TypeOf(condition.Right) is not { SpecialType: SpecialType.System_Int32 })
            return null;
        refusal = "the for loop's step is not a constant";
        if (Step(incrementor, index, scene) is not { } step || step is 0 or <= -MaxStep or >= MaxStep)
            return null;
        refusal = "the for loop's start and bound are not plain calculations";
        var effects = scene.EffectsOf([start, condition.Right], static _ => false);
        if (effects.Varies || effects.Impurity(static _ => false) is not null)
            return null;
        refusal = "the for loop's condition does not fit its step";
        var isInclusive = condition.Kind() is SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanOrEqualExpression;
        var goesUp = condition.Kind() is SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression;
        if (!goesUp && condition.Kind() is not (SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression) || goesUp != step > 0)
            return null;

        var elements = Elements(start, condition.Right, isInclusive, step, index.Name, scene);
        return new(loop, loop.Statement, elements, index, ImmutableArray.Create(start, condition.Right));
    }

    /// <summary>A longer stride would overflow the count.</summary>
    const int MaxStep = 1_000_000;

    static bool Is(ExpressionSyntax expression, ISymbol index, Scene scene) => SymbolEqualityComparer.Default.Equals(scene.SymbolOf(expression), index);

    static int? Step(ExpressionSyntax incrementor, ISymbol index, Scene scene) => incrementor switch
    {
        PostfixUnaryExpressionSyntax step when Is(step.Operand, index, scene) => step.IsKind(SyntaxKind.PostIncrementExpression) ? 1 : -1,
        PrefixUnaryExpressionSyntax step when Is(step.Operand, index, scene) => step.IsKind(SyntaxKind.PreIncrementExpression) ? 1 : -1,
        AssignmentExpressionSyntax step when Is(step.Left, index, scene) && scene.Semantics.GetConstantValue(step.Right, scene.Cancellation) is { HasValue: true, Value: int by } => step.Kind() switch
        {
            SyntaxKind.AddAssignmentExpression => by,
            SyntaxKind.SubtractAssignmentExpression => -by,
            _ => null,
        },
        _ => null,
    };

    static ExpressionSyntax Elements(ExpressionSyntax start, ExpressionSyntax bound, bool isInclusive, int step, string name, Scene scene)
    {
        var stride = Math.Abs(step);
        var distance = step > 0 ? Minus(bound, start, scene) : Minus(start, bound, scene);
        var round = (isInclusive ? 1 : 0) + stride - 1;
        var count = Plus(distance, round);
        if (stride > 1)
            count = $"({count}) / {Text(stride)}";
        if (!IsNeverNegative(start, bound, step, scene))
            count = $"global::System.Math.Max(0, {count})";
        var isPlain = step == 1;
        var range = $"global::System.Linq.Enumerable.Range({(isPlain ? start.WithoutTrivia().ToString() : "0")}, {count})";
        if (!isPlain)
        {
            var origin = IsZero(start, scene) ? "" : Operand(start) + " ";
            var walk = stride == 1 ? name : $"{name} * {Text(stride)}";
            range += $".Select({name} => {(step > 0 ? (origin.Length == 0 ? walk : origin + "+ " + walk) : (origin.Length == 0 ? "0 " : origin) + "- " + walk)})";
        }

        var expression = SyntaxFactory.ParseExpression(range);
        return expression.ReplaceNodes(
            expression.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Where(static m => m.ToString().StartsWith("global::System.", StringComparison.Ordinal) && m.Expression.ToString() is "global::System.Math" or "global::System.Linq.Enumerable"),
            static (_, m) => m.WithExpression(m.Expression.WithAdditionalAnnotations(Simplifier.Annotation)));
    }

    static string Minus(ExpressionSyntax from, ExpressionSyntax what, Scene scene)
    {
        if (scene.Semantics.GetConstantValue(from, scene.Cancellation) is { HasValue: true, Value: int a } && scene.Semantics.GetConstantValue(what, scene.Cancellation) is { HasValue: true, Value: int b })
            return Text(a - b);
        return IsZero(what, scene) ? from.WithoutTrivia().ToString() : $"{Operand(from)} - {Operand(what)}";
    }

    static string Plus(string distance, int more) => more switch
    {
        0 => distance,
        _ when int.TryParse(distance, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => Text(number + more),
        _ when distance.EndsWith(" - " + Text(more), StringComparison.Ordinal) => distance.Substring(0, distance.Length - 3 - Text(more).Length),
        _ => distance + " + " + Text(more),
    };

    static string Operand(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax or NameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax
            ? expression.WithoutTrivia().ToString()
            : "(" + expression.WithoutTrivia() + ")";

    static bool IsZero(ExpressionSyntax expression, Scene scene) => scene.Semantics.GetConstantValue(expression, scene.Cancellation) is { HasValue: true, Value: 0 };

    static bool IsNeverNegative(ExpressionSyntax start, ExpressionSyntax bound, int step, Scene scene)
    {
        if (scene.Semantics.GetConstantValue(start, scene.Cancellation) is { HasValue: true, Value: int a } && scene.Semantics.GetConstantValue(bound, scene.Cancellation) is { HasValue: true, Value: int b })
            return step > 0 ? b >= a : a >= b;
        return step > 0 ? IsZero(start, scene) && IsCount(bound) : IsZero(bound, scene) && start is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.SubtractExpression } last && IsCount(last.Left) && last.Right.ToString() == "1";
    }

    static bool IsCount(ExpressionSyntax expression) => expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "Length" };

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
