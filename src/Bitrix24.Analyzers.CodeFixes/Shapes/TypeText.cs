using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bitrix24.Analyzers.CodeFixes.Shapes;

/// <summary>Types as the code around a loop can name them.</summary>
static class TypeText
{
    const SymbolDisplayMiscellaneousOptions Annotations = SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier;

    public static string Of(ITypeSymbol type, CallSite site) => Of(type, site.Semantics, site.Plan.Loop.SpanStart);

    public static string Of(ITypeSymbol type, SemanticModel semantics, int position)
    {
        var format = SymbolDisplayFormat.MinimallyQualifiedFormat;
        format = semantics.GetNullableContext(position).AnnotationsEnabled() ? format.AddMiscellaneousOptions(Annotations) : format.RemoveMiscellaneousOptions(Annotations);
        return type.ToMinimalDisplayString(semantics, position, format);
    }

    /// <summary>A type by its full name, as short as the usings around the loop allow.</summary>
    public static string? Of(string name, CallSite site) => Find(name, site) is { } type ? Of(type, site) : null;

    public static bool Exists(string name, CallSite site) => Find(name, site) is not null;

    static INamedTypeSymbol? Find(string name, CallSite site) => site.Semantics.Compilation.GetTypesByMetadataName(name) is [var type] ? type : null;
}
