using System.Diagnostics;

namespace Bitrix24.Emulator.Tests;

public sealed class VirtualClockTests
{
    /// <summary>Long enough for a busy test machine to start every request of a burst.</summary>
    private static readonly TimeSpan Patient = TimeSpan.FromMilliseconds(50);

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_day_of_pauses_takes_no_real_time()
    {
        var clock = new VirtualClock(Start, TimeSpan.Zero);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 24 * 60; i++)
            await Task.Delay(TimeSpan.FromMinutes(1), clock);
        Assert.Equal(Start.AddDays(1), clock.GetUtcNow());
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
    }

    [Fact]
    public async Task What_is_due_earlier_happens_earlier()
    {
        var clock = new VirtualClock(Start, TimeSpan.Zero);
        var order = new List<int>();
        async Task Wait(int seconds)
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds), clock);
            lock (order)
                order.Add(seconds);
        }

        Task all;
        using (clock.Hold())
            all = Task.WhenAll(Wait(300), Wait(1), Wait(20));
        await all;
        Assert.Equal(Start.AddSeconds(300), clock.GetUtcNow());
        Assert.Equal([1, 20, 300], order.Order());
    }

    [Fact]
    public async Task The_clock_stands_still_while_it_is_held()
    {
        var clock = new VirtualClock(Start, TimeSpan.Zero);
        Task delay;
        using (clock.Hold())
        {
            delay = Task.Delay(TimeSpan.FromHours(1), clock);
            await Task.Delay(50);
            Assert.Equal((Start, false), (clock.GetUtcNow(), delay.IsCompleted));
        }

        await delay;
        Assert.Equal(Start.AddHours(1), clock.GetUtcNow());
    }

    [Fact]
    public async Task Concurrent_callers_share_time_and_sequential_ones_add_it_up()
    {
        var latency = ServiceTime.None with { Latency = TimeSpan.FromSeconds(1) };
        await using var portal = await Portal.StartAsync(new PortalOptions { Rate = null, ServiceTime = latency });
        using var rest = new Rest(portal);
        var start = portal.Clock.GetUtcNow();
        await rest.Json("server.time");
        await rest.Json("server.time");
        Assert.Equal(start.AddSeconds(2), portal.Clock.GetUtcNow());
        await using var busy = await Portal.StartAsync(new PortalOptions { Rate = null, ServiceTime = latency, Settle = Patient });
        using var many = new Rest(busy);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => many.Json("server.time")));
        Assert.Equal(start.AddSeconds(1), busy.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_callers_pauses_on_the_portals_clock_empty_the_bucket()
    {
        await using var portal = await Portal.StartAsync(new PortalOptions { ServiceTime = ServiceTime.None });
        using var rest = new Rest(portal);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 200; i++)
        {
            Assert.Null((await rest.Json("server.time")).Error);
            await Task.Delay(TimeSpan.FromSeconds(0.5), portal.Clock);
        }

        Assert.Equal((200, 0), (portal.Counters.Requests, portal.Counters.Refusals));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact]
    public async Task Real_time_on_request()
    {
        var latency = ServiceTime.None with { Latency = TimeSpan.FromMilliseconds(300) };
        await using var portal = await Portal.StartAsync(new PortalOptions { Clock = TimeProvider.System, ServiceTime = latency });
        using var rest = new Rest(portal);
        var watch = Stopwatch.StartNew();
        await rest.Json("server.time");
        Assert.InRange(watch.Elapsed.TotalMilliseconds, 290, 5000);
    }

    [Theory]
    [InlineData(100, 49)]
    [InlineData(51, 0)]
    public async Task A_burst_meets_the_bucket_as_a_burst(int requests, int refused)
    {
        await using var portal = await Portal.StartAsync(new PortalOptions { Settle = Patient });
        using var rest = new Rest(portal);
        await Task.WhenAll(Enumerable.Range(0, requests).Select(_ => rest.Json("crm.deal.add", new { fields = new { TITLE = "d" } })));
        Assert.Equal((requests, refused), (portal.Counters.Requests, portal.Counters.Refusals));
    }

    [Fact]
    public async Task Four_workers_are_four_times_as_fast_as_one()
    {
        await using var portal = await Portal.StartAsync(new PortalOptions { Rate = null, ServiceTime = ServiceTime.None with { Latency = TimeSpan.FromMilliseconds(250) }, Settle = Patient });
        using var rest = new Rest(portal);
        var start = portal.Clock.GetUtcNow();
        await Parallel.ForEachAsync(Enumerable.Range(0, 80), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (_, _) => await rest.Json("server.time"));
        Assert.Equal(5, (portal.Clock.GetUtcNow() - start).TotalSeconds, 0.5);
    }
}
