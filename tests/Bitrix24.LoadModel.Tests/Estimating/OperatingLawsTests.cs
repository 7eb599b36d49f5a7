using CsCheck;
using Xunit;

namespace Bitrix24.LoadModel.Tests.Estimating;

public sealed class OperatingLawsTests
{
    private const double Limit = 100;

    private static readonly Gen<Schedule> Schedules = Gen.OneOf(
        Gen.Const(Schedule.Once),
        Gen.Int[20, 900].Select(seconds => Schedule.Every(TimeSpan.FromSeconds(seconds))),
        Gen.Int[0, 900].Select(seconds => Schedule.After(TimeSpan.FromSeconds(seconds))));

    /// <remarks>
    /// The portal charges a call as a whole where the estimate lets it flow, and a call of a minute's end leaves with the
    /// minute's first: so the truth is between a window of ten minutes and one of nine, give or take the calls under way.
    /// </remarks>
    [Fact]
    public void TheFirstBlockIsThatOfACountingWindow() =>
        Gen.Select(Gen.Long[1, 1_500], Gen.Int[1, 4], Gen.Int[1, 20], Gen.Int[0, 40], Schedules).Sample((requests, workers, work, pause, schedule) =>
        {
            var seconds = work * 0.05;
            var workload = new Workload
            {
                Requests = RequestCount.Of(requests), Concurrency = workers, PauseSeconds = pause * 0.05, Schedule = schedule,
                Methods = [new("crm.deal.update", RequestCount.Of(requests))],
            };
            var slack = seconds * workers * SentProgram.RunsUnderWay(workload, seconds);
            var counted = FirstBlock(workload, seconds) ?? double.PositiveInfinity;

            var traffic = new LoadCase(workload, Settings(seconds, Limit), new SizeTable(workload, Settings(seconds, Limit))).Dense;
            var later = traffic.SecondsToMoreRuns((Limit + slack) / (requests * seconds), Limits.OperatingWindowSeconds - Limits.OperatingBucketSeconds);
            var earlier = LoadEstimator.Estimate(workload, Settings(seconds, Limit - Math.Min(slack, Limit - 0.01))).Breaches.Where(breach => breach.RestMethod is not null).ToList();

            if (later < Horizon.TotalSeconds)
                Assert.True(counted <= later + seconds + (pause * 0.05), $"counted {counted}, flowing {later}");
            if (counted < Horizon.TotalSeconds)
                Assert.True(earlier.Count == 1 && earlier[0].Seconds <= counted + 0.001, $"counted {counted}, flowing {earlier.FirstOrDefault()?.Seconds}");
        });

    [Fact]
    public void MoreCallsNeverTakeLess() =>
        Gen.Select(Gen.Long[1, 2_000], Gen.Long[0, 500], Schedules).Sample((requests, more, schedule) =>
        {
            var (less, greater) = (Window(requests), Window(requests + more));

            Assert.True(greater.SecondsPerRun.AtLeast >= less.SecondsPerRun.AtLeast);
            Assert.True(greater.SecondsPerWindow.AtLeast >= less.SecondsPerWindow.AtLeast - 1e-6);

            MethodEstimate Window(long calls) => LoadEstimator.Estimate(
                new() { Requests = RequestCount.Of(calls), Methods = [new("crm.deal.update", RequestCount.Of(calls))], Schedule = schedule }).Methods[0];
        });

    private static readonly TimeSpan Horizon = TimeSpan.FromHours(1);

    private static double? FirstBlock(Workload workload, double seconds)
    {
        var window = new OperatingWindow(TimeSpan.FromSeconds(Limit));
        foreach (var time in SentProgram.Times(workload, seconds, Horizon))
        {
            if (!window.Admit(time, TimeSpan.FromSeconds(seconds)))
                return time.TotalSeconds;
        }

        return null;
    }

    private static LoadSettings Settings(double seconds, double limit) => new()
    {
        LatencySeconds = seconds,
        OperatingLimitSeconds = limit,
        MethodSeconds = new Dictionary<string, Sourced<double>> { ["crm.deal.update"] = seconds },
    };
}
