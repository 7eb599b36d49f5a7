using System.Globalization;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Facts;

/// <summary>A figure as the code states it.</summary>
/// <param name="IsDefault">It is the initial value of a setting, and configuration may give another.</param>
readonly record struct Stated(double Value, bool IsDefault)
{
    public Stated Times(double factor) => this with { Value = Value * factor };
}

/// <summary>
/// Reads lengths of time, in seconds: numbers of milliseconds, <c>TimeSpan</c>, arithmetic on constants, and the initial values
/// of locals, fields, properties and settings. What the code does not say is null.
/// </summary>
sealed class DurationReader(SemanticModel semantics, Func<SyntaxTree, SemanticModel?> others, CancellationToken cancellation)
{
    /// <summary>A value that is defined by a value that is defined by a value: more nobody writes, and a circle ends here.</summary>
    const int MaxDepth = 8;

    public Stated? Seconds(ExpressionSyntax? length) => length is null ? null : Span(length, 0) ?? Number(length, 0)?.Times(0.001);

    public Stated? Number(ExpressionSyntax? number) => number is null ? null : Number(number, 0);

    /// <summary>What a name stands for, where the code says so; else the expression itself.</summary>
    public ExpressionSyntax Definition(ExpressionSyntax expression) =>
        expression is IdentifierNameSyntax or MemberAccessExpressionSyntax && Initial(expression) is var (value, _) ? value : expression;

