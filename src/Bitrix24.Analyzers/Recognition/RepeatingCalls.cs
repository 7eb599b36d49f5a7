using System.Collections.Immutable;

namespace Bitrix24.Analyzers.Recognition;

/// <summary>What a member of a library does with the delegate that it is given.</summary>
enum DelegateUse
{
    /// <summary>It is kept, or nothing is known of it.</summary>
    Kept,

    /// <summary>It runs once, here.</summary>
    RunOnce,

    /// <summary>It runs once for each element.</summary>
    PerElement,

    /// <summary>It runs for several elements at the same time.</summary>
    PerElementConcurrently,

    /// <summary>It runs when a result is not yet known, and the result is kept under a key.</summary>
    Memoised,

    /// <summary>It runs once, however often it is asked.</summary>
    Lazily,
}

/// <summary>Members of libraries that run delegates, by name; the list is <c>DelegateRunners.tsv</c>.</summary>
static class RepeatingCalls
{
    static readonly ImmutableDictionary<string, DelegateUse> Uses = EmbeddedTable.Rows("DelegateRunners.tsv")
        .ToImmutableDictionary(static row => row[0], static row => (DelegateUse)Enum.Parse(typeof(DelegateUse), row[1]), StringComparer.Ordinal);

    public static DelegateUse Of(string? name) => name is not null && Uses.TryGetValue(name, out var use) ? use : DelegateUse.Kept;

    /// <summary>Members that need not ask every element.</summary>
    public static bool MayStop(string? name) => name is "Any" or "All" or "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" or "TakeWhile" or "Find" or "Exists" or "TrueForAll";

    public static bool IsKnown(string? name) => Of(name) is DelegateUse.PerElement or DelegateUse.PerElementConcurrently;
}
