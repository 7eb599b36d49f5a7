namespace Bitrix24.Emulator.Tests;

/// <summary>What the emulator is for: the same work before and after a rewrite, judged by its state, its commands and its requests.</summary>
public sealed class JudgeTests
{
    private const int Deals = 1000;

    private static async Task<Portal> WithDeals()
    {
        var portal = await Portal.StartAsync();
        portal.Seed("crm.deal", Deals, i => new { TITLE = $"deal {i}", OPPORTUNITY = i });
        return portal;
    }

    private static async Task OneByOne(Rest rest)
    {
        for (var id = 1; id <= Deals; id++)
        {
            // As careful code does: wait, and try again.
            while ((await rest.Json("crm.deal.update", new { id, fields = new { OPPORTUNITY = id * 1.5m, OPENED = true } })).Error == "QUERY_LIMIT_EXCEEDED")
                await Task.Delay(TimeSpan.FromSeconds(1), rest.Portal.Clock);
        }
    }

    private static async Task InBatches(Rest rest, string flag)
    {
        foreach (var chunk in Enumerable.Range(1, Deals).Chunk(50))
        {
            var cmd = chunk.ToDictionary(id => $"d{id}", id => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"crm.deal.update?id={id}&fields[OPPORTUNITY]={id * 1.5m}&fields[OPENED]={flag}"));
            Assert.Equal("[]", (await rest.Batch(cmd, halt: 1)).Result!["result_error"]!.ToJsonString());
        }
    }

    [Fact]
    public async Task A_thousand_updates_one_by_one_and_in_batches()
    {
        await using var before = await WithDeals();
        await using var after = await WithDeals();
        using var loop = new Rest(before);
        using var batches = new Rest(after);
        await OneByOne(loop);
        await InBatches(batches, "1");
        Assert.Equal(before.State(), after.State());
        Assert.Equal(before.Counters.Methods["crm.deal.update"].Commands, after.Counters.Methods["crm.deal.update"].Commands);
        Assert.Equal(before.Commands, after.Commands);
        Assert.Equal((Deals + before.Counters.Refusals, 20), (before.Counters.Requests, after.Counters.Requests));
        Assert.InRange(before.Counters.Refusals, 100, 1000);
        Assert.Equal(0, after.Counters.Refusals);
    }

    [Fact]
    public async Task A_rewrite_that_spells_a_flag_wrongly_is_found()
    {
        await using var before = await WithDeals();
        await using var after = await WithDeals();
        using var loop = new Rest(before);
        using var batches = new Rest(after);
        await OneByOne(loop);
        await InBatches(batches, "true");
        Assert.NotEqual(before.State(), after.State());
        Assert.NotEqual(before.Commands, after.Commands);
    }

    [Theory]
    [InlineData("""{"id":1,"fields":{"A":1.5,"B":true}}""", """{"fields":{"B":"1","A":"1.5"},"id":"1"}""", true)]
    [InlineData("""{"id":1,"fields":{"A":null}}""", """{"id":1,"fields":{"A":""}}""", false)]
    [InlineData("""{"id":1,"select":["A","B"]}""", """{"id":1,"select":["B","A"]}""", false)]
    public void Commands_are_equal_where_a_portal_cannot_tell_them_apart(string one, string two, bool equal)
    {
        static string Command(string parameters) => new CallRecord(1, "crm.deal.update", parameters, false, "", default, null, 0).Command;
        Assert.Equal(equal, Command(one) == Command(two));
    }
}
