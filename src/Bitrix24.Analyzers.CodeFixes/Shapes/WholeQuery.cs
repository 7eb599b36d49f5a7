using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Shapes;

/// <summary>
/// Text that an address carries as a whole. A <c>#</c> that is not encoded ends the query of an address, and blanks at its end
/// are dropped; a batch, which goes out in the body, would keep both.
/// </summary>
static class WholeQuery
{
    static readonly string[] Encoders = ["EscapeDataString", "UrlEncode"];

    public static bool Is(ExpressionSyntax? text, SemanticModel semantics) => text is not null && (semantics.GetConstantValue(text) is { HasValue: true, Value: var value } ? Is(value as string ?? "") : text switch
    {
        ParenthesizedExpressionSyntax inner => Is(inner.Expression, semantics),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => IsNumber(sum, semantics) || Is(sum.Left, semantics) && Is(sum.Right, semantics),
        ConditionalExpressionSyntax choice => Is(choice.WhenTrue, semantics) && Is(choice.WhenFalse, semantics),
        InterpolatedStringExpressionSyntax interpolated => interpolated.Contents.All(c => c is InterpolatedStringTextSyntax part ? Is(part.TextToken.ValueText) : Is((c as InterpolationSyntax)?.Expression, semantics)),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var of } } => Array.IndexOf(Encoders, name) >= 0 || name == "ToString" && IsNumber(of, semantics),
        _ => IsNumber(text, semantics),
    });

    /// <summary>A part of a query.</summary>
    public static bool Is(string text) => text.IndexOf('#') < 0 && (text.Length == 0 || !char.IsWhiteSpace(text[text.Length - 1]));

    static bool IsNumber(ExpressionSyntax value, SemanticModel semantics) => semantics.GetTypeInfo(value).Type is { } type
        && (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var under] } ? under : type).SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double and not SpecialType.System_Char;
}
