using System.Net;
using System.Net.Sockets;

namespace Bitrix24.Emulator.Tests;

public sealed class RateLimitTests
{
    private static readonly ServiceTime TenASecond = ServiceTime.None with { Latency = TimeSpan.FromMilliseconds(100) };

    private static async Task<int> RequestsUntilRefused(Rest rest)
    {
        for (var sent = 1; sent <= 1000; sent++)
        {
            if ((await rest.Json("server.time")).Status == HttpStatusCode.ServiceUnavailable)
                return sent;
        }

        return -1;
    }

    // In whole seconds, where a fluid model says 62.5 and 500: the counter grows by ten and drains by Y, and a request above X is refused.
    [Theory]
    [InlineData(50, 2, 64)]
    [InlineData(250, 5, 497)]
    [InlineData(50, 10, -1)]
    public async Task Ten_requests_a_second(int threshold, int drain, int refused)
    {
        await using var portal = await Portal.StartAsync(new PortalOptions { Rate = new RateLimit(threshold, drain), ServiceTime = TenASecond });
        using var rest = new Rest(portal);
        Assert.Equal(refused, await RequestsUntilRefused(rest));
    }

    [Fact]
    public async Task A_burst_passes_up_to_one_above_the_threshold()
    {
        await using var portal = await Portal.StartAsync(new PortalOptions { ServiceTime = ServiceTime.None });
        using var rest = new Rest(portal);
        Assert.Equal(52, await RequestsUntilRefused(rest));
        Assert.Equal(52, portal.Counters.Buckets["127.0.0.1"]);
        ((VirtualClock)portal.Clock).Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(50, portal.Counters.Buckets["127.0.0.1"]);
        var answer = await rest.Json("server.time");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        ((VirtualClock)portal.Clock).Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, portal.Counters.Buckets["127.0.0.1"]);
    }

    [Fact]
    public async Task The_first_refusal_of_each_kind_has_its_time()
    {
        await using var portal = await Portal.StartAsync(new PortalOptions { ServiceTime = TenASecond });
        using var rest = new Rest(portal);
        var start = portal.Clock.GetUtcNow();
        Assert.Equal(64, await RequestsUntilRefused(rest));
        await RequestsUntilRefused(rest);
        Assert.Equal(KeyValuePair.Create("QUERY_LIMIT_EXCEEDED", start.AddMilliseconds(6300)), Assert.Single(portal.Counters.FirstRefusals));
        portal.ResetCounters();
        Assert.Empty(portal.Counters.FirstRefusals);
    }

    [Fact]
    public async Task Two_a_second_is_never_refused_and_a_batch_counts_once()
    {
        await using var portal = await Portal.StartAsync(new PortalOptions { ServiceTime = ServiceTime.None with { Latency = TimeSpan.FromMilliseconds(500) } });
        using var rest = new Rest(portal);
        for (var i = 0; i < 300; i++)
            Assert.Null((await rest.Batch(Enumerable.Range(1, 50).ToDictionary(c => $"c{c}", _ => "server.time"))).Error);
        Assert.Equal((300, 15_000, 0), (portal.Counters.Requests, portal.Counters.Commands, portal.Counters.Refusals));
    }

    [Fact]
    public async Task A_refused_call_did_not_run()
    {
        await using var portal = await Portal.StartAsync(new PortalOptions { Rate = new RateLimit(2, 1), ServiceTime = ServiceTime.None });
        using var rest = new Rest(portal);
        for (var i = 0; i < 5; i++)
            await rest.Json("crm.deal.add", new { fields = new { TITLE = "d" } });
        Assert.Equal(3, (int)portal.Ask("crm.deal.list")!.AsArray().Count);
        Assert.Equal((5, 3, 2), (portal.Counters.Requests, portal.Counters.Commands, portal.Counters.Refusals));
        Assert.Equal(2, portal.Counters.RefusalsByCode["QUERY_LIMIT_EXCEEDED"]);
        Assert.Equal(2, portal.Counters.Callers["webhook-1"].Refusals);
        Assert.Equal(new MethodCounter(Requests: 5, Commands: 3, Errors: 0, Refusals: 2, OperatingSeconds: 0), portal.Counters.Methods["crm.deal.add"]);
    }

    [Fact]
    public async Task A_batch_is_one_request_for_each_method_in_it()
    {
        await using var portal = await Portal.StartAsync(new PortalOptions { Rate = new RateLimit(1, 1), ServiceTime = ServiceTime.None });
        using var rest = new Rest(portal);
        for (var i = 0; i < 3; i++)
            await rest.Batch(new { a = "server.time", b = "Server.Time", c = "profile" });
        Assert.Equal((3, 6, 1), (portal.Counters.Requests, portal.Counters.Commands, portal.Counters.Refusals));
        Assert.Equal([("profile", 2, 2, 0), ("server.time", 2, 4, 0)], portal.Counters.Methods.Select(m => (m.Key, (int)m.Value.Requests, (int)m.Value.Commands, (int)m.Value.Refusals)));
    }

    [Fact]
    public async Task What_a_stranger_asks_for_is_counted_under_no_method()
    {
        await using var portal = await Portal.StartAsync(new PortalOptions { Rate = new RateLimit(0, 1), ServiceTime = ServiceTime.None });
        using var rest = new Rest(portal);
        for (var i = 0; i < 2; i++)
            await rest.Client.GetAsync(new Uri(portal.Url, "rest/1/wrong/server.time"));
        Assert.Equal((2, 1), (portal.Counters.Requests, portal.Counters.Refusals));
        Assert.Empty(portal.Counters.Methods);
    }

    [Fact]
    public async Task Another_address_has_a_bucket_of_its_own()
    {
        await using var portal = await Portal.StartAsync(new PortalOptions { ServiceTime = ServiceTime.None });
        using var rest = new Rest(portal);
        Assert.Equal(52, await RequestsUntilRefused(rest));
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellation) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(IPAddress.Parse("127.0.0.2"), 0));
                await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        using var other = new Rest(portal, new HttpClient(handler));
        Assert.Equal(52, await RequestsUntilRefused(other));
        Assert.Equal(["127.0.0.1", "127.0.0.2"], portal.Counters.Buckets.Keys);
    }

    [Fact]
    public async Task A_manual_block_refuses_everything_until_it_is_lifted()
    {
        await using var portal = await Portal.StartAsync();
        using var rest = new Rest(portal);
        portal.Block();
        var blocked = await rest.Json("crm.deal.list");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "OVERLOAD_LIMIT"), (blocked.Status, blocked.Error));
        ((VirtualClock)portal.Clock).Advance(TimeSpan.FromDays(1));
        Assert.Equal("OVERLOAD_LIMIT", (await rest.Json("crm.deal.list")).Error);
        await rest.Client.PostAsync(new Uri(portal.Url, "_emulator/unblock"), null);
        Assert.Null((await rest.Json("crm.deal.list")).Error);
    }
}
