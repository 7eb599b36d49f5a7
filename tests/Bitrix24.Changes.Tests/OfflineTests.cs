using System.Text.Json;
using Bitrix24.Emulator;

namespace Bitrix24.Changes.Tests;

/// <summary>By the queue of offline events.</summary>
public sealed class OfflineTests : IAsyncLifetime
{
    Portal _portal = null!;
    App _app = null!;

    public async Task InitializeAsync()
    {
        _portal = await Portal.StartAsync(new PortalOptions { Rate = null, OperatingLimit = null, ServiceTime = ServiceTime.None });
        _portal.Seed("crm.deal", 1000, static i => new { TITLE = $"deal {i}" });
        _app = new App(_portal);
    }

    public async Task DisposeAsync()
    {
        _app.Dispose();
        await _portal.DisposeAsync();
    }

    Bitrix24Changes Deals() => Bitrix24Changes.Offline((string method, object body) => _app.CallAsync(method, body), "ID", "OnCrmDealAdd", "OnCrmDealUpdate");

    void Update(long id, string title = "new") => _portal.Edit("crm.deal.update", new { id, fields = new { TITLE = title } });

    async Task<Bitrix24Changes> StartedAsync()
    {
        var deals = Deals();
        Assert.Equal([">=ID"], (await deals.NextAsync()).Select(static c => c.Name));
        await deals.ConfirmAsync();
        _app.Called.Clear();
        return deals;
    }

    static async Task<List<string[]>> IdsAsync(Bitrix24Changes changes) => [.. (await changes.NextAsync()).Select(static c => c.Name == "@ID" ? (string[])c.Value : throw new InvalidOperationException(c.Name))];

    async Task<List<string>> ReadAsync(Bitrix24Changed changed) =>
        [.. (await _app.CallAsync("crm.deal.list", new { start = -1, order = new { ID = "ASC" }, select = new[] { "ID" }, filter = changed.Filter })).GetProperty("result").EnumerateArray().Select(static row => row.GetProperty("ID").GetString()!)];

    JsonElement Queue() => _app.Call("event.offline.list", new { }).GetProperty("result");

