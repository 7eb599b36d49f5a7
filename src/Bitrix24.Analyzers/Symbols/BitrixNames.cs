using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.Symbols;

/// <summary>Name evidence: a type or namespace named like Bitrix24. It backs weaker evidence and is never enough alone.</summary>
static class BitrixNames
{
    static readonly string[] Marks = ["bitrix", "b24", "bx24"];

    public static bool Mentions(string name)
    {
        foreach (var mark in Marks)
        {
            if (name.IndexOf(mark, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return false;
    }

    public static bool Mentions(INamedTypeSymbol? type)
    {
        for (var t = type; t is not null; t = t.ContainingType)
        {
            if (Mentions(t.Name))
                return true;
        }

        for (var n = type?.ContainingNamespace; n is { IsGlobalNamespace: false }; n = n.ContainingNamespace)
        {
            if (Mentions(n.Name))
                return true;
        }

        return false;
    }
}
