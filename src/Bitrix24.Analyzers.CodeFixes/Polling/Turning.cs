using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>Whether the parameters of a call that reads a list change only to turn the page.</summary>
sealed class Turning(Reading reading)
{
    /// <summary>Page after page, from the first.</summary>
    public bool IsAll() => Parameters().All(v => IsTurned(v) && reading.Scene.Locals.Of(v).Select(static u => u.Syntax).All(u => IsPage(u, v) && IsFullPage(u)));

    /// <summary>The variables that go into the call, also by way of others.</summary>
    public HashSet<ISymbol> Parameters() => Dependence.Closure.Of(reading.OwnIn(reading.Call), Behind);

    IEnumerable<ISymbol> Behind(ISymbol variable) => IsCounter(variable) ? [] : reading.ValuesOf(variable).Where(v => !reading.Holds(v)).SelectMany(reading.OwnIn);

    bool IsTurned(ISymbol variable) => IsCounter(variable) ? Starts(variable) && Steps(variable).All(IsStep)
        : !reading.Scene.Locals.IsReassigned(variable) && reading.ValuesOf(variable).All(v => !reading.Holds(v));

    /// <summary>A counter goes into the parameters as it is, or times the rows of a page.</summary>
    bool IsPage(SyntaxNode use, ISymbol variable) => !IsCounter(variable) || use.Parent is not BinaryExpressionSyntax calculation || calculation.IsKind(SyntaxKind.MultiplyExpression) || reading.Scene.TypeOf(calculation)?.SpecialType == SpecialType.System_String || use.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is not null
        || calculation.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression or SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression;

    /// <summary>It has another value for each page.</summary>
    bool IsCounter(ISymbol variable) => reading.Scene.Locals.IsReassigned(variable);

    IEnumerable<ExpressionSyntax> Steps(ISymbol variable) => reading.ValuesOf(variable).Where(v => v != reading.Scene.Locals.DeclaratorOf(variable)?.Initializer?.Value.Syntax);

    bool Starts(ISymbol variable) => !reading.ValuesOf(variable).Any() || reading.Scene.Locals.DeclaratorOf(variable) is { } declarator
        && (declarator.Initializer is null || Constant(declarator.Initializer.Value) is { HasValue: true, Value: null or 0 or 1 or -1 or 0L or -1L or "0" or "" });

    /// <summary>A constant, also as an <c>int?</c>.</summary>
    static Optional<object?> Constant(IOperation value) => value is IConversionOperation { IsImplicit: true, ConstantValue.HasValue: false } conversion ? conversion.Operand.ConstantValue : value.ConstantValue;

    /// <summary>The next page as the answer names it, the page after this one, or the page behind the last row.</summary>
    bool IsStep(ExpressionSyntax value) => NamesNext(value) || IsBehindRow(value)
        || value is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum && sum.Left is IdentifierNameSyntax && reading.Scene.Semantics.GetConstantValue(sum.Right, reading.Scene.Cancellation) is { HasValue: true, Value: 50 or 1 }
        || reading.OwnOf(value) is { } other && reading.ValuesOf(other).Any() && reading.ValuesOf(other).All(v => NamesNext(v) || IsBehindRow(v));

    /// <summary><c>start += 50</c>, or as many as there were.</summary>
    bool IsFullPage(SyntaxNode use) => use.Parent is not AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression or (int)SyntaxKind.SubtractAssignmentExpression } step || step.Left != use
        || step.IsKind(SyntaxKind.AddAssignmentExpression) && (reading.Scene.Semantics.GetConstantValue(step.Right, reading.Scene.Cancellation) is { HasValue: true, Value: var size } ? size is 50 : step.Right.DescendantTokens().Any(static t => t.ValueText is "Count" or "Length" or "GetArrayLength"));

    static bool NamesNext(ExpressionSyntax value) => value is not BinaryExpressionSyntax { RawKind: not (int)SyntaxKind.CoalesceExpression } && value.DescendantTokens().Any(static t => t.ValueText.IndexOf("next", StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>The id of a row that the loop over the rows has come to, or of the last row of the page.</summary>
    static bool IsBehindRow(ExpressionSyntax value)
    {
        var words = value.DescendantTokens().Select(static t => t.ValueText).ToList();
        var isId = words.Exists(static w => string.Equals(w, "id", StringComparison.OrdinalIgnoreCase));
        return isId && (IsInRow(value) || IsOfLast(value)) || words.Exists(static w => w is "Last" or "Max" or "^");
    }

    static bool IsInRow(ExpressionSyntax value) => value.FirstAncestorOrSelf<StatementSyntax>()?.Ancestors().OfType<CommonForEachStatementSyntax>().Any() == true;

    /// <summary><c>rows[rows.Count - 1]</c></summary>
    static bool IsOfLast(ExpressionSyntax value) => value.DescendantNodesAndSelf().OfType<ElementAccessExpressionSyntax>().Any(static e => e.ArgumentList.Arguments is
        [{ Expression: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.SubtractExpression, Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "Length" }, Right: LiteralExpressionSyntax { Token.ValueText: "1" } } }]);
}
