namespace Bitrix24.Analyzers.Tests.Fixes;

/// <summary>Wrappers as people write them: what the fix makes of each.</summary>
public class WrapperTests
{
    static string Client(string members) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        using System.Threading;
        using System.Threading.Tasks;
        using Newtonsoft.Json;
        using Newtonsoft.Json.Linq;
        using JsonSerializer = System.Text.Json.JsonSerializer;

        public sealed class Foo { public int Id { get; set; } public string Name { get; set; } = ""; }
        public sealed class Envelope<T> { [JsonPropertyName("result")] public T Result { get; set; } = default!; [JsonPropertyName("error")] public string? Error { get; set; } }

        public sealed class BitrixClient(HttpClient http, string webhook)
        {
            static readonly JsonSerializerOptions Lenient = new() { PropertyNameCaseInsensitive = true };
            public static readonly JsonSerializerOptions Camel = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
            public string Base => webhook;
            public HttpClient Http => http;
            {{members}}
        }
        """;

    static string Loop(string statement, string usings = "") => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        {{usings}}using System.Threading.Tasks;

        public class Sync(BitrixClient client)
        {
            public async Task RunAsync(List<int> ids)
            {
                {{statement.ReplaceLineEndings("\n        ")}}
                await Task.Yield();
            }
        }
        """;

    static Task Fixes(string member, string call, string command, string sender, string usings = "") => FixCase.Fixes(
        Loop($$"""
            foreach (var id in ids)
            {
                {{call}};
            }
            """, usings),
        Loop($"""
            {(call.StartsWith("await", StringComparison.Ordinal) ? "await Bitrix24Batch.SendAsync" : "Bitrix24Batch.Send")}(
                ids.Select(id => Bitrix24Batch.Command({command})),
                {sender});
            """, usings),
        Client(member));

    static Task Stays(string member, string call) => FixCase.Stays(Loop($$"""
            foreach (var id in ids)
            {
                {{call}};
            }
            """),
        Client(member));

    const string Call = """await client.{|BX1001:CallAsync|}("crm.deal.get", new { id })""";
    const string Command = "\"crm.deal.get\", new { id }";

    [Theory]
    [InlineData("string", "await response.Content.ReadAsStringAsync()")]
    [InlineData("JsonElement", "JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.Clone()")]
    [InlineData("JsonElement", "(await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty(\"result\")")]
    [InlineData("JsonDocument", "await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync())")]
    [InlineData("JObject", "JObject.Parse(await response.Content.ReadAsStringAsync())")]
    [InlineData("JToken", "JToken.Parse(await response.Content.ReadAsStringAsync())[\"result\"]!")]
    [InlineData("JsonNode?", "JsonNode.Parse(await response.Content.ReadAsStringAsync())")]
    public Task Answers(string type, string read) => Fixes(
        $$"""
        public async Task<{{type}}> CallAsync(string method, object? args)
            {
                using var response = await http.PostAsync($"{webhook}{method}", new StringContent(JsonSerializer.Serialize(args), Encoding.UTF8, "application/json"));
                response.EnsureSuccessStatusCode();
                return {{read}};
            }
        """, Call, Command, "(string method, object body) => client.CallAsync(method, body)");

    [Theory]
    [InlineData("Foo", "JsonSerializer.Deserialize<Foo>(await response.Content.ReadAsStringAsync())!")]
    [InlineData("bool", "response.IsSuccessStatusCode")]
    [InlineData("JsonElement", "JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty(\"result\").GetProperty(\"items\")")]
    [InlineData("JToken", "JToken.Parse(await response.Content.ReadAsStringAsync())[\"result\"]![\"item\"]!")]
    [InlineData("string", "JToken.Parse(await response.Content.ReadAsStringAsync())[\"result\"]!.ToString()")]
    [InlineData("JsonElement", "JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty(\"result\") is { ValueKind: JsonValueKind.Array } list ? list : default")]
    [InlineData("List<int>", "JsonSerializer.Deserialize<List<int>>(await response.Content.ReadAsStringAsync())!")]
    [InlineData("object?", "JsonConvert.DeserializeObject(await response.Content.ReadAsStringAsync())")]
    public Task AnswersThatABatchCannotGive(string type, string read) => Stays(
        $$"""
        public async Task<{{type}}> CallAsync(string method, object? args)
            {
                using var response = await http.PostAsync($"{webhook}{method}", new StringContent(JsonSerializer.Serialize(args), Encoding.UTF8, "application/json"));
                return {{read}};
            }
        """, Call);

