using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.CodeFixes.Shapes;

/// <summary>Types of answers that hold whole numbers and truth values and nothing else, so that no way of writing JSON makes a difference to them.</summary>
static class NumberTypes
{
    /// <summary>Types within types; deeper ones count as holding more.</summary>
    const int MaxDepth = 6;

    public static bool HoldsOnly(ITypeSymbol type) => HoldsOnly(type, 0);

    static bool HoldsOnly(ITypeSymbol type, int depth)
    {
        if (depth > MaxDepth)
            return false;
        if (type.SpecialType == SpecialType.System_Boolean || type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64)
            return true;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] })
            return HoldsOnly(value, depth + 1);
        return type is INamedTypeSymbol { TypeKind: TypeKind.Class, DeclaringSyntaxReferences.IsEmpty: false, BaseType.SpecialType: SpecialType.System_Object, AllInterfaces.IsEmpty: true } made
            && !made.GetAttributes().Any(IsOfSerializer)
            && made.GetMembers().All(m => m switch
            {
                IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false } field => HoldsOnly(field.Type, depth + 1),
                IPropertySymbol { IsStatic: false } property => HoldsOnly(property.Type, depth + 1) && !property.GetAttributes().Any(static a => IsOfSerializer(a) && a.AttributeClass!.Name != "JsonPropertyAttribute"),
                _ => true,
            });
    }

    static bool IsOfSerializer(AttributeData attribute) => attribute.AttributeClass?.Name.StartsWith("Json", StringComparison.Ordinal) == true;
}
