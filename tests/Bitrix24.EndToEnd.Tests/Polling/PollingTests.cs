using Xunit.Abstractions;

namespace Bitrix24.EndToEnd.Tests;

/// <summary>A poller before and after its fix, while rows of the portal are added, edited and deleted.</summary>
/// <remarks>
/// <code>
/// // client: Webhook                  how it calls the portal
/// // list: crm.deal                   what it reads
/// // ways: changed_since offline      the fixes that are offered, each of which is run
/// // every: 300                       seconds from round to round
/// // ticks                            somebody else runs it that often
/// // web: yes                         it is a part of a web application
/// // gone: yes                       it says which rows are gone
/// // begins: 300                      seconds before the first round
/// // rule: BX4002                     the finding, if not BX4001
/// </code>
/// </remarks>
public class PollingTests(ITestOutputHelper output)
{
    static readonly TimeSpan Horizon = TimeSpan.FromMinutes(58);

    public static TheoryData<string, string> Programs
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var program in ProgramFile.Polling.Select(ProgramFile.Read))
            {
                foreach (var way in program.One("ways")!.Split(' '))
                    all.Add(program.Name, way);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task ReadsWhatChanged(string name, string way)
    {
        var poller = await Poller.OfAsync(ProgramFile.Read(name), way);
        var runs = new List<(PollRun Before, PollRun After)>();
        foreach (var rows in (int[])[200, 1000])
        {
            var (before, after) = await poller.BothAsync(rows, null, Horizon, static edits => edits.AnHour());
            Assert.Empty(before.Missed(poller.Interval, Horizon));
            Assert.True(!after.Missed(poller.Interval, Horizon).Any(), $"{string.Join("\n", after.Missed(poller.Interval, Horizon))}\n{poller.Fixed}");
            Assert.Empty(after.Unasked(poller.FirstRound));
            Assert.Empty(after.Repeated(poller.Times));
            if (poller.Notices)
                Assert.Empty(before.Unnoticed(poller.Interval, Horizon).Concat(after.Unnoticed(poller.Interval, Horizon)));
            output.WriteLine($"{name}, {way}: {rows} rows, {after.Made.Count} changes, {before.Requests} requests before, {after.Requests} after, {after.First} of them in the first round");
            runs.Add((before, after));
        }

        // With five times the rows the first round alone is longer.
        Assert.Equal(runs[0].After.Requests - runs[0].After.First, runs[1].After.Requests - runs[1].After.First);
        Assert.True(runs[1].After.Requests < runs[1].Before.Requests / 2, poller.Fixed);
    }

    [Theory]
    [InlineData("Polling.DealsByNext", "changed_since", 69)]
    [InlineData("Polling.DealsByNext", "offline", 57)]
    [InlineData("Polling.WebByWebhook", "online", 40)]
    public async Task ABurstIsReadOnceForEachRow(string name, string way, long requests)
    {
        var poller = await Poller.OfAsync(ProgramFile.Read(name), way);
        var (before, after) = await poller.BothAsync(1000, null, Horizon, static edits => edits.ABurst());
        Assert.Empty(before.Missed(poller.Interval, Horizon));
        Assert.Equal(10_000, after.Made.Count);
        Assert.Empty(after.Missed(poller.Interval, Horizon));
        Assert.Empty(after.Unasked(poller.FirstRound));
        Assert.Empty(after.Repeated(poller.Times));
        // Twenty pages in the first round, twenty for the rows that changed, and the rounds in which nothing did. By time the rows of the last minute come twice.
        Assert.Equal((240, requests), (before.Requests, after.Requests));
    }

    [Theory]
    [InlineData("Polling.DealsByNext", "changed_since")]
    [InlineData("Polling.DealsByNext", "offline")]
    [InlineData("Polling.WebByWebhook", "online")]
    public async Task WhatChangedWhileItWasDownIsRead(string name, string way)
    {
        var poller = await Poller.OfAsync(ProgramFile.Read(name), way);
        var (before, after) = await poller.BothAsync(200, (20, 35), Horizon, static edits => edits.AnHour());
        Assert.DoesNotContain(before.Missed(poller.Interval, Horizon), static e => e.After < TimeSpan.FromMinutes(15));
        Assert.Contains(after.Made, static e => e.After > TimeSpan.FromMinutes(20) && e.After < TimeSpan.FromMinutes(35));
        Assert.DoesNotContain(after.Printed, static p => p.After > TimeSpan.FromMinutes(20) && p.After < TimeSpan.FromMinutes(35));
        // It was edited again, and deleted, before the program came back.
        Assert.Equal("9", Assert.Single(after.Missed(poller.Interval, Horizon)).Id);
    }
}
