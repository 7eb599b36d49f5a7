namespace Bitrix24.Batch.Tests;

public class FailureTests
{
    readonly Portal portal = new();
    readonly Client client;

    public FailureTests() => client = new Client(portal);

    [Theory]
    [InlineData(1, "batch 50 halt=1, crm.deal.get")]
    [InlineData(7, "batch 50 halt=1, crm.deal.get")]
    [InlineData(50, "batch 50 halt=1, crm.deal.get")]
    [InlineData(51, "batch 50 halt=1, batch 50 halt=1, crm.deal.get")]
    public async Task HaltingStopsAtTheFailedCommandAsALoopDoes(int failed, string requests)
    {
        portal.ErrorOf = Numbers.Failing(failed);
        var answers = new List<string>();
        var batch = Bitrix24Batch.Create(Numbers.Deals(120), (string method, object body) => client.CallAsync(method, body));

        var exception = await Assert.ThrowsAsync<PortalException>(async () =>
        {
            foreach (var _ in Numbers.Deals(120))
                answers.Add(await batch.NextAsync());
        });

        Assert.Equal("NOT_FOUND", exception.Message);
        Assert.Equal(Enumerable.Range(1, failed - 1).Select(Numbers.Deal), answers);
        Assert.Equal(requests, string.Join(", ", portal.Requests));
        Assert.Equal(failed, portal.Ran.Distinct().Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(60)]
    public async Task SendAsyncEndsWithTheException(int failed)
    {
        portal.ErrorOf = Numbers.Failing(failed);

        await Assert.ThrowsAsync<PortalException>(() =>
            Bitrix24Batch.SendAsync(Numbers.Deals(120), (string method, object body) => client.CallAsync(method, body)));

        Assert.Equal(failed, portal.Ran.Distinct().Count());
    }

    [Fact]
    public void SendEndsWithTheException()
    {
        portal.ErrorOf = Numbers.Failing(3);

        Assert.Throws<PortalException>(() => Bitrix24Batch.Send(Numbers.Deals(9), (string method, object body) => client.Call(method, body)));

        Assert.Equal(["batch 9 halt=1", "crm.deal.get"], portal.Requests);
    }

    [Fact]
    public async Task WithoutHaltEachFailedCommandIsRepeatedInItsTurn()
    {
        portal.ErrorOf = (_, parameters) => parameters is """{"id":"2"}""" or """{"id":"5"}""" ? "NOT_FOUND" : null;
        var log = new List<string>();
        var batch = Bitrix24Batch.Create(Numbers.Deals(6), (string method, object body) => client.CallAsync(method, body), halt: false);

        for (var id = 1; id <= 6; id++)
        {
            try
            {
                log.Add(await batch.NextAsync());
            }
            catch (PortalException exception)
            {
                log.Add($"{id} {exception.Message} after {portal.Requests.Count} requests");
            }
        }

        Assert.Equal(
            [Numbers.Deal(1), "2 NOT_FOUND after 2 requests", Numbers.Deal(3), Numbers.Deal(4), "5 NOT_FOUND after 3 requests", Numbers.Deal(6)],
            log);
        Assert.Equal(["batch 6 halt=0", "crm.deal.get", "crm.deal.get"], portal.Requests);
    }

    [Fact]
    public void WithoutHaltAndWithoutAwait()
    {
        portal.ErrorOf = Numbers.Failing(1);
        var batch = Bitrix24Batch.Create(Numbers.Deals(2), (string method, object body) => client.Call(method, body), halt: false);

        Assert.Throws<PortalException>(() => batch.Next());
        Assert.Equal(Numbers.Deal(2), batch.Next());
    }

    [Fact]
    public async Task ARepetitionThatSucceedsIsAnAnswerAndTheRestIsANewBatch()
    {
        var attempts = 0;
        portal.ErrorOf = (_, parameters) => parameters == """{"id":"3"}""" && attempts++ == 0 ? "TEMPORARY" : null;
        var batch = Bitrix24Batch.Create(Numbers.Deals(6), (string method, object body) => client.CallAsync(method, body));

        for (var id = 1; id <= 6; id++)
            Assert.Equal(Numbers.Deal(id), await batch.NextAsync());
        Assert.Equal(["batch 6 halt=1", "crm.deal.get", "batch 3 halt=1"], portal.Requests);
    }

    [Fact]
    public async Task ALoopThatGoesOnAfterAHaltGetsTheRest()
    {
        portal.ErrorOf = Numbers.Failing(2);
        var batch = Bitrix24Batch.Create(Numbers.Deals(3), (string method, object body) => client.CallAsync(method, body));

        Assert.Equal(Numbers.Deal(1), await batch.NextAsync());
        await Assert.ThrowsAsync<PortalException>(batch.NextAsync);
        Assert.Equal(Numbers.Deal(3), await batch.NextAsync());
        Assert.Equal(["batch 3 halt=1", "crm.deal.get", "crm.deal.get"], portal.Requests);
    }

    [Fact]
    public async Task AWrapperThatGivesErrorsAsAnswersGetsThem()
    {
        portal.ErrorOf = Numbers.Failing(2);
        var batch = Bitrix24Batch.Create(Numbers.Deals(3), (string method, object body) => client.AskAsync(method, body), halt: false);

        Assert.Equal(Numbers.Deal(1), await batch.NextAsync());
        Assert.Equal("""{"error":"NOT_FOUND","error_description":"No."}""", await batch.NextAsync());
        Assert.Equal(Numbers.Deal(3), await batch.NextAsync());
    }

    [Theory]
    [InlineData("INTERNAL_SERVER_ERROR", true)]
    [InlineData("INTERNAL_SERVER_ERROR", false)]
    [InlineData("ERROR_UNEXPECTED_ANSWER", true)]
    [InlineData("ERROR_UNEXPECTED_ANSWER", false)]
    public async Task ACommandThatMayHaveRunIsNotRepeated(string code, bool halt)
    {
        portal.ErrorOf = Numbers.Failing(2, code);
        var batch = Bitrix24Batch.Create(Numbers.Deals(4), (string method, object body) => client.CallAsync(method, body), halt);

        Assert.Equal(Numbers.Deal(1), await batch.NextAsync());
        var exception = await Assert.ThrowsAsync<Bitrix24BatchException>(batch.NextAsync);
        Assert.Equal((code, "crm.deal.get"), (exception.Code, exception.Method));
        Assert.Equal($"crm.deal.get failed inside a batch with {code} and may have run.", exception.Message);
        Assert.Equal(Numbers.Deal(3), await batch.NextAsync());
        Assert.Equal(Numbers.Deal(4), await batch.NextAsync());
        Assert.Equal(halt ? ["batch 4 halt=1", "batch 2 halt=1"] : ["batch 4 halt=0"], portal.Requests);
    }

    [Fact]
    public async Task AFailedBatchFailsForEachOfItsCommandsAndIsNotRepeated()
    {
        var timeout = new TimeoutException();
        portal.Instead[1] = () => throw timeout;
        var batch = Bitrix24Batch.Create(Numbers.Deals(102), (string method, object body) => client.CallAsync(method, body), halt: false);

        for (var id = 1; id <= 50; id++)
            Assert.Same(timeout, await Assert.ThrowsAsync<TimeoutException>(batch.NextAsync));
        Assert.Single(portal.Requests);
        for (var id = 51; id <= 102; id++)
            Assert.Equal(Numbers.Deal(id), await batch.NextAsync());
        Assert.Equal(["batch 50 halt=0", "batch 50 halt=0", "batch 2 halt=0"], portal.Requests);
    }

    [Fact]
    public void AFailedBatchFailsWithoutAwaitToo()
    {
        portal.Instead[1] = () => throw new TimeoutException();
        var batch = Bitrix24Batch.Create(Numbers.Deals(2), (string method, object body) => client.Call(method, body));

        Assert.Throws<TimeoutException>(() => batch.Next());
        Assert.Throws<TimeoutException>(() => batch.Next());
        Assert.Single(portal.Requests);
    }

    [Fact]
    public async Task ACancelledBatchIsCancelledForEachOfItsCommands()
    {
        portal.Instead[1] = () => throw new OperationCanceledException();
        var batch = Bitrix24Batch.Create(Numbers.Deals(2), (string method, object body) => client.CallAsync(method, body));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(batch.NextAsync);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(batch.NextAsync);
        Assert.Single(portal.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>502 Bad Gateway</html>")]
    [InlineData("""{"result":{"result":{"0":1}""")]
    [InlineData("""{"result":{"result":[1,2]}} trailing""")]
    [InlineData("""{"result":true}""")]
    [InlineData("""{"result":{"ID":"1"}}""")]
    [InlineData("[1,2]")]
    [InlineData("null")]
    public async Task AnAnswerThatIsNoneOfABatchFailsForEachCommand(string answer)
    {
        portal.Instead[1] = () => answer;
        var batch = Bitrix24Batch.Create(Numbers.Deals(52), (string method, object body) => client.AskAsync(method, body));

        for (var id = 1; id <= 50; id++)
        {
            var exception = await Assert.ThrowsAsync<Bitrix24BatchException>(batch.NextAsync);
            Assert.Equal(("", "batch"), (exception.Code, exception.Method));
        }
        Assert.Equal(Numbers.Deal(51), await batch.NextAsync());
        Assert.Equal(2, portal.Requests.Count);
    }

    [Theory]
    [InlineData("QUERY_LIMIT_EXCEEDED")]
    [InlineData("expired_token")]
    [InlineData("NO_AUTH_FOUND")]
    [InlineData("insufficient_scope")]
    public async Task ARefusedBatchIsTheAnswerOfOneCommandAndTheRestIsTriedAgain(string code)
    {
        var refusal = $$"""{ "error": "{{code}}", "error_description": "Not now." }""";
        portal.Instead[1] = () => refusal;
        portal.Instead[2] = () => refusal;
        var batch = Bitrix24Batch.Create(Numbers.Deals(5), (string method, object body) => client.AskAsync(method, body), halt: false);

        Assert.Equal(refusal, await batch.NextAsync());
        Assert.Equal(refusal, await batch.NextAsync());
        for (var id = 3; id <= 5; id++)
            Assert.Equal(Numbers.Deal(id), await batch.NextAsync());
        Assert.Equal(["batch 5 halt=0", "batch 4 halt=0", "batch 3 halt=0"], portal.Requests);
    }

    [Theory]
    [InlineData("INTERNAL_SERVER_ERROR")]
    [InlineData("ERROR_UNEXPECTED_ANSWER")]
    public async Task ABatchThatMayHaveRunIsTheAnswerOfEachCommandAndNotRepeated(string code)
    {
        var answer = $$"""{"error":"{{code}}"}""";
        portal.Instead[1] = () => answer;
        var batch = Bitrix24Batch.Create(Numbers.Deals(3), (string method, object body) => client.AskAsync(method, body), halt: false);

        for (var id = 1; id <= 3; id++)
            Assert.Equal(answer, await batch.NextAsync());
        Assert.Single(portal.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ACommandWithoutAnswerAndWithoutErrorBeforeItIsSentAlone(bool halt)
    {
        portal.Instead[1] = () => """{"result":{"result":{"1":{"id":"2"}},"result_error":[]}}""";
        var batch = Bitrix24Batch.Create(Numbers.Deals(3), (string method, object body) => client.CallAsync(method, body), halt);

        for (var id = 1; id <= 3; id++)
            Assert.Equal(Numbers.Deal(id), await batch.NextAsync());
        Assert.Equal(3, portal.Requests.Count);
    }

    [Fact]
    public async Task WithoutHaltAnAnswerMissingBehindAnErrorIsAskedForAlone()
    {
        portal.Instead[1] = () => """{"result":{"result":[],"result_error":[{"error":"TEMPORARY"}]}}""";
        var batch = Bitrix24Batch.Create(Numbers.Deals(3), (string method, object body) => client.CallAsync(method, body), halt: false);

        for (var id = 1; id <= 3; id++)
            Assert.Equal(Numbers.Deal(id), await batch.NextAsync());
        Assert.Equal(["batch 3 halt=0", "crm.deal.get", "crm.deal.get", "crm.deal.get"], portal.Requests);
    }

    [Fact]
    public async Task NoAnswerAtAllIsNoAnswerForEachCommand()
    {
        var requests = 0;
        var batch = Bitrix24Batch.Create(Numbers.Deals(3), (string _, object _) =>
        {
            requests++;
            return Task.FromResult<string?>(null);
        });

        for (var id = 1; id <= 3; id++)
            Assert.Null(await batch.NextAsync());
        Assert.Equal(1, requests);
    }

    [Fact]
    public async Task UnseenAnswersNeverHalt()
    {
        portal.ErrorOf = Numbers.Failing(2);

        await Bitrix24Batch.SendAsync(Numbers.Deals(52), (string method, object body) => (Task)client.AskAsync(method, body));

        Assert.Equal(["batch 50 halt=0", "batch 2 halt=0"], portal.Requests);
        Assert.Equal(52, portal.Ran.Count);
    }

    [Fact]
    public void UnseenAnswersNeverHaltWithoutAwait()
    {
        portal.ErrorOf = Numbers.Failing(2);

        Bitrix24Batch.Send(Numbers.Deals(51), (string method, object body) => { portal.Json(method, body); });

        Assert.Equal(["batch 50 halt=0", "crm.deal.get"], portal.Requests);
        Assert.Equal(51, portal.Ran.Count);
    }
}
