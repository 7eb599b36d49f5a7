using System.Globalization;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Facts;

/// <summary>
/// Reads lengths of time, in seconds: numbers of milliseconds, <c>TimeSpan</c>, arithmetic on constants, and the initial values
/// of locals, fields, properties and settings. What the code does not say is null.
/// </summary>
sealed class DurationReader(RestModel model, SemanticModel semantics, CancellationToken cancellation)
{
    /// <summary>A value that is defined by a value that is defined by a value: more nobody writes, and a circle ends here.</summary>
    const int MaxDepth = 8;

    /// <summary>A setting is read by a method, maybe through another: a call counts for several steps.</summary>
    const int CallDepth = 3;

    /// <summary>A method that reads a setting has few ways out.</summary>
    const int MaxReturns = 6;

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
            case AwaitExpressionSyntax awaited:
                return Span(awaited.Expression, depth + 1);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice:
                return Span(choice.Right, depth + 1)?.On(Basis.Default);
            case ConditionalExpressionSyntax choice:
                return OneOf(choice, e => Span(e, depth + 1));
            case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 2 } parts } when parts.All(p => Number(p.Expression, depth + 1) is not null):
                return new Stated(OfParts(parts.Select(p => Number(p.Expression, depth + 1)!.Value.Value).ToList()), Basis.Stated);
            case InvocationExpressionSyntax { ArgumentList.Arguments: [var text, ..] } when SimpleName.Of(expression) is "Parse" or "ParseExact":
                return Text(text.Expression, depth + 1) is ({ } written, var basis) && TimeSpan.TryParse(written, CultureInfo.InvariantCulture, out var parsed)
                    ? new Stated(parsed.TotalSeconds, basis) : null;
            case InvocationExpressionSyntax { ArgumentList.Arguments: [var amount, ..] }:
                return UnitOf(SimpleName.Of(expression)) is { } unit && Number(amount.Expression, depth + 1) is { } number ? number.Times(unit)
                    : Fallback(expression) is { } given ? Span(given, depth + 1)?.On(Basis.Default) : Returned(expression, (reader, e) => reader.Span(e, depth + CallDepth));
            case InvocationExpressionSyntax:
                return Returned(expression, (reader, e) => reader.Span(e, depth + CallDepth));
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Zero" } zero when SimpleName.Of(zero.Expression) == "TimeSpan":
                return new Stated(0, Basis.Stated);
            case IdentifierNameSyntax or MemberAccessExpressionSyntax:
                return Initial(expression) is var (value, restsOn) ? Elsewhere(value).Span(value, depth + 1)?.On(restsOn) : null;
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
            return constant is int or long or double or uint or decimal or float ? new Stated(Convert.ToDouble(constant, CultureInfo.InvariantCulture), Basis.Stated) : null;
        switch (expression)
        {
            case ParenthesizedExpressionSyntax inner:
                return Number(inner.Expression, depth + 1);
            case CastExpressionSyntax cast:
                return Number(cast.Expression, depth + 1);
            case AwaitExpressionSyntax awaited:
                return Number(awaited.Expression, depth + 1);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice:
                return Number(choice.Right, depth + 1)?.On(Basis.Default);
            case ConditionalExpressionSyntax choice:
                return OneOf(choice, e => Number(e, depth + 1));
            case BinaryExpressionSyntax operation when Number(operation.Left, depth + 1) is { } left && Number(operation.Right, depth + 1) is { } right:
                return Calculate(operation.Kind(), left.Value, right.Value) is { } result ? new Stated(result, left.Basis).On(right.Basis) : null;
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TotalMilliseconds" or "TotalSeconds" or "TotalMinutes" } total:
                return Span(total.Expression, depth + 1)?.Times(total.Name.Identifier.ValueText switch { "TotalMilliseconds" => 1000, "TotalSeconds" => 1, _ => 1 / 60.0 });
            case InvocationExpressionSyntax { ArgumentList.Arguments: [var text] } when SimpleName.Of(expression) is "Parse" or "ToInt32" or "ToDouble" or "ToInt64":
                return Text(text.Expression, depth + 1) is ({ } written, var basis) && double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed)
                    ? new Stated(parsed, basis) : Number(text.Expression, depth + 1);
            case InvocationExpressionSyntax:
                return Fallback(expression) is { } given ? Number(given, depth + 1)?.On(Basis.Default) : Returned(expression, (reader, e) => reader.Number(e, depth + CallDepth));
            case IdentifierNameSyntax or MemberAccessExpressionSyntax:
                return Initial(expression) is var (value, restsOn) ? Elsewhere(value).Number(value, depth + 1)?.On(restsOn) : null;
            default:
                return null;
        }
    }

    /// <summary>Two alternatives that are one, or what a setting falls back to: <c>int.TryParse(setting, out var minutes) ? minutes : 5</c>.</summary>
    static Stated? OneOf(ConditionalExpressionSyntax choice, Func<ExpressionSyntax, Stated?> read) => (read(choice.WhenTrue), read(choice.WhenFalse)) switch
    {
        ({ } one, { } other) when one.Value.Equals(other.Value) => one.On(other.Basis),
        ({ }, { }) => null,
        var (whenTrue, whenFalse) => Settings.AreReadIn(choice) ? (whenTrue ?? whenFalse)?.On(Basis.Default) : null,
    };

    /// <summary>What a method of the user returns, or falls back to where it reads a setting.</summary>
    Stated? Returned(ExpressionSyntax call, Func<DurationReader, ExpressionSyntax, Stated?> read)
    {
        if (call.SyntaxTree != semantics.SyntaxTree || semantics.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method || model.Implementation(method.OriginalDefinition, call, semantics) is not { } body
            || MethodBody.Of(body) is not { } code)
            return null;
        var values = BodySyntax.Returned(code).Take(MaxReturns + 1).ToList();
        if (values.Count > MaxReturns)
            return null;
        var reader = Elsewhere(code);
        var stated = values.Select(v => read(reader, v)).Where(static v => v is not null).Select(static v => v!.Value).Distinct().ToList();
        return stated is not [var only] ? null : values.Count == 1 ? only : Settings.AreReadIn(code) ? only.On(Basis.Default) : null;
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
    public (string? Value, Basis Basis) Text(ExpressionSyntax? expression, int depth = 0)
    {
        if (expression is null || depth > MaxDepth)
            return (null, Basis.Stated);
        if (Constant(expression) is string constant)
            return (constant, Basis.Stated);
        switch (expression)
        {
            case ParenthesizedExpressionSyntax inner:
                return Text(inner.Expression, depth + 1);
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } certain:
                return Text(certain.Operand, depth + 1);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice:
                return (Text(choice.Right, depth + 1).Value, Basis.Default);
            case ConditionalExpressionSyntax choice:
                var (whenTrue, whenFalse) = (Text(choice.WhenTrue, depth + 1).Value, Text(choice.WhenFalse, depth + 1).Value);
                return whenTrue is null || whenFalse is null ? (whenTrue ?? whenFalse, Basis.Default) : (null, Basis.Stated);
            case InterpolatedStringExpressionSyntax interpolated:
                return Joined(interpolated, depth);
            case InvocationExpressionSyntax when Fallback(expression) is { } given:
                return (Text(given, depth + 1).Value, Basis.Default);
            case IdentifierNameSyntax or MemberAccessExpressionSyntax when Initial(expression) is var (value, basis):
                var text = Elsewhere(value).Text(value, depth + 1);
                return (text.Value, Least(text.Basis, basis));
            default:
                return (null, Basis.Stated);
        }
    }

    (string? Value, Basis Basis) Joined(InterpolatedStringExpressionSyntax text, int depth)
    {
        var (joined, basis) = ("", Basis.Stated);
        foreach (var content in text.Contents)
        {
            var (part, of) = content switch
            {
                InterpolatedStringTextSyntax written => (written.TextToken.ValueText, Basis.Stated),
                InterpolationSyntax { FormatClause: null } hole => Number(hole.Expression, depth + 1) is { } number ? (number.Value.ToString(CultureInfo.InvariantCulture), number.Basis) : Text(hole.Expression, depth + 1),
                _ => (null, Basis.Stated),
            };
            if (part is null)
                return (null, Basis.Stated);
            (joined, basis) = (joined + part, Least(basis, of));
        }

        return (joined, basis);
    }

    static Basis Least(Basis one, Basis other) => one > other ? one : other;

    /// <summary>What <c>GetValue("Minutes", 5)</c> and its like give when nothing is configured.</summary>
    static ExpressionSyntax? Fallback(ExpressionSyntax call) =>
        SimpleName.Of(call) is "GetValue" or "GetValueOrDefault" && Arguments.List(call)?.Arguments is { Count: > 0 } arguments && (arguments.Count > 1 || SimpleName.Of(call) == "GetValueOrDefault")
            ? arguments[arguments.Count - 1].Expression
            : null;

    object? Constant(ExpressionSyntax expression) => expression is LiteralExpressionSyntax { Token.Value: { } literal } ? literal
        : expression.SyntaxTree == semantics.SyntaxTree && semantics.GetConstantValue(expression, cancellation) is { HasValue: true, Value: { } value } ? value
        : null;

    (ExpressionSyntax Value, Basis Basis)? Initial(ExpressionSyntax name) =>
        name.SyntaxTree == semantics.SyntaxTree && semantics.GetSymbolInfo(name, cancellation).Symbol is { } symbol ? InitialValue.Of(symbol, model, cancellation) : null;

    DurationReader Elsewhere(SyntaxNode value) => value.SyntaxTree == semantics.SyntaxTree || model.SemanticModelOf(value.SyntaxTree) is not { } other ? this : new DurationReader(model, other, cancellation);
}
