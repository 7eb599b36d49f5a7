using System.Globalization;

namespace Bitrix24.LoadModel;

/// <summary>A number, or the least that it can be when a part of it is unknown.</summary>
/// <param name="AtLeast">The number, or its lower bound.</param>
/// <param name="IsExact">Whether nothing in it is unknown.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct Amount(double AtLeast, bool IsExact)
{
    /// <summary>The number; null when only a lower bound is known.</summary>
    public double? Exact => IsExact ? AtLeast : null;

    /// <summary><c>2000</c>, or <c>at least 2000</c>; two decimals.</summary>
    public override string ToString() => (IsExact ? "" : "at least ") + AtLeast.ToString("0.##", CultureInfo.InvariantCulture);
}
