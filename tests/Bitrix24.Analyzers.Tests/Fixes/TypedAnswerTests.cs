namespace Bitrix24.Analyzers.Tests.Fixes;

/// <summary>Wrappers that read the answer into a type of the caller's.</summary>
public class TypedAnswerTests
{
    static string Client(string members, string type = "public sealed class BitrixClient(HttpClient http, string webhook)") => $$"""
        using System;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using Newtonsoft.Json;
        using JsonSerializer = System.Text.Json.JsonSerializer;

        public sealed class Foo { public int Id { get; set; } }
        public sealed class Named { public int Id { get; set; } public string? Title { get; set; } }
        public sealed class Envelope<T> { [JsonPropertyName("result")] public T Result { get; set; } = default!; [JsonPropertyName("error")] public string? Error { get; set; } }

        {{type}}
        {
            static readonly JsonSerializerOptions Own = new() { PropertyNameCaseInsensitive = true };
            {{members}}
        }
        """;

    static string Loop(string statements) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text.Json;
        using System.Threading.Tasks;

        public class Sync(BitrixClient client)
        {
            public async Task RunAsync(List<int> ids)
            {
                {{statements.ReplaceLineEndings("\n        ")}}
            }
        }
        """;

    const string Get = """
        foreach (var id in ids)
        {
            var foo = await client.{|BX1001:CallAsync|}<Foo>("crm.deal.get", new { id });
            Console.WriteLine(foo.Id);
        }
        """;

    static string Got(string document, string read) => $$"""
        var batch = Bitrix24Batch.Create(
            ids.Select(id => Bitrix24Batch.Command("crm.deal.get", new { id })),
            (string method, object body) => client.CallAsync<Foo>(method, body),
            body => client.CallAsync<{{document}}>("batch", body),
            json => {{read}});
        foreach (var id in ids)
        {
            var foo = await batch.NextAsync();
            Console.WriteLine(foo.Id);
        }
        """;

    static string Call(string read, string where = "") => $$"""
        public async Task<T> CallAsync<T>(string method, object args) {{where}}
            {
                using var response = await http.PostAsync(webhook + method, new StringContent(JsonSerializer.Serialize(args)));
                {{read}}
            }
        """;

    [Theory]
    [InlineData("return JsonSerializer.Deserialize<T>(await response.Content.ReadAsStringAsync())!;", "JsonSerializer.Deserialize<Foo>(json)!")]
    [InlineData("return (await response.Content.ReadFromJsonAsync<T>())!;", "JsonSerializer.Deserialize<Foo>(json, new JsonSerializerOptions(JsonSerializerDefaults.Web))!")]
    [InlineData("var envelope = JsonSerializer.Deserialize<Envelope<T>>(await response.Content.ReadAsStringAsync())!; if (envelope.Error != null) throw new InvalidOperationException(envelope.Error); return envelope.Result;", "JsonSerializer.Deserialize<Foo>(json)!")]
    [InlineData("using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync()); return json.RootElement.GetProperty(\"result\").Deserialize<T>()!;", "JsonSerializer.Deserialize<Foo>(json)!")]
    [InlineData("return JsonSerializer.Deserialize<T>(await response.Content.ReadAsStringAsync())!;", "JsonSerializer.Deserialize<Foo>(json)!", "System.Text.Json.Nodes.JsonNode", "where T : class")]
    public Task Reads(string read, string made, string document = "JsonElement", string where = "") => FixCase.Fixes(Loop(Get), Loop(Got(document, made)), Client(Call(read, where)));

    [Theory]
    [InlineData("return JsonSerializer.Deserialize<T>(await response.Content.ReadAsStringAsync(), Own)!;")]
    [InlineData("var envelope = JsonSerializer.Deserialize<Envelope<T[]>>(await response.Content.ReadAsStringAsync())!; return envelope.Result[0];")]
    [InlineData("var value = JsonSerializer.Deserialize<T>(await response.Content.ReadAsStringAsync())!; _last = value; return value;", "", "object? _last; ")]
    [InlineData("return JsonSerializer.Deserialize<T>(await response.Content.ReadAsStringAsync())!;", "where T : new()")]
    public Task Stays(string read, string where = "", string field = "") => FixCase.Stays(Loop(Get), Client(field + Call(read, where)));

    const string ByNewtonsoft = "return JsonConvert.DeserializeObject<T>(await response.Content.ReadAsStringAsync())!;";

    /// <summary>Newtonsoft.Json takes texts for dates on their way through a document; numbers stay what they are.</summary>
    [Fact]
    public Task NumbersByNewtonsoft() =>
        FixCase.Fixes(Loop(Get), Loop(Got("Newtonsoft.Json.Linq.JObject", "Newtonsoft.Json.JsonConvert.DeserializeObject<Foo>(json)!")), Client(Call(ByNewtonsoft)));

    [Fact]
    public Task TextsByNewtonsoft() => FixCase.Stays(Loop(Get.Replace("<Foo>", "<Named>", StringComparison.Ordinal)), Client(Call(ByNewtonsoft)));

    const string Whole = "return JsonSerializer.Deserialize<T>(await response.Content.ReadAsStringAsync())!;";

    [Fact]
    public Task ATypeArgumentThatIsGenericItself() => FixCase.Fixes(
        Loop(Get.Replace("<Foo>", "<List<Foo>>", StringComparison.Ordinal).Replace("foo.Id", "foo.Count", StringComparison.Ordinal)),
        Loop(Got("JsonElement", "JsonSerializer.Deserialize<Foo>(json)!").Replace("<Foo>", "<List<Foo>>", StringComparison.Ordinal).Replace("foo.Id", "foo.Count", StringComparison.Ordinal)),
        Client(Call(Whole)));

    [Fact]
    public Task ATypedAnswerThatNobodyUses() => FixCase.Fixes(
        Loop(Get.Replace("var foo = ", "", StringComparison.Ordinal).Replace("\n    Console.WriteLine(foo.Id);", "", StringComparison.Ordinal)),
        Loop(Got("JsonElement", "JsonSerializer.Deserialize<Foo>(json)!").Replace("var foo = ", "", StringComparison.Ordinal).Replace("\n    Console.WriteLine(foo.Id);", "", StringComparison.Ordinal)),
        Client(Call(Whole)));

    [Fact]
    public Task ATaskWithoutAnswer() => FixCase.Fixes(
        Loop("""
            foreach (var id in ids)
                await client.{|BX1001:SendAsync|}("crm.deal.delete", new { id });
            """),
        Loop("""
            await Bitrix24Batch.SendAsync(
                ids.Select(id => Bitrix24Batch.Command("crm.deal.delete", new { id })),
                (string method, object body) => client.SendAsync(method, body));
            """),
        Client("public async Task SendAsync(string method, object args) { await http.PostAsync(webhook + method, new StringContent(JsonSerializer.Serialize(args))); }"));

    [Fact]
    public Task ATaskThatFails() => FixCase.Stays(
        Loop("foreach (var id in ids) await client.{|BX1001:SendAsync|}(\"crm.deal.delete\", new { id });"),
        Client("public async Task SendAsync(string method, object args) { (await http.PostAsync(webhook + method, new StringContent(JsonSerializer.Serialize(args)))).EnsureSuccessStatusCode(); }"));

    [Fact]
    public Task AnInterfaceWithOneImplementation() => FixCase.Fixes(
        Loop(Get).Replace("BitrixClient client", "IBitrix client", StringComparison.Ordinal),
        Loop(Got("JsonElement", "JsonSerializer.Deserialize<Foo>(json)!")).Replace("BitrixClient client", "IBitrix client", StringComparison.Ordinal),
        Client(Call("return JsonSerializer.Deserialize<T>(await response.Content.ReadAsStringAsync())!;"),
            "public interface IBitrix { Task<T> CallAsync<T>(string method, object args); }\npublic sealed class BitrixClient(HttpClient http, string webhook) : IBitrix"));
}
