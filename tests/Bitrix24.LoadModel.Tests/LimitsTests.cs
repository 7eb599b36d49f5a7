using Xunit;

namespace Bitrix24.LoadModel.Tests;

public sealed class LimitsTests
{
    [Fact]
    public void PlansCarryTheDocumentedFigures()
    {
        Assert.Equal((50, 2), (Plan.Standard.Threshold, Plan.Standard.Drain));
        Assert.Equal((250, 5), (Plan.Enterprise.Threshold, Plan.Enterprise.Drain));
        Assert.Equal((80, 2.5), (Plan.SelfHosted(80, 2.5).Threshold, Plan.SelfHosted(80, 2.5).Drain));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(50, 0)]
    [InlineData(-1, 2)]
    [InlineData(double.NaN, 2)]
    [InlineData(50, double.PositiveInfinity)]
    public void ASelfHostedPlanRefusesFiguresThatAreNotPositive(double threshold, double drain) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Plan.SelfHosted(threshold, drain));

    [Fact]
    public void DerivedFiguresAgreeWithTheDocumentation()
    {
        Assert.Equal(2_500, Limits.BatchRows);
        Assert.Equal(172_800, Limits.StandardDayRequests);
        Assert.Equal(60, Limits.OperatingBucketSeconds);
        Assert.Equal(0.4, (double)Limits.CloudOperatingSeconds / (Limits.OperatingWindowSeconds * Limits.StandardDrain));
    }
}
