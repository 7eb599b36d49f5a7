namespace Bitrix24.LoadModel;

/// <summary>Arithmetic on numbers of zero or more that stops at the largest number.</summary>
internal static class Saturating
{
    public static long Add(long a, long b) => a > long.MaxValue - b ? long.MaxValue : a + b;

    public static long Multiply(long a, long b) => a != 0 && b > long.MaxValue / a ? long.MaxValue : a * b;

    public static long CeilingDivide(long a, long divisor) => (a / divisor) + (a % divisor == 0 ? 0 : 1);
}
