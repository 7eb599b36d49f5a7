using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.CodeFixes.Wrappers;

/// <summary>Types of answers that the batch helper can make of a part of a batch's answer.</summary>
static class DocumentTypes
{
    public static bool Is(ITypeSymbol type) => Name(type) is "System.Text.Json.JsonElement" or "System.Text.Json.JsonDocument" or "System.Text.Json.Nodes.JsonNode" or "System.Text.Json.Nodes.JsonObject"
        or "Newtonsoft.Json.Linq.JToken" or "Newtonsoft.Json.Linq.JObject";

    public static bool IsHttp(ITypeSymbol type) => Name(type) == "System.Net.Http.HttpResponseMessage";

    public static string Name(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] })
            type = value;
        return type.OriginalDefinition.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat.WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.None));
    }
}
