using Xunit;

namespace Bitrix24.LoadModel.Tests.Estimating;

public sealed class OperatingEstimateTests
{
    private static readonly RequestCount Deals = RequestCount.Size("deals");

    [Fact]
    public void TwoRequestsASecondOfPointFourSecondsAreTheBorder()
    {
        var stream = new Workload
        {
            Requests = RequestCount.Of(100_000), Methods = [new("crm.deal.update", RequestCount.Of(100_000))], PauseSeconds = 0.1,
        };

        var border = LoadEstimator.Estimate(stream, Measured(0.4));
        Assert.Equal(Verdict.Fits, border.Verdict);
        Assert.Equal(480, border.Methods[0].SecondsPerWindow.Exact!.Value, 6);

        var breach = Assert.Single(LoadEstimator.Estimate(stream, Measured(0.41)).Breaches);
        Assert.Equal((Verdict.OperatingBlocked, "crm.deal.update"), (breach.Verdict, breach.RestMethod));
        Assert.Equal(480 / 0.41 * 0.51, breach.Seconds, 3);
        Assert.Equal(Math.Floor(480 / 0.41), breach.Requests);
    }

    [Fact]
    public void ABatchWithoutItsCommandsIsUnknown()
    {
        var batches = new Workload { Requests = RequestCount.Of(3), Methods = [new("batch", RequestCount.Of(3)) { RowsPerCall = RequestCount.Unknown("what the commands are") }], Schedule = Schedule.Every(TimeSpan.FromMinutes(1)) };
        var estimate = LoadEstimator.Estimate(batches);

        Assert.Equal(Verdict.Unknown, estimate.Verdict);
        Assert.Equal("what the commands are", Assert.Single(estimate.Unknowns));
        Assert.Equal(new Amount(180, IsExact: false), estimate.RequestsOver(TimeSpan.FromHours(1)));
        Assert.Equal(Verdict.Fits, LoadEstimator.Estimate(batches with { Methods = [new("batch", RequestCount.Of(3))] }).Verdict);
    }

    [Fact]
    public void ABatchSavesRequestsAndNoOperatingTime()
    {
        var single = new Workload { Requests = Deals, Methods = [new("crm.deal.update", Deals)], PauseSeconds = 0.5 };
        var settings = new LoadSettings { Sizes = Sizes(("deals", 5_000)) };
        var one = LoadEstimator.Estimate(single, settings);
        var batched = LoadEstimator.Estimate(single with { Requests = Deals.CeilingDivide(50) }, settings);

        Assert.Equal(5_000 * 0.13, one.Methods[0].SecondsPerRun.Exact!.Value, 6);
        Assert.Equal(one.Methods[0].SecondsPerRun, batched.Methods[0].SecondsPerRun);

        // One by one a round takes 0.7 s, so that ten minutes hold 857 of them; a batch of 6.5 s and its pause take 7 s.
        Assert.Equal(Verdict.Fits, one.Verdict);
        Assert.Equal(600 / 0.7 * 0.13, one.Methods[0].SecondsPerWindow.AtLeast, 6);
        Assert.Equal((Verdict.OperatingBlocked, Math.Floor(480 / 6.5)), (batched.Verdict, batched.Breaches[0].Requests));
        Assert.Equal(1 / 7.0, batched.BurstRate.Exact!.Value, 9);
        Assert.Equal(0, LoadEstimator.Estimate(single with { Methods = [new("batch", Deals)] }, settings).Methods[0].SecondsPerRun.AtLeast);
    }

    [Fact]
    public void CountingEveryRowIsWhatMakesAPageDear()
    {
        var rows = RequestCount.Size("rows.crm.activity");
        var pages = new MethodLoad("crm.activity.list", rows.CeilingDivide(50));
        var scan = new Workload { Requests = rows.CeilingDivide(50), Schedule = Schedule.Every(TimeSpan.FromMinutes(5)) };
        var settings = new LoadSettings { Sizes = Sizes(("rows.crm.activity", 20_000)) };
        var keyset = LoadEstimator.Estimate(scan with { Methods = [pages] }, settings);
        var offset = LoadEstimator.Estimate(scan with { Methods = [pages with { CountedRowsPerCall = rows }] }, settings);

        Assert.Equal(400 * 0.08, keyset.Methods[0].SecondsPerRun.Exact!.Value, 6);
        Assert.Equal(2 * 400 * 0.08, keyset.Methods[0].SecondsPerWindow.Exact!.Value, 6);
        Assert.Equal(400 * (0.08 + (20_000 * 0.000_020_9)), offset.Methods[0].SecondsPerRun.Exact!.Value, 6);
        Assert.DoesNotContain(keyset.Breaches, breach => breach.Verdict == Verdict.OperatingBlocked);
        Assert.Equal((Verdict.BurstsRefused, null), (keyset.Verdict, keyset.ThresholdOf(Verdict.OperatingBlocked)));
        Assert.Equal("crm.activity.list", Assert.Single(LoadEstimator.Estimate(scan with { Methods = [pages with { CountedRowsPerCall = rows }] }, settings with { Sizes = Sizes(("rows.crm.activity", 40_000)) }).Breaches, breach => breach.Verdict == Verdict.OperatingBlocked).RestMethod);
    }

