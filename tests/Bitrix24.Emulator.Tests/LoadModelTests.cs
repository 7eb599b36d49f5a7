using Bitrix24.Emulator.Calls;
using CsCheck;
using Model = Bitrix24.LoadModel;

namespace Bitrix24.Emulator.Tests;

/// <summary>The load model counts as the emulator does, call by call.</summary>
public sealed class LoadModelTests
{
    static readonly DateTimeOffset Start = new(2026, 1, 12, 6, 0, 0, TimeSpan.Zero);

    /// <summary>When calls come: tenths of seconds from one to the next.</summary>
    static readonly Gen<TimeSpan[]> Times = Gen.OneOf(Gen.Int[0, 3], Gen.Int[0, 30], Gen.Int[0, 2_000]).Array[0, 400].Select(static gaps =>
    {
        var at = 0L;
        return gaps.Select(gap => new TimeSpan((at += gap) * TimeSpan.TicksPerMillisecond * 100)).ToArray();
    });

    [Fact]
    public void The_bucket_is_the_same() =>
        Gen.Select(Times, Gen.Int[1, 100], Gen.Int[1, 10]).Sample(static (times, threshold, drain) =>
        {
            var portal = new Limits.LeakyBucket(new RateLimit(threshold, drain));
            var model = new Model.LeakyBucket(Model.Plan.SelfHosted(threshold, drain));
            foreach (var at in times)
            {
                Assert.Equal(portal.Admit(Start + at), model.Admit(at));
                Assert.Equal(portal.Level, model.Level);
            }
        });

    /// <remarks>Quarters of a second add up exactly as numbers too.</remarks>
    [Fact]
    public void The_operating_window_is_the_same() =>
        Gen.Select(Times, Gen.Int[1, 50], Gen.Int[1, 100]).Sample(static (times, quarters, limit) =>
        {
            var portal = new Limits.OperatingWindow();
            var model = new Model.OperatingWindow(TimeSpan.FromSeconds(limit));
            var takes = TimeSpan.FromMilliseconds(quarters * 250);
            foreach (var at in times)
            {
                var before = portal.SecondsAt(Start + at);
                Assert.Equal(before, model.SumAt(at).TotalSeconds, 6);
                Assert.Equal(portal.ResetAt(Start + at) - Start, model.ResetAt(at));
                Assert.Equal(before <= limit, model.Admit(at, takes));
                if (before <= limit)
                    portal.Add(Start + at, takes);
            }
        });

    [Theory]
    [InlineData("crm.deal.update", 0, 0, 0, 1)]
    [InlineData("crm.deal.get", 1, 30, 0, 0)]
    [InlineData("crm.deal.list", 50, 1_500, 0, 0)]
    [InlineData("crm.deal.list", 50, 1_500, 20_000, 0)]
    public void The_assumed_times_are_those_of_the_emulator(string method, long rows, long cells, long counted, long written)
    {
        var estimate = Model.LoadEstimator.Estimate(new()
        {
            Requests = Model.RequestCount.One,
            Methods = [new(method, Model.RequestCount.One) { CountedRowsPerCall = Model.RequestCount.Of(counted) }],
        });

        Assert.Equal(new ServiceTime().Of(method, new Work(rows, cells, counted, written)).TotalSeconds, estimate.Methods[0].SecondsPerRun.Exact!.Value, 6);
    }

    /// <summary>A loop of updates: refused when the estimate says, within its tolerance, at the operating time that it says.</summary>
    [Fact]
    public async Task A_program_fares_as_estimated()
    {
        var portalTime = new ServiceTime();
        var updates = Model.RequestCount.Size("deals");
        var loop = new Model.Workload { Requests = updates, Methods = [new("crm.deal.update", updates)] };
        var settings = new Model.LoadSettings { LatencySeconds = (portalTime.Latency + portalTime.Call + portalTime.Write).TotalSeconds };
        var fits = (int)Model.LoadEstimator.Estimate(loop, settings).ThresholdOf(Model.Verdict.BurstsRefused)!.Largest;

        await using var portal = await Portal.StartAsync(new PortalOptions());
        using var rest = new Rest(portal);
        portal.Seed("crm.deal", 1, static i => new { TITLE = $"Deal {i}" });
        var passed = 0;
        while ((await rest.Json("crm.deal.update", new { id = 1, fields = new { TITLE = $"Deal {passed}" } })).Error is null)
            passed++;

        Assert.Equal(78, fits);
        Assert.InRange(passed, fits - 4, fits + 1);
        var estimate = Model.LoadEstimator.Estimate(loop with { Requests = Model.RequestCount.Of(passed), Methods = [new("crm.deal.update", Model.RequestCount.Of(passed))] }, settings);
        Assert.Equal(estimate.Methods[0].SecondsPerRun.Exact!.Value, portal.Counters.Methods["crm.deal.update"].OperatingSeconds, 6);
        Assert.Equal(passed, estimate.RequestsOver(TimeSpan.FromMinutes(1)).Exact);
    }

    [Fact]
    public void The_plans_are_the_same()
    {
        Assert.Equal((RateLimit.Standard.Threshold, RateLimit.Standard.DrainPerSecond), (Model.Plan.Standard.Threshold, Model.Plan.Standard.Drain));
        Assert.Equal((RateLimit.Enterprise.Threshold, RateLimit.Enterprise.DrainPerSecond), (Model.Plan.Enterprise.Threshold, Model.Plan.Enterprise.Drain));
        Assert.Equal(Model.LoadSettings.Default.OperatingLimitSeconds.Value, new PortalOptions().OperatingLimit!.Value.TotalSeconds);
    }
}
