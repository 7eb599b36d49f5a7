using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Shapes;

/// <summary>The argument that names the REST method.</summary>
static class RestMethodText
{
    /// <summary>It is a REST method as a whole, so that <c>batch</c> can stand in its place.</summary>
    public static bool IsPlain(ExpressionSyntax argument, CallSite site)
    {
        if (site.Semantics.GetConstantValue(argument) is { HasValue: true, Value: string text })
            return string.Equals(Bare(text), site.Finding[FixPayload.RestMethod], StringComparison.OrdinalIgnoreCase);
        var fixedParts = argument.DescendantNodesAndSelf().Select(static n => n switch
        {
            InterpolatedStringTextSyntax part => part.TextToken.ValueText,
            LiteralExpressionSyntax literal => literal.Token.ValueText,
            _ => "",
        }).ToList();
        return fixedParts.TrueForAll(static part => part.IndexOf('/') < 0 && part.IndexOf(':') < 0 && part.IndexOf(".xml", StringComparison.OrdinalIgnoreCase) < 0);
    }

    static string Bare(string text)
    {
        var question = text.IndexOf('?');
        var method = (question < 0 ? text : text.Substring(0, question)).Trim('/');
        return method.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? method.Substring(0, method.Length - ".json".Length) : method;
    }

    /// <summary>The method <c>batch</c>, spelt as the call spells methods.</summary>
    public static string BatchFor(ExpressionSyntax argument, CallSite site)
    {
        var text = site.Semantics.GetConstantValue(argument) is { HasValue: true, Value: string constant } ? constant : "";
        var before = text.StartsWith("/", StringComparison.Ordinal) ? "/" : "";
        var after = text.EndsWith("?", StringComparison.Ordinal) ? "?" : "";
        return $"\"{before}batch{after}\"";
    }
}
