using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>A variable, or a part of what it holds, that no row is picked for.</summary>
static class AnswerPath
{
    public static bool Is(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax or ThisExpressionSyntax => true,
        ParenthesizedExpressionSyntax inner => Is(inner.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => Is(sure.Operand),
        MemberAccessExpressionSyntax access => Is(access.Expression),
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } }] } element => Is(element.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetProperty" or "EnumerateArray" or "AsArray", Expression: var answer }, ArgumentList.Arguments: [] or [{ Expression: LiteralExpressionSyntax }] } => Is(answer),
        ConditionalAccessExpressionSyntax access => Is(access.Expression) && access.WhenNotNull.DescendantNodesAndSelf().All(static n => n is MemberBindingExpressionSyntax or SimpleNameSyntax or MemberAccessExpressionSyntax),
        _ => false,
    };

    /// <summary>The variable itself.</summary>
    public static IdentifierNameSyntax? Root(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax root => root,
        ParenthesizedExpressionSyntax inner => Root(inner.Expression),
        PostfixUnaryExpressionSyntax sure => Root(sure.Operand),
        MemberAccessExpressionSyntax access => Root(access.Expression),
        ElementAccessExpressionSyntax element => Root(element.Expression),
        InvocationExpressionSyntax call => Root(call.Expression),
        ConditionalAccessExpressionSyntax access => Root(access.Expression),
        _ => null,
    };

    /// <summary>Whether it has what the answer calls <c>next</c> or <c>total</c>.</summary>
    public static bool Names(SyntaxNode expression) => Has(expression, "next") || Has(expression, "total");

    /// <summary>Whether a part of the variable is called so, and not only the variable.</summary>
    public static bool NamesPart(ExpressionSyntax path) => Root(path) is var root && path.DescendantNodesAndSelf().Any(n => n != root && n is SimpleNameSyntax or LiteralExpressionSyntax && Names(n));

    public static bool NamesNext(SyntaxNode expression) => Has(expression, "next");

    static bool Has(SyntaxNode expression, string word) => expression.DescendantTokens().Any(t => t.ValueText.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
