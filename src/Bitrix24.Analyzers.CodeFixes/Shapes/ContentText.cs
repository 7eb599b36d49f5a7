using Bitrix24.Analyzers.CodeFixes.Wrappers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Shapes;

/// <summary>HTTP content, cut at the parameters in it.</summary>
/// <param name="Parameters">The parameters of the REST method.</param>
/// <param name="Type">The type that they are given to the content as.</param>
/// <param name="Web">They are written with the names of the web.</param>
/// <param name="With">The content with other parameters.</param>
sealed record ContentText(ExpressionSyntax Parameters, string Type, bool Web, Func<string, string> With)
{
    public static ContentText? Of(ExpressionSyntax content, SemanticModel semantics, Func<ExpressionSyntax, ExpressionSyntax> resolve)
    {
        content = resolve(content);
        var inner = Argument(content);
        if (inner is null)
            return null;
        var method = (semantics.GetSymbolInfo(content).Symbol as IMethodSymbol)?.ContainingType is { } type ? DocumentTypes.Name(type) : "";
        switch (method)
        {
            case "System.Net.Http.FormUrlEncodedContent":
                return new ContentText(inner, "System.Collections.Generic.IEnumerable<System.Collections.Generic.KeyValuePair<string, string>>", Web: false, body => Put(content, inner, body));
            case "System.Net.Http.Json.JsonContent" when content is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1 }:
                return new ContentText(inner, "object", Web: true, body => Put(content, inner, body));
            case "System.Net.Http.StringContent":
                var text = resolve(inner);
                if (text is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var written }] } && (semantics.GetSymbolInfo(text).Symbol as IMethodSymbol) is { Name: "Serialize" or "SerializeObject", ContainingType: { } serializer }
                    && DocumentTypes.Name(serializer) is "System.Text.Json.JsonSerializer" or "Newtonsoft.Json.JsonConvert")
                    return new ContentText(resolve(written), "object", Web: false, body => Put(content, inner, Put(text, written, body)));
                return new ContentText(text, "string", Web: false, body => Put(content, inner, body));
            default:
                return null;
        }
    }

    static ExpressionSyntax? Argument(ExpressionSyntax call) => call switch
    {
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ NameColon: null, Expression: var first }, ..] } => first,
        InvocationExpressionSyntax { ArgumentList.Arguments: [{ NameColon: null, Expression: var first }, ..] } => first,
        _ => null,
    };

    static string Put(ExpressionSyntax whole, ExpressionSyntax part, string code)
    {
        var text = whole.ToString();
        return text.Substring(0, part.SpanStart - whole.SpanStart) + code + text.Substring(part.Span.End - whole.SpanStart);
    }
}