    [Fact]
    public async Task TheFirstRoundSubscribesAndReadsEverything()
    {
        var deals = Deals();

        Assert.Equal([">=ID"], (await deals.NextAsync()).Select(static c => c.Name));
        Assert.Equal(["batch", "batch", "batch"], _app.Called);
        Assert.Equal(
            ["ONCRMDEALADD 1", "ONCRMDEALUPDATE 1"],
            _app.Call("event.get", new { }).GetProperty("result").EnumerateArray().Select(static e => $"{e.GetProperty("event")} {e.GetProperty("offline")}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task WhoIsSubscribedIsNotSubscribedAgain()
    {
        await StartedAsync();
        var again = Deals();

        await again.NextAsync();

        Assert.Equal(["batch", "batch"], _app.Called);
        Assert.Equal(2, _app.Call("event.get", new { }).GetProperty("result").GetArrayLength());
    }

    [Fact]
    public async Task ARoundWithoutChangesIsOneRequest()
    {
        var deals = await StartedAsync();

        Assert.Empty(await deals.NextAsync());
        await deals.ConfirmAsync();

        Assert.Equal(["batch"], _app.Called);
    }

    [Fact]
    public async Task EachRowThatChangedComesOnce()
    {
        var deals = await StartedAsync();
        Update(7);
        Update(5);
        Update(7);
        var added = _portal.Edit("crm.deal.add", new { fields = new { TITLE = "added" } })!.GetValue<long>();
        Update(added);
        _portal.Edit("crm.contact.add", new { fields = new { NAME = "nobody asked" } });

        Assert.Equal([["7", "5", $"{added}"]], await IdsAsync(deals));
        await deals.ConfirmAsync();
        Assert.Empty(await deals.NextAsync());
        Assert.Equal(0, Queue().GetArrayLength());
    }

    [Fact]
    public async Task ABurstIsReadInChunks()
    {
        var deals = await StartedAsync();
        for (var change = 0; change < 10_000; change++)
            Update((change % 1000) + 1, $"{change}");

        var ids = await IdsAsync(deals);
        await deals.ConfirmAsync();

        Assert.Equal(Enumerable.Repeat(50, 20), ids.Select(static chunk => chunk.Length));
        Assert.Equal(Enumerable.Range(1, 1000).Select(static i => $"{i}"), ids.SelectMany(static chunk => chunk).OrderBy(int.Parse));
        // 50 records, then 500, then the other 450 and nothing, and the confirmation.
        Assert.Equal(["batch", "batch", "batch", "batch"], _app.Called);
        Assert.Equal(0, Queue().GetArrayLength());
    }

    [Fact]
    public async Task WhatIsNotConfirmedComesAgainWithWhatIsNew()
    {
        var deals = await StartedAsync();
        Update(7);
        Assert.Equal([["7"]], await IdsAsync(deals));
        Update(9);
        Update(7);

        Assert.Equal([["7", "9"]], await IdsAsync(deals));
        Assert.Equal(3, Queue().GetArrayLength());
        await deals.ConfirmAsync();
        Assert.Equal(0, Queue().GetArrayLength());
    }

    [Fact]
    public async Task TheConditionReadsTheRowsThatChangedAndNoOthers()
    {
        var deals = await StartedAsync();
        Update(7);
        Update(900);

        Assert.Equal(["7", "900"], await ReadAsync(Assert.Single(await deals.NextAsync())));
    }

    [Fact]
    public async Task ARoundWhoseBodyThrowsIsDoneAgain()
    {
        var deals = await StartedAsync();
        Update(7);
        var worked = new List<string>();

        await Assert.ThrowsAsync<TimeoutException>(() => RoundAsync(_ => throw new TimeoutException()));
        await RoundAsync(worked.Add);
        await RoundAsync(worked.Add);

        Assert.Equal(["7"], worked);

        async Task RoundAsync(Action<string> work)
        {
            foreach (var changed in await deals.NextAsync())
                (await ReadAsync(changed)).ForEach(work);
            await deals.ConfirmAsync();
        }
    }

    [Fact]
    public async Task WhatALostAnswerReservedIsNotLost()
    {
        var deals = await StartedAsync();
        Update(7);
        _app.Drop = true;
        await Assert.ThrowsAsync<HttpRequestException>(deals.NextAsync);
        _app.Drop = false;
        Update(9);

        Assert.Equal(["7", "9"], Assert.Single(await IdsAsync(deals)).Order());
        await deals.ConfirmAsync();
        Assert.Equal(0, Queue().GetArrayLength());
        Assert.Empty(await deals.NextAsync());
    }

    [Theory]
    [InlineData(30, 70)]
    [InlineData(30, 600)]
    [InlineData(50, 1000)]
    public async Task WhatSeveralLostAnswersReservedIsNotLost(int first, int all)
    {
        var deals = await StartedAsync();
        _app.Drop = true;
        for (var id = 1; id <= all; id++)
        {
            Update(id);
            if (id == first)
                await Assert.ThrowsAsync<HttpRequestException>(deals.NextAsync);
        }

        await Assert.ThrowsAsync<HttpRequestException>(deals.NextAsync);
        await Assert.ThrowsAsync<HttpRequestException>(deals.NextAsync);
        _app.Drop = false;

        Assert.Equal(Enumerable.Range(1, all), (await IdsAsync(deals)).SelectMany(static chunk => chunk).Select(int.Parse).Order());
        await deals.ConfirmAsync();
        Assert.Equal(0, Queue().GetArrayLength());
        Assert.Empty(await deals.NextAsync());
    }

    [Fact]
    public async Task OfAnotherProcessOnlyWhatWasSeenIsCleared()
    {
        var deals = await StartedAsync();
        for (var id = 1; id <= 60; id++)
            Update(id);
        var process = _app.Call("event.offline.get", new { clear = 0, limit = 60 }).GetProperty("result").GetProperty("process_id").GetString();
        Update(61);
        var seen = await IdsAsync(deals);
        // Reserved by the same process, after the list was read.
        Update(62);
        _app.Call("event.offline.get", new { clear = 0, process_id = process });
        await deals.ConfirmAsync();

        Assert.Equal(Enumerable.Range(1, 61), seen.SelectMany(static chunk => chunk).Select(int.Parse).Order());
        Assert.Equal(1, Queue().GetArrayLength());
        Assert.Equal([["62"]], await IdsAsync(deals));
    }

    [Fact]
    public async Task WhatTheAnswerReservedThatAClientAskedForAgainIsNotLost()
    {
        var isRepeated = false;
        var deals = Bitrix24Changes.Offline(
            async (string method, object body) =>
            {
                if (isRepeated)
                    await _app.CallAsync(method, body);
                return await _app.CallAsync(method, body);
            },
            "ID", "OnCrmDealUpdate");
        await deals.NextAsync();
        await deals.ConfirmAsync();
        Update(7);
        isRepeated = true;

        Assert.Equal([["7"]], await IdsAsync(deals));
        await deals.ConfirmAsync();
        Assert.Equal(0, Queue().GetArrayLength());
        Assert.Empty(await deals.NextAsync());
    }

    [Fact]
    public async Task AProgramThatStartsAgainReadsEverythingAndLeavesNothingReserved()
    {
        var died = await StartedAsync();
        Update(7);
        Assert.Equal([["7"]], await IdsAsync(died));
        Update(9);

        var deals = await StartedAsync();

        Assert.Equal(0, Queue().GetArrayLength());
        Assert.Empty(await deals.NextAsync());
        Update(5);
        Assert.Equal([["5"]], await IdsAsync(deals));
    }

    [Fact]
    public async Task AChangeWithoutItsRowIsAReadOfEverything()
    {
        var record = """{"ID":"1","EVENT_NAME":"ONCRMDEALUPDATE","EVENT_DATA":false}""";
        var deals = Bitrix24Changes.Offline(
            (string _, Dictionary<string, string> body) => Task.FromResult(
                "{\"result\":{\"result\":{" + string.Join(",", body.Where(static pair => pair.Key != "halt").Select(pair => $"\"{pair.Key[4..^1]}\":{Answer(pair.Value)}")) + "},\"result_error\":[]}}"),
            "ID", "OnCrmDealUpdate");
        await deals.NextAsync();
        record = "";
        await deals.ConfirmAsync();
        Assert.Empty(await deals.NextAsync());
        record = """{"ID":"1","EVENT_NAME":"ONCRMDEALUPDATE","EVENT_DATA":false}""";

        Assert.Equal([">=ID"], (await deals.NextAsync()).Select(static c => c.Name));
        record = record.Replace("false", """{"FIELDS":{"ID":"7"}}""", StringComparison.Ordinal);
        await deals.ConfirmAsync();
        Assert.Equal([["7"]], await IdsAsync(deals));

        string Answer(string command) => command.Split('?')[0] switch
        {
            "event.offline.get" => $$"""{"process_id":"p","events":[{{record}}]}""",
            "event.offline.clear" or "event.bind" => "true",
            _ => "[]",
        };
    }

    [Fact]
    public async Task AnAnswerWithoutRecordsNeedsNoProcess()
    {
        var deals = Bitrix24Changes.Offline(
            (string _, Dictionary<string, string> body) => Task.FromResult(
                "{\"result\":{\"result\":{" + string.Join(",", body.Where(static pair => pair.Key != "halt").Select(static pair => $"\"{pair.Key[4..^1]}\":{Answer(pair.Value)}")) + "},\"result_error\":[]}}"),
            "ID", "OnCrmDealUpdate");

        Assert.Equal([">=ID"], (await deals.NextAsync()).Select(static c => c.Name));
        await deals.ConfirmAsync();
        Assert.Empty(await deals.NextAsync());

        static string Answer(string command) => command.Split('?')[0] switch
        {
            "event.offline.get" => """{"process_id":null,"events":[]}""",
            "event.bind" => "true",
            _ => "[]",
        };
    }

    [Fact]
    public async Task AChangeDuringARoundIsOfTheNext()
    {
        var deals = await StartedAsync();
        Update(7);
        Assert.Equal([["7"]], await IdsAsync(deals));
        Update(7, "newer");
        await deals.ConfirmAsync();

        Assert.Equal([["7"]], await IdsAsync(deals));
    }

    [Fact]
    public async Task AFirstRoundThatFailedComesAgain()
    {
        var deals = Deals();
        await deals.NextAsync();

        Assert.Equal([">=ID"], (await deals.NextAsync()).Select(static c => c.Name));
    }

    [Fact]
    public async Task AnotherApplicationHasAQueueOfItsOwn()
    {
        var deals = await StartedAsync();
        using var other = new App(_portal, "other");
        var others = Bitrix24Changes.Offline((string method, object body) => other.CallAsync(method, body), "ID", "OnCrmDealUpdate");
        await others.NextAsync();
        await others.ConfirmAsync();
        Update(7);

        Assert.Equal([["7"]], await IdsAsync(deals));
        await deals.ConfirmAsync();
        Assert.Equal([["7"]], await IdsAsync(others));
    }

    [Fact]
    public void CodeThatBlocksHasTheSame()
    {
        var deals = Bitrix24Changes.Offline((string method, object body) => _app.Call(method, body), "ID", "OnCrmDealUpdate");
        Assert.Equal(">=ID", Assert.Single(deals.Next()).Name);
        deals.Confirm();
        Update(7);

        Assert.Equal(["7"], (string[])Assert.Single(deals.Next()).Value);
        deals.Confirm();
        Assert.Empty(deals.Next());
    }

    [Fact]
    public void CodeThatBlocksAThreadOfAUserInterfaceGoesOn()
    {
        var reads = new List<string>();
        var thread = new Thread(() =>
        {
            SynchronizationContext.SetSynchronizationContext(new Blocked());
            var deals = Deals();
            for (var round = 0; round < 2; round++)
            {
                reads.AddRange(deals.Next().Select(static c => c.Name));
                deals.Confirm();
                Update(7);
            }
        }) { IsBackground = true };
        thread.Start();

        Assert.True(thread.Join(TimeSpan.FromSeconds(30)));
        Assert.Equal([">=ID", "@ID"], reads);
    }

    /// <summary>What is handed to the thread waits for it, while it waits for what is handed to it.</summary>
    sealed class Blocked : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
        }
    }

    [Fact]
    public async Task AWebhookIsRefusedWithTheCodeAndWithoutTheAddress()
    {
        using var http = new HttpClient();
        var deals = Bitrix24Changes.Offline(
            async (string method, object body) => JsonDocument.Parse(await (await http.PostAsync(new Uri($"{_portal.WebhookUrl}{method}.json"), System.Net.Http.Json.JsonContent.Create(body))).Content.ReadAsStringAsync()).RootElement,
            "ID", "OnCrmDealUpdate");

        var refused = await Assert.ThrowsAsync<Bitrix24BatchException>(deals.NextAsync);

        Assert.Equal(("event.get", "WRONG_AUTH_TYPE", "event.get failed with WRONG_AUTH_TYPE."), (refused.Method, refused.Code, refused.Message));
    }

    [Fact]
    public async Task AnApplicationOfNoAdministratorIsRefusedWithoutItsToken()
    {
        using var app = new App(_portal, "humble", isAdmin: false);
        var deals = Bitrix24Changes.Offline((string method, object body) => app.CallAsync(method, body), "ID", "OnCrmDealUpdate");

        var refused = await Assert.ThrowsAsync<Bitrix24BatchException>(deals.NextAsync);

        Assert.Equal(("event.bind", "ACCESS_DENIED", "event.bind failed with ACCESS_DENIED."), (refused.Method, refused.Code, refused.Message));
        Assert.DoesNotContain(app.Installation.AccessToken, refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAnswerThatIsNoneIsRefused()
    {
        var deals = Bitrix24Changes.Offline((string _, object _) => Task.FromResult("<html>"), "ID", "OnCrmDealUpdate");

        var refused = await Assert.ThrowsAsync<Bitrix24BatchException>(deals.NextAsync);

        Assert.Equal("event.get failed with an answer that could not be understood.", refused.Message);
    }
}
