namespace Bitrix24.Emulator.Tests;

public sealed class StateTests
{
    [Fact]
    public async Task Equal_rows_are_equal_texts_whatever_the_pace()
    {
        await using var one = await Portal.StartAsync(new PortalOptions { Rate = null });
        await using var two = await Portal.StartAsync(new PortalOptions { Rate = null });
        using var first = new Rest(one);
        using var second = new Rest(two);
        await first.Json("crm.deal.add", new { fields = new { TITLE = "a", OPPORTUNITY = 1 } });
        await first.Json("crm.deal.add", new { fields = new { TITLE = "b" } });
        ((VirtualClock)two.Clock).Advance(TimeSpan.FromDays(1));
        await second.Batch(new { a = "crm.deal.add?fields[OPPORTUNITY]=1.0&fields[TITLE]=a", b = "crm.deal.add?fields[TITLE]=b" });
        Assert.Equal(one.State(), two.State());
        Assert.NotEqual(one.State(withTimes: true), two.State(withTimes: true));
        await second.Json("crm.deal.update", new { id = 2, fields = new { TITLE = "c" } });
        Assert.NotEqual(one.State(), two.State());
    }

    [Fact]
    public async Task A_file_keeps_what_was_acknowledged()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            string state;
            await using (var portal = await Portal.StartAsync(new PortalOptions { File = file }))
            {
                using var rest = new Rest(portal);
                await rest.Json("crm.deal.add", new { fields = new { TITLE = "kept" } });
                state = portal.State(withTimes: true);
            }

            await using var again = await Portal.StartAsync(new PortalOptions { File = file });
            Assert.Equal(state, again.State(withTimes: true));
            Assert.Contains("kept", state, StringComparison.Ordinal);
        }
        finally
        {
            foreach (var left in Directory.GetFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*"))
                File.Delete(left);
        }
    }

    [Fact]
    public async Task Memory_forgets()
    {
        await using (var portal = await Portal.StartAsync())
            portal.Seed("crm.deal", 1, _ => new { TITLE = "gone" });
        await using var again = await Portal.StartAsync();
        Assert.DoesNotContain("gone", again.State(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_portal_ends_once_however_often_it_is_asked_to()
    {
        var portal = await Portal.StartAsync();
        await portal.DisposeAsync();
        await portal.DisposeAsync();
    }
}
