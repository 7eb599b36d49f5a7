namespace Bitrix24.Analyzers.Tests.Fixes;

/// <summary>Loops that wait without await, and old C#.</summary>
public class SyncTests
{
    const string Client = """
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Text;
        using System.Threading.Tasks;
        using Newtonsoft.Json;
        using Newtonsoft.Json.Linq;

        public class BitrixClient
        {
            private readonly HttpClient http = new HttpClient();
            private readonly string webhook;

            public BitrixClient(string webhook) { this.webhook = webhook; }

            public JObject Call(string method, object args = null)
            {
                var content = new StringContent(JsonConvert.SerializeObject(args), Encoding.UTF8, "application/json");
                var text = http.PostAsync(webhook + method, content).Result.Content.ReadAsStringAsync().Result;
                return JObject.Parse(text);
            }

            public async Task<JObject> CallAsync(string method, Dictionary<string, string> args)
            {
                var response = await http.PostAsync(webhook + method, new FormUrlEncodedContent(args)).ConfigureAwait(false);
                return JObject.Parse(await response.Content.ReadAsStringAsync().ConfigureAwait(false));
            }
        }
        """;

    static string Loop(string statements) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;

        public class Sync
        {
            private readonly BitrixClient client;

            public Sync(BitrixClient client) { this.client = client; }

            public void Run(List<int> ids)
            {
                {{statements.ReplaceLineEndings("\n        ")}}
            }
        }
        """;

    static Task Fixes(string before, string after) => FixCase.Fixes(Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp7_3, Loop(before), Loop(after), Client);

    [Fact]
    public Task Synchronous() => Fixes(
        """
        foreach (var id in ids)
        {
            client.{|BX1001:Call|}("crm.deal.delete", new { id });
        }
        """,
        """
        Bitrix24Batch.Send(
            ids.Select(id => Bitrix24Batch.Command("crm.deal.delete", new { id })),
            (string method, object body) => client.Call(method, body));
        """);

    [Fact]
    public Task SynchronousAnswer() => Fixes(
        """
        foreach (var id in ids)
        {
            var answer = client.{|BX1001:Call|}("crm.deal.get", new { id });
            Console.WriteLine(answer["result"]);
        }
        """,
        """
        var batch = Bitrix24Batch.Create(
            ids.Select(id => Bitrix24Batch.Command("crm.deal.get", new { id })),
            (string method, object body) => client.Call(method, body));
        foreach (var id in ids)
        {
            var answer = batch.Next();
            Console.WriteLine(answer["result"]);
        }
        """);

    [Theory]
    [InlineData(".Result")]
    [InlineData(".GetAwaiter().GetResult()")]
    [InlineData(".ConfigureAwait(false).GetAwaiter().GetResult()")]
    public Task BlockingAnswer(string wait) => Fixes(
        $$"""
        foreach (var id in ids)
        {
            Console.WriteLine(client.{|BX1001:CallAsync|}("crm.deal.get", new Dictionary<string, string> { ["id"] = id.ToString() }){{wait}}["result"]);
        }
        """,
        $$"""
        var batch = Bitrix24Batch.Create(
            ids.Select(id => Bitrix24Batch.Command("crm.deal.get", new Dictionary<string, string> { ["id"] = id.ToString() })),
            (string method, Dictionary<string, string> body) => client.CallAsync(method, body){{wait}});
        foreach (var id in ids)
        {
            Console.WriteLine(batch.Next()["result"]);
        }
        """);

    [Fact]
    public Task BlockingWait() => Fixes(
        """
        foreach (var id in ids)
            client.{|BX1001:CallAsync|}("crm.deal.delete", new Dictionary<string, string> { ["id"] = id.ToString() }).Wait();
        """,
        """
        Bitrix24Batch.Send(
            ids.Select(id => Bitrix24Batch.Command("crm.deal.delete", new Dictionary<string, string> { ["id"] = id.ToString() })),
            (string method, Dictionary<string, string> body) => client.CallAsync(method, body).Result);
        """);

    [Theory]
    [InlineData("foreach (var type in new[] { \"deal\", \"lead\", \"contact\", \"company\" }) Console.WriteLine(client.{|BX1001:Call|}(\"crm.\" + type + \".fields\"));")]
    [InlineData("foreach (var id in ids) Console.WriteLine(client.{|BX1001:Call|}(\"crm.deal.get\", new { id = Console.CursorLeft++ }));")]
    public Task Stays(string statements) => FixCase.Stays(Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp7_3, Loop(statements), Client);
}
