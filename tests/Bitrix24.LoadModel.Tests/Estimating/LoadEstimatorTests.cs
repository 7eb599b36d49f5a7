using Xunit;

namespace Bitrix24.LoadModel.Tests.Estimating;

public sealed class LoadEstimatorTests
{
    private static readonly RequestCount Rows = RequestCount.Size("rows.crm.activity");
    private static readonly RequestCount Pages = Rows.CeilingDivide(50);
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData(0.2, 83, 16.667, 83)]
    [InlineData(0.1, 62, 6.25, 62)]
    [InlineData(0.05, 55, 2.778, 55)]
    [InlineData(0.02, 52, 1.042, 52)]
    public void ARunOverflowsTheBucketOfAStandardPortal(double latency, long largest, double seconds, double requests)
    {
        var settings = new LoadSettings { LatencySeconds = latency };

        var fits = Once(RequestCount.Of(largest), settings);
        Assert.Equal(Verdict.Fits, fits.Verdict);
        Assert.Empty(fits.Breaches);

        var breach = Assert.Single(Once(RequestCount.Of(largest + 1), settings).Breaches);
        Assert.Equal((Verdict.BurstsRefused, requests, null), (breach.Verdict, breach.Requests, breach.RestMethod));
        Assert.Equal(seconds, breach.Seconds, 3);
        Assert.Equal(largest, Once(RequestCount.Size("deals"), settings).ThresholdOf(Verdict.BurstsRefused)!.Largest);
    }

    [Fact]
    public void AnEnterprisePortalTakesLonger()
    {
        var settings = new LoadSettings { Plan = Plan.Enterprise, LatencySeconds = 0.1 };

        Assert.Equal(Verdict.Fits, Once(RequestCount.Of(500), settings).Verdict);
        var breach = Assert.Single(Once(RequestCount.Of(501), settings).Breaches);
        Assert.Equal((50, 500), (breach.Seconds, breach.Requests));
        Assert.Equal(Verdict.Fits, Once(RequestCount.Of(1_000_000), settings with { LatencySeconds = 0.2 }).Verdict);
    }

    [Fact]
    public void AScanOfAHundredThousandActivitiesEveryFiveMinutesNeverCatchesUp()
    {
        var settings = new LoadSettings { Sizes = Sizes(("rows.crm.activity", 100_000)) };
        var estimate = Scan(Schedule.Every(FiveMinutes), settings);

        Assert.Equal(new Amount(2_000, true), estimate.Requests);
        Assert.Equal(2_000 / 300.0, estimate.SustainedRate!.Value.Exact);
        Assert.Equal("6.67 requests/s", estimate.Rate);
        Assert.Equal(5, estimate.BurstRate.Exact);
        Assert.Equal(Verdict.AverageExceedsDrain, estimate.Verdict);
        Assert.Equal((83, 16.667), (estimate.Breaches[0].Requests, Math.Round(estimate.Breaches[0].Seconds, 3)));
        Assert.Equal(1_500, estimate.RequestsOver(FiveMinutes).Exact);
        Assert.Empty(estimate.Thresholds);
        Assert.Empty(estimate.Unknowns);
        Assert.Equal(Verdict.Fits, Scan(Schedule.Every(FiveMinutes), new() { Sizes = Sizes(("rows.crm.activity", 83 * 50)) }).Verdict);
    }

    [Fact]
    public void AScanOfAnUnknownSizeGivesItsThresholds()
    {
        var estimate = Scan(Schedule.Every(FiveMinutes), LoadSettings.Default);

        Assert.Equal(Verdict.Unknown, estimate.Verdict);
        Assert.Equal(["the size of 'rows.crm.activity'"], estimate.Unknowns);
        Assert.Equal("⌈rows.crm.activity/50⌉ requests every 5 min", estimate.Rate);
        Assert.Equal(new Amount(0, false), estimate.Requests);
        Assert.Equal("at least 0", estimate.RequestsOver(TimeSpan.FromHours(1)).ToString());
        Assert.Equal(new SizeThreshold("rows.crm.activity", 4_150, Verdict.BurstsRefused), estimate.ThresholdOf(Verdict.BurstsRefused));
        Assert.Equal(new SizeThreshold("rows.crm.activity", 30_000, Verdict.AverageExceedsDrain), estimate.ThresholdOf(Verdict.AverageExceedsDrain));
        Assert.Equal(estimate.Thresholds, new[] { Verdict.BurstsRefused, Verdict.AverageExceedsDrain, Verdict.OperatingBlocked }.Select(v => LoadEstimator.ThresholdOf(new() { Requests = Pages, Schedule = Schedule.Every(FiveMinutes) }, v)).OfType<SizeThreshold>());
        Assert.Null(LoadEstimator.ThresholdOf(new() { Requests = Pages, Schedule = Schedule.Every(FiveMinutes) }, Verdict.Fits));
        Assert.Equal(30_000, Scan(Schedule.After(FiveMinutes), LoadSettings.Default).ThresholdOf(Verdict.AverageExceedsDrain)!.Largest);
        Assert.Equal(30_000, Scan(Schedule.Cron("*/5 * * * *", 288, FiveMinutes), LoadSettings.Default).ThresholdOf(Verdict.AverageExceedsDrain)!.Largest);
        Assert.Equal(75_000, Scan(Schedule.Every(FiveMinutes), new() { Plan = Plan.Enterprise }).ThresholdOf(Verdict.AverageExceedsDrain)!.Largest);
        Assert.Null(Scan(Schedule.Once, LoadSettings.Default).ThresholdOf(Verdict.AverageExceedsDrain));
        Assert.Null(Scan(Schedule.After(TimeSpan.Zero), LoadSettings.Default).ThresholdOf(Verdict.AverageExceedsDrain));
    }

    [Fact]
    public void ALoopThatIsPacedWithinTheDrainHasNoThreshold()
    {
        var paced = new Workload { Requests = Pages, Schedule = Schedule.After(FiveMinutes), PauseSeconds = 0.5 };

        Assert.Empty(LoadEstimator.Estimate(paced).Thresholds);
        Assert.Equal(30_000, LoadEstimator.Estimate(paced with { PauseSeconds = 0.4 }).ThresholdOf(Verdict.AverageExceedsDrain)!.Largest);
        Assert.Equal(30_000, LoadEstimator.Estimate(paced with { Schedule = Schedule.Every(FiveMinutes) }).ThresholdOf(Verdict.AverageExceedsDrain)!.Largest);
    }

    [Fact]
    public void TwoUnknownSizesHaveNoThresholdOfTheirOwn()
    {
        Assert.Empty(Once(Pages + RequestCount.Size("deals"), LoadSettings.Default).Thresholds);
        Assert.Equal(80, Once(Pages + RequestCount.Size("deals"), new() { Sizes = Sizes(("rows.crm.activity", 150)) }).ThresholdOf(Verdict.BurstsRefused)!.Largest);
    }

    [Fact]
    public void RunsThatDoNotDrainAddUp()
    {
        // 60 requests in 12 s leave 36 in the bucket; 20 s from start to start take 40 of them out and 60 come: 20 more each time.
        var estimate = LoadEstimator.Estimate(new() { Requests = RequestCount.Of(60), Schedule = Schedule.Every(TimeSpan.FromSeconds(20)) });

        Assert.Equal(Verdict.AverageExceedsDrain, estimate.Verdict);
        Assert.Equal(20 + (30 / 3.0), estimate.Breaches[0].Seconds, 6);
        Assert.Equal(60 + 50, estimate.Breaches[0].Requests);
        Assert.Equal(Verdict.Fits, LoadEstimator.Estimate(new() { Requests = RequestCount.Of(60), Schedule = Schedule.Every(TimeSpan.FromSeconds(30)) }).Verdict);
    }

    [Fact]
    public void RunsThatOverlapAddUp()
    {
        // A request each second for 450 s: one run fits, two at once exceed the drain by nothing, three by one a second.
        var run = new Workload { Requests = RequestCount.Of(450), PauseSeconds = 0.8 };

        Assert.Equal(Verdict.Fits, LoadEstimator.Estimate(run).Verdict);
        Assert.Equal(Verdict.Fits, LoadEstimator.Estimate(run with { Schedule = Schedule.Every(FiveMinutes) }).Verdict);
        var breach = LoadEstimator.Estimate(run with { Schedule = Schedule.Every(TimeSpan.FromSeconds(100)) }).Breaches[0];
        Assert.Equal((Verdict.AverageExceedsDrain, 250, 250 + 150 + 50), (breach.Verdict, breach.Seconds, breach.Requests));
    }

    [Fact]
    public void AnAverageWithinTheDrainCanStillBurst()
    {
        var estimate = LoadEstimator.Estimate(new() { Requests = RequestCount.Of(200), Schedule = Schedule.Every(FiveMinutes) });

        Assert.Equal(Verdict.BurstsRefused, estimate.Verdict);
        Assert.Equal("0.67 requests/s", estimate.Rate);
        Assert.Equal(Verdict.Fits, LoadEstimator.Estimate(new() { Requests = RequestCount.Of(200), Schedule = Schedule.Every(FiveMinutes), PauseSeconds = 0.3 }).Verdict);
    }

    [Fact]
    public void AnUnknownPartIsALowerBound()
    {
        var unknown = RequestCount.Unknown("the body of Send is not in source");
        var refused = Once(RequestCount.Of(100) + unknown, LoadSettings.Default);
        var open = Once(RequestCount.Of(10) + unknown, LoadSettings.Default);

        Assert.Equal(Verdict.BurstsRefused, refused.Verdict);
        Assert.Equal("at least 100", refused.Requests.ToString());
        Assert.Null(refused.Requests.Exact);
        Assert.Equal(Verdict.Unknown, open.Verdict);
        Assert.Equal(["the body of Send is not in source"], open.Unknowns);
        Assert.Equal(Verdict.Fits, Once(RequestCount.Of(10), LoadSettings.Default).Verdict);
    }

    [Fact]
    public void HowManyAreUnderWayAtOnceMattersOnlyWhereItDecides()
    {
        Assert.Equal((Verdict.Fits, 0), Verdicts(50));
        Assert.Equal((Verdict.Unknown, 1), Verdicts(70));
        Assert.Equal((Verdict.BurstsRefused, 0), Verdicts(84));

        static (Verdict, int) Verdicts(long requests)
        {
            var estimate = LoadEstimator.Estimate(new() { Requests = RequestCount.Of(requests), Concurrency = null });
            return (estimate.Verdict, estimate.Unknowns.Count);
        }
    }

    [Fact]
    public void WebRequestsNeedTheirRate()
    {
        var workload = new Workload { Requests = RequestCount.Of(3), Schedule = Schedule.PerWebRequest };
        var unknown = LoadEstimator.Estimate(workload);

        Assert.Equal(Verdict.Unknown, unknown.Verdict);
        Assert.Equal("3 requests for each web request", unknown.Rate);
        Assert.Null(unknown.SustainedRate);
        Assert.Equal(new Amount(0, false), unknown.RequestsOver(TimeSpan.FromHours(1)));
        Assert.Equal(Verdict.BurstsRefused, LoadEstimator.Estimate(workload with { Requests = RequestCount.Of(84) }).Verdict);
        Assert.Equal(Verdict.Fits, LoadEstimator.Estimate(workload, new() { WebRequestsPerMinute = 40.0 }).Verdict);
        Assert.Equal(Verdict.AverageExceedsDrain, LoadEstimator.Estimate(workload, new() { WebRequestsPerMinute = 41.0 }).Verdict);
    }

    [Fact]
    public void RequestsOverAHorizonAreThoseSentBeforeItsEnd()
    {
        var run = new Workload { Requests = RequestCount.Of(10) };

        Assert.Equal([0, 1, 5, 6, 10, 10], Over(run, 0, 0.1, 1, 1.1, 2, 3_600));
        Assert.Equal([10, 11, 120, 121], Over(run with { Schedule = Schedule.Every(FiveMinutes) }, 300, 300.1, 3_600, 3_600.1));
        Assert.Equal([10, 10, 20], Over(run with { Schedule = Schedule.After(TimeSpan.FromSeconds(8)) }, 2, 10, 20));
        Assert.Equal([4, 8, 10], Over(run with { Concurrency = 4 }, 0.1, 0.3, 0.5));
        Assert.Equal([5, 15, 25, 35], Over(run with { Schedule = Schedule.Every(TimeSpan.FromSeconds(1)) }, 1, 2, 3, 4));
        Assert.Equal([2_880], Over(run with { Schedule = Schedule.Cron("*/5 * * * *", 288, FiveMinutes) }, 86_400));

        static double[] Over(Workload workload, params double[] seconds) =>
            [.. seconds.Select(s => LoadEstimator.Estimate(workload).RequestsOver(TimeSpan.FromSeconds(s)).Exact!.Value)];
    }

    [Fact]
    public void ACronExpressionIsJudgedAtItsShortestGap()
    {
        // Twelve runs a day on average fit; when they come minute by minute, each leaves 40 more than the minute takes out.
        var run = new Workload { Requests = RequestCount.Of(160), PauseSeconds = 0.2, Schedule = Schedule.Cron("0-11 6 * * *", 12, TimeSpan.FromMinutes(1)) };
        var estimate = LoadEstimator.Estimate(run);

        Assert.Equal(Verdict.BurstsRefused, estimate.Verdict);
        Assert.Equal(60 + (10 / 0.5), estimate.Breaches[0].Seconds, 6);
        Assert.Equal(Verdict.Fits, LoadEstimator.Estimate(run with { Schedule = Schedule.Cron("0 6-17 * * *", 12, TimeSpan.FromHours(1)) }).Verdict);
    }

    private static LoadEstimate Once(RequestCount requests, LoadSettings settings) => LoadEstimator.Estimate(new() { Requests = requests }, settings);

    private static LoadEstimate Scan(Schedule schedule, LoadSettings settings) => LoadEstimator.Estimate(new() { Requests = Pages, Schedule = schedule }, settings);

    private static Dictionary<string, Sourced<long>> Sizes(params (string Name, long Number)[] sizes) =>
        sizes.ToDictionary(size => size.Name, size => (Sourced<long>)size.Number, StringComparer.Ordinal);
}
