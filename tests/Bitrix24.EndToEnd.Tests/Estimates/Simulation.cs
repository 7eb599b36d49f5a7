using Bitrix24.Emulator;

namespace Bitrix24.EndToEnd.Tests;

/// <summary>What a portal counted while a program ran for some time on its clock.</summary>
/// <param name="Requests">From the first of them until just before the end.</param>
/// <param name="Answered">Seconds from a request to its answer, on average.</param>
/// <param name="Refused">Seconds from the first request to the first refusal, by code.</param>
/// <param name="Calls">Each call, alone or in a batch.</param>
sealed record Simulation(long Requests, double Answered, IReadOnlyDictionary<string, double> Refused, IReadOnlyList<CallRecord> Calls)
{
    /// <summary>Operating seconds of the first call of each method, as somebody measures it who tries it once.</summary>
    public IReadOnlyDictionary<string, double> FirstCalls => ByMethod(static c => c.First().OperatingSeconds);

    /// <summary>The most operating time that the portal held against each method at any time.</summary>
    public IReadOnlyDictionary<string, double> Peaks => ByMethod(static c => c.Max(static call => call.OperatingSeconds));

    Dictionary<string, double> ByMethod(Func<IEnumerable<CallRecord>, double> figure) =>
        Calls.Where(static c => !c.IsBatch).GroupBy(static c => c.Method, StringComparer.OrdinalIgnoreCase).ToDictionary(static g => g.Key, g => figure(g), StringComparer.OrdinalIgnoreCase);

    /// <param name="options">The portal; its clock is the timeline.</param>
    /// <param name="seed">Puts rows into it.</param>
    /// <param name="program">What is run.</param>
    /// <param name="every">How often it is started, null for once.</param>
    /// <param name="horizon">How long it runs from its first request.</param>
    public static async Task<Simulation> OfAsync(PortalOptions options, Action<Portal> seed, Func<string, CancellationToken, Task> program, TimeSpan? every, TimeSpan horizon)
    {
        var timeline = new Timeline(options.Start);
        await using var portal = await Portal.StartAsync(options with { Clock = timeline });
        seed(portal);
        return Run(timeline, portal, program, every, horizon);
    }

    static Simulation Run(Timeline timeline, Portal portal, Func<string, CancellationToken, Task> program, TimeSpan? every, TimeSpan horizon)
    {
        using var stop = new CancellationTokenSource();
        var horizonReached = default((Counters Counters, IReadOnlyList<CallRecord> Calls)?);
        // Just before the end: somebody who blocks the thread may be at work beyond it.
        var times = new Times(timeline, horizon - TimeSpan.FromTicks(1), () => horizonReached = (portal.Counters, portal.Calls));
        Simulated.Use(timeline, () => new Watched(portal.Direct(), times));
        try
        {
            var runs = new List<Task>();
            void Start() => runs.Add(timeline.Start(() => program(portal.WebhookUrl.TrimEnd('/'), stop.Token)));
            Start();
            using var ticks = every is { } period ? timeline.CreateTimer(_ => Start(), null, period, period) : null;
            var start = timeline.GetUtcNow();
            timeline.Run(static () => false, () => (times.First ?? start) + horizon);
            Fail(runs);
            var (counted, calls) = horizonReached ?? (portal.Counters, portal.Calls);
            stop.Cancel();
            ticks?.Dispose();
            timeline.Run(() => runs.TrueForAll(static r => r.IsCompleted), () => (times.First ?? start) + horizon + TimeSpan.FromMinutes(10));
            Fail(runs);
            return new(
                counted.Requests,
                times.Answers == 0 ? 0.2 : times.Answered.TotalSeconds / times.Answers,
                counted.FirstRefusals.ToDictionary(static r => r.Key, r => (r.Value - times.First!.Value).TotalSeconds, StringComparer.Ordinal),
                calls);
        }
        finally
        {
            Simulated.Use(null, null);
        }
    }

    static void Fail(List<Task> runs)
    {
        foreach (var run in runs.Where(static r => r.IsFaulted))
            run.GetAwaiter().GetResult();
    }

    sealed class Times(TimeProvider clock, TimeSpan horizon, Action atHorizon)
    {
        public DateTimeOffset? First { get; private set; }

        public TimeSpan Answered { get; private set; }

        public int Answers { get; private set; }

        public DateTimeOffset Asked()
        {
            if (First is null)
            {
                First = clock.GetUtcNow();
                clock.CreateTimer(_ => atHorizon(), null, horizon, Timeout.InfiniteTimeSpan);
            }

            return clock.GetUtcNow();
        }

        public void AnsweredSince(DateTimeOffset asked)
        {
            Answers++;
            Answered += clock.GetUtcNow() - asked;
        }
    }

    sealed class Watched(HttpMessageHandler inner, Times times) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var asked = times.Asked();
            // The client's own time-out goes by real time: it must not end what is under way when the simulation stops.
            var response = await base.SendAsync(request, CancellationToken.None).ConfigureAwait(false);
            times.AnsweredSince(asked);
            return response;
        }
    }
}
