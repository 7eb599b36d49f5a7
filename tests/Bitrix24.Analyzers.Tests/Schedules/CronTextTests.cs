using Bitrix24.Analyzers.Schedules;
using Bitrix24.LoadModel;

namespace Bitrix24.Analyzers.Tests.Schedules;

/// <summary>How often a cron expression comes true.</summary>
public sealed class CronTextTests
{
    const double DaysOfMonth = 336 / 10_227.0;
    const double Weekdays = 5 / 7.0;

    [Theory]
    [InlineData("* * * * *", 1440, "00:01:00")]
    [InlineData("*/5 * * * *", 288, "00:05:00")]
    [InlineData(" 0  3 * * * ", 1, "1.00:00:00")]
    [InlineData("0 9-17 * * *", 9, "01:00:00")]
    [InlineData("0,2 9,17 * * *", 4, "00:02:00")]
    [InlineData("*/7 * * * *", 216, "00:04:00")]
    [InlineData("0 0 1 * *", DaysOfMonth, "28.00:00:00")]
    [InlineData("0 0 29 2 *", 7 / 10_227.0, "1461.00:00:00")]
    [InlineData("0 9 * * 1-5", Weekdays, "1.00:00:00")]
    [InlineData("0 9 * * MON-FRI", Weekdays, "1.00:00:00")]
    [InlineData("H * * * *", 24, "01:00:00")]
    public void FiveFields(string text, double runsPerDay, string shortestGap) => Reads(text, runsPerDay, shortestGap);

    [Theory]
    [InlineData("* * * * * *", 86_400, "00:00:01")]
    [InlineData("0 */5 * * * *", 288, "00:05:00")]
    [InlineData("*/10 * * * * *", 8640, "00:00:10")]
    [InlineData("0,30 0 * * * *", 48, "00:00:30")]
    [InlineData("0 30 9 * * Mon", 1 / 7.0, "7.00:00:00")]
    public void SixFieldsBeginWithSeconds(string text, double runsPerDay, string shortestGap) => Reads(text, runsPerDay, shortestGap);

    [Theory]
    [InlineData("0 0/5 * * * ?", 288, "00:05:00")]
    [InlineData("0 0/5 * 1/1 * ? *", 288, "00:05:00")]
    [InlineData("0 0 12 ? * 2-6", Weekdays, "1.00:00:00")]
    [InlineData("0 0 12 ? * 1,7", 2 / 7.0, "1.00:00:00")]
    [InlineData("0 0 12 ? * MON-FRI *", Weekdays, "1.00:00:00")]
    [InlineData("0 0 12 ? * 6#3", DaysOfMonth, "28.00:00:00")]
    [InlineData("0 0 12 ? * L", 1 / 7.0, "7.00:00:00")]
    [InlineData("0 0 12 L * ?", DaysOfMonth, "28.00:00:00")]
    [InlineData("0 15 10 * * ? 2024-2030", 1, "1.00:00:00")]
    public void QuartzCountsWeekdaysFromOne(string text, double runsPerDay, string shortestGap) => Reads(text, runsPerDay, shortestGap);

    [Theory]
    [InlineData("@hourly", 24, "01:00:00")]
    [InlineData("@DAILY", 1, "1.00:00:00")]
    [InlineData("@every_second", 86_400, "00:00:01")]
    [InlineData("@yearly", 28 / 10_227.0, "365.00:00:00")]
    public void Macros(string text, double runsPerDay, string shortestGap) => Reads(text, runsPerDay, shortestGap);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("%Schedule%")]
    [InlineData("* * * *")]
    [InlineData("60 * * * *")]
    [InlineData("0 0 30 2 *")]
    [InlineData("0 0 12 ? * 8")]
    [InlineData("0 0 12 ? * 0")]
    [InlineData("0 0 12 * * ? soon")]
    [InlineData("read five deals every day")]
    [InlineData("@sometimes")]
    [InlineData("99999999999999999999 * * * *")]
    [InlineData("0 0 12 ? * 99999999999999999999")]
    [InlineData("*/0 * * * *")]
    [InlineData("5-1-2 * * * *")]
    public void OtherTextIsNone(string? text) => Assert.Null(CronText.Read(text));

    [Fact]
    public void NothingThrows()
    {
        const string Characters = "*/,-?#LWH@0123456789 SUNJAN";
        var random = new Random(24);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 24)).Select(_ => Characters[random.Next(Characters.Length)]));
            CronText.Read(text);
        }

        Assert.Null(CronText.Read(new string('*', 100_000)));
    }

    static void Reads(string text, double runsPerDay, string shortestGap)
    {
        var cron = Assert.IsType<CronSchedule>(CronText.Read(text));
        Assert.Equal(text.Trim(), cron.Text);
        Assert.Equal(runsPerDay, cron.RunsPerDay, 9);
        Assert.Equal(TimeSpan.Parse(shortestGap, System.Globalization.CultureInfo.InvariantCulture), cron.ShortestGap);
    }
}
