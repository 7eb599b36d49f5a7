namespace Bitrix24.Emulator.Tests;

public sealed class FailureTests : PortalTest
{
    private async Task<string?> Add(string title) => (await Rest.Json("crm.deal.add", new { fields = new { TITLE = title } })).Error;

    [Fact]
    public async Task The_ordered_call_fails_alone_or_in_a_batch()
    {
        Portal.Fail("crm.deal.add", call: 2);
        Portal.Fail("crm.deal.add", call: 4, code: "QUERY_LIMIT_EXCEEDED", repeats: false);
        Assert.Null(await Add("first"));
        var batch = await Rest.Batch(new { a = "crm.deal.add?fields[TITLE]=a", b = "crm.deal.add?fields[TITLE]=b" });
        Assert.Equal("""{"a":{"error":"ERROR_CORE","error_description":"ERROR_CORE"}}""", batch.Result!["result_error"]!.ToJsonString());
        var refused = await Rest.Json("crm.deal.add", new { fields = new { TITLE = "c" } });
        Assert.Equal((503, "QUERY_LIMIT_EXCEEDED"), ((int)refused.Status, refused.Error));
        Assert.Equal([null, null, "ERROR_CORE", null, "QUERY_LIMIT_EXCEEDED"], Portal.Calls.Select(call => call.Error));
        Assert.Null(await Add("c"));
        Assert.Equal(3, Portal.Ask("crm.deal.list")!.AsArray().Count);
    }

    [Theory]
    [InlineData(true, "ERROR_CORE")]
    [InlineData(false, null)]
    public async Task A_failed_command_that_is_sent_again_fails_again_unless_the_trouble_passed(bool repeats, string? again)
    {
        Portal.Fail("crm.deal.add", call: 1, repeats: repeats);
        var batch = await Rest.Batch(new { a = "crm.deal.add?fields[TITLE]=a" });
        Assert.Equal("ERROR_CORE", (string?)batch.Result!["result_error"]!["a"]!["error"]);
        Assert.Equal(again, await Add("a"));
        Assert.Null(await Add("b"));
        Assert.Equal(3, Portal.Commands.Count);
        Assert.Equal(repeats ? ["b"] : ["a", "b"], Portal.SucceededCommands.Select(command => command.Split('"')[^2]));
    }

    [Fact]
    public async Task Calls_with_certain_parameters_fail_whatever_their_transport()
    {
        Portal.Seed("crm.deal", 3, i => new { TITLE = $"d{i}" });
        Portal.Fail("crm.deal.update", when: parameters => (string?)parameters["id"] == "2", code: "ACCESS_DENIED");
        Assert.Equal("ACCESS_DENIED", (await Rest.Json("crm.deal.update", new { id = 2, fields = new { TITLE = "x" } })).Error);
        Assert.Null((await Rest.Json("crm.deal.update", new { id = 3, fields = new { TITLE = "x" } })).Error);
        var batch = await Rest.Batch(new { a = "crm.deal.update?id=2&fields[TITLE]=x", b = "crm.deal.update?id=1&fields[TITLE]=x" });
        Assert.Equal(["a"], batch.Result!["result_error"]!.AsObject().Select(pair => pair.Key));
    }

    [Fact]
    public async Task A_batch_can_fail_as_a_whole()
    {
        Portal.Fail("batch", call: 2, code: "INTERNAL_SERVER_ERROR", status: 500, repeats: false);
        Assert.Null((await Rest.Batch(new { a = "server.time" })).Error);
        var failed = await Rest.Batch(new { a = "crm.deal.add?fields[TITLE]=x" });
        Assert.Equal((500, "INTERNAL_SERVER_ERROR"), ((int)failed.Status, failed.Error));
        Assert.Null((await Rest.Batch(new { a = "crm.deal.add?fields[TITLE]=x" })).Error);
        Assert.Single(Portal.Ask("crm.deal.list")!.AsArray());
    }
}
