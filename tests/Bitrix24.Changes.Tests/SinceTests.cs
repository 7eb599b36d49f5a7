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
    public void CodeThatBlocksHasTheSame()
    {
        var changes = Bitrix24Changes.Since("DATE_MODIFY", "ID");

        Assert.Equal(">=ID", Assert.Single(changes.Next()).Name);
        changes.Confirm();
        Assert.Equal(">=DATE_MODIFY", Assert.Single(changes.Next()).Name);
    }

    static async Task<(string Name, object Value)> OnlyAsync(ChangeSource source) => Assert.Single(await source.NextAsync()) is var only ? (only.Name, only.Value) : default;
}
