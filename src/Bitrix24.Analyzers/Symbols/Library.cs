using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.Symbols;

/// <summary>Whether a symbol is of a library. Half of the code in the field does not restore: where nothing is bound, names must do.</summary>
static class Library
{
    /// <summary>Whether what a call calls is declared in one of the namespaces, or in none that can be told.</summary>
    public static bool Fits(SymbolInfo called, params string[] namespaces) =>
        (called.Symbol ?? called.CandidateSymbols.FirstOrDefault()) is not { } symbol || symbol is IErrorTypeSymbol || IsIn(symbol, namespaces);

    public static bool Fits(ITypeSymbol? type, params string[] namespaces) => type is null or IErrorTypeSymbol || IsIn(type, namespaces);

    /// <summary>Whether a type implements an interface of a library, or is derived from a class of it.</summary>
    public static bool IsA(ITypeSymbol? type, string name, params string[] namespaces)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (Is(t, name, namespaces) || t.Interfaces.Any(i => Is(i, name, namespaces) || i.AllInterfaces.Any(b => Is(b, name, namespaces))))
                return true;
        }

        return false;
    }

    static bool Is(ITypeSymbol type, string name, string[] namespaces) => type.Name == name && Fits(type, namespaces);

    static bool IsIn(ISymbol symbol, string[] namespaces)
    {
        var declared = symbol.ContainingNamespace?.ToDisplayString() ?? "";
        return Array.Exists(namespaces, n => declared.StartsWith(n, StringComparison.Ordinal) && (declared.Length == n.Length || declared[n.Length] == '.'));
    }
}
