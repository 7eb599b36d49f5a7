using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>
/// What code looks at besides its row: settings, lists of what is wanted, flags. As long as it stays as it is, a row that did not change
/// would be treated as it was before; where something else changes it, the next full read would treat rows anew.
/// </summary>
sealed class Surroundings
{
    readonly Reading _reading;
    readonly HashSet<ITypeSymbol> _rows = new(SymbolEqualityComparer.Default);
    readonly Dictionary<(Place, ISymbol), bool> _stands = [];

    /// <param name="reading">The code.</param>
    /// <param name="rows">Code whose variables and new objects are those of rows and answers.</param>
    public Surroundings(Reading reading, IEnumerable<SyntaxNode> rows)
    {
        _reading = reading;
        var reach = new Reach();
        foreach (var type in rows.SelectMany(static n => n.DescendantNodesAndSelf()).Select(TypeAt).OfType<ITypeSymbol>())
        {
            _rows.Add(type.OriginalDefinition);
            foreach (var part in reach.From(type) ?? [])
                _rows.Add(part.OriginalDefinition);
        }
    }

    ITypeSymbol? TypeAt(SyntaxNode node) => node switch
    {
        BaseObjectCreationExpressionSyntax creation => _reading.Scene.TypeOf(creation),
        VariableDeclaratorSyntax or SingleVariableDesignationSyntax or CommonForEachStatementSyntax or ParameterSyntax => _reading.Scene.Declared(node) switch { ILocalSymbol local => local.Type, IParameterSymbol parameter => parameter.Type, _ => null },
        _ => null,
    };

    /// <summary>The first of what is read that something may change, or null.</summary>
    /// <param name="effects">What is read.</param>
    /// <param name="isInside">What is new for each row, or each round.</param>
    /// <param name="stores">Collections that rows change and that are known to stand otherwise.</param>
    public string? Changing(Effects effects, Func<ISymbol, bool> isInside, ICollection<ISymbol> stores) =>
        effects.Reads.FirstOrDefault(r => r.Symbol is { } symbol && !isInside(symbol) && !stores.Contains(symbol, SymbolEqualityComparer.Default) && !Stands(r.Place, symbol)) is { Symbol: { } changing } ? changing.Name : null;

    bool Stands(Place place, ISymbol symbol)
    {
        if (!_stands.TryGetValue((place, symbol), out var stands))
            _stands.Add((place, symbol), stands = AsFarAsSeen(place, symbol));
        return stands;
    }

    bool AsFarAsSeen(Place place, ISymbol symbol) => place switch
    {
        Place.Variable => !_reading.Scene.Locals.IsWrittenInClosure(symbol) && (symbol is not ILocalSymbol local || !_reading.Scene.Locals.IsReassigned(local) || _reading.Scene.Locals.Of(local).All(u => !LocalUses.IsWrite(u) || u.Syntax.SpanStart < Rounds.SpanStart)),
        Place.Member => IsOfRow(symbol) || StandsAsMember(symbol),
        _ => OwnStore.TypeOf(symbol) is not { } type || !IsCollection(type) || Immutability.IsImmutable(type) || symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } } || IsOfRow(symbol) || !IsOpen(symbol) && OwnStore.IsLookedAtOnly(symbol, _reading),
    };

    /// <summary>The loop that the rounds are, or what they run in.</summary>
    SyntaxNode Rounds => _reading.Statements[0].Ancestors().FirstOrDefault(static a => a is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax) ?? _reading.Statements[0];

    bool IsOfRow(ISymbol member) => !member.IsStatic && member.ContainingType is { } type && _rows.Any(r => SymbolEqualityComparer.Default.Equals(r, type.OriginalDefinition) || Derives(r, type));

    static bool Derives(ITypeSymbol type, INamedTypeSymbol from)
    {
        for (var above = type.BaseType; above is not null; above = above.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(above.OriginalDefinition, from.OriginalDefinition))
                return true;
        }

        return false;
    }

    /// <summary>It is set while its object is made and never again, as far as can be seen; a library's member has a name that says otherwise.</summary>
    bool StandsAsMember(ISymbol member)
    {
        if (_reading.Scene.Callees.Known.IsLibrary(member))
            return member is not IPropertySymbol { IsIndexer: false } property || !(property.IsStatic || property.Name.StartsWith("Current", StringComparison.Ordinal));
        if (member is IPropertySymbol { IsAbstract: true, SetMethod: null })
            return false;
        return member is not (IFieldSymbol or IPropertySymbol { IsIndexer: false }) || !IsOpen(member) && Uses.Of(member, _reading.Scene).All(static u => !FixedMember.IsWritten(u) || FixedMember.IsConstructing(u));
    }

    /// <summary>Code out of sight is meant to change it: what is static and public, and what the class of the rounds shows of itself.</summary>
    bool IsOpen(ISymbol member) => member.DeclaredAccessibility is not Accessibility.Private && (member.IsStatic || SymbolEqualityComparer.Default.Equals(member.ContainingType, _reading.Scene.Semantics.GetEnclosingSymbol(_reading.Call.SpanStart)?.ContainingType))
        && (OwnStore.TypeOf(member) is { } type && IsCollection(type) && !Immutability.IsImmutable(type) && !type.Name.StartsWith("IReadOnly", StringComparison.Ordinal) || member is IPropertySymbol { SetMethod: { IsInitOnly: false, DeclaredAccessibility: not Accessibility.Private } } or IFieldSymbol { IsReadOnly: false, IsConst: false });

    static bool IsCollection(ITypeSymbol type) => type.SpecialType != SpecialType.System_String && (type.Name is "StringBuilder" or "DataTable" || type is IArrayTypeSymbol || type.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_Collections_IEnumerable)
        || type.SpecialType is SpecialType.System_Collections_IEnumerable or SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_Generic_IList_T or SpecialType.System_Collections_Generic_ICollection_T or SpecialType.System_Collections_Generic_IReadOnlyList_T or SpecialType.System_Collections_Generic_IReadOnlyCollection_T);
}
