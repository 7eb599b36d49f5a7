using System.Runtime.InteropServices;

namespace Bitrix24.Analyzers.Facts;

/// <summary>What a figure rests on, the surest first.</summary>
enum Basis
{
    /// <summary>The code has it.</summary>
    Stated,

    /// <summary>It is the initial value of a setting, or what the code falls back to: configuration may give another.</summary>
    Default,

    /// <summary>It is the first of several values: code that runs again and again gives it others.</summary>
    First,
}

/// <summary>A figure as the code states it.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct Stated(double Value, Basis Basis)
{
    public Stated Times(double factor) => this with { Value = Value * factor };

    /// <summary>The same, resting on no more than something else does.</summary>
    public Stated On(Basis other) => other > Basis ? this with { Basis = other } : this;
}