    [Theory]
    [InlineData("""http.PostAsync($"{webhook}/{method}.json", new StringContent(JsonSerializer.Serialize(args)))""")]
    [InlineData("""http.PostAsync(webhook + method, new StringContent(JsonConvert.SerializeObject(args), Encoding.UTF8, "application/json"))""")]
    [InlineData("""http.PostAsync(webhook + "/" + method + ".json", JsonContent.Create(args))""")]
    [InlineData("""http.PostAsync(string.Format("{0}/{1}.json", webhook, method), JsonContent.Create(args))""")]
    [InlineData("""http.PostAsync(new Uri($"{webhook}{method}?auth={Base}"), JsonContent.Create(args))""")]
    [InlineData("""http.SendAsync(new HttpRequestMessage(HttpMethod.Post, webhook + method) { Content = JsonContent.Create(args) })""")]
    [InlineData("""http.PostAsJsonAsync(method, args)""")]
    [InlineData("""http.PostAsJsonAsync($"{webhook}{method.TrimStart('/')}", args ?? new { })""")]
    [InlineData("""http.PostAsync(webhook + method, new StringContent(JsonSerializer.Serialize(args, Lenient)))""")]
    public Task Requests(string request) => Fixes(
        $$"""
        public async Task<string> CallAsync(string method, object args)
            {
                ArgumentNullException.ThrowIfNull(args);
                Console.WriteLine($"{method}: {args}");
                var response = await {{request}};
                var text = await response.Content.ReadAsStringAsync();
                if (!response.IsSuccessStatusCode)
                    throw new InvalidOperationException(text);
                return text;
            }
        """, Call, Command, "(string method, object body) => client.CallAsync(method, body)");

    [Theory]
    [InlineData("""http.GetAsync($"{webhook}{method}?{args}")""")]
    [InlineData("""http.PostAsync($"{webhook}/crm.{method}", JsonContent.Create(args))""")]
    [InlineData("""http.PostAsync($"{webhook}/{method}.get", JsonContent.Create(args))""")]
    [InlineData("""http.PostAsync(webhook + method, JsonContent.Create(new { filter = args }))""")]
    [InlineData("""http.PostAsync(webhook + method, new StringContent(JsonSerializer.Serialize(args).Replace("a", "b")))""")]
    [InlineData("""http.PostAsync(webhook + method, new StringContent(string.Join("&", args.GetType().GetProperties().Select(p => p.Name + "=" + p.GetValue(args)))))""")]
    [InlineData("""http.PutAsync(webhook + method, JsonContent.Create(args))""")]
    [InlineData("""http.PostAsync(webhook + method, method == "crm.deal.get" ? JsonContent.Create(args) : JsonContent.Create(args))""")]
    public Task RequestsThatABatchCannotGoThrough(string request) => Stays(
        $$"""
        public async Task<string> CallAsync(string method, object args)
            {
                var response = await {{request}};
                return await response.Content.ReadAsStringAsync();
            }
        """, Call);

    [Fact]
    public Task NamesThatTheWrapperChanges() => Fixes(
        """
        public async Task<string> CallAsync(string method, object args)
            {
                var response = await http.PostAsJsonAsync(webhook + method, args);
                return await response.Content.ReadAsStringAsync();
            }
        """,
        """await client.{|BX1001:CallAsync|}("crm.deal.get", new { ID = id })""",
        "\"crm.deal.get\", new { ID = id }",
        """
        (string method, object body) => client.CallAsync(method, body),
            json: parameters => JsonSerializer.Serialize(parameters, new JsonSerializerOptions(JsonSerializerDefaults.Web))
        """,
        "using System.Text.Json;\n");

    [Fact]
    public Task OptionsThatTheLoopCanName() => Fixes(
        """
        public async Task<string> CallAsync(string method, object args)
            {
                var response = await http.PostAsync(webhook + method, new StringContent(JsonSerializer.Serialize(args, Camel)));
                return await response.Content.ReadAsStringAsync();
            }
        """,
        """await client.{|BX1001:CallAsync|}("crm.deal.get", new { ID = id })""",
        "\"crm.deal.get\", new { ID = id }",
        """
        (string method, object body) => client.CallAsync(method, body),
            json: parameters => System.Text.Json.JsonSerializer.Serialize(parameters, BitrixClient.Camel)
        """);

    [Theory]
    [InlineData("Dictionary<string, object>", "new Dictionary<string, object> { [\"id\"] = id }", "JsonContent.Create(args)")]
    [InlineData("IDictionary<string, object>", "new Dictionary<string, object> { [\"id\"] = id }", "JsonContent.Create(args)")]
    [InlineData("Dictionary<string, string>", "new Dictionary<string, string> { [\"id\"] = $\"{id}\" }", "new FormUrlEncodedContent(args)")]
    [InlineData("IEnumerable<KeyValuePair<string, string>>", "new Dictionary<string, string> { [\"id\"] = $\"{id}\" }", "new FormUrlEncodedContent(args)")]
    [InlineData("string", "$\"id={id}\"", "new StringContent(args, Encoding.UTF8, \"application/x-www-form-urlencoded\")")]
    public Task Bodies(string type, string argument, string content) => Fixes(
        $$"""
        public async Task<string> CallAsync(string method, {{type}} args)
            {
                var response = await http.PostAsync(webhook + method, {{content}});
                return await response.Content.ReadAsStringAsync();
            }
        """,
        $$"""await client.{|BX1001:CallAsync|}("crm.deal.get", {{argument}})""",
        $"\"crm.deal.get\", {argument}",
        $"(string method, {type} body) => client.CallAsync(method, body)");
}
