namespace Bitrix24.Emulator.Tests;

/// <summary>Records of the offline queue that a process took and neither cleared nor marked.</summary>
public sealed class OfflineReservationTests : PortalTest
{
    private async Task<Answer> App(string method) =>
        await Rest.Read(await Rest.Client.GetAsync($"{Portal.RestUrl}{method}{(method.Contains('?', StringComparison.Ordinal) ? '&' : '?')}auth={Portal.Install("shop").AccessToken}"));

    private async Task<int> Listed() => (await App("event.offline.list")).Result!.AsArray().Count;

    [Fact]
    public async Task They_are_kept_for_thirty_days()
    {
        var clock = (VirtualClock)Portal.Clock;
        await App("event.bind?event=ONCRMDEALADD&event_type=offline");
        await Rest.Json("crm.deal.add", new { fields = new { TITLE = "old" } });
        clock.Advance(TimeSpan.FromDays(40));
        var process = (string)(await App("event.offline.get?clear=0")).Result!["process_id"]!;
        await Rest.Json("crm.deal.add", new { fields = new { TITLE = "waiting" } });
        clock.Advance(TimeSpan.FromDays(29.9));
        Assert.Equal(2, await Listed());
        clock.Advance(TimeSpan.FromDays(0.2));
        Assert.Equal(1, await Listed());
        Assert.Equal("true", (await App($"event.offline.error?process_id={process}")).Json);
        Assert.Equal("[]", (await App("event.offline.get?error=1&clear=0&limit=1&filter[ERROR]=1")).Result!["events"]!.ToJsonString());
        Assert.Equal(2, (int)Assert.Single((await App("event.offline.get")).Result!["events"]!.AsArray())!["EVENT_DATA"]!["FIELDS"]!["ID"]!);
    }

    [Fact]
    public async Task A_record_that_was_marked_is_no_longer_reserved_and_stays()
    {
        await App("event.bind?event=ONCRMDEALADD&event_type=offline");
        await Rest.Json("crm.deal.add", new { fields = new { TITLE = "d" } });
        var process = (string)(await App("event.offline.get?clear=0")).Result!["process_id"]!;
        await App($"event.offline.error?process_id={process}");
        ((VirtualClock)Portal.Clock).Advance(TimeSpan.FromDays(31));
        Assert.Single((await App("event.offline.get?error=1")).Result!["events"]!.AsArray());
    }
}
