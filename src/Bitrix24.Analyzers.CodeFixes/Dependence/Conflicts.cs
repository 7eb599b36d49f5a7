using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>Whether code that writes can change what other code reads.</summary>
sealed class Conflicts(Aliasing aliasing, Reach reach, LocalUses locals)
{
    public static Conflicts In(Scene scene) => new(new Aliasing(scene.Semantics.Compilation, scene.Projects, scene.Cancellation), new Reach(), scene.Locals);

    /// <summary>What is read and written, in words; null where the two never meet.</summary>
    public string? Between(Effects reader, Effects writer)
    {
        foreach (var read in reader.Reads)
        {
            if (Writes(writer, read) || writer.Stranger is not null && IsExposed(read))
                return Word(read) + " is read early, and " + (Writes(writer, read) ? "the loop writes it" : writer.Stranger + " may write it");
        }

        return null;
    }

    /// <summary>As <see cref="Between"/>, with code that nobody can look into taken to leave the rest alone.</summary>
    public string? BetweenSeen(Effects reader, Effects writer)
    {
        foreach (var read in reader.Reads)
        {
            if (!(read.Place == Place.Reachable && (read.Type is null || reach.From(read.Type) is null)) && Writes(writer, read))
                return Word(read) + " is read and written on both sides of the call";
        }

        return null;
    }

    bool Writes(Effects writer, Cell read) => writer.Writes.Any(w => Meet(read, w)) || writer.OwnWrites.Any(w => Meet(read, w));

    bool Meet(Cell read, Cell write) => (read.Place, write.Place) switch
    {
        (Place.Variable, Place.Variable) => read.Is(write.Symbol),
        (Place.Member, Place.Member) => IsSameMember(read.Symbol!, write.Symbol!),
        (Place.Contents or Place.Reachable, Place.Contents) => MayShareInside(read, write),
        (Place.Reachable, Place.Member) => ReachesMember(read, write.Symbol!),
        _ => false,
    };

    bool MayShareInside(Cell read, Cell write)
    {
        if (write.Is(read.Symbol))
            return true;
        if (locals.IsExclusive(write.Symbol))
            return false;
        if (read.Place == Place.Contents)
            return !locals.IsExclusive(read.Symbol) && aliasing.MayBeSame(read.Type, write.Type);
        if (read.Type is null || reach.From(read.Type) is not { } types)
            return true;
        var own = locals.IsExclusive(read.Symbol);
        return types.Any(t => !(own && SymbolEqualityComparer.Default.Equals(t, read.Type)) && aliasing.MayBeSame(t, write.Type));
    }

    bool ReachesMember(Cell read, ISymbol member)
    {
        if (member.IsStatic)
            return false;
        return read.Type is null || reach.From(read.Type) is not { } types
            || types.Any(t => aliasing.Converts(t, member.ContainingType) || aliasing.Converts(member.ContainingType, t) || IsSameDefinition(t, member.ContainingType));
    }

    static bool IsSameDefinition(ITypeSymbol one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other.OriginalDefinition);

    static bool IsSameMember(ISymbol read, ISymbol written)
    {
        if (SymbolEqualityComparer.Default.Equals(read, written))
            return true;
        if (read.Name == written.Name && (IsPolymorphic(read) || IsPolymorphic(written)))
            return true;
        return read is IPropertySymbol property && written is IPropertySymbol && property.DeclaringSyntaxReferences.IsEmpty && !Accessors.IsAuto(property)
            && SymbolEqualityComparer.Default.Equals(read.ContainingType, written.ContainingType);
    }

    static bool IsPolymorphic(ISymbol member) => member.IsVirtual || member.IsAbstract || member.IsOverride || member.ContainingType?.TypeKind == TypeKind.Interface;

    /// <summary>A place that code out of sight could write.</summary>
    bool IsExposed(Cell read) => read.Place switch
    {
        Place.Variable => locals.IsWrittenInClosure(read.Symbol!),
        Place.Member => true,
        Place.Contents => !locals.IsExclusive(read.Symbol),
        _ => !locals.IsExclusive(read.Symbol) || read.Type is null || reach.From(read.Type) is not { } types || types.Any(t => !SymbolEqualityComparer.Default.Equals(t, read.Type)),
    };

    static string Word(Cell cell) => cell.Symbol?.Name is { Length: > 0 } name ? name : cell.Type is { } type ? "a " + type.Name : "something";
}
