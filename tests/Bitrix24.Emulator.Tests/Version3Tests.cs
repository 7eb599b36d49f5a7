using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bitrix24.Emulator.Tests;

public sealed class Version3Tests : PortalTest
{
    private const string Prefix = "BITRIX_REST_V3_EXCEPTION_";

    private async Task<(HttpResponseMessage Response, JsonObject Body)> Post(string method, object? body = null, string? key = null)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, Portal.WebhookUrlV3 + method) { Content = JsonContent.Create(body ?? new { }, options: JsonSerializerOptions.Default) };
        if (key is not null)
            message.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        var response = await Rest.Client.SendAsync(message);
        return (response, JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject());
    }

    private async Task<string> Result(string method, object? body = null) => (await Post(method, body)).Body["result"]?.ToJsonString() ?? "none";

    private async Task<string> Code(string method, object? body = null)
    {
        var (response, answer) = await Post(method, body);
        return $"{(int)response.StatusCode} {((string?)answer["error"]!["code"])!.Replace(Prefix, "", StringComparison.Ordinal)}";
    }

    private void Tasks(int count) => Portal.Seed("tasks.task", count, i => new { TITLE = $"t{i}", RESPONSIBLE_ID = i % 2 == 0 ? 1 : 2, STATUS = i == 3 ? 5 : 2 });

    [Fact]
    public async Task Add_get_update_delete()
    {
        var added = (await Post("tasks.task.add", new { fields = new { title = "t", creatorId = 1, responsibleId = 2, priority = "high", needsControl = true } })).Body["result"]!["item"]!;
        Assert.Equal((1, "t", "high", "pending", true), ((int)added["id"]!, (string?)added["title"], (string?)added["priority"], (string?)added["status"], (bool)added["needsControl"]!));
        Assert.Equal("""{"result":true}""", await Result("tasks.task.update", new { id = 1, fields = new { status = "in_progress" } }));
        Assert.Equal("""{"item":{"id":1,"status":"in_progress"}}""", await Result("tasks.task.get", new { id = 1, select = new[] { "id", "status", "stageName" } }));
        Assert.Equal("3", (string?)(await Rest.Json("tasks.task.get", new { taskId = 1 })).Result!["task"]!["status"]);
        Assert.Equal("""{"result":true}""", await Result("tasks.task.delete", new { id = 1 }));
        Assert.Equal("400 ENTITYNOTFOUNDEXCEPTION", await Code("tasks.task.get", new { id = 1 }));
    }

    [Fact]
    public async Task Related_fields_under_a_dot()
    {
        Tasks(1);
        Assert.Equal(
            """{"item":{"id":1,"responsible":{"name":"Boris","email":"manager@example.com"},"parent":null}}""",
            await Result("tasks.task.get", new { id = 1, select = new[] { "id", "responsible.name", "responsible.email", "parent.title" } }));
        Assert.Equal("400 UNKNOWNDTOPROPERTYEXCEPTION", await Code("tasks.task.get", new { id = 1, select = new[] { "responsible.stageId" } }));
    }

    [Theory]
    [InlineData("responsible.stageId", "400 UNKNOWNDTOPROPERTYEXCEPTION")]
    [InlineData("responsible.", "400 UNKNOWNDTOPROPERTYEXCEPTION")]
    [InlineData("responsible.name", null)]
    [InlineData("responsible", null)]
    [InlineData("nothing.name", null)]
    [InlineData("nothing", null)]
    public async Task An_unknown_related_field_is_an_error_though_there_are_no_rows(string name, string? code)
    {
        var query = new { select = new[] { "id", name }, filter = new object[] { new object[] { "id", 99 } } };
        if (code is not null)
            Assert.Equal(code, await Code("tasks.task.list", query));
        else
            Assert.Equal("""{"items":[]}""", await Result("tasks.task.list", query));
    }

    [Fact]
    public async Task Lists_by_page_without_a_total()
    {
        Tasks(120);
        var (_, body) = await Post("tasks.task.list", new { pagination = new { page = 3, limit = 50 } });
        Assert.Equal(["result", "time"], body.Select(pair => pair.Key));
        Assert.Equal(20, body["result"]!["items"]!.AsArray().Count);
        Assert.Equal("""{"id":101}""", body["result"]!["items"]![0]!.ToJsonString());
        Assert.Equal(50, (await Post("tasks.task.list")).Body["result"]!["items"]!.AsArray().Count);
        Assert.Equal(120, (await Post("tasks.task.list", new { pagination = new { limit = 5000 } })).Body["result"]!["items"]!.AsArray().Count);
        Assert.Equal("""{"items":[{"id":119},{"id":118}]}""", await Result("tasks.task.list", new { order = new { id = "DESC" }, pagination = new { limit = 2, offset = 1 } }));
        Assert.Equal("""{"items":[{"id":119},{"id":120}]}""", await Result("tasks.task.list", new { pagination = new { page = 60, limit = 2 } }));
        Assert.Equal("""{"items":[]}""", await Result("tasks.task.list", new { pagination = new { page = 61, limit = 2 } }));
        Assert.Equal("""{"items":[]}""", await Result("tasks.task.list", new { pagination = new { page = long.MaxValue, limit = 2 } }));
        Assert.Equal("400 INVALIDPAGINATIONEXCEPTION", await Code("tasks.task.list", new { pagination = new { limit = "abc" } }));
        Assert.Equal("400 INVALIDPAGINATIONEXCEPTION", await Code("tasks.task.list", new { pagination = new { limit = 0 } }));
        Assert.Equal("400 INVALIDORDEREXCEPTION", await Code("tasks.task.list", new { order = new { description = "ASC" } }));
    }

    [Theory]
    [InlineData("""[["id",">",3]]""", "4,5")]
    [InlineData("""[["id","in",[1,5]]]""", "1,5")]
    [InlineData("""[["id",[2,3]]]""", "2,3")]
    [InlineData("""[["id",2]]""", "2")]
    [InlineData("""[["id","between",[2,4]],["id","!=",3]]""", "2,4")]
    [InlineData("""[["id",">",1],{"logic":"or","conditions":[["id","=",2],["id",">=",5]]}]""", "2,5")]
    public async Task Filters(string filter, string ids)
    {
        Tasks(5);
        var items = (await Post("tasks.task.list", new JsonObject { ["filter"] = JsonNode.Parse(filter) })).Body["result"]!["items"]!.AsArray();
        Assert.Equal(ids, string.Join(',', items.Select(item => item!["id"]!.ToString())));
    }

    [Theory]
    [InlineData("""[["id","~",3]]""", "400 UNKNOWNFILTEROPERATOREXCEPTION")]
    [InlineData("""[["nothing",3]]""", "400 UNKNOWNDTOPROPERTYEXCEPTION")]
    [InlineData("""[["title","x"]]""", "400 VALIDATION_REQUESTVALIDATIONEXCEPTION")]
    [InlineData("""[["id","x"]]""", "400 VALIDATION_REQUESTVALIDATIONEXCEPTION")]
    [InlineData("""{"id":3}""", "400 INVALIDFILTEREXCEPTION")]
    public async Task Wrong_filters(string filter, string code) =>
        Assert.Equal(code, await Code("tasks.task.list", new JsonObject { ["filter"] = JsonNode.Parse(filter) }));

    [Fact]
    public async Task A_tail_goes_on_from_a_cursor()
    {
        Portal.Seed("main.eventlog", 120, i => new { severity = i % 2 == 0 ? "SECURITY" : "INFO", userId = 1 });
        var tail = (await Post("main.eventlog.tail", new { select = new[] { "id" }, filter = new object[] { new[] { "severity", "SECURITY" } }, cursor = new { field = "id", value = 100, limit = 3 } })).Body;
        Assert.Equal("""{"items":[{"id":102},{"id":104},{"id":106}]}""", tail["result"]!.ToJsonString());
        Assert.Equal("400 INVALIDFILTEREXCEPTION", await Code("main.eventlog.tail", new { filter = new object[] { new object[] { "id", ">", 1 } }, cursor = new { } }));
    }

    [Fact]
    public async Task Bad_requests_are_told_what_is_wrong()
    {
        Assert.Equal("404 METHODNOTFOUNDEXCEPTION", await Code("crm.deal.list"));
        Assert.Equal("400 VALIDATION_REQUESTVALIDATIONEXCEPTION", await Code("tasks.task.get?id=1"));
        Assert.Equal("400 VALIDATION_REQUESTVALIDATIONEXCEPTION", await Code("tasks.task.add", new { fields = new { title = "t", responsibleId = 1 } }));
        Assert.Equal("400 UNKNOWNDTOPROPERTYEXCEPTION", await Code("tasks.task.add", new { fields = new { title = "t", creatorId = 1, responsibleId = 1, nonsense = 1 } }));
        Tasks(1);
        var (_, body) = await Post("tasks.task.update", new { id = 1, fields = new { creatorId = 2 } });
        Assert.Equal("creatorId", (string?)body["error"]!["validation"]![0]!["field"]);
        using var form = new StringContent("id=1", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await Rest.Client.PostAsync(Portal.WebhookUrlV3 + "tasks.task.get", form);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("INVALIDJSONEXCEPTION", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("ERROR_METHOD_NOT_FOUND", (await Rest.Json("main.eventlog.list")).Error);
    }

    [Fact]
    public async Task Documentation_by_get()
    {
        var body = JsonNode.Parse(await Rest.Client.GetStringAsync(Portal.WebhookUrlV3 + "documentation"))!;
        Assert.NotNull(body["result"]!["paths"]!["/tasks.task.list"]);
        Assert.Equal("tasks", (string?)(await Post("rest.scope.list")).Body["result"]!["tasks.task.get"]);
    }

    [Fact]
    public async Task A_batch_is_an_array_and_data_passes_by_structure()
    {
        Tasks(3);
        var result = await Result("batch", new object[]
        {
            new Dictionary<string, object> { ["method"] = "tasks.task.list", ["query"] = new { select = new[] { "id", "responsibleId" } }, ["as"] = "tasks" },
            new Dictionary<string, object> { ["method"] = "tasks.task.add", ["as"] = "made", ["query"] = new { fields = new { title = "n", creatorId = 1, responsibleId = new Dictionary<string, string> { ["$ref"] = "tasks.items.1.responsibleId" } } } },
            new Dictionary<string, object> { ["method"] = "tasks.task.list", ["query"] = new { filter = new object[] { new object[] { "id", "in", new Dictionary<string, string> { ["$refArray"] = "tasks.id" } } } } },
            new Dictionary<string, object> { ["method"] = "tasks.task.get", ["query"] = new { id = new Dictionary<string, string> { ["$ref"] = "made.item.id" }, select = new[] { "id", "title" } } },
        });
        var steps = JsonNode.Parse(result)!.AsArray();
        Assert.Equal(1, (int)steps[1]!["item"]!["responsibleId"]!);
        Assert.Equal("""{"items":[{"id":1},{"id":2},{"id":3}]}""", steps[2]!.ToJsonString());
        Assert.Equal("""{"item":{"id":4,"title":"n"}}""", steps[3]!.ToJsonString());
        Assert.Equal((1, 4), (Portal.Counters.Requests, Portal.Counters.Commands));
    }

    [Fact]
    public async Task One_failure_is_the_answer_to_the_whole_batch()
    {
        static object Call(string method, object query) => new { method, query };
        Tasks(1);
        Assert.Equal("400 ENTITYNOTFOUNDEXCEPTION", await Code("batch", new[] { Call("tasks.task.get", new { id = 1 }), Call("tasks.task.get", new { id = 9 }), Call("tasks.task.delete", new { id = 1 }) }));
        Assert.Equal(["batch", "tasks.task.get", "tasks.task.get"], Portal.Calls.Select(call => call.Method));
        Assert.Equal("400 INVALIDSELECTEXCEPTION", await Code("batch", new { cmd = new { a = "tasks.task.get?id=1" } }));
        Assert.Equal("400 INVALIDSELECTEXCEPTION", await Code("batch", new[] { Call("tasks.task.get", new { id = new Dictionary<string, string> { ["$ref"] = "no.id" } }) }));
        Assert.Equal("404 METHODNOTFOUNDEXCEPTION", await Code("batch", new[] { Call("crm.deal.get", new { id = 1 }) }));
        Assert.Equal("400 VALIDATION_REQUESTVALIDATIONEXCEPTION", await Code("batch", Enumerable.Range(0, 51).Select(_ => Call("tasks.task.get", new { id = 1 }))));
    }

    [Fact]
    public async Task A_repeated_write_with_its_key_runs_once()
    {
        var task = new { fields = new { title = "once", creatorId = 1, responsibleId = 1 } };
        var first = await Post("tasks.task.add", task, "key-1");
        var again = await Post("tasks.task.add", task, "key-1");
        Assert.False(first.Response.Headers.Contains("Idempotent-Replayed"));
        Assert.Equal(("true", "key-1"), (again.Response.Headers.GetValues("Idempotent-Replayed").Single(), again.Response.Headers.GetValues("Idempotency-Key").Single()));
        Assert.Equal(first.Body.ToJsonString(), again.Body.ToJsonString());
        var reused = await Post("tasks.task.add", new { fields = new { title = "other", creatorId = 1, responsibleId = 1 } }, "key-1");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, Prefix + "IDEMPOTENCYKEYREUSEDEXCEPTION"), (reused.Response.StatusCode, (string?)reused.Body["error"]!["code"]));
        Assert.Equal(HttpStatusCode.BadRequest, (await Post("tasks.task.add", task, new string('x', 256))).Response.StatusCode);
        Assert.Equal(2, (int)(await Post("tasks.task.add", task, "key-2")).Body["result"]!["item"]!["id"]!);
        ((VirtualClock)Portal.Clock).Advance(TimeSpan.FromHours(25));
        Assert.Equal(3, (int)(await Post("tasks.task.add", task, "key-1")).Body["result"]!["item"]!["id"]!);
    }
}
