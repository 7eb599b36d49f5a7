using System.Text;
using System.Text.Json.Nodes;

namespace Bitrix24.Emulator.Tests;

public sealed class BadInputTests : PortalTest
{
    /// <summary>Values that have broken programs before.</summary>
    private static readonly string[] Values =
    [
        "", "0", "-1", "1", "null", "true", "[]", "{}", "\"\"", "\"x\"", "\"1\"", "1e400", "1e28", "99999999999999999999999999", "-9223372036854775809", "0.1", "\"0001-01-01\"",
        "\"9999-12-31T23:59:59Z\"", "\"31.12.2026\"", "\"$result[a][b]\"", "\"'; DROP TABLE crm_deal; --\"", "\"%\"", "\"\\u0000\"", "\"я👋\"", "[null]", "[[1]]", "{\"a\":{\"b\":[1,{\"c\":null}]}}",
        "{\"0\":{\"LOGIC\":\"OR\",\"0\":1}}", "{\">ID\":{}}", "{\"><ID\":[1]}", "{\"@ID\":[]}", "{\"%TITLE\":[]}", "{\"!\":1}", "{\"TITLE\":{\"x\":1}}", "{\"PHONE\":[null,1,\"x\",{}]}", "{\"ID\":\"DESC\"}",
        "{\"TITLE\":[1,2],\"OPPORTUNITY\":\"abc\",\"OPENED\":{}}", "{\"OPPORTUNITY\":1e27,\"BEGINDATE\":\"0001-01-01T00:00:00\"}", "[\"*\",\"UF_*\",null,{}]", "[{\"PRICE\":1e27,\"QUANTITY\":1e27}]",
    ];

