using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

enum Place
{
    /// <summary>A local or a parameter.</summary>
    Variable,

    /// <summary>A field or property, of whatever object.</summary>
    Member,

    /// <summary>The inside of an object whose members are not seen: a collection, a builder, a document.</summary>
    Contents,

    /// <summary>All that can be reached from a value.</summary>
    Reachable,
}

/// <summary>A place in memory, as far as symbols and types tell places apart.</summary>
/// <param name="Place">What kind of place.</param>
/// <param name="Symbol">The variable or member; for an inside, the variable or member it was reached through, null where that is not known.</param>
/// <param name="Type">The static type of the value whose inside this is.</param>
readonly record struct Cell(Place Place, ISymbol? Symbol, ITypeSymbol? Type)
{
    public static Cell Variable(ISymbol symbol) => new(Place.Variable, symbol, null);

    public static Cell Member(ISymbol symbol) => new(Place.Member, symbol.OriginalDefinition, null);

    public static Cell Contents(ISymbol? root, ITypeSymbol? type) => new(Place.Contents, root, type);

    public static Cell Reachable(ISymbol? root, ITypeSymbol? type) => new(Place.Reachable, root, type);

    public bool Is(ISymbol? symbol) => symbol is not null && SymbolEqualityComparer.Default.Equals(Symbol, symbol);
}
