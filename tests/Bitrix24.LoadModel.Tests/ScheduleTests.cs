using Xunit;

namespace Bitrix24.LoadModel.Tests;

public sealed class ScheduleTests
{
    [Fact]
    public void AScheduleReadsAsAPhrase()
    {
        Assert.Equal("once", Schedule.Once.ToString());
        Assert.Equal("for each web request", Schedule.PerWebRequest.ToString());
        Assert.Equal("every 5 min", Schedule.Every(TimeSpan.FromMinutes(5)).ToString());
        Assert.Equal("with 5 min between runs", Schedule.After(TimeSpan.FromMinutes(5)).ToString());
        Assert.Equal("with 0 s between runs", Schedule.After(TimeSpan.Zero).ToString());
        Assert.Equal("by cron '*/5 * * * *'", Schedule.Cron("*/5 * * * *", 288, TimeSpan.FromMinutes(5)).ToString());
    }

    [Theory]
    [InlineData("00:05:00", "5 min")]
    [InlineData("00:00:30", "30 s")]
    [InlineData("01:00:00", "1 h")]
    [InlineData("00:01:30", "90 s")]
    [InlineData("01:30:00", "90 min")]
    [InlineData("1.00:00:00", "1 day")]
    [InlineData("7.00:00:00", "7 days")]
    [InlineData("1.12:00:00", "36 h")]
    [InlineData("00:00:00.25", "250 ms")]
    [InlineData("00:00:01.5", "1.5 s")]
    [InlineData("00:00:00.0000001", "0.0001 ms")]
    [InlineData("00:00:01.0000001", "1.0000001 s")]
    public void ADurationIsExact(string span, string text) =>
        Assert.Equal($"every {text}", Schedule.Every(TimeSpan.Parse(span, System.Globalization.CultureInfo.InvariantCulture)).ToString());

    [Fact]
    public void EqualSchedulesAreEqual()
    {
        Assert.Equal(Schedule.Every(TimeSpan.FromSeconds(60)), Schedule.Every(TimeSpan.FromMinutes(1)));
        Assert.NotEqual(Schedule.Every(TimeSpan.FromMinutes(1)), Schedule.After(TimeSpan.FromMinutes(1)));
        Assert.True(Schedule.After(TimeSpan.FromMinutes(1)) is LoopSchedule { Pause.TotalSeconds: 60 });
    }

    [Fact]
    public void FiguresOutOfRangeAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("interval", () => Schedule.Every(TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>("pause", () => Schedule.After(TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentException>("text", () => Schedule.Cron(" ", 1, TimeSpan.FromDays(1)));
        Assert.Throws<ArgumentOutOfRangeException>("runsPerDay", () => Schedule.Cron("* * * * *", 0, TimeSpan.FromMinutes(1)));
        Assert.Throws<ArgumentOutOfRangeException>("shortestGap", () => Schedule.Cron("* * * * *", 1440, TimeSpan.Zero));
    }
}
