using Bitrix24.Analyzers.CodeFixes.Wrappers;
using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.CodeFixes.Shapes;

/// <summary>Types of parameters that can carry a batch, as the batch helper takes them.</summary>
static class BodyTypes
{
    static readonly string[] Documents =
    [
        "Newtonsoft.Json.Linq.JObject", "Newtonsoft.Json.Linq.JToken", "System.Text.Json.JsonElement", "System.Text.Json.JsonDocument", "System.Text.Json.Nodes.JsonNode", "System.Text.Json.Nodes.JsonObject",
    ];

    public static bool Carries(ITypeSymbol type) => type.SpecialType is SpecialType.System_Object or SpecialType.System_String
        || Array.IndexOf(Documents, DocumentTypes.Name(type)) >= 0
        || type is IArrayTypeSymbol { Rank: 1, ElementType: var item } && IsTextPair(item)
        || type is INamedTypeSymbol named && IsCollection(named);

    static bool IsCollection(INamedTypeSymbol type) => (type.OriginalDefinition.ToDisplayString(), type.TypeArguments) switch
    {
        ("System.Collections.Generic.Dictionary<TKey, TValue>" or "System.Collections.Generic.IDictionary<TKey, TValue>" or "System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>", [var key, var value]) =>
            key.SpecialType == SpecialType.System_String && value.SpecialType is SpecialType.System_String or SpecialType.System_Object,
        ("System.Collections.Generic.List<T>" or "System.Collections.Generic.IList<T>" or "System.Collections.Generic.ICollection<T>" or "System.Collections.Generic.IEnumerable<T>"
            or "System.Collections.Generic.IReadOnlyList<T>" or "System.Collections.Generic.IReadOnlyCollection<T>", [var item]) => IsTextPair(item),
        _ => false,
    };

    static bool IsTextPair(ITypeSymbol item) => item is INamedTypeSymbol { Name: "KeyValuePair", TypeArguments: [{ SpecialType: SpecialType.System_String }, { SpecialType: SpecialType.System_String }] };
}
