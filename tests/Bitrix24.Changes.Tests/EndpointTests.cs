using System.Net;
using System.Text;
using Bitrix24.Emulator;
using Bitrix24ChangesParts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bitrix24.Changes.Tests;

/// <summary>What anybody may send to the endpoint, and what the portal sends.</summary>
public sealed class EndpointTests : IAsyncLifetime
{
    const string Token = "51856fefc120afa4b628cc82d3935cce";

    readonly string _event = "OnTest" + Guid.NewGuid().ToString("N");
    readonly Log _log = new();
    readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };
    WebApplication _app = null!;
    OnlineSource _source = null!;

    public async Task InitializeAsync()
    {
        _app = await ListenAsync(Token);
        _source = new OnlineSource(Inbox.Of([_event]), new Conditions("DATE_MODIFY", "ID"), true, () => DateTimeOffset.UtcNow);
        await _source.NextAsync();
        await _source.ConfirmAsync();
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    async Task<WebApplication> ListenAsync(string? token)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(_log);
        var app = builder.Build();
        app.MapBitrix24Events("/bitrix24/events", token);
        await app.StartAsync();
        return app;
    }

    static Uri AddressOf(WebApplication app) => new(app.Urls.Single() + "/bitrix24/events");

    async Task<int> PostAsync(HttpContent? content, WebApplication? app = null)
    {
        using var response = await _http.PostAsync(AddressOf(app ?? _app), content);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
        return (int)response.StatusCode;
    }

    Task<int> PostAsync(params (string Key, string Value)[] form) => PostAsync(Form(form));

    static FormUrlEncodedContent Form(params (string Key, string Value)[] form) => new(form.Select(static p => KeyValuePair.Create(p.Key, p.Value)));

    (string, string)[] Event(string token = Token, string path = "data[FIELDS][ID]", string id = "7") =>
        [("event", _event.ToUpperInvariant()), ("event_handler_id", "1"), (path, id), ("ts", "1"), ("auth[domain]", "acme.bitrix24.com"), ("auth[application_token]", token)];

    async Task<List<string>> ReceivedAsync() => [.. (await _source.NextAsync()).SelectMany(static c => (string[])c.Value)];

    [Theory]
    [InlineData("data[FIELDS][ID]")]
    [InlineData("data[FIELDS_AFTER][ID]")]
    [InlineData("data[FIELDS_BEFORE][ID]")]
    [InlineData("data[ID]")]
    [InlineData("data[id]")]
    public async Task AnEventIsTaken(string path)
    {
        Assert.Equal(200, await PostAsync(Event(path: path)));
        Assert.Equal(["7"], await ReceivedAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("51856fefc120afa4b628cc82d3935cc")]
    [InlineData("51856fefc120afa4b628cc82d3935ccee")]
    [InlineData("51856FEFC120AFA4B628CC82D3935CCE")]
    [InlineData("00000000000000000000000000000000")]
    public async Task AnotherTokenIsRefused(string token)
    {
        Assert.Equal(403, await PostAsync(Event(token)));
        Assert.Empty(await ReceivedAsync());
    }

    [Fact]
    public async Task NoTokenIsRefused()
    {
        Assert.Equal(403, await PostAsync(("event", _event), ("data[FIELDS][ID]", "7")));
        Assert.Equal(403, await PostAsync(("event", _event), ("data[FIELDS][ID]", "7"), ("application_token", Token)));
        Assert.Empty(await ReceivedAsync());
    }

    [Fact]
    public async Task TwoTokensAreRefused()
    {
        Assert.Equal(403, await PostAsync([.. Event(), ("auth[application_token]", Token)]));
        Assert.Equal(403, await PostAsync([.. Event("wrong"), ("auth[application_token]", Token)]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task WithoutAConfiguredTokenEverythingIsRefused(string? token)
    {
        await using var app = await ListenAsync(token);

        Assert.Equal(403, await PostAsync(Form(Event()), app));
        Assert.Equal(403, await PostAsync(Form(Event(token ?? "")), app));
        Assert.Empty(await ReceivedAsync());
    }

    public static TheoryData<string, string> Malformed => new()
    {
        { "application/json", """{"event":"ONCRMDEALADD","auth":{"application_token":"51856fefc120afa4b628cc82d3935cce"}}""" },
        { "text/plain", "event=ONCRMDEALADD" },
        { "application/xml", "<event/>" },
        { "multipart/form-data", "no boundary" },
        { "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"event\"\r\n\r\nnever ends" },
        { "application/x-www-form-urlencoded", new string('a', 70_000) },
        { "application/x-www-form-urlencoded", "event=" + new string('a', 2_000_000) },
        { "application/x-www-form-urlencoded", string.Concat(Enumerable.Range(0, 5_000).Select(static i => $"k{i}=1&")) },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task WhatIsNoEventIsBad(string type, string body)
    {
        using var content = new StringContent(body);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);

        Assert.Equal(400, await PostAsync(content));
        Assert.Equal(200, await PostAsync(Event()));
    }

    [Fact]
    public async Task AnEndlessBodyIsBad()
    {
        using var content = new StreamContent(new Endless());
        content.Headers.ContentType = new("application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, AddressOf(_app)) { Content = content };
        request.Headers.TransferEncodingChunked = true;
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }
        catch (HttpRequestException)
        {
            // The connection was closed while the body was still being sent.
        }

        Assert.Equal(200, await PostAsync(Event()));
    }

    [Fact]
    public async Task NoBodyIsBad() => Assert.Equal(400, await PostAsync((HttpContent?)null));

    [Theory]
    [InlineData("event", "")]
    [InlineData("data[FIELDS][ID]", "")]
    public async Task AnEventWithoutNameOrIdIsBad(string without, string value) =>
        Assert.Equal(400, await PostAsync([.. Event().Where(p => p.Item1 != without), (without, value)]));

    [Fact]
    public async Task WithoutTheTokenNothingElseIsSaid() => Assert.Equal(403, await PostAsync(("event", ""), ("auth[application_token]", "wrong")));

    [Fact]
    public async Task AnEventThatNobodyWaitsForIsPassedOver()
    {
        Assert.Equal(200, await PostAsync(("event", "ONAPPUNINSTALL"), ("data[ID]", "1"), ("auth[application_token]", Token)));
        Assert.Empty(await ReceivedAsync());
    }

    [Fact]
    public async Task OnlyPostIsTaken()
    {
        using var response = await _http.GetAsync(AddressOf(_app));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task NobodyWaitsForTheReader()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 2000), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, _) => Assert.Equal(200, await PostAsync(Event(id: $"{i % 100}"))));

        Assert.Equal(Enumerable.Range(0, 100).Select(static i => $"{i}"), (await ReceivedAsync()).OrderBy(int.Parse));
    }

    [Fact]
    public async Task APortalDelivers()
    {
        await using var portal = await Portal.StartAsync(new PortalOptions { Rate = null, OperatingLimit = null, ServiceTime = ServiceTime.None });
        portal.Seed("crm.deal", 10, static i => new { TITLE = $"deal {i}" });
        using var client = new App(portal);
        await using var ours = await ListenAsync(client.Installation.ApplicationToken);
        foreach (var name in new[] { "OnCrmDealAdd", "OnCrmDealUpdate" })
            await client.CallAsync("event.bind", new { @event = name, handler = AddressOf(ours).ToString() });
        var token = portal.AddOutgoingWebhook(AddressOf(ours), "OnCrmDealUpdate");
        var deals = Bitrix24Changes.Online("DATE_MODIFY", "ID", "OnCrmDealAdd", "OnCrmDealUpdate");
        await deals.NextAsync();
        await deals.ConfirmAsync();

        portal.Edit("crm.deal.update", new { id = 7, fields = new { TITLE = "new" } });
        portal.Edit("crm.deal.update", new { id = 7, fields = new { TITLE = "newer" } });
        await portal.EventsDeliveredAsync();

        Assert.Equal(["7"], (string[])Assert.Single(await deals.NextAsync()).Value);
        // The outgoing webhook has another token, which this endpoint does not know.
        Assert.Equal([200, 200, 403, 403], portal.Deliveries.Select(static d => d.Status ?? 0).Order());
        Assert.DoesNotContain(token, _log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(client.Installation.ApplicationToken, _log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasDeliveredToNobodyIsReadWithinTheHour()
    {
        await using var portal = await Portal.StartAsync(new PortalOptions { Rate = null, OperatingLimit = null, ServiceTime = ServiceTime.None });
        portal.Seed("crm.deal", 10, static i => new { TITLE = $"deal {i}" });
        using var client = new App(portal);
        var down = await ListenAsync(client.Installation.ApplicationToken);
        await client.CallAsync("event.bind", new { @event = "OnCrmDealUpdate", handler = AddressOf(down).ToString() });
        var deals = new OnlineSource(Inbox.Of(["OnCrmDealUpdate"]), new Conditions("DATE_MODIFY", "ID"), true, portal.Clock.GetUtcNow);
        await Task.Delay(TimeSpan.FromMinutes(5), portal.Clock);
        await deals.NextAsync();
        await deals.ConfirmAsync();
        await down.DisposeAsync();

        await Task.Delay(TimeSpan.FromMinutes(30), portal.Clock);
        portal.Edit("crm.deal.update", new { id = 7, fields = new { TITLE = "new" } });
        await portal.EventsDeliveredAsync();
        Assert.Equal([null], portal.Deliveries.Select(static d => d.Status));
        Assert.Empty(await deals.NextAsync());
        await deals.ConfirmAsync();

        await Task.Delay(TimeSpan.FromMinutes(30), portal.Clock);
        var rows = portal.Ask("crm.deal.list", new { filter = Assert.Single(await deals.NextAsync()).Filter });
        Assert.Equal(["7"], rows!.AsArray().Select(static row => (string?)row!["ID"]));
    }

    [Fact]
    public async Task NoTokenIsLogged()
    {
        await PostAsync(Event());
        await PostAsync(Event("another-secret"));

        Assert.NotEqual("", _log.Text);
        Assert.DoesNotContain(Token, _log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("another-secret", _log.Text, StringComparison.Ordinal);
    }

    sealed class Endless : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)'a');
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    sealed class Log : ILoggerProvider, ILogger
    {
        readonly StringBuilder _text = new();

        public string Text
        {
            get
            {
                lock (_text)
                    return _text.ToString();
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_text)
                _text.AppendLine(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }
}
