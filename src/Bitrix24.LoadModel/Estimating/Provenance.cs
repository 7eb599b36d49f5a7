namespace Bitrix24.LoadModel;

/// <summary>Where a figure comes from, the most reliable first.</summary>
public enum Provenance
{
    /// <summary>The code says so.</summary>
    Proved,

    /// <summary>The user says so.</summary>
    Configured,

    /// <summary>A portal was seen to behave so.</summary>
    Measured,

    /// <summary>Nobody says so; a usual figure stands in.</summary>
    Assumed,
}

/// <summary>Something that the numbers of an estimate rest on.</summary>
/// <param name="Text">A phrase for a message, such as <c>0.2 s for a request</c>.</param>
/// <param name="Provenance">Where it comes from.</param>
public sealed record Assumption(string Text, Provenance Provenance)
{
    /// <summary><c>0.2 s for a request (assumed)</c></summary>
    public override string ToString() => $"{Text} ({Provenance switch
    {
        Provenance.Proved => "proved",
        Provenance.Configured => "configured",
        Provenance.Measured => "measured",
        _ => "assumed",
    }})";
}

/// <summary>A figure and where it comes from. A bare value converts to a configured one.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Provenance">Where it comes from.</param>
/// <typeparam name="T">What the figure is.</typeparam>
public sealed record Sourced<T>(T Value, Provenance Provenance)
{
    /// <summary>A figure that the user gives.</summary>
    public static implicit operator Sourced<T>(T value) => new(value, Provenance.Configured);
}
