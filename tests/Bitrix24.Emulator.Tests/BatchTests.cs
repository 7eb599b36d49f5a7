using System.Net;
using System.Text.Json.Nodes;

namespace Bitrix24.Emulator.Tests;

public sealed class BatchTests : PortalTest
{
    private JsonObject Part(Answer answer, string name) => answer.Result![name]!.AsObject();

    [Fact]
    public async Task Commands_run_in_the_order_of_their_keys_and_answer_under_them()
    {
        var answer = await Rest.Batch(new { b = "crm.deal.add?fields[TITLE]=first", a = "crm.deal.add?fields[TITLE]=second", l = "crm.deal.list?select[]=TITLE&order[ID]=ASC" });
        Assert.Equal("""{"b":1,"a":2,"l":[{"TITLE":"first"},{"TITLE":"second"}]}""", Part(answer, "result").ToJsonString());
        Assert.Equal("[]", answer.Result!["result_error"]!.ToJsonString());
        Assert.Equal("""{"l":2}""", Part(answer, "result_total").ToJsonString());
        Assert.Equal("[]", answer.Result!["result_next"]!.ToJsonString());
        Assert.Equal(["b", "a", "l"], Part(answer, "result_time").Select(pair => pair.Key));
        Assert.True(answer.Body.ContainsKey("time"));
    }

    [Fact]
    public async Task An_array_of_commands_answers_arrays()
    {
        var answer = await Rest.Batch(new[] { "crm.deal.add?fields[TITLE]=x", "crm.deal.get?id=1" });
        Assert.Equal(2, answer.Result!["result"]!.AsArray().Count);
        Assert.Equal("x", (string?)answer.Result["result"]![1]!["TITLE"]);
    }

