using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>What running a piece of code reads, writes and does besides.</summary>
sealed class Effects
{
    public HashSet<Cell> Reads { get; } = [];

    public HashSet<Cell> Writes { get; } = [];

    /// <summary>Members of <c>this</c> that a method writes: nothing, where <c>this</c> is a new object.</summary>
    public HashSet<Cell> OwnWrites { get; } = [];

    /// <summary>The first piece of code that nobody can look into; it may write whatever is not a variable or fixed.</summary>
    public string? Stranger { get; private set; }

    /// <summary>Parameters of the method whose functions it calls.</summary>
    public HashSet<IParameterSymbol> Calls { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>It talks to a file, a console, a network.</summary>
    public bool GoesOutside { get; set; }

    /// <summary>Somewhere in what it calls it sends a batch, and nobody knows of what.</summary>
    public bool HidesBatch { get; set; }

    /// <summary>Twice the same gives two values: a clock, a random number.</summary>
    public bool Varies { get; set; }

    /// <summary>It throws by design.</summary>
    public bool Throws { get; set; }

    public bool Awaits { get; set; }

    /// <summary>The code does not compile.</summary>
    public bool IsBroken { get; set; }

    public void MeetStranger(string name) => Stranger ??= name;

    public void Add(Effects other)
    {
        Reads.UnionWith(other.Reads);
        Writes.UnionWith(other.Writes);
        OwnWrites.UnionWith(other.OwnWrites);
        Calls.UnionWith(other.Calls);
        AddNature(other);
    }

    public void AddNature(Effects other)
    {
        Stranger ??= other.Stranger;
        GoesOutside |= other.GoesOutside;
        HidesBatch |= other.HidesBatch;
        Varies |= other.Varies;
        Throws |= other.Throws;
        IsBroken |= other.IsBroken;
    }

    /// <summary>Why this is not a pure calculation, or null where it is.</summary>
    public string? Impurity(Func<Cell, bool> isItsOwn)
    {
        if (IsBroken)
            return "the code does not compile";
        if (Awaits)
            return "it waits for something";
        if (Stranger is { } stranger)
            return stranger + " is not known to be free of effects";
        if (GoesOutside)
            return "it talks to the outside";
        if (Throws)
            return "it may throw by design";
        return OwnWrites.Count > 0 || Writes.Any(w => !isItsOwn(w)) ? "it changes something" : null;
    }
}
