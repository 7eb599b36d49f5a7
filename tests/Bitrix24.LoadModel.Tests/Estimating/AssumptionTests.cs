using Xunit;

namespace Bitrix24.LoadModel.Tests.Estimating;

public sealed class AssumptionTests
{
    private static readonly Workload Run = new() { Requests = RequestCount.Size("deals") };

    [Fact]
    public void NothingConfiguredIsAllAssumed() =>
        Assert.Equal(
            ["plan Standard (50 requests, 2 a second), with no other caller at this address (assumed)", "0.2 s for a request (assumed)"],
            Texts(Run, LoadSettings.Default));

    [Fact]
    public void WhatIsGivenSaysByWhom()
    {
        var settings = new LoadSettings
        {
            Plan = Plan.Enterprise,
            LatencySeconds = new(0.12, Provenance.Measured),
            Sizes = new Dictionary<string, Sourced<long>> { ["deals"] = 7, ["leads"] = 9 },
        };

        Assert.Equal(
            [
                "plan Enterprise (250 requests, 5 a second), with no other caller at this address (configured)",
                "0.12 s for a request (measured)",
                "7 deals (configured)",
            ],
            Texts(Run, settings));
    }

    [Fact]
    public void OperatingTimeRestsOnItsOwnFigures()
    {
        var workload = Run with { Methods = [new("crm.deal.get", RequestCount.One), new("crm.deal.update", RequestCount.One)] };
        var settings = new LoadSettings
        {
            OperatingLimitSeconds = 420.0,
            OperatingScope = OperatingScope.Application,
            MethodSeconds = new Dictionary<string, Sourced<double>> { ["crm.deal.update"] = new(0.3, Provenance.Measured) },
        };

        Assert.Equal(
            [
                "420 s of operating time for a method in 10 min (configured)",
                "0.031 s of operating time for a call of crm.deal.get (assumed)",
                "0.3 s of operating time for a call of crm.deal.update (measured)",
            ],
            Texts(workload, settings).Skip(1));
        Assert.Contains("no other application of the portal uses these methods (assumed)", Texts(workload, LoadSettings.Default));
        Assert.Contains("no limit of operating time (configured)", Texts(workload, new() { OperatingLimitSeconds = (double?)null }));
    }

    [Fact]
    public void ACallThatCountsAnUnknownNumberOfRowsTakesAtLeastSoLong()
    {
        var pages = Run with { Methods = [new("crm.deal.list", RequestCount.One) { CountedRowsPerCall = RequestCount.Size("rows.crm.deal") }] };
        var rows = new LoadSettings { Sizes = new Dictionary<string, Sourced<long>> { ["rows.crm.deal"] = 10_000 } };

        Assert.Equal("at least 0.08 s of operating time for a call of crm.deal.list (assumed)", Texts(pages, LoadSettings.Default).Last());
        Assert.Equal("0.289 s of operating time for a call of crm.deal.list (assumed)", Texts(pages, rows).Last());
    }

    [Fact]
    public void ALatencyThatThePortalOutlastsDecidesNothing() =>
        Assert.DoesNotContain(
            "0.2 s for a request (assumed)",
            Texts(new() { Requests = RequestCount.One, Methods = [new("crm.deal.update", RequestCount.Of(50))] }, LoadSettings.Default));

    [Fact]
    public void FiguresOutOfRangeAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LoadSettings { LatencySeconds = 0.0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LoadSettings { OperatingLimitSeconds = -1.0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LoadSettings { WebRequestsPerMinute = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => Run with { Concurrency = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Run with { PauseSeconds = -0.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ServiceTime { CallSeconds = double.PositiveInfinity });
        Assert.Throws<ArgumentOutOfRangeException>(() => Texts(Run, new() { Sizes = new Dictionary<string, Sourced<long>> { ["deals"] = -1 } }));
    }

    private static IEnumerable<string> Texts(Workload workload, LoadSettings settings) =>
        LoadEstimator.Estimate(workload, settings).Assumptions.Select(assumption => assumption.ToString());
}
