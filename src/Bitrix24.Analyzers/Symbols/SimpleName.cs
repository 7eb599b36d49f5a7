using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Symbols;

/// <summary>The identifiers of an expression, without asking what they mean.</summary>
static class SimpleName
{
    /// <summary>The last identifier: <c>c</c> of <c>a.b.c</c>.</summary>
    public static string? Of(ExpressionSyntax? expression) => Syntax(expression)?.Identifier.ValueText;

    public static SimpleNameSyntax? Syntax(ExpressionSyntax? expression) => expression switch
    {
        SimpleNameSyntax name => name,
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax alias => alias.Name,
        InvocationExpressionSyntax invocation => Syntax(invocation.Expression),
        ConditionalAccessExpressionSyntax conditional => Syntax(conditional.WhenNotNull),
        ParenthesizedExpressionSyntax parenthesized => Syntax(parenthesized.Expression),
        AwaitExpressionSyntax awaited => Syntax(awaited.Expression),
        NullableTypeSyntax nullable => Syntax(nullable.ElementType),
        _ => null,
    };

    /// <summary>The first identifier: <c>a</c> of <c>a.b(x).c[0]</c>.</summary>
    public static string? Root(ExpressionSyntax? expression)
    {
        while (true)
        {
            switch (expression)
            {
                case IdentifierNameSyntax name:
                    return name.Identifier.ValueText;
                case MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own:
                    return own.Name.Identifier.ValueText;
                case MemberAccessExpressionSyntax access:
                    expression = access.Expression;
                    break;
                case InvocationExpressionSyntax invocation:
                    expression = invocation.Expression;
                    break;
                case ElementAccessExpressionSyntax element:
                    expression = element.Expression;
                    break;
                case ConditionalAccessExpressionSyntax conditional:
                    expression = conditional.Expression;
                    break;
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    break;
                case AwaitExpressionSyntax awaited:
                    expression = awaited.Expression;
                    break;
                case CastExpressionSyntax cast:
                    expression = cast.Expression;
                    break;
                case PostfixUnaryExpressionSyntax postfix:
                    expression = postfix.Operand;
                    break;
                default:
                    return null;
            }
        }
    }
}