    Stated? Span(ExpressionSyntax expression, int depth)
    {
        if (depth > MaxDepth)
            return null;
        switch (expression)
        {
            case ParenthesizedExpressionSyntax inner:
                return Span(inner.Expression, depth + 1);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice:
                return Span(choice.Right, depth + 1) is { } fallback ? fallback with { IsDefault = true } : null;
            case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 2 } parts } when parts.All(p => Number(p.Expression, depth + 1) is not null):
                return new Stated(OfParts(parts.Select(p => Number(p.Expression, depth + 1)!.Value.Value).ToList()), false);
            case InvocationExpressionSyntax { ArgumentList.Arguments: [var text, ..] } when SimpleName.Of(expression) is "Parse" or "ParseExact":
                return Text(text.Expression, depth + 1) is ({ } written, var isDefault) && TimeSpan.TryParse(written, CultureInfo.InvariantCulture, out var parsed)
                    ? new Stated(parsed.TotalSeconds, isDefault) : null;
            case InvocationExpressionSyntax { ArgumentList.Arguments: [var amount, ..] }:
                return UnitOf(SimpleName.Of(expression)) is { } unit && Number(amount.Expression, depth + 1) is { } number ? number.Times(unit)
                    : Fallback(expression) is { } given ? Span(given, depth + 1) is { } setting ? setting with { IsDefault = true } : null : null;
            case IdentifierNameSyntax or MemberAccessExpressionSyntax:
                return Initial(expression) is var (value, isSetting) ? Elsewhere(value).Span(value, depth + 1) is { } initial ? initial with { IsDefault = initial.IsDefault || isSetting } : null : null;
            default:
                return null;
        }
    }

    static double? UnitOf(string? name) => name switch
    {
        "FromMilliseconds" => 0.001,
        "FromSeconds" => 1,
        "FromMinutes" => 60,
        "FromHours" => 3600,
        "FromDays" => 86_400,
        _ => null,
    };

    /// <summary><c>new TimeSpan(hours, minutes, seconds)</c>, with days in front and milliseconds behind where there are more.</summary>
    static double OfParts(List<double> parts) => parts.Count > 3
        ? (parts[0] * 86_400) + OfParts(parts.GetRange(1, 3)) + (parts.Count > 4 ? parts[4] / 1000 : 0)
        : (parts[0] * 3600) + (parts[1] * 60) + parts[2];

    Stated? Number(ExpressionSyntax expression, int depth)
    {
        if (depth > MaxDepth)
            return null;
        if (Constant(expression) is { } constant)
            return constant is int or long or double or uint or decimal or float ? new Stated(Convert.ToDouble(constant, CultureInfo.InvariantCulture), false) : null;
        switch (expression)
        {
            case ParenthesizedExpressionSyntax inner:
                return Number(inner.Expression, depth + 1);
            case CastExpressionSyntax cast:
                return Number(cast.Expression, depth + 1);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice:
                return Number(choice.Right, depth + 1) is { } fallback ? fallback with { IsDefault = true } : null;
            case BinaryExpressionSyntax operation when Number(operation.Left, depth + 1) is { } left && Number(operation.Right, depth + 1) is { } right:
                return Calculate(operation.Kind(), left.Value, right.Value) is { } result ? new Stated(result, left.IsDefault || right.IsDefault) : null;
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TotalMilliseconds" or "TotalSeconds" or "TotalMinutes" } total:
                return Span(total.Expression, depth + 1)?.Times(total.Name.Identifier.ValueText switch { "TotalMilliseconds" => 1000, "TotalSeconds" => 1, _ => 1 / 60.0 });
            case InvocationExpressionSyntax { ArgumentList.Arguments: [var text] } when SimpleName.Of(expression) is "Parse" or "ToInt32" or "ToDouble" or "ToInt64":
                return Text(text.Expression, depth + 1) is ({ } written, var isDefault) && double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed)
                    ? new Stated(parsed, isDefault) : Number(text.Expression, depth + 1);
            case InvocationExpressionSyntax:
                return Fallback(expression) is { } given && Number(given, depth + 1) is { } setting ? setting with { IsDefault = true } : null;
            case IdentifierNameSyntax or MemberAccessExpressionSyntax:
                return Initial(expression) is var (value, isSetting) && Elsewhere(value).Number(value, depth + 1) is { } initial ? initial with { IsDefault = initial.IsDefault || isSetting } : null;
            default:
                return null;
        }
    }

    static double? Calculate(SyntaxKind operation, double left, double right) => operation switch
    {
        SyntaxKind.AddExpression => left + right,
        SyntaxKind.SubtractExpression => left - right,
        SyntaxKind.MultiplyExpression => left * right,
        SyntaxKind.DivideExpression when right != 0 => left / right,
        _ => null,
    };

    /// <summary>A text that the code writes, or the one that it falls back to.</summary>
    public (string? Value, bool IsDefault) Text(ExpressionSyntax? expression, int depth = 0)
    {
        if (expression is null || depth > MaxDepth)
            return (null, false);
        if (Constant(expression) is string constant)
            return (constant, false);
        switch (expression)
        {
            case ParenthesizedExpressionSyntax inner:
                return Text(inner.Expression, depth + 1);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice:
                return (Text(choice.Right, depth + 1).Value, true);
            case InvocationExpressionSyntax when Fallback(expression) is { } given:
                return (Text(given, depth + 1).Value, true);
            case IdentifierNameSyntax or MemberAccessExpressionSyntax when Initial(expression) is var (value, isSetting):
                var (text, isDefault) = Elsewhere(value).Text(value, depth + 1);
                return (text, isDefault || isSetting);
            default:
                return (null, false);
        }
    }

    /// <summary>What <c>GetValue("Minutes", 5)</c> and its like give when nothing is configured.</summary>
    static ExpressionSyntax? Fallback(ExpressionSyntax call) =>
        SimpleName.Of(call) is "GetValue" or "GetValueOrDefault" && Arguments.List(call)?.Arguments is { Count: > 0 } arguments && (arguments.Count > 1 || SimpleName.Of(call) == "GetValueOrDefault")
            ? arguments[arguments.Count - 1].Expression
            : null;

    object? Constant(ExpressionSyntax expression) => expression is LiteralExpressionSyntax { Token.Value: { } literal } ? literal
        : expression.SyntaxTree == semantics.SyntaxTree && semantics.GetConstantValue(expression, cancellation) is { HasValue: true, Value: { } value } ? value
        : null;

    /// <summary>The initial value behind a local, a field, a property or an optional parameter, and whether it is one that a user sets.</summary>
    (ExpressionSyntax Value, bool IsSetting)? Initial(ExpressionSyntax name)
    {
        if (name.SyntaxTree != semantics.SyntaxTree || semantics.GetSymbolInfo(name, cancellation).Symbol is not { DeclaringSyntaxReferences: [var reference] })
            return null;
        return reference.GetSyntax(cancellation) switch
        {
            VariableDeclaratorSyntax { Initializer.Value: { } initial } variable => (initial, CanBeSet(variable)),
            VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } field when SetOnce(field, field.Identifier.ValueText) is { } set => (set, false),
            PropertyDeclarationSyntax { Initializer.Value: { } initial } property => (initial, property.AccessorList?.Accessors.Any(static a => a.Keyword.IsKind(SyntaxKind.SetKeyword) || a.Keyword.IsKind(SyntaxKind.InitKeyword)) ?? false),
            PropertyDeclarationSyntax { ExpressionBody.Expression: { } body } => (body, false),
            ParameterSyntax { Default.Value: { } initial } => (initial, true),
            _ => null,
        };
    }

    static bool CanBeSet(VariableDeclaratorSyntax variable) =>
        variable.Parent?.Parent is FieldDeclarationSyntax field && !field.Modifiers.Any(static m => m.IsKind(SyntaxKind.ReadOnlyKeyword) || m.IsKind(SyntaxKind.ConstKeyword));

    /// <summary>The value of a field that one constructor sets, and nothing else.</summary>
    static ExpressionSyntax? SetOnce(SyntaxNode field, string name)
    {
        var assignments = field.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.DescendantNodes().OfType<AssignmentExpressionSyntax>().Where(a => SimpleName.Of(a.Left) == name).ToList();
        return assignments is [{ RawKind: (int)SyntaxKind.SimpleAssignmentExpression } only] && only.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is not null ? only.Right : null;
    }

    DurationReader Elsewhere(SyntaxNode value) => value.SyntaxTree == semantics.SyntaxTree || others(value.SyntaxTree) is not { } other ? this : new DurationReader(other, others, cancellation);
}
