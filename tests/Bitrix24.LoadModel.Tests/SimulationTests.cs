using Xunit;

namespace Bitrix24.LoadModel.Tests;

public sealed class SimulationTests
{
    [Theory]
    [InlineData(5, 83)]
    [InlineData(10, 63)]
    [InlineData(20, 55)]
    [InlineData(50, 53)]
    public void ABucketRefusesAStreamAfterSoMany(int rate, int admitted)
    {
        var bucket = new LeakyBucket(Plan.Standard);

        Assert.All(Enumerable.Range(0, admitted), i => Assert.True(bucket.Admit(At(i, rate))));
        Assert.False(bucket.Admit(At(admitted, rate)));
    }

    [Fact]
    public void ABucketThatDrainsAsFastAsItFillsRefusesNothing()
    {
        var bucket = new LeakyBucket(Plan.Standard);

        Assert.All(Enumerable.Range(0, 10_000), i => Assert.True(bucket.Admit(At(i, 2))));
        Assert.Equal(2, bucket.Level);
    }

    [Fact]
    public void ABucketDrainsAtWholeSecondsAndCountsWhatItRefuses()
    {
        var bucket = new LeakyBucket(Plan.Standard);
        for (var i = 0; i < 51; i++)
            Assert.True(bucket.Admit(TimeSpan.Zero));

        Assert.False(bucket.Admit(TimeSpan.Zero));
        Assert.Equal(52, bucket.Level);
        Assert.Equal(52, bucket.LevelAt(TimeSpan.FromSeconds(0.999)));
        Assert.Equal(50, bucket.LevelAt(TimeSpan.FromSeconds(1)));
        Assert.True(bucket.Admit(TimeSpan.FromSeconds(1.5)));
        Assert.Equal(51, bucket.LevelAt(TimeSpan.FromSeconds(0.5)));
        Assert.Equal(0, bucket.LevelAt(TimeSpan.FromSeconds(100)));
        Assert.Throws<ArgumentOutOfRangeException>("at", () => bucket.Admit(TimeSpan.FromSeconds(-1)));
    }

    [Fact]
    public void AWindowRefusesOnceItsSumIsAboveTheLimit()
    {
        var window = new OperatingWindow(TimeSpan.FromSeconds(480));

        Assert.True(window.Admit(TimeSpan.Zero, TimeSpan.FromSeconds(480)));
        Assert.True(window.Admit(TimeSpan.FromSeconds(480), TimeSpan.FromSeconds(50)));
        Assert.Equal(530, window.SumAt(TimeSpan.FromSeconds(530)).TotalSeconds);
        Assert.False(window.Admit(TimeSpan.FromSeconds(599), TimeSpan.FromSeconds(1)));
        Assert.Equal(600, window.ResetAt(TimeSpan.FromSeconds(599)).TotalSeconds);
        Assert.True(window.Admit(TimeSpan.FromSeconds(600), TimeSpan.FromSeconds(1)));
        Assert.Equal(51, window.SumAt(TimeSpan.FromSeconds(600)).TotalSeconds);
        Assert.Equal(1_080, window.ResetAt(TimeSpan.FromSeconds(600)).TotalSeconds);
    }

    [Fact]
    public void AMinuteLeavesTenMinutesAfterItsFirstCall()
    {
        var window = new OperatingWindow(TimeSpan.FromSeconds(480));
        window.Admit(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(1));
        window.Admit(TimeSpan.FromSeconds(89), TimeSpan.FromSeconds(2));
        window.Admit(TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(4));

        Assert.Equal(7, window.SumAt(TimeSpan.FromSeconds(629)).TotalSeconds);
        Assert.Equal(4, window.SumAt(TimeSpan.FromSeconds(630)).TotalSeconds);
        Assert.Equal(0, window.SumAt(TimeSpan.FromSeconds(690)).TotalSeconds);
        Assert.Equal(1_300, window.ResetAt(TimeSpan.FromSeconds(700)).TotalSeconds);
    }

    [Fact]
    public void TwoCallsASecondOfPointFourSecondsAreNeverRefused()
    {
        Assert.Null(FirstRefused(0.4));
        Assert.Equal(481 * 2, FirstRefused(0.499));

        static int? FirstRefused(double seconds)
        {
            var window = new OperatingWindow(TimeSpan.FromSeconds(480));
            for (var i = 0; i < 10_000; i++)
            {
                if (!window.Admit(At(i, 2), TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond))))
                    return i;
            }

            return null;
        }
    }

    private static TimeSpan At(int request, int rate) => TimeSpan.FromTicks(request * TimeSpan.TicksPerSecond / rate);
}
