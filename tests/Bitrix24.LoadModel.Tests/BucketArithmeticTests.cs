using CsCheck;
using Xunit;

namespace Bitrix24.LoadModel.Tests;

public sealed class BucketArithmeticTests
{
    [Theory]
    [InlineData(5, 16.667, 83)]
    [InlineData(10, 6.25, 62)]
    [InlineData(20, 2.778, 55)]
    [InlineData(50, 1.042, 52)]
    [InlineData(80, 0.641, 51)]
    public void AStandardPortalRefusesAStream(double rate, double seconds, long requests)
    {
        Assert.Equal(seconds, BucketArithmetic.SecondsToFirstRefusal(rate, Plan.Standard)!.Value, 3);
        Assert.Equal(requests, BucketArithmetic.RequestsToFirstRefusal(rate, Plan.Standard));
    }

    [Theory]
    [InlineData(10, 50, 500)]
    [InlineData(50, 5.556, 277)]
    public void AnEnterprisePortalRefusesAStreamLater(double rate, double seconds, long requests)
    {
        Assert.Equal(seconds, BucketArithmetic.SecondsToFirstRefusal(rate, Plan.Enterprise)!.Value, 3);
        Assert.Equal(requests, BucketArithmetic.RequestsToFirstRefusal(rate, Plan.Enterprise));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.5)]
    [InlineData(2)]
    public void AStreamWithinTheDrainIsNeverRefused(double rate)
    {
        Assert.Null(BucketArithmetic.SecondsToFirstRefusal(rate, Plan.Standard));
        Assert.Null(BucketArithmetic.RequestsToFirstRefusal(rate, Plan.Standard));
        Assert.Null(BucketArithmetic.ElementsToFirstRefusal(rate, 3, Plan.Standard));
    }

    [Theory]
    [InlineData(1, 83)]
    [InlineData(2, 41)]
    [InlineData(3, 27)]
    [InlineData(0.1, 833)]
    [InlineData(100, 0)]
    public void ElementsCostTheirRequests(double requestsPerElement, long elements) =>
        Assert.Equal(elements, BucketArithmetic.ElementsToFirstRefusal(5, requestsPerElement, Plan.Standard));

    [Fact]
    public void LatencyWorkersAndPausesGiveTheRate()
    {
        Assert.Equal(10, BucketArithmetic.SequentialRate(0.1));
        Assert.Equal(2, BucketArithmetic.SequentialRate(0.5));
        Assert.Equal(80, BucketArithmetic.ParallelRate(0.2, 16));
        Assert.Equal(2, BucketArithmetic.PausedRate(0.1, 0.4));
        Assert.Equal(2, BucketArithmetic.PausedRate(0, 0.5));
        Assert.Equal(10, BucketArithmetic.PausedRate(0.1, 0));
        Assert.Equal(6, BucketArithmetic.PausedRate(0.1, 1, 15), 12);
    }

    [Fact]
    public void FiguresOutOfRangeAreRefused()
    {
        Throws("requestsPerSecond", () => BucketArithmetic.SecondsToFirstRefusal(-1, Plan.Standard));
        Throws("requestsPerSecond", () => BucketArithmetic.RequestsToFirstRefusal(double.NaN, Plan.Standard));
        Throws("requestsPerElement", () => BucketArithmetic.ElementsToFirstRefusal(5, 0, Plan.Standard));
        Throws("latency", () => BucketArithmetic.SequentialRate(0));
        Throws("workers", () => BucketArithmetic.ParallelRate(0.1, 0));
        Throws("pause", () => BucketArithmetic.PausedRate(0, 0));
        Throws("requestsPerRound", () => BucketArithmetic.PausedRate(0.1, 1, 0));

        static void Throws(string parameter, Func<object?> call) => Assert.Throws<ArgumentOutOfRangeException>(parameter, call);
    }

    [Fact]
    public void AWholeNumberIsNotRoundedDown() =>
        Assert.Equal(1_053, BucketArithmetic.RequestsToFirstRefusal(9, Plan.SelfHosted(91, 74d / 9)));

    [Fact]
    public void TheClosedFormIsWithinOneRequestOfACountingBucket() =>
        Gen.Select(Gen.Double[2.1, 200], Gen.Int[1, 400], Gen.Double[0.5, 20])
            .Where((rate, _, drain) => rate > drain * 1.02)
            .Sample((rate, threshold, drain) =>
            {
                var plan = Plan.SelfHosted(threshold, drain);
                var closed = BucketArithmetic.RequestsToFirstRefusal(rate, plan)!.Value;
                Assert.InRange(CountAccepted(rate, plan), closed, closed + 1);
            });

    private static long CountAccepted(double rate, Plan plan)
    {
        var level = 0.0;
        for (var accepted = 0L; ; accepted++)
        {
            if (level > plan.Threshold)
                return accepted;
            level = Math.Max(0, level + 1 - (plan.Drain / rate));
        }
    }
}
