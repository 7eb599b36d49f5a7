using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>Values that nothing can change once they are made.</summary>
static class Immutability
{
    /// <summary>Types within types; deeper ones count as changeable.</summary>
    const int MaxDepth = 4;

    static readonly HashSet<string> Listed = new(EmbeddedRows.Of("ImmutableTypes.tsv").Select(static row => row[0]), StringComparer.Ordinal);

    public static bool IsImmutable(ITypeSymbol? type) => IsImmutable(type, 0);

    static bool IsImmutable(ITypeSymbol? type, int depth)
    {
        if (type is null || depth > MaxDepth)
            return false;
        if (type.TypeKind is TypeKind.Enum or TypeKind.Delegate)
            return true;
        if (type is not INamedTypeSymbol named || type.TypeKind is TypeKind.Error or TypeKind.Dynamic)
            return false;
        if (type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String or SpecialType.System_DateTime or SpecialType.System_IntPtr or SpecialType.System_UIntPtr)
            return true;
        if (Listed.Contains(TypeName.Of(named)))
            return true;
        if (named.IsAnonymousType)
            return named.GetMembers().OfType<IPropertySymbol>().All(p => IsImmutable(p.Type, depth + 1));
        if (named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || IsValueOfItsArguments(named))
            return named.TypeArguments.All(t => IsImmutable(t, depth + 1));
        return IsFixedThroughout(named, depth);
    }

    static bool IsValueOfItsArguments(INamedTypeSymbol type) =>
        type.IsTupleType
        || TypeName.Of(type) is "System.Collections.Generic.KeyValuePair" or "System.Tuple"
        || (type.TypeKind is TypeKind.Class or TypeKind.Struct && type.ContainingNamespace.ToDisplayString() is "System.Collections.Immutable" or "System.Collections.Frozen" && !type.Name.EndsWith("Builder", StringComparison.Ordinal));

    static bool IsFixedThroughout(INamedTypeSymbol type, int depth)
    {
        if (!type.IsSealed && !type.IsValueType || type.DeclaringSyntaxReferences.IsEmpty)
            return false;
        return type.BaseType?.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType
            && type.GetMembers().OfType<IFieldSymbol>().All(f => f.IsStatic || (f.IsReadOnly && IsImmutable(f.Type, depth + 1)));
    }
}
