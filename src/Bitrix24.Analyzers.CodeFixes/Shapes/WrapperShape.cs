using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Shapes;

/// <summary>A call that gives the REST method to the user's own wrapper.</summary>
static class WrapperShape
{
    public static async Task<CallShape?> OfAsync(CallSite site, CancellationToken cancellation)
    {
        await Task.Yield();
        if (!int.TryParse(site.Finding[FixPayload.MethodParameter], NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal))
            return null;
        var arguments = site.Call.ArgumentList.Arguments;
        var name = site.Names.Take("method");
        var body = site.Names.Take("body");
        var sent = site.Call.ReplaceNodes([arguments[ordinal].Expression, arguments[ordinal + 1].Expression], (old, _) => SyntaxFactory.IdentifierName(old == arguments[ordinal].Expression ? name : body));
        var command = $"Bitrix24Batch.Command({site.Layout.Code(arguments[ordinal].Expression, site.CommandDepth)}, {site.Layout.Code(arguments[ordinal + 1].Expression, site.CommandDepth)})";
        return new CallShape(command, [$"(string {name}, object {body}) => {site.Layout.Code(sent, site.Call, 1)}"]);
    }
}
