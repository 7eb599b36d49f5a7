using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>
/// Which bodies a call may run: for an interface, abstract or virtual member, those of all types in source.
/// Implementations that live elsewhere are taken to do as these do.
/// </summary>
sealed class Implementers(Projects projects, CancellationToken cancellation)
{
    /// <summary>Implementations read for one call.</summary>
    const int MaxTargets = 16;

    public IReadOnlyList<IMethodSymbol> Of(IMethodSymbol method)
    {
        var isInterface = method.ContainingType.TypeKind == TypeKind.Interface;
        if (!isInterface && !method.IsAbstract && (!method.IsVirtual && !method.IsOverride || method.ContainingType.IsSealed || method.IsSealed))
            return [method];

        if (projects.Types(cancellation) is not { } types)
            return [];
        var targets = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        if (!method.IsAbstract)
            targets.Add(method);
        foreach (var type in types)
        {
            if (Target(type, method, isInterface) is { IsAbstract: false } target)
                targets.Add(target.OriginalDefinition);
        }

        return targets.Count <= MaxTargets ? [.. targets] : [];
    }

    static IMethodSymbol? Target(INamedTypeSymbol type, IMethodSymbol method, bool isInterface)
    {
        if (isInterface)
        {
            var implemented = type.AllInterfaces.FirstOrDefault(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, method.ContainingType));
            var member = implemented?.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(m => SymbolEqualityComparer.Default.Equals(m.OriginalDefinition, method));
            return member is null ? null : type.FindImplementationForInterfaceMember(member) as IMethodSymbol;
        }

        return type.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(m => Overrides(m, method));
    }

    static bool Overrides(IMethodSymbol candidate, IMethodSymbol method)
    {
        for (var overridden = candidate.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, method))
                return true;
        }

        return false;
    }
}
