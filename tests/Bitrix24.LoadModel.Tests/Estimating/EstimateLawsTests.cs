using Bitrix24.LoadModel.Tests.Counting;
using CsCheck;
using Xunit;

namespace Bitrix24.LoadModel.Tests.Estimating;

public sealed class EstimateLawsTests
{
    private static readonly Gen<Plan> Plans =
        Gen.OneOf(Gen.Const(Plan.Standard), Gen.Const(Plan.Enterprise), Gen.Select(Gen.Int[1, 300], Gen.Int[1, 12], (threshold, drain) => Plan.SelfHosted(threshold, drain)));

    private static readonly Gen<Schedule> Schedules = Gen.OneOf(
        Gen.Const(Schedule.Once),
        Gen.Int[1, 600].Select(seconds => Schedule.Every(TimeSpan.FromSeconds(seconds))),
        Gen.Int[0, 600].Select(seconds => Schedule.After(TimeSpan.FromSeconds(seconds))));

    private static readonly Gen<Workload> Workloads = Gen.Select(Gen.Long[0, 3_000], Gen.Int[1, 8], Gen.Int[0, 40], Schedules, (requests, workers, pause, schedule) =>
        new Workload { Requests = RequestCount.Of(requests), Concurrency = workers, PauseSeconds = pause * 0.05, Schedule = schedule });

    /// <summary>Without loops of several workers: a last step that only some of them work in is lost time, so that one request more can slow such a loop down.</summary>
    private static readonly Gen<Workload> EvenWorkloads = Workloads.Where(workload => workload is not { Schedule: LoopSchedule, Concurrency: > 1 });

    private static readonly Gen<double> Latencies = Gen.Int[1, 40].Select(twentieths => twentieths * 0.05);

    [Fact]
    public void RequestsOverAHorizonAreThoseThatAProgramSends() =>
        Gen.Select(Workloads, Latencies, Gen.Int[0, 4_000]).Sample((workload, latency, seconds) =>
            Assert.Equal(
                SentProgram.Times(workload, latency, TimeSpan.FromSeconds(seconds)).LongCount(),
                Estimate(workload, latency).RequestsOver(TimeSpan.FromSeconds(seconds)).Exact));

    /// <remarks>
    /// A request more or less for each worker of each run under way, and a second of drain: so far apart are a stream that
    /// flows and drains all the time, and one that comes by the piece and drains at whole seconds.
    /// </remarks>
    [Fact]
    public void TheFirstRefusalIsThatOfACountingBucket() =>
        Gen.Select(Workloads, Latencies, Plans).Sample((workload, latency, plan) =>
        {
            var horizon = TimeSpan.FromMinutes(50);
            var counted = SentProgram.FirstRefusal(workload, latency, plan, horizon) ?? double.PositiveInfinity;
            var tolerance = (SentProgram.RunsUnderWay(workload, latency) * workload.Concurrency!.Value) + plan.Drain + 1;
            var later = Refusal(workload, latency, Plan.SelfHosted(plan.Threshold + tolerance, plan.Drain));
            var earlier = plan.Threshold > tolerance ? Refusal(workload, latency, Plan.SelfHosted(plan.Threshold - tolerance, plan.Drain)) : 0;

            if (later < horizon.TotalSeconds)
                Assert.True(counted <= later + 0.001, $"counted {counted}, flowing {later}");
            if (counted < horizon.TotalSeconds)
                Assert.True(earlier <= counted + 0.001, $"counted {counted}, flowing {earlier}");
        });

    /// <remarks>In an empty bucket at rate r: at most Y · r / (r − Y) requests earlier, from the drain at whole seconds, and at most one later.</remarks>
    [Fact]
    public void AStreamIsRefusedWithinTheStatedTolerance() =>
        Gen.Select(Gen.Double[2.1, 200], Gen.Int[30, 400], Gen.Int[1, 20]).Where((rate, _, drain) => rate > drain * 1.05).Sample((rate, threshold, drain) =>
        {
            var bucket = new LeakyBucket(Plan.SelfHosted(threshold, drain));
            var admitted = 0L;
            while (bucket.Admit(TimeSpan.FromTicks((long)(admitted / rate * TimeSpan.TicksPerSecond))))
                admitted++;

            var closed = BucketArithmetic.RequestsToFirstRefusal(rate, Plan.SelfHosted(threshold, drain))!.Value;
            Assert.InRange(admitted, closed - Math.Ceiling(drain * rate / (rate - drain)), closed + 1);
        });

