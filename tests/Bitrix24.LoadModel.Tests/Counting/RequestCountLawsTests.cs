using CsCheck;
using Xunit;

namespace Bitrix24.LoadModel.Tests.Counting;

public sealed class RequestCountLawsTests
{
    private const long Large = 1_000_000_000;

    private static readonly Gen<RequestCount> Counts = RandomCounts.Any;
    private static readonly Gen<RequestCount> Leaves = RandomCounts.Leaves;
    private static readonly Gen<Dictionary<string, long>> Sizes = RandomCounts.Sizes;

    [Fact]
    public void OperationsAreTheArithmeticTheyLookLike() =>
        Gen.Select(Counts, Counts, Sizes).Sample((x, y, sizes) =>
        {
            if (x.Evaluate(sizes) is not (< Large and { } left) || y.Evaluate(sizes) is not (< Large and { } right))
                return;

            IfKnown(left + right, x + y, sizes);
            IfKnown(left * right, x * y, sizes);
            IfKnown(Math.Max(left, right), RequestCount.Max(x, y), sizes);
            IfKnown((left + 49) / 50, x.CeilingDivide(50), sizes);
        });

    [Fact]
    public void OrderAndGroupingDoNotMatter() =>
        Gen.Select(Leaves, Counts, Leaves).Where((_, y, _) => y.Weight < 20).Sample((x, y, z) =>
        {
            Assert.Equal(x + y, y + x);
            Assert.Equal(x * y, y * x);
            Assert.Equal(RequestCount.Max(x, y), RequestCount.Max(y, x));
            Assert.Equal((x + y) + z, x + (y + z));
            Assert.Equal((x * y) * z, x * (y * z));
            Assert.Equal(x * (y + z), (x * y) + (x * z));
            Assert.Equal((x + y).ToString(), (y + x).ToString());
        });

    [Fact]
    public void SubstitutingThenEvaluatingIsEvaluatingTheSubstitute() =>
        Gen.Select(Counts, Leaves, Sizes).Sample((count, substitute, sizes) =>
        {
            var direct = new Dictionary<string, long>(sizes, StringComparer.Ordinal) { ["a"] = substitute.Evaluate(sizes)!.Value };
            if (count.Evaluate(direct) is < Large and { } expected)
                IfKnown(expected, count.Substitute("a", substitute), sizes);
        });

    [Fact]
    public void AnUnknownIsNeverLost() =>
        Gen.Select(Counts, Counts).Where((_, y) => !y.IsZero).Sample((x, y) =>
        {
            var unknown = x + RequestCount.Unknown("not counted");

            Assert.False((unknown + y).IsKnown);
            Assert.False((unknown * y).IsKnown);
            Assert.False(RequestCount.Max(unknown, y).IsKnown);
            Assert.False(unknown.CeilingDivide(50).IsKnown);
        });

    private static void IfKnown(long expected, RequestCount count, Dictionary<string, long> sizes)
    {
        if (count.IsKnown)
            Assert.Equal(expected, count.Evaluate(sizes));
    }
}
