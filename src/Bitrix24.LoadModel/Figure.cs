namespace Bitrix24.LoadModel;

/// <summary>The checks that figures of the load model pass.</summary>
internal static class Figure
{
    /// <exception cref="ArgumentOutOfRangeException">The value is zero, negative, infinite or not a number.</exception>
    public static double Positive(double value, string parameter) =>
        value > 0 && value <= double.MaxValue
            ? value
            : throw new ArgumentOutOfRangeException(parameter, value, "Must be positive and finite.");

    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public static int Positive(int value, string parameter) =>
        value > 0 ? value : throw new ArgumentOutOfRangeException(parameter, value, "Must be positive.");

    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public static double NotNegative(double value, string parameter) =>
        value >= 0 && value <= double.MaxValue
            ? value
            : throw new ArgumentOutOfRangeException(parameter, value, "Must be zero or more, and finite.");

    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public static long NotNegative(long value, string parameter) =>
        value >= 0 ? value : throw new ArgumentOutOfRangeException(parameter, value, "Must be zero or more.");

    /// <exception cref="ArgumentOutOfRangeException">The span is zero or negative.</exception>
    public static TimeSpan Positive(TimeSpan value, string parameter) =>
        value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(parameter, value, "Must be positive.");

    /// <exception cref="ArgumentOutOfRangeException">The span is negative.</exception>
    public static TimeSpan NotNegative(TimeSpan value, string parameter) =>
        value >= TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(parameter, value, "Must be zero or more.");
}
