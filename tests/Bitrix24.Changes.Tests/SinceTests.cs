using Bitrix24.Emulator;
using Bitrix24ChangesParts;

namespace Bitrix24.Changes.Tests;

/// <summary>By the time of the last good round.</summary>
public class SinceTests
{
    DateTimeOffset _now = new(2026, 1, 1, 14, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    public async Task TheFirstRoundReadsEverythingAndTheNextOnesWhatChanged()
    {
        var since = new SinceSource(new Conditions("DATE_MODIFY", "ID"), () => _now);

        Assert.Equal((">=ID", (object)0), await OnlyAsync(since));
        await since.ConfirmAsync();
        _now = _now.AddMinutes(5);
        Assert.Equal((">=DATE_MODIFY", (object)"2026-01-01T11:59:00+00:00"), await OnlyAsync(since));
        await since.ConfirmAsync();
        _now = _now.AddMinutes(5);
        Assert.Equal((">=DATE_MODIFY", (object)"2026-01-01T12:04:00+00:00"), await OnlyAsync(since));
    }

    [Fact]
    public async Task ARoundThatFailedComesAgain()
    {
        var since = new SinceSource(new Conditions("updatedTime", "id"), () => _now);

        Assert.Equal((">=id", (object)0), await OnlyAsync(since));
        Assert.Equal((">=id", (object)0), await OnlyAsync(since));
        await since.ConfirmAsync();
        _now = _now.AddMinutes(5);
        await OnlyAsync(since);
        _now = _now.AddMinutes(5);
        Assert.Equal((">=updatedTime", (object)"2026-01-01T11:59:00+00:00"), await OnlyAsync(since));
    }

    [Fact]
    public async Task APortalAnswersWhatChangedAndNothingElse()
    {
        await using var portal = await Portal.StartAsync(new PortalOptions { Rate = null, OperatingLimit = null, ServiceTime = ServiceTime.None });
        portal.Seed("crm.deal", 40, static i => new { TITLE = $"deal {i}" });
        using var app = new App(portal);
        var since = new SinceSource(new Conditions("DATE_MODIFY", "ID"), portal.Clock.GetUtcNow);

        await Task.Delay(TimeSpan.FromMinutes(5), portal.Clock);
        Assert.Equal(Enumerable.Range(1, 40).Select(static i => $"{i}"), await RoundAsync());
        await Task.Delay(TimeSpan.FromMinutes(5), portal.Clock);
        Assert.Empty(await RoundAsync());
        portal.Edit("crm.deal.update", new { id = 7, fields = new { TITLE = "new" } });
        await Task.Delay(TimeSpan.FromMinutes(5), portal.Clock);
        portal.Edit("crm.deal.update", new { id = 9, fields = new { TITLE = "new" } });
        Assert.Equal(["7", "9"], await RoundAsync());
        // The last minute comes again.
        Assert.Equal(["9"], await RoundAsync());
        await Task.Delay(TimeSpan.FromMinutes(5), portal.Clock);
        await RoundAsync();
        await Task.Delay(TimeSpan.FromMinutes(5), portal.Clock);
        Assert.Empty(await RoundAsync());

        async Task<List<string>> RoundAsync()
        {
            var filter = Assert.Single(await since.NextAsync()).Filter;
            var answer = await app.CallAsync("crm.deal.list", new { order = new { ID = "ASC" }, filter });
            await since.ConfirmAsync();
            return answer.GetProperty("result").EnumerateArray().Select(static row => row.GetProperty("ID").GetString()!).ToList();
        }
    }

    [Fact]
    public void CodeThatBlocksHasTheSame()
    {
        var changes = Bitrix24Changes.Since("DATE_MODIFY", "ID");

        Assert.Equal(">=ID", Assert.Single(changes.Next()).Name);
        changes.Confirm();
        Assert.Equal(">=DATE_MODIFY", Assert.Single(changes.Next()).Name);
    }

    static async Task<(string Name, object Value)> OnlyAsync(ChangeSource source) => Assert.Single(await source.NextAsync()) is var only ? (only.Name, only.Value) : default;
}
