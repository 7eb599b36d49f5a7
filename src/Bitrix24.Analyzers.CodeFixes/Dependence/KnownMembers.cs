using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>What is known of a library member.</summary>
enum Knowledge
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It reads its receiver and arguments.</summary>
    Pure,

    /// <summary>As <see cref="Pure"/>, and its result is a new object.</summary>
    Makes,

    /// <summary>As <see cref="Pure"/>, but not twice the same.</summary>
    Varies,

    /// <summary>It changes its receiver.</summary>
    Mutates,

    /// <summary>It changes its arguments.</summary>
    Fills,

    /// <summary>It talks to the outside and leaves the program's own objects alone.</summary>
    Outside,

    /// <summary>As <see cref="Outside"/>, and its result, once it is there, is a new object.</summary>
    Fetches,

    /// <summary>As <see cref="Outside"/>, and its result is a part of its receiver.</summary>
    Opens,

    /// <summary>It lets time pass, or waits for what was begun.</summary>
    Waits,

    /// <summary>It talks to the outside and changes its receiver.</summary>
    Changes,

    /// <summary>It throws where a condition does not hold.</summary>
    Checks,

    /// <summary>A framework member that is not listed: it may change its receiver and arguments, nothing else.</summary>
    Touches,
}

/// <summary>The members of libraries that ordinary code calls, by <c>KnownMembers.tsv</c>.</summary>
sealed class KnownMembers
{
    const string Any = "*";
    const string NamePart = "~";

    static readonly Dictionary<string, Dictionary<string, Entry>> Rows = Read();
    static readonly KeyValuePair<string, Dictionary<string, Entry>>[] NameParts =
        [.. Rows.Where(static r => r.Key.StartsWith(NamePart, StringComparison.Ordinal)).Select(static r => new KeyValuePair<string, Dictionary<string, Entry>>(r.Key.Substring(1), r.Value))];

    readonly Dictionary<ISymbol, Entry> _entries = new(SymbolEqualityComparer.Default);

    readonly record struct Entry(Knowledge Does, bool IsQuiet);

    public Knowledge Of(ISymbol member) => Find(member).Does;

    /// <summary>It throws nothing whatever it is given.</summary>
    public bool IsQuiet(ISymbol member) => Find(member).IsQuiet;

    public bool IsLibrary(ISymbol member) => member.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty && member.ContainingType is { IsAnonymousType: false };

    Entry Find(ISymbol member)
    {
        var definition = ((member as IMethodSymbol)?.ReducedFrom ?? member).OriginalDefinition;
        if (!_entries.TryGetValue(definition, out var entry))
            _entries.Add(definition, entry = IsLibrary(definition) ? Look(definition) : default);
        return entry;
    }

    static Entry Look(ISymbol member)
    {
        for (var type = member.ContainingType; type is not null; type = type.BaseType)
        {
            if (Row(TypeName.Of(type), member.Name) is { } exact)
                return exact;
        }

        foreach (var part in NameParts)
        {
            if (member.ContainingType.Name.IndexOf(part.Key, StringComparison.Ordinal) >= 0 && part.Value.TryGetValue(member.Name, out var named))
                return named;
        }

        for (var space = member.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (Row(space.ToDisplayString() + ".*", member.Name) is { } broad)
                return broad;
        }

        if (member is IMethodSymbol { MethodKind: MethodKind.Constructor } && Aliasing.IsOfFramework(member.ContainingType))
            return new(Knowledge.Pure, IsQuiet: false);
        if (Rows[Any].TryGetValue(member.Name, out var universal))
            return universal;
        if (Immutability.IsImmutable(member.ContainingType))
            return new(Knowledge.Pure, IsQuiet: false);
        return Aliasing.IsOfFramework(member.ContainingType) ? new(Knowledge.Touches, IsQuiet: false) : default;
    }

    static Entry? Row(string type, string member) =>
        Rows.TryGetValue(type, out var members) && (members.TryGetValue(member, out var entry) || members.TryGetValue(Any, out entry)) ? entry : null;

    static Dictionary<string, Dictionary<string, Entry>> Read()
    {
        var rows = new Dictionary<string, Dictionary<string, Entry>>(StringComparer.Ordinal);
        foreach (var row in EmbeddedRows.Of("KnownMembers.tsv"))
        {
            if (!rows.TryGetValue(row[0], out var members))
                rows.Add(row[0], members = new(StringComparer.Ordinal));
            var entry = new Entry((Knowledge)Enum.Parse(typeof(Knowledge), row[2], ignoreCase: true), row is [_, _, _, "quiet"]);
            foreach (var member in row[1].Split(' '))
            {
                if (!members.ContainsKey(member))
                    members.Add(member, entry);
            }
        }

        return rows;
    }
}
