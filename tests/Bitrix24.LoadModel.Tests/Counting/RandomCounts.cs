using CsCheck;

namespace Bitrix24.LoadModel.Tests.Counting;

/// <summary>Formulas that nobody wrote, over a few names.</summary>
internal static class RandomCounts
{
    public static readonly string[] Names = ["a", "b", "c"];

    public static readonly Gen<Dictionary<string, long>> Sizes =
        Gen.Long[0, 300].Array[Names.Length].Select(values =>
            Names.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));

    public static readonly Gen<RequestCount> Leaves =
        Gen.OneOf(Gen.Long[0, 120].Select(RequestCount.Of), Gen.Int[0, Names.Length - 1].Select(index => RequestCount.Size(Names[index])));

    public static readonly Gen<RequestCount> Any = Over(Leaves);

    /// <summary>Over one size, so that it has thresholds.</summary>
    public static readonly Gen<RequestCount> OfOneSize = Over(Gen.OneOf(Gen.Long[0, 60].Select(RequestCount.Of), Gen.Const(RequestCount.Size("a"))));

    private static Gen<RequestCount> Over(Gen<RequestCount> leaves) => Gen.Recursive<RequestCount>((depth, inner) => depth > 3
        ? leaves
        : Gen.OneOf(
            leaves,
            Gen.Select(inner, inner, (x, y) => x + y),
            Gen.Select(inner, inner, (x, y) => x * y),
            Gen.Select(inner, inner, RequestCount.Max),
            Gen.Select(inner, Gen.Int[1, 60], (x, divisor) => x.CeilingDivide(divisor))));
}
