using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>Whether two expressions of given static types can be the same object.</summary>
sealed class Aliasing(Compilation compilation, Projects projects, CancellationToken cancellation)
{
    public bool MayBeSame(ITypeSymbol? one, ITypeSymbol? other)
    {
        if (one is null || other is null || IsAnything(one) || IsAnything(other))
            return true;
        if (ShowsBytes(one) && !MayHoldBytes(other) || ShowsBytes(other) && !MayHoldBytes(one))
            return false;
        if (IsView(one) || IsView(other))
            return true;
        if (one.IsValueType || other.IsValueType)
            return SymbolEqualityComparer.Default.Equals(one, other);
        if (Converts(one, other) || Converts(other, one))
            return true;
        if (one.TypeKind == TypeKind.Interface && other.TypeKind == TypeKind.Interface)
            return !AreCollectionsOfStrangers(one, other);
        if (one.TypeKind == TypeKind.Interface || other.TypeKind == TypeKind.Interface)
        {
            var type = one.TypeKind == TypeKind.Interface ? other : one;
            return type.TypeKind == TypeKind.Class && !type.IsSealed && !AreCollectionsOfStrangers(one, other) && !IsOfFramework(type) && HasHeirWith(type, one.TypeKind == TypeKind.Interface ? one : other);
        }

        return false;
    }

    /// <summary>A class of a library may have heirs that nobody sees; one in source has those that are in source.</summary>
    bool HasHeirWith(ITypeSymbol type, ITypeSymbol contract) => type.DeclaringSyntaxReferences.IsEmpty
        || projects.Types(cancellation) is not { } types
        || types.Any(t => t.AllInterfaces.Any(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, contract.OriginalDefinition)) && IsHeir(t, type));

    static bool IsHeir(INamedTypeSymbol type, ITypeSymbol ancestor)
    {
        for (var above = type.BaseType; above is not null; above = above.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(above.OriginalDefinition, ancestor.OriginalDefinition))
                return true;
        }

        return false;
    }

    public static bool IsAnything(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Object || type.TypeKind is TypeKind.Dynamic or TypeKind.TypeParameter or TypeKind.Error;

    /// <summary>A window on another collection.</summary>
    public static bool IsView(ITypeSymbol type) => type.Name is "KeyCollection" or "ValueCollection" or "ReadOnlyCollection" or "ReadOnlyObservableCollection" or "ReadOnlyDictionary"
        or "KeyList" or "ValueList" or "ArraySegment" or "Memory" or "ReadOnlyMemory" or "Span" or "ReadOnlySpan" or "DataView" or "BindingList"
        || ShowsBytes(type) || IsWindow(type);

    /// <summary>A framework object that shows what is in another, and nothing else: its bytes, characters or elements.</summary>
    public static bool IsWindow(ITypeSymbol type) =>
        type.Name is "MemoryStream" or "BufferedStream" or "StreamReader" or "StreamWriter" or "BinaryReader" or "BinaryWriter" or "StringWriter" or "Collection" && IsOfFramework(type);

    /// <summary>It writes or reads the bytes or characters of something else.</summary>
    static bool ShowsBytes(ITypeSymbol type) => type.DeclaringSyntaxReferences.IsEmpty
        && (type.Name is "MemoryStream" or "BufferedStream" or "StreamReader" or "BinaryReader" || type.Name.EndsWith("Writer", StringComparison.Ordinal));

    static bool MayHoldBytes(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (ShowsBytes(current) || IsView(current) || current.Name is "Stream" or "TextReader" or "StringBuilder")
                return true;
        }

        return type is IArrayTypeSymbol array ? IsByte(array.ElementType)
            : type is INamedTypeSymbol { TypeKind: TypeKind.Interface } contract && (contract.TypeArguments.IsEmpty || contract.TypeArguments.Any(static a => IsByte(a) || IsAnything(a)));
    }

    static bool IsByte(ITypeSymbol type) => type.SpecialType is SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Char;

    public static bool IsOfFramework(ITypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString() is { } name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal));

    public bool Converts(ITypeSymbol from, ITypeSymbol to) => compilation.ClassifyConversion(from, to) is { IsIdentity: true } or { IsImplicit: true, IsReference: true };

    bool AreCollectionsOfStrangers(ITypeSymbol one, ITypeSymbol other)
    {
        return ElementOf(one) is { } a && ElementOf(other) is { } b && !IsAnything(a) && !IsAnything(b)
            && !Converts(a, b) && !Converts(b, a) && a.TypeKind != TypeKind.Interface && b.TypeKind != TypeKind.Interface;
    }

    static ITypeSymbol? ElementOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [.., var last] } named when IsOfFramework(named) => last,
        _ => null,
    };
}