    /// <remarks>A scan that counts all rows for each page is slow enough for the bucket once there are many.</remarks>
    [Fact]
    public void AThresholdIsTheFirstEvenWhereALargerSizeIsSlower()
    {
        var rows = RequestCount.Size("rows.crm.activity");
        var scan = new Workload { Requests = rows.CeilingDivide(50), Methods = [new("crm.activity.list", rows.CeilingDivide(50)) { CountedRowsPerCall = rows }] };
        var largest = LoadEstimator.Estimate(scan).ThresholdOf(Verdict.BurstsRefused)!.Largest;

        Assert.Equal((4_150, null), (largest, Burst(largest)));
        Assert.Equal(83, Burst(largest + 1));
        Assert.Null(Burst(100_000));

        double? Burst(long number) => LoadEstimator.Estimate(scan, new() { Sizes = Sizes(("rows.crm.activity", number)) })
            .Breaches.FirstOrDefault(breach => breach.Verdict == Verdict.BurstsRefused)?.Requests;
    }

    [Fact]
    public void TheDocumentedTotalOfTwoMillionRowsComesOut()
    {
        var list = new MethodLoad("crm.item.list", RequestCount.One) { CountedRowsPerCall = RequestCount.Of(2_387_743) };

        Assert.Equal(49.9, SecondsOf(list), 0.1);
        Assert.Equal(0.097, SecondsOf(list with { CountedRowsPerCall = RequestCount.Zero }), 0.02);
    }

    [Theory]
    [InlineData("crm.deal.list", 0.08)]
    [InlineData("CRM.Deal.Get", 0.031)]
    [InlineData("crm.deal.update", 0.13)]
    [InlineData("crm.something.new", 0.13)]
    [InlineData("batch", 0)]
    public void AKindOfMethodHasItsUsualCost(string method, double seconds) =>
        Assert.Equal(seconds, SecondsOf(new(method, RequestCount.One)), 9);

    [Fact]
    public void AMethodThatIsListedTwiceIsOne()
    {
        var estimate = LoadEstimator.Estimate(new()
        {
            Requests = RequestCount.Of(3),
            Methods = [new("crm.deal.update", RequestCount.One), new("CRM.DEAL.UPDATE", RequestCount.Of(2)), new("crm.lead.update", RequestCount.One)],
        });

        Assert.Equal([("crm.deal.update", 0.39), ("crm.lead.update", 0.13)], estimate.Methods.Select(method => (method.RestMethod, Math.Round(method.SecondsPerRun.AtLeast, 9))));
    }

    [Fact]
    public void TheFirstMethodToBreakGivesTheThreshold()
    {
        var loop = new Workload
        {
            Requests = Deals * RequestCount.Of(2), Methods = [new("crm.deal.get", Deals), new("crm.deal.update", Deals)], Schedule = Schedule.Every(TimeSpan.FromMinutes(10)),
        };
        var threshold = LoadEstimator.Estimate(loop).ThresholdOf(Verdict.OperatingBlocked)!;

        Assert.Equal(("crm.deal.update", "deals"), (threshold.RestMethod, threshold.Size));
        Assert.Equal(Verdict.OperatingBlocked, Blocked(threshold.Largest + 1));
        Assert.Null(Blocked(threshold.Largest));
        Assert.Null(LoadEstimator.Estimate(loop, new() { OperatingLimitSeconds = (double?)null }).ThresholdOf(Verdict.OperatingBlocked));

        Verdict? Blocked(long deals) => LoadEstimator.Estimate(loop, new() { Sizes = Sizes(("deals", deals)) })
            .Breaches.FirstOrDefault(breach => breach.Verdict == Verdict.OperatingBlocked)?.Verdict;
    }

    [Fact]
    public void TheLimitThatBreaksFirstIsTheVerdict()
    {
        var loop = new Workload { Requests = RequestCount.Of(5_000), Methods = [new("crm.deal.update", RequestCount.Of(5_000))] };

        Assert.Equal([Verdict.BurstsRefused, Verdict.OperatingBlocked], LoadEstimator.Estimate(loop, Measured(0.19)).Breaches.Select(breach => breach.Verdict));
        Assert.Equal([Verdict.OperatingBlocked], LoadEstimator.Estimate(loop, Measured(0.5)).Breaches.Select(breach => breach.Verdict));
        Assert.Equal(
            [Verdict.OperatingBlocked, Verdict.BurstsRefused],
            LoadEstimator.Estimate(loop, Measured(0.4) with { OperatingLimitSeconds = 20.0 }).Breaches.Select(breach => breach.Verdict));
    }

    [Fact]
    public void AnUnknownNumberOfCallsMakesTheLoopsRateUnknown()
    {
        var loop = new Workload { Requests = RequestCount.One, Methods = [new("crm.deal.update", Deals)], Schedule = Schedule.After(TimeSpan.FromSeconds(10)) };

        Assert.Null(LoadEstimator.Estimate(loop).SustainedRate);
        Assert.False(LoadEstimator.Estimate(loop).Methods[0].SecondsPerWindow.IsExact);
        Assert.Equal(0.1, LoadEstimator.Estimate(loop with { Schedule = Schedule.Every(TimeSpan.FromSeconds(10)) }).SustainedRate!.Value.Exact);
        Assert.Equal(1 / 11.3, LoadEstimator.Estimate(loop, new() { Sizes = Sizes(("deals", 10)) }).SustainedRate!.Value.Exact!.Value, 9);
    }

    private static double SecondsOf(MethodLoad load) =>
        LoadEstimator.Estimate(new() { Requests = RequestCount.One, Methods = [load] }).Methods[0].SecondsPerRun.Exact!.Value;

    private static LoadSettings Measured(double seconds) => new()
    {
        MethodSeconds = new Dictionary<string, Sourced<double>> { ["CRM.deal.update"] = new(seconds, Provenance.Measured) },
    };

    private static Dictionary<string, Sourced<long>> Sizes(params (string Name, long Number)[] sizes) =>
        sizes.ToDictionary(size => size.Name, size => (Sourced<long>)size.Number, StringComparer.Ordinal);
}
