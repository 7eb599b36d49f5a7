using Bitrix24.Emulator;
using Bitrix24ChangesParts;

namespace Bitrix24.Changes.Tests;

/// <summary>Rounds of a timer that begin before others have ended.</summary>
public sealed class OverlapTests
{
    readonly string _event = "OnTest" + Guid.NewGuid().ToString("N");
    DateTimeOffset _now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task TheTimeIsThatOfTheRoundThatWasConfirmed()
    {
        var since = Since();
        var slow = new Tick(since);
        await slow.BeginAsync();
        _now = _now.AddMinutes(5);
        var failing = new Tick(since);
        await failing.BeginAsync();
        await failing.FailAsync();
        await slow.ConfirmAsync();

        Assert.Equal("2026-01-01T11:59:00+00:00", await TimeAsync(since));
    }

    [Fact]
    public async Task ARoundThatEndsAfterALaterOneSetsTheTimeBack()
    {
        var since = Since();
        var rounds = await ThreeAsync(since, () => _now = _now.AddMinutes(5));
        await rounds[2].ConfirmAsync();
        Assert.Equal("2026-01-01T12:09:00+00:00", await TimeAsync(since));
        await rounds[0].ConfirmAsync();
        Assert.Equal("2026-01-01T11:59:00+00:00", await TimeAsync(since));
        await rounds[1].FailAsync();
        Assert.Equal("2026-01-01T11:59:00+00:00", await TimeAsync(since));
    }

    [Fact]
    public async Task OnlyIdsOfTheRoundAreConfirmed()
    {
        var source = await OnlineAsync();
        Inbox.Receive(_event, "1");
        var slow = new Tick(source);
        Assert.Equal(["1"], Ids(await slow.BeginAsync()));
        Inbox.Receive(_event, "2");
        var failing = new Tick(source);
        Assert.Equal(["1", "2"], Ids(await failing.BeginAsync()));
        await failing.FailAsync();
        await slow.ConfirmAsync();

        Assert.Equal(["2"], await IdsAsync(source));
    }

    [Fact]
    public async Task AnIdThatCameAgainInALaterRoundIsNotOfTheFirst()
    {
        var source = await OnlineAsync();
        Inbox.Receive(_event, "1");
        var slow = new Tick(source);
        await slow.BeginAsync();
        Inbox.Receive(_event, "1");
        var failing = new Tick(source);
        Assert.Equal(["1"], Ids(await failing.BeginAsync()));
        await failing.FailAsync();
        await slow.ConfirmAsync();

        Assert.Equal(["1"], await IdsAsync(source));
    }

    [Theory]
    [InlineData("0+ 1+ 2+", "")]
    [InlineData("2+ 1+ 0+", "")]
    [InlineData("0+ 1- 2-", "2 3")]
    [InlineData("2- 1- 0+", "2 3")]
    [InlineData("1+ 0- 2-", "3")]
    [InlineData("0- 1+ 2-", "3")]
    [InlineData("2- 0+ 1+", "3")]
    [InlineData("2+ 0- 1-", "")]
    [InlineData("0- 1- 2-", "1 2 3")]
    public async Task WhatNoneOfThreeRoundsConfirmedComesAgain(string ends, string left)
    {
        var source = await OnlineAsync();
        var next = 0;
        var rounds = await ThreeAsync(source, () => Inbox.Receive(_event, $"{++next}"));
        foreach (var end in ends.Split(' '))
            await (end[1] == '+' ? rounds[end[0] - '0'].ConfirmAsync() : rounds[end[0] - '0'].FailAsync());

        Assert.Equal(left, string.Join(' ', await IdsAsync(source)));
    }

    [Fact]
    public async Task TheHourlyReadIsThatOfTheRoundThatWasConfirmed()
    {
        var source = await OnlineAsync();
        _now = _now.AddHours(1);
        var slow = new Tick(source);
        await slow.BeginAsync();
        _now = _now.AddMinutes(5);
        var failing = new Tick(source);
        Assert.Equal(["2026-01-01T11:59:00+00:00"], (await failing.BeginAsync()).Select(static c => c.Value));
        await failing.FailAsync();
        await slow.ConfirmAsync();

        _now = _now.AddMinutes(55);
        Assert.Equal(["2026-01-01T12:59:00+00:00"], (await source.NextAsync()).Select(static c => c.Value));
    }