    private static readonly string[] Names =
        ["id", "ID", "taskId", "fields", "FIELDS", "filter", "order", "select", "start", "sort", "entityTypeId", "ownerType", "ownerId", "rows", "productRows", "items", "cmd", "halt", "TASKID", "ITEMID", "0", "1", "IBLOCK_ID", "ELEMENT_ID", "FIELD_ID", "data", "name", "limit", "clear", "process_id", "event", "handler", "options", "pagination", "cursor", "a[b", "[", "]", ""];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    public async Task Whatever_is_sent_is_answered_and_never_by_500(int seed)
    {
        var random = new Random(seed);
        Portal.Seed("crm.deal", 3, i => new { TITLE = $"d{i}" });
        Portal.Seed("tasks.task", 3, i => new { TITLE = $"t{i}", RESPONSIBLE_ID = 1 });
        var token = Portal.Install("shop").AccessToken;
        var methods = Portal.Ask("methods")!.AsArray().Select(name => (string)name!).ToArray();
        for (var i = 0; i < 1500; i++)
        {
            var method = methods[random.Next(methods.Length)];
            var given = Enumerable.Range(0, random.Next(5)).Select(_ => (Name: Names[random.Next(Names.Length)], Value: Values[random.Next(Values.Length)])).ToList();
            var address = random.Next(3) == 0 ? $"{Portal.RestUrl}{method}?auth={token}" : $"{Portal.WebhookUrl}{method}?x";
            using var message = random.Next(3) switch
            {
                0 => new HttpRequestMessage(HttpMethod.Get, address + string.Concat(given.Select(pair => $"&{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value)}"))),
                1 => new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(given.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))) },
                _ => new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent($"{{{string.Join(',', given.Select(pair => $"\"{pair.Name}\":{(pair.Value.Length == 0 ? "0" : pair.Value)}"))}}}", Encoding.UTF8, "application/json") },
            };
            using var response = await Rest.Client.SendAsync(message);
            var text = await response.Content.ReadAsStringAsync();
            Assert.True((int)response.StatusCode < 500, $"{method} {string.Join(", ", given)}: {(int)response.StatusCode} {text}");
            var body = JsonNode.Parse(text)!.AsObject();
            Assert.True(body.ContainsKey("result") != body.ContainsKey("error"), text);
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public async Task The_same_in_version_three(int seed)
    {
        var random = new Random(seed);
        Portal.Seed("tasks.task", 3, i => new { TITLE = $"t{i}", RESPONSIBLE_ID = 1 });
        string[] methods = ["tasks.task.add", "tasks.task.get", "tasks.task.list", "tasks.task.update", "main.eventlog.tail", "batch", "tasks.task.field.get", "nonsense"];
        string[] bodies = [.. Values, "{\"id\":1}", "[{\"method\":\"tasks.task.get\",\"query\":{\"id\":1}}]", "[{\"method\":\"tasks.task.get\",\"query\":{\"$ref\":\"x\"}}]", "[1,null]", "{"];
        for (var i = 0; i < 600; i++)
        {
            var inner = $"{{\"{Names[random.Next(30)]}\":{bodies[random.Next(bodies.Length)]},\"id\":1,\"fields\":{Values[random.Next(Values.Length)]}}}";
            using var content = new StringContent(random.Next(2) == 0 ? inner : bodies[random.Next(bodies.Length)], Encoding.UTF8, "application/json");
            using var response = await Rest.Client.PostAsync(Portal.WebhookUrlV3 + methods[random.Next(methods.Length)], content);
            Assert.True((int)response.StatusCode < 500, $"{inner}: {(int)response.StatusCode}");
        }
    }

    [Fact]
    public async Task Filters_too_long_for_the_database_are_an_error_of_the_caller()
    {
        var many = new JsonObject();
        for (var i = 0; i < 3000; i++)
            many[i.ToString(System.Globalization.CultureInfo.InvariantCulture)] = new JsonObject { ["ID"] = i };
        Assert.Equal("ERROR_ARGUMENT", (await Rest.Json("crm.deal.list", new { filter = many })).Error);
        Assert.Equal("ERROR_ARGUMENT", (await Rest.Json("crm.deal.list", new { filter = new { ID = Enumerable.Range(0, 40_000) } })).Error);
        Assert.Null((await Rest.Json("crm.deal.list", new { filter = new { ID = Enumerable.Range(0, 5_000) } })).Error);
    }

    /// <summary>As deep as parameters may be, a contact's field is read by every method that shows it.</summary>
    [Theory]
    [InlineData("form")]
    [InlineData("json")]
    public async Task The_deepest_value_that_is_taken_can_be_read_in_every_way(string transport)
    {
        var added = transport == "form"
            ? await Rest.Form("crm.contact.add", ("fields[NAME]", "x"), ("fields[UF_D]" + string.Concat(Enumerable.Repeat("[a]", 62)), "1"))
            : await Rest.Json("crm.contact.add", new JsonObject { ["fields"] = new JsonObject { ["NAME"] = "x", ["UF_D"] = Nested(62) } });
        Assert.Equal(1, added.Number);
        Assert.Null((await Rest.Json("crm.contact.list", new { select = new[] { "UF_*" } })).Error);
        Assert.Null((await Rest.Json("crm.item.list", new { entityTypeId = 3 })).Error);
        var batch = await Rest.Batch(new { a = "crm.contact.get?id=1" });
        Assert.Equal("[]", batch.Result!["result_error"]!.ToJsonString());
        Assert.Equal("x", (string?)batch.Result["result"]!["a"]!["NAME"]);
        using var state = await Rest.Client.GetAsync(new Uri(Portal.Url, "_emulator/state"));
        Assert.Equal(200, (int)state.StatusCode);
        Assert.Equal(4, Portal.Commands.Count);
    }

    [Fact]
    public async Task Values_that_references_make_too_deep_are_refused_and_shallow_ones_are_not()
    {
        await Rest.Json("crm.contact.add", new JsonObject { ["fields"] = new JsonObject { ["UF_D"] = Nested(62) } });
        await Rest.Json("crm.contact.add", new JsonObject { ["fields"] = new JsonObject { ["UF_D"] = Nested(59) } });
        var cmd = new { deep = "crm.contact.get?id=1", flat = "crm.contact.get?id=2", a = "crm.contact.add?fields[UF_D][x]=$result[deep]", b = "crm.contact.add?fields[UF_D][x]=$result[flat]", c = "crm.contact.add?fields[NAME]=c" };
        var answer = (await Rest.Batch(cmd)).Result!;
        Assert.Equal("""{"a":{"error":"ERROR_ARGUMENT","error_description":"The parameters are nested too deep"}}""", answer["result_error"]!.ToJsonString());
        Assert.Equal((3, 4), ((int)answer["result"]!["b"]!, (int)answer["result"]!["c"]!));
        Assert.Equal(7, Portal.Commands.Count);
        Assert.Null((await Rest.Json("crm.contact.list", new { select = new[] { "UF_*" } })).Error);
    }

    [Theory]
    [InlineData("=%TITLE", 50_000, null)]
    [InlineData("=%TITLE", 50_001, "ERROR_ARGUMENT")]
    [InlineData("!%=TITLE", 50_001, "ERROR_ARGUMENT")]
    [InlineData("%TITLE", 50_001, null)]
    public async Task A_pattern_that_is_too_long_for_the_database_is_an_error_of_its_command(string name, int length, string? code)
    {
        Portal.Seed("crm.deal", 1, _ => new { TITLE = "d" });
        Assert.Equal(code, (await Rest.Json("crm.deal.list", new { filter = new Dictionary<string, string> { [name] = new('%', length) } })).Error);
        var answer = (await Rest.Batch(new { a = $"crm.deal.list?filter[{Uri.EscapeDataString(name)}]={string.Concat(Enumerable.Repeat("%25", length))}", b = "crm.deal.list?select[]=ID" })).Result!;
        Assert.Equal(code, (string?)(answer["result_error"] as JsonObject)?["a"]!["error"]);
        Assert.Equal("""[{"ID":"1"}]""", answer["result"]!["b"]!.ToJsonString());
    }

    [Theory]
    [InlineData(400, null)]
    [InlineData(500, "ERROR_ARGUMENT")]
    public async Task A_filter_that_only_the_database_finds_too_deep_is_an_error_of_its_command(int parts, string? code)
    {
        static JsonObject Group(int count) => new(Enumerable.Range(0, count).Select(i => KeyValuePair.Create($"{new string('0', i / 10)}{i % 10}", (JsonNode?)new JsonObject { ["ID"] = i })));
        var filter = new JsonObject { ["9999999"] = Group(parts) };
        foreach (var (key, value) in Group(parts - 1))
            filter[key] = value?.DeepClone();
        Assert.Equal(code, (await Rest.Json("crm.deal.list", new { filter })).Error);
        Assert.Null((await Rest.Json("crm.deal.list")).Error);
    }

    private static JsonNode Nested(int levels) => Enumerable.Range(0, levels).Aggregate((JsonNode)JsonValue.Create(1), (inner, _) => new JsonObject { ["a"] = inner });

    [Fact]
    public async Task Concurrent_writers_lose_nothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async worker =>
        {
            for (var i = 0; i < 50; i++)
                Assert.Null((await Rest.Json("crm.deal.add", new { fields = new { TITLE = $"{worker}-{i}" } })).Error);
        }));
        var titles = new HashSet<string>(StringComparer.Ordinal);
        for (var start = 0; start < 400; start += 50)
            titles.UnionWith(Portal.Ask("crm.deal.list", new { start, select = new[] { "TITLE" } })!.AsArray().Select(row => (string)row!["TITLE"]!));
        Assert.Equal((400, 400), (titles.Count, (int)Portal.Counters.Requests));
    }
}
