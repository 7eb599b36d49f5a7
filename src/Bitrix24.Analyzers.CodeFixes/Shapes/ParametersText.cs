using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Shapes;

/// <summary>The parameters of a call as an object: what the wrapper's parameter type made of them has to be said.</summary>
static class ParametersText
{
    /// <summary>What a call without parameters gives the wrapper for them, where that is a text.</summary>
    public static string None(WrapperCall call) => call.Carrier is not null ? $", {call.Carrier.Expression}"
        : call.Body is { HasExplicitDefaultValue: true, ExplicitDefaultValue: string text } ? ", " + SymbolDisplay.FormatLiteral(text, quote: true) : "";

    public static string Of(WrapperCall call, CallSite site)
    {
        var argument = call.Parameters!.Expression;
        var code = site.Layout.Code(argument, site.CommandDepth);
        var type = TypeText.Of(call.Body.Type.WithNullableAnnotation(NullableAnnotation.None), site);
        if (argument is ImplicitObjectCreationExpressionSyntax creation)
            return $"new {type}" + site.Layout.Code(argument, site.CommandDepth).Substring(creation.NewKeyword.Text.Length);
        if (argument.IsKind(SyntaxKind.NullLiteralExpression) || argument.IsKind(SyntaxKind.DefaultLiteralExpression))
            return "null";
        var natural = site.Semantics.GetTypeInfo(argument).Type;
        var conversion = site.Semantics.GetConversion(argument);
        if (call.Parameters != call.Carrier && !WholeQuery.Is(argument, site.Semantics))
            return $"Bitrix24Batch.Query({code})";
        if (natural is not null && (conversion.IsIdentity || conversion.IsReference || conversion.IsBoxing))
            return code;
        return argument is SimpleNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or LiteralExpressionSyntax ? $"({type}){code}" : $"({type})({code})";
    }
}
