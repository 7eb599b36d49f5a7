using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Bitrix24ChangesParts;

namespace Bitrix24.Changes.Tests;

/// <summary>By events that the portal delivers.</summary>
public class OnlineTests
{
    readonly string _event = "OnTest" + Guid.NewGuid().ToString("N");
    DateTimeOffset _now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    async Task<OnlineSource> StartedAsync(string? changed = "DATE_MODIFY", bool takesIds = true)
    {
        var source = new OnlineSource(Inbox.Of([_event]), new Conditions(changed, "ID"), takesIds, () => _now);
        Assert.Equal([">=ID"], (await source.NextAsync()).Select(static c => c.Name));
        await source.ConfirmAsync();
        return source;
    }

    static async Task<List<string[]>> IdsAsync(OnlineSource source) => [.. (await source.NextAsync()).Select(static c => (string[])c.Value)];

    [Fact]
    public async Task WithoutEventsThereIsNothingToRead()
    {
        var source = await StartedAsync();

        Assert.Empty(await source.NextAsync());
    }

    [Fact]
    public async Task EachRowComesOnceHoweverOftenItChanged()
    {
        var source = await StartedAsync();
        foreach (var id in new[] { "7", "5", "7", "7" })
            Inbox.Receive(_event.ToUpperInvariant(), id);
        Inbox.Receive("OnSomethingElse", "9");

        Assert.Equal([["7", "5"]], await IdsAsync(source));
        await source.ConfirmAsync();
        Assert.Empty(await source.NextAsync());
    }

    [Fact]
    public async Task WhereIdsAreNotTakenTheTimeSaysWhatChanged()
    {
        var source = await StartedAsync(takesIds: false);
        _now += TimeSpan.FromMinutes(10);
        Assert.Empty(await source.NextAsync());
        Inbox.Receive(_event, "7");

        Assert.Equal((">=DATE_MODIFY", "2026-01-01T11:59:00+00:00"), Assert.Single(await source.NextAsync()) is var read ? (read.Name, read.Value) : default);
        // Not confirmed: again, with the same time.
        Assert.Equal("2026-01-01T11:59:00+00:00", Assert.Single(await source.NextAsync()).Value);
        await source.ConfirmAsync();
        _now += TimeSpan.FromMinutes(10);
        Assert.Empty(await source.NextAsync());
        Inbox.Receive(_event, "8");
        Assert.Equal("2026-01-01T12:09:00+00:00", Assert.Single(await source.NextAsync()).Value);
    }

    [Fact]
    public async Task WhatIsNotConfirmedComesAgainWithWhatIsNew()
    {
        var source = await StartedAsync();
        Inbox.Receive(_event, "7");
        await source.NextAsync();
        Inbox.Receive(_event, "9");
        Inbox.Receive(_event, "7");

        Assert.Equal([["7", "9"]], await IdsAsync(source));
    }

    [Fact]
    public async Task AChangeDuringARoundIsOfTheNext()
    {
        var source = await StartedAsync();
        Inbox.Receive(_event, "7");
        await source.NextAsync();
        Inbox.Receive(_event, "7");
        await source.ConfirmAsync();

        Assert.Equal([["7"]], await IdsAsync(source));
    }

    [Fact]
    public async Task OnceAnHourWhatEventsMayHaveMissedIsReadAsWell()
    {
        var source = await StartedAsync();
        _now = _now.AddMinutes(59);
        Assert.Empty(await source.NextAsync());
        _now = _now.AddMinutes(1);
        Inbox.Receive(_event, "7");

        var reads = await source.NextAsync();

        Assert.Equal(["@ID", ">=DATE_MODIFY"], reads.Select(static c => c.Name));
        Assert.Equal(["7"], (string[])reads[0].Value);
        Assert.Equal("2026-01-01T11:59:00+00:00", reads[1].Value);
        await source.ConfirmAsync();
        Assert.Empty(await source.NextAsync());
    }

    [Fact]
    public async Task WithoutATimeOfChangeTheHourlyReadIsOfEverything()
    {
        var source = await StartedAsync(changed: null);
        _now = _now.AddHours(1);
        Inbox.Receive(_event, "7");

        Assert.Equal([(">=ID", (object)0)], (await source.NextAsync()).Select(static c => (c.Name, c.Value)));
        await source.ConfirmAsync();
        Assert.Empty(await source.NextAsync());
    }

    [Fact]
    public async Task AnHourlyReadThatFailedComesAgain()
    {
        var source = await StartedAsync();
        _now = _now.AddHours(1);
        await source.NextAsync();
        _now = _now.AddMinutes(5);

        Assert.Equal(["2026-01-01T11:59:00+00:00"], (await source.NextAsync()).Select(static c => c.Value));
    }

    [Fact]
    public async Task SeveralReadersGetEachTheirOwn()
    {
        var (one, other) = (await StartedAsync(), await StartedAsync());
        Inbox.Receive(_event, "7");

        Assert.Equal([["7"]], await IdsAsync(one));
        Assert.Equal([["7"]], await IdsAsync(other));
    }

    [Fact]
    public async Task WhoNoLongerReadsIsForgotten()
    {
        var forgotten = Forgotten();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var source = await StartedAsync();
        Inbox.Receive(_event, "7");

        Assert.All(forgotten, static inbox => Assert.False(inbox.IsAlive));
        Assert.Single(References().Cast<object>());
        Assert.Equal([["7"]], await IdsAsync(source));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    WeakReference[] Forgotten() => [.. Enumerable.Range(0, 10).Select(_ => new WeakReference(Inbox.Of([_event])))];

    Array References()
    {
        var byEvent = (IDictionary)typeof(Inbox).GetField("ByEvent", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        return (Array)byEvent[_event]!;
    }

    [Fact]
    public async Task ThousandsAtTheSameTimeLoseNothing()
    {
        var source = await StartedAsync();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var sending = Task.Run(() => Parallel.For(0, 20_000, i => Inbox.Receive(_event, $"{i % 1000}")));
        while (!sending.IsCompleted)
            await TakeAsync();
        await sending;
        await TakeAsync();

        Assert.Equal(1000, seen.Count);

        async Task TakeAsync()
        {
            seen.UnionWith((await IdsAsync(source)).SelectMany(static ids => ids));
            await source.ConfirmAsync();
        }
    }
}
