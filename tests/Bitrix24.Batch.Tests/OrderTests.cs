namespace Bitrix24.Batch.Tests;

public class OrderTests
{
    readonly Portal portal = new();
    readonly Client client;

    public OrderTests() => client = new Client(portal);

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "crm.deal.get")]
    [InlineData(2, "batch 2 halt=1")]
    [InlineData(49, "batch 49 halt=1")]
    [InlineData(50, "batch 50 halt=1")]
    [InlineData(51, "batch 50 halt=1, crm.deal.get")]
    [InlineData(149, "batch 50 halt=1, batch 50 halt=1, batch 49 halt=1")]
    [InlineData(150, "batch 50 halt=1, batch 50 halt=1, batch 50 halt=1")]
    public async Task ChunksOfFifty(int count, string requests)
    {
        await Bitrix24Batch.SendAsync(Numbers.Deals(count), (string method, object body) => client.CallAsync(method, body));

        Assert.Equal(requests, string.Join(", ", portal.Requests));
        Assert.Equal(Enumerable.Range(1, count).Select(id => $$"""crm.deal.get {"id":"{{id}}"}"""), portal.Ran);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(51)]
    [InlineData(2501)]
    public async Task AnswersInOrder(int count)
    {
        var batch = Bitrix24Batch.Create(Numbers.Deals(count), (string method, object body) => client.CallAsync(method, body));

        for (var id = 1; id <= count; id++)
            Assert.Equal(Numbers.Deal(id), await batch.NextAsync());
        Assert.Equal((count + 49) / 50, portal.Requests.Count);
        await Assert.ThrowsAsync<InvalidOperationException>(batch.NextAsync);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(51)]
    public void AnswersInOrderWithoutAwait(int count)
    {
        var batch = Bitrix24Batch.Create(Numbers.Deals(count), (string method, object body) => client.Call(method, body));

        for (var id = 1; id <= count; id++)
            Assert.Equal(Numbers.Deal(id), batch.Next());
        Assert.Throws<InvalidOperationException>(() => batch.Next());
    }

    [Fact]
    public void SendsAllWithoutAwait()
    {
        Bitrix24Batch.Send(Numbers.Deals(51), (string method, object body) => client.Call(method, body));

        Assert.Equal(["batch 50 halt=1", "crm.deal.get"], portal.Requests);
    }

    [Fact]
    public async Task TakesCommandsAChunkAtATime()
    {
        var taken = 0;
        var commands = Numbers.Deals(120).Select(command => { taken++; return command; });
        var batch = Bitrix24Batch.Create(commands, (string method, object body) => client.CallAsync(method, body));

        Assert.Equal(0, taken);
        for (var id = 1; id <= 50; id++)
        {
            await batch.NextAsync();
            Assert.Equal((50, 1), (taken, portal.Requests.Count));
        }
        await batch.NextAsync();
        Assert.Equal((100, 2), (taken, portal.Requests.Count));
    }

    [Fact]
    public async Task EnumeratesOnce()
    {
        var started = 0;
        IEnumerable<Bitrix24Command> Commands()
        {
            started++;
            foreach (var command in Numbers.Deals(101))
                yield return command;
        }

        await Bitrix24Batch.SendAsync(Commands(), (string method, object body) => client.CallAsync(method, body));

        Assert.Equal((1, 3), (started, portal.Requests.Count));
    }

    [Fact]
    public async Task AnInexpressibleCommandIsSentAloneInItsTurn()
    {
        var commands = Enumerable.Range(1, 6).Select(id => Bitrix24Batch.Command("crm.deal.update", new { id, title = id == 3 ? null : "x" }));
        var batch = Bitrix24Batch.Create(commands, (string method, object body) => client.CallAsync(method, body));

        for (var id = 1; id <= 6; id++)
            Assert.Contains($"\"id\":\"{id}\"", await batch.NextAsync());
        Assert.Equal(["batch 2 halt=1", "crm.deal.update", "batch 3 halt=1"], portal.Requests);
        Assert.Equal("""crm.deal.update {"id":"3","title":null}""", portal.Ran[2]);
    }

    [Fact]
    public async Task AnInexpressibleCommandTakesNoPlaceInAChunk()
    {
        var taken = 0;
        var commands = Enumerable.Range(1, 51).Select(id =>
        {
            taken++;
            return Bitrix24Batch.Command("crm.deal.update", new { id, title = id == 1 ? null : "x" });
        });
        var batch = Bitrix24Batch.Create(commands, (string method, object body) => client.CallAsync(method, body));

        await batch.NextAsync();
        Assert.Equal(1, taken);
        await batch.NextAsync();
        Assert.Equal((51, "crm.deal.update, batch 50 halt=1"), (taken, string.Join(", ", portal.Requests)));
    }

    [Fact]
    public async Task OnlyInexpressibleCommandsAreOnlyPlainCalls()
    {
        var commands = Enumerable.Range(1, 3).Select(id => Bitrix24Batch.Command("crm.deal.update", new { id, tags = Array.Empty<string>() }));

        await Bitrix24Batch.SendAsync(commands, (string method, object body) => client.CallAsync(method, body));

        Assert.Equal(Enumerable.Repeat("crm.deal.update", 3), portal.Requests);
    }

    [Fact]
    public async Task AnExceptionOfTheSequenceComesInItsTurn()
    {
        var commands = Enumerable.Range(1, 5).Select(id => id == 4 ? throw new FormatException() : Bitrix24Batch.Command("crm.deal.get", new { id }));
        var batch = Bitrix24Batch.Create(commands, (string method, object body) => client.CallAsync(method, body));

        for (var id = 1; id <= 3; id++)
            Assert.Equal(Numbers.Deal(id), await batch.NextAsync());
        await Assert.ThrowsAsync<FormatException>(batch.NextAsync);
        Assert.Equal(["batch 3 halt=1"], portal.Requests);
        Assert.Equal(Numbers.Deal(5), await batch.NextAsync());
    }

    [Fact]
    public async Task NullIsNoCommand()
    {
        var commands = Enumerable.Range(1, 120).Select(id => id % 2 == 0 ? null! : Bitrix24Batch.Command("crm.deal.get", new { id }));
        var batch = Bitrix24Batch.Create(commands, (string method, object body) => client.CallAsync(method, body));

        for (var id = 1; id <= 120; id += 2)
            Assert.Equal(Numbers.Deal(id), await batch.NextAsync());
        Assert.Equal(["batch 50 halt=1", "batch 10 halt=1"], portal.Requests);
    }

    [Fact]
    public async Task ParametersAreReadWhenTheirCommandIsTaken()
    {
        var shared = new Dictionary<string, object>();
        var commands = Enumerable.Range(1, 3).Select(id =>
        {
            shared["id"] = id;
            return Bitrix24Batch.Command("crm.deal.get", shared);
        });

        await Bitrix24Batch.SendAsync(commands, (string method, object body) => client.CallAsync(method, body));

        Assert.Equal(["""crm.deal.get {"id":"1"}""", """crm.deal.get {"id":"2"}""", """crm.deal.get {"id":"3"}"""], portal.Ran);
    }

    [Fact]
    public async Task MethodsWithoutParameters()
    {
        string[] methods = ["crm.deal.fields", "crm.lead.fields.json", "crm.contact.fields?"];

        await Bitrix24Batch.SendAsync(
            methods.Select(method => Bitrix24Batch.Command(method)),
            (string method, object body) => client.CallAsync(method, body));

        Assert.Equal(["crm.deal.fields []", "crm.lead.fields []", "crm.contact.fields []"], portal.Ran);
    }

    [Fact]
    public async Task KeepsTheCallersContext()
    {
        var contexts = new List<SynchronizationContext?>();
        var context = new CountingContext();
        SynchronizationContext.SetSynchronizationContext(context);
        try
        {
            await Bitrix24Batch.SendAsync(Numbers.Deals(101), async (string method, object body) =>
            {
                contexts.Add(SynchronizationContext.Current);
                await Task.Yield();
                return client.Call(method, body);
            });
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(null);
        }

        Assert.Equal([context, context, context], contexts);
    }

    sealed class CountingContext : SynchronizationContext
    {
        public override void Post(SendOrPostCallback callback, object? state) => base.Post(
            _ =>
            {
                SetSynchronizationContext(this);
                callback(state);
            },
            null);
    }
}
