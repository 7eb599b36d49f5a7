using Microsoft.CodeAnalysis.CSharp.Syntax;
using Bitrix24.Analyzers.CodeFixes.Wrappers;

namespace Bitrix24.Analyzers.CodeFixes.Shapes;

/// <summary>Whether commands say what the wrapper would have written, and with whose help.</summary>
static class WritingShape
{
    public static bool Of(CallSite site, WrapperCall call, Sources sources, out string? json)
    {
        json = null;
        if (call.Facts.ChangesParameters && call.Parameters?.Expression is not BaseObjectCreationExpressionSyntax)
            return false;
        var ways = call.Facts.Writings.Select(w => (Writing: w, Naming: NamingOf.Of(w, sources))).Where(w => !Fits(site, call, w.Naming)).Select(static w => w.Writing).Distinct().ToList();
        if (ways.Count == 0)
            return true;
        if (ways.Count > 1 || ways[0].Library != JsonLibrary.SystemText || !OptionsText.Of(site, ways[0].Options, ways[0].Web, sources, out var options)
            || TypeText.Of("System.Text.Json.JsonSerializer", site) is not { } serializer)
            return false;
        var parameters = site.Names.TakeForLambda("parameters", "toWrite");
        json = $"{parameters} => {serializer}.Serialize({parameters}{options})";
        return true;
    }

    static bool Fits(CallSite site, WrapperCall call, Naming naming) => naming switch
    {
        Naming.Kept => true,
        Naming.Unknown => false,
        _ => call.Parameters is null || CamelCase.Keeps(call.Parameters.Expression, site.Semantics, keys: naming == Naming.CamelCase),
    };
}