    [Fact]
    public async Task Commands_that_are_no_text_are_passed_over()
    {
        var answer = await Rest.Batch(new object?[] { 1, true, null, 1.5, new[] { "server.time" }, "crm.deal.add?fields[TITLE]=x", "12" });
        Assert.Equal("""{"5":1}""", Part(answer, "result").ToJsonString());
        Assert.Equal(["6"], Part(answer, "result_error").Select(pair => pair.Key));
        Assert.Equal(["batch", "crm.deal.add", "12"], Portal.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task No_commands_answer_empty_lists()
    {
        var answer = await Rest.Batch(new { });
        Assert.Equal("""{"result":[],"result_error":[],"result_total":[],"result_next":[],"result_time":[]}""", answer.Json);
    }

    [Theory]
    [InlineData(0, 2, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(true, 1, 1)]
    [InlineData(false, 2, 1)]
    public async Task Halt_stops_at_the_first_failure(object halt, int results, int errors)
    {
        var answer = await Rest.Batch(new { a = "crm.deal.add?fields[TITLE]=a", b = "crm.deal.get?id=99", c = "crm.deal.add?fields[TITLE]=c" }, halt);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal((results, errors), (Part(answer, "result").Count, Part(answer, "result_error").Count));
        Assert.Equal("""{"error":"","error_description":"Not found"}""", Part(answer, "result_error")["b"]!.ToJsonString());
    }

    [Fact]
    public async Task Commands_after_the_fiftieth_are_refused_one_by_one()
    {
        var answer = await Rest.Batch(Enumerable.Range(1, 52).ToDictionary(i => $"c{i}", i => $"crm.deal.add?fields[TITLE]={i}"));
        Assert.Equal((50, 2), (Part(answer, "result").Count, Part(answer, "result_error").Count));
        Assert.Equal("ERROR_BATCH_LENGTH_EXCEEDED", (string?)Part(answer, "result_error")["c51"]!["error"]);
        Assert.Equal(50, (int)(await Rest.Json("crm.deal.list")).Body["total"]!);
    }

    [Fact]
    public async Task A_batch_in_a_batch_is_refused()
    {
        var answer = await Rest.Batch(new { a = "batch?cmd[x]=crm.deal.add", b = "server.time" });
        Assert.Equal("ERROR_BATCH_METHOD_NOT_ALLOWED", (string?)Part(answer, "result_error")["a"]!["error"]);
        Assert.Equal(["b"], Part(answer, "result").Select(pair => pair.Key));
    }

    [Fact]
    public async Task References_to_earlier_results()
    {
        var answer = await Rest.Batch(new
        {
            company = "crm.company.add?fields[TITLE]=Acme",
            deal = "crm.deal.add?fields[TITLE]=For+$result[company]&fields[COMPANY_ID]=$result[company]",
            list = "crm.deal.list?select[]=ID&select[]=COMPANY_ID",
            read = "crm.company.get?id=$result[list][0][COMPANY_ID]",
            all = "crm.deal.list?filter[@ID]=$result[list]",
            none = "crm.deal.add?fields[TITLE]=$result[nowhere][ID]",
        });
        Assert.Equal("Acme", (string?)Part(answer, "result")["read"]!["TITLE"]);
        var deal = Portal.Ask("crm.deal.get", new { id = 1 })!;
        Assert.Equal(("For 1", "1"), ((string?)deal["TITLE"], (string?)deal["COMPANY_ID"]));
        Assert.Equal("$result[nowhere][ID]", (string?)Portal.Ask("crm.deal.get", new { id = 2 })!["TITLE"]);
    }

    [Fact]
    public async Task A_chain_of_keyset_pages()
    {
        Portal.Seed("crm.deal", 120, i => new { TITLE = "x" });
        Portal.Seed("crm.item", 60, i => new { title = "x" }, new { entityTypeId = 140 });
        const string page = "crm.deal.list?start=-1&order[ID]=ASC&select[]=ID&filter[>ID]=";
        const string items = "crm.item.list?entityTypeId=140&start=-1&order[id]=ASC&select[]=id&filter[>id]=";
        var answer = await Rest.Batch(new { a = page + "0", b = page + "$result[a][49][ID]", c = page + "$result[b][49][ID]", d = items + "0", e = items + "$result[d][items][49][id]" });
        Assert.Equal((50, 50, 20), (Part(answer, "result")["a"]!.AsArray().Count, Part(answer, "result")["b"]!.AsArray().Count, Part(answer, "result")["c"]!.AsArray().Count));
        Assert.Equal("120", (string?)Part(answer, "result")["c"]![19]!["ID"]);
        Assert.Equal(10, Part(answer, "result")["e"]!["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task Values_are_encoded_once_in_json_and_twice_in_a_form()
    {
        const string text = "A&B #1 50% + «я»";
        var once = Uri.EscapeDataString(text);
        await Rest.Batch(new { a = $"crm.deal.add?fields[TITLE]={once}" });
        await Rest.Form("batch", ("cmd[a]", $"crm.deal.add?fields[TITLE]={once}"));
        Assert.Equal(text, (string?)Portal.Ask("crm.deal.get", new { id = 1 })!["TITLE"]);
        Assert.Equal(text, (string?)Portal.Ask("crm.deal.get", new { id = 2 })!["TITLE"]);
        await Rest.Batch(new { a = "crm.deal.add?fields[TITLE]=A&B #1" });
        Assert.Equal("A", (string?)Portal.Ask("crm.deal.get", new { id = 3 })!["TITLE"]);
    }

    [Fact]
    public async Task An_unknown_method_and_a_missing_permission_are_errors_of_their_command()
    {
        var answer = await Rest.Batch(new { a = "crm.deal.nonsense", b = "crm.deal.list.json" });
        Assert.Equal("ERROR_METHOD_NOT_FOUND", (string?)Part(answer, "result_error")["a"]!["error"]);
        Assert.Equal("[]", Part(answer, "result")["b"]!.ToJsonString());
    }

    [Fact]
    public async Task A_batch_is_one_request_and_each_command_a_call()
    {
        await Rest.Batch(new { a = "crm.deal.add?fields[TITLE]=a", b = "crm.deal.add?fields[TITLE]=b" });
        await Rest.Json("crm.deal.list");
        Assert.Equal((2, 3), (Portal.Counters.Requests, Portal.Counters.Commands));
        Assert.Equal(["batch", "crm.deal.add", "crm.deal.add", "crm.deal.list"], Portal.Calls.Select(call => call.Method));
        Assert.Equal([false, true, true, false], Portal.Calls.Select(call => call.InBatch));
        Assert.Equal("""{"fields":{"TITLE":"b"}}""", Portal.Calls[2].Parameters);
    }
}