    [Fact]
    public void TheBucketOfARunIsThatOfTheClosedForm() =>
        Gen.Select(Latencies, Plans, Gen.Int[1, 8]).Sample((latency, plan, workers) =>
        {
            var endless = new Workload { Requests = RequestCount.Of(1L << 40), Concurrency = workers };
            var rate = BucketArithmetic.ParallelRate(latency, workers);
            var breach = Estimate(endless, latency, plan).Breaches.SingleOrDefault();

            Assert.Equal(BucketArithmetic.SecondsToFirstRefusal(rate, plan).HasValue, breach is not null);
            if (breach is null)
                return;
            Assert.Equal(BucketArithmetic.SecondsToFirstRefusal(rate, plan)!.Value, breach.Seconds, 1e-6);
            Assert.InRange(breach.Requests - BucketArithmetic.RequestsToFirstRefusal(rate, plan)!.Value, 0, 1);
        });

    [Fact]
    public void MoreRequestsAreNeverLessLoad() =>
        Gen.Select(EvenWorkloads, Latencies, Gen.Long[0, 500], Gen.Int[1, 4_000]).Sample((workload, latency, more, seconds) =>
        {
            var (less, greater) = (Estimate(workload, latency), Estimate(workload with { Requests = workload.Requests + RequestCount.Of(more) }, latency));

            Assert.True(greater.RequestsOver(TimeSpan.FromSeconds(seconds)).AtLeast >= less.RequestsOver(TimeSpan.FromSeconds(seconds)).AtLeast);
            Assert.True((greater.SustainedRate?.AtLeast ?? 0) >= (less.SustainedRate?.AtLeast ?? 0) - 1e-9);
            Assert.True(First(greater) <= First(less) + 1e-6);
        });

    [Fact]
    public void SlowerAnswersAreNeverMoreLoad() =>
        Gen.Select(Workloads, Latencies, Latencies, Gen.Int[1, 4_000]).Sample((workload, latency, slower, seconds) =>
        {
            var (fast, slow) = (Estimate(workload, latency), Estimate(workload, latency + slower));

            Assert.True(slow.BurstRate.AtLeast <= fast.BurstRate.AtLeast);
            Assert.True((slow.SustainedRate?.AtLeast ?? 0) <= (fast.SustainedRate?.AtLeast ?? 0) + 1e-9);
            Assert.True(slow.RequestsOver(TimeSpan.FromSeconds(seconds)).AtLeast <= fast.RequestsOver(TimeSpan.FromSeconds(seconds)).AtLeast);
            if (workload.Schedule is OnceSchedule)
                Assert.True(First(slow) >= First(fast) - 1e-6);
        });

    [Fact]
    public void ABatchNeverSendsMore() =>
        Gen.Select(EvenWorkloads, Latencies, Gen.Int[1, 50], Gen.Int[1, 4_000]).Sample((workload, latency, size, seconds) =>
        {
            var calls = workload with { Methods = [new("crm.deal.update", workload.Requests)] };
            var (one, batch) = (Estimate(calls, latency), Estimate(calls with { Requests = workload.Requests.CeilingDivide(size) }, latency));

            Assert.True(batch.Requests.AtLeast <= one.Requests.AtLeast);
            Assert.True(batch.RequestsOver(TimeSpan.FromSeconds(seconds)).AtLeast <= one.RequestsOver(TimeSpan.FromSeconds(seconds)).AtLeast);
            Assert.Equal(one.Methods[0].SecondsPerRun, batch.Methods[0].SecondsPerRun);
        });

    [Fact]
    public void AThresholdIsTheLastSizeThatFits() =>
        Gen.Select(RandomCounts.OfOneSize, Latencies, Plans).Sample((formula, latency, plan) =>
        {
            foreach (var threshold in Estimate(new() { Requests = formula }, latency, plan).Thresholds)
            {
                Assert.Empty(With(threshold.Largest));
                Assert.Equal(Verdict.BurstsRefused, With(threshold.Largest + 1)[0].Verdict);
            }

            IReadOnlyList<Breach> With(long size) => LoadEstimator.Estimate(new() { Requests = formula.Substitute("a", RequestCount.Of(size)) }, Settings(latency, plan)).Breaches;
        });

    private static double First(LoadEstimate estimate) => estimate.Breaches.Count > 0 ? estimate.Breaches[0].Seconds : double.PositiveInfinity;

    private static double Refusal(Workload workload, double latency, Plan plan) => First(Estimate(workload, latency, plan));

    private static LoadEstimate Estimate(Workload workload, double latency, Plan? plan = null) =>
        LoadEstimator.Estimate(workload, Settings(latency, plan ?? Plan.Standard));

    private static LoadSettings Settings(double latency, Plan plan) => new() { LatencySeconds = latency, Plan = plan };
}