    [Fact]
    public async Task OnlyRecordsOfTheRoundAreCleared()
    {
        await using var portal = await Portal.StartAsync(new PortalOptions { Rate = null, OperatingLimit = null, ServiceTime = ServiceTime.None });
        portal.Seed("crm.deal", 10, static i => new { TITLE = $"deal {i}" });
        using var app = new App(portal);
        var queue = new OfflineQueue(EventCalls.Through((string method, object body) => app.CallAsync(method, body)), ["OnCrmDealUpdate"]);
        var source = new OfflineSource(queue, new Conditions(null, "ID"));
        await source.NextAsync();
        await source.ConfirmAsync();

        var next = 0;
        var rounds = await ThreeAsync(source, () => portal.Edit("crm.deal.update", new { id = ++next, fields = new { TITLE = "new" } }));
        await rounds[2].FailAsync();
        await rounds[1].ConfirmAsync();
        await rounds[0].ConfirmAsync();

        Assert.Equal(1, app.Call("event.offline.list", new { }).GetProperty("result").GetArrayLength());
        Assert.Equal(["3"], await IdsAsync(source));
        await source.ConfirmAsync();
        Assert.Equal(0, app.Call("event.offline.list", new { }).GetProperty("result").GetArrayLength());
    }

    [Fact]
    public async Task ThreadsThatBlockHaveTheirOwnRounds()
    {
        var changes = Bitrix24Changes.Online("DATE_MODIFY", "ID", _event);
        changes.Next();
        changes.Confirm();
        Inbox.Receive(_event, "1");
        using var began = new SemaphoreSlim(0);
        using var failed = new SemaphoreSlim(0);
        var slow = Task.Factory.StartNew(
            () =>
            {
                Assert.Equal(["1"], Ids(changes.Next()));
                began.Release();
                failed.Wait();
                changes.Confirm();
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await began.WaitAsync();
        Inbox.Receive(_event, "2");
        await Task.Factory.StartNew(() => changes.Next(), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        failed.Release();
        await slow;

        Assert.Equal(["2"], Ids(changes.Next()));
    }

    [Fact]
    public async Task AMethodThatOnlyConfirmsMeansTheRoundThatBeganLast()
    {
        var since = Since();
        await new Tick(since).BeginAsync();
        _now = _now.AddMinutes(5);
        await new Tick(since).BeginAsync();
        await since.ConfirmAsync();

        Assert.Equal("2026-01-01T12:04:00+00:00", await TimeAsync(since));
    }

    [Fact]
    public async Task ThousandsOfRoundsAtTheSameTimeLoseNothing()
    {
        var source = await OnlineAsync();
        var worked = new System.Collections.Concurrent.ConcurrentDictionary<string, bool>();
        var sent = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 5_000), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (round, _) =>
        {
            Inbox.Receive(_event, $"{Interlocked.Increment(ref sent)}");
            var ids = Ids(await source.NextAsync());
            await Task.Yield();
            if (round % 3 == 0)
                return;
            foreach (var id in ids)
                worked[id] = true;
            await source.ConfirmAsync();
        });

        var left = await IdsAsync(source);
        Assert.Equal(Enumerable.Range(1, 5_000), worked.Keys.Concat(left).Select(int.Parse).Distinct().Order());
    }

    SinceSource Since() => new(new Conditions("DATE_MODIFY", "ID"), () => _now);

    async Task<OnlineSource> OnlineAsync()
    {
        var source = new OnlineSource(Inbox.Of([_event]), new Conditions("DATE_MODIFY", "ID"), true, () => _now);
        await source.NextAsync();
        await source.ConfirmAsync();
        return source;
    }

    static async Task<Tick[]> ThreeAsync(ChangeSource source, Action before)
    {
        var rounds = new Tick[3];
        for (var index = 0; index < rounds.Length; index++)
        {
            if (index > 0 || source is not SinceSource)
                before();
            rounds[index] = new Tick(source);
            await rounds[index].BeginAsync();
        }

        return rounds;
    }

    static async Task<object> TimeAsync(ChangeSource source) => Assert.Single(await new Tick(source).BeginAsync()).Value;

    static async Task<List<string>> IdsAsync(ChangeSource source) => Ids(await source.NextAsync());

    static List<string> Ids(IReadOnlyList<Bitrix24Changed> reads) => [.. reads.SelectMany(static c => (string[])c.Value)];

    /// <summary>A round as the handler of a timer has it: a method of its own, which others interrupt.</summary>
    sealed class Tick(ChangeSource source)
    {
        readonly TaskCompletionSource<bool> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        readonly TaskCompletionSource<IReadOnlyList<Bitrix24Changed>> _reads = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task _round = Task.CompletedTask;

        public Task<IReadOnlyList<Bitrix24Changed>> BeginAsync()
        {
            _round = RoundAsync();
            return _reads.Task;
        }

        public Task ConfirmAsync() => EndAsync(isGood: true);

        public Task FailAsync() => EndAsync(isGood: false);

        Task EndAsync(bool isGood)
        {
            _end.SetResult(isGood);
            return _round;
        }

        async Task RoundAsync()
        {
            _reads.SetResult(await source.NextAsync());
            if (await _end.Task)
                await source.ConfirmAsync();
        }
    }
}
