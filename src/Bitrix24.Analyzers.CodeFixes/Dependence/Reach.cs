using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>Which changeable types can be met from a value on: its own, those of its members, those of what it holds.</summary>
sealed class Reach
{
    /// <summary>Types reached from one; a wider graph is taken for all types.</summary>
    const int MaxTypes = 64;

    readonly Dictionary<ITypeSymbol, HashSet<ITypeSymbol>?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>The types, or null where it can be any.</summary>
    public HashSet<ITypeSymbol>? From(ITypeSymbol type)
    {
        if (!_known.TryGetValue(type, out var types))
            _known.Add(type, types = Follow(type));
        return types;
    }

    static HashSet<ITypeSymbol>? Follow(ITypeSymbol start)
    {
        var reached = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var pending = new Queue<ITypeSymbol>([start]);
        while (pending.Count > 0)
        {
            var type = pending.Dequeue();
            if (Immutability.IsImmutable(type) || !IsOpaque(type) && !reached.Add(type))
                continue;
            if (IsOpaque(type) || reached.Count > MaxTypes)
                return null;
            foreach (var next in Parts(type))
                pending.Enqueue(next);
        }

        return reached;
    }

    static bool IsOpaque(ITypeSymbol type) =>
        Aliasing.IsAnything(type)
        || TypeName.Of(type) is "System.Collections.ArrayList" or "System.Collections.Hashtable" or "System.Dynamic.ExpandoObject"
        || (type is INamedTypeSymbol { TypeKind: TypeKind.Interface, IsGenericType: false });

    static IEnumerable<ITypeSymbol> Parts(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
            return [array.ElementType];
        if (type is not INamedTypeSymbol named)
            return [];
        if (Aliasing.IsOfFramework(type))
            return named.TypeArguments;

        var parts = new List<ITypeSymbol>(named.TypeArguments);
        for (var current = named; current is not null && !Aliasing.IsOfFramework(current); current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IFieldSymbol { IsStatic: false } field)
                    parts.Add(field.Type);
                else if (member is IPropertySymbol { IsStatic: false } property)
                    parts.Add(property.Type);
            }
        }

        if (named.BaseType is { } above && Aliasing.IsOfFramework(above))
            parts.AddRange(above.TypeArguments);
        return parts;
    }
}
