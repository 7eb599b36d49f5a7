namespace Bitrix24.Batch.Tests;

/// <summary>Commands that wait in a loop until there are fifty, or until it ends.</summary>
public class CollectorTests
{
    readonly Portal portal = new();
    readonly Client client;

    public CollectorTests() => client = new Client(portal);

    static Bitrix24Command Deal(int id) => Bitrix24Batch.Command("crm.deal.get", new { id });

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "crm.deal.get")]
    [InlineData(50, "batch 50 halt=1")]
    [InlineData(51, "batch 50 halt=1, crm.deal.get")]
    [InlineData(120, "batch 50 halt=1, batch 50 halt=1, batch 20 halt=1")]
    public async Task SendsFiftyAtATime(int count, string requests)
    {
        var batch = Bitrix24Batch.Collect((string method, object body) => client.CallAsync(method, body));
        for (var id = 1; id <= count; id++)
            await batch.AddAsync(Deal(id));
        await batch.FlushAsync();
        await batch.DisposeAsync();

        Assert.Equal(requests, string.Join(", ", portal.Requests));
        Assert.Equal(Enumerable.Range(1, count).Select(id => $$"""crm.deal.get {"id":"{{id}}"}"""), portal.Ran);
    }

    [Fact]
    public void SendsFiftyAtATimeWithoutTasks()
    {
        using (var batch = Bitrix24Batch.Collect((string method, object body) => client.Call(method, body)))
        {
            for (var id = 1; id <= 60; id++)
                batch.Add(Deal(id));
        }

        Assert.Equal(["batch 50 halt=1", "batch 10 halt=1"], portal.Requests);
    }

    [Fact]
    public async Task AFailureIsThrownAndTheRestDropped()
    {
        portal.ErrorOf = Numbers.Failing(3);
        var batch = Bitrix24Batch.Collect((string method, object body) => client.CallAsync(method, body));
        for (var id = 1; id <= 9; id++)
            await batch.AddAsync(Deal(id));

        await Assert.ThrowsAsync<PortalException>(batch.FlushAsync);
        await batch.DisposeAsync();

        Assert.Equal(["batch 9 halt=1", "crm.deal.get"], portal.Requests);
        Assert.Equal(3, portal.Ran.Distinct().Count());
    }

    [Fact]
    public async Task AHandledFailureLetsTheOthersRun()
    {
        portal.ErrorOf = Numbers.Failing(3);
        var failures = new List<string>();
        var batch = Bitrix24Batch.Collect((string method, object body) => client.CallAsync(method, body), halt: false);
        for (var id = 1; id <= 9; id++)
            await batch.AddAsync(Deal(id), failed: exception => failures.Add(exception.Message));
        await batch.FlushAsync();

        Assert.Equal(["NOT_FOUND"], failures);
        Assert.Equal(9, portal.Ran.Distinct().Count());
    }

    [Fact]
    public async Task HandsAnswersOnInTheirOrder()
    {
        var answers = new List<string>();
        var batch = Bitrix24Batch.Collect((string method, object body) => client.CallAsync(method, body));
        for (var id = 1; id <= 3; id++)
            await batch.AddAsync(Deal(id), async send => answers.Add(await send()));
        await batch.AddAsync(Deal(4), text => text.Length, async send => answers.Add((await send()).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Empty(portal.Requests);
        await batch.FlushAsync();

        Assert.Equal([Numbers.Deal(1), Numbers.Deal(2), Numbers.Deal(3), "21"], answers);
    }
}
