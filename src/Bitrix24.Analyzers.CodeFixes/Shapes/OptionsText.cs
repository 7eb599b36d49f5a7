using Bitrix24.Analyzers.CodeFixes.Wrappers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Shapes;

/// <summary>A wrapper's serializer options as the code around the loop can name them.</summary>
static class OptionsText
{
    /// <summary>A further argument, or nothing where the library's own defaults apply.</summary>
    public static bool Of(CallSite site, IOperation? options, bool web, Sources sources, out string argument)
    {
        argument = "";
        if (options is null && !web)
            return true;
        if (options is null || IsWeb(options, sources))
        {
            argument = TypeText.Of("System.Text.Json.JsonSerializerOptions", site) is { } type && TypeText.Of("System.Text.Json.JsonSerializerDefaults", site) is { } defaults
                ? $", new {type}({defaults}.Web)" : "";
            return argument.Length > 0;
        }

        if (options is IMemberReferenceOperation { Member: { IsStatic: true } member } && site.Semantics.IsAccessible(site.Call.SpanStart, member))
            argument = $", {TypeText.Of(member.ContainingType, site)}.{member.Name}";
        return argument.Length > 0;
    }

    static bool IsWeb(IOperation options, Sources sources) => (options is IMemberReferenceOperation { Member: { } member } ? sources.InitializerOf(member) : options)
        is IObjectCreationOperation { Initializer: null, Arguments: [{ Value: IFieldReferenceOperation { Field.Name: "Web" } }] };
}
