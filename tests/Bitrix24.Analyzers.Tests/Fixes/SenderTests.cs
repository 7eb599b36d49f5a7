namespace Bitrix24.Analyzers.Tests.Fixes;

/// <summary>Loops that call <c>HttpClient</c> themselves.</summary>
public class SenderTests
{
    static string Loop(string statements) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text;
        using System.Text.Json;
        using System.Threading.Tasks;

        public class Sync(HttpClient http, string webhook)
        {
            const string Method = "crm.deal.update";
            const string Update = "https://example.bitrix24.com/rest/1/secret/crm.deal.update";

            public string Webhook => webhook;

            public async Task RunAsync(List<int> ids)
            {
                {{statements.ReplaceLineEndings("\n        ")}}
                await Task.Yield();
            }
        }
        """;

    [Theory]
    [InlineData("""PostAsync|}($"{webhook}/crm.deal.update.json", new StringContent(JsonSerializer.Serialize(new { id }), Encoding.UTF8, "application/json"))""",
        "new { id }", """(string method, object body) => http.PostAsync($"{webhook}/{method}.json", new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"))""")]
    [InlineData("""PostAsync|}(webhook + "crm.deal.update", new FormUrlEncodedContent(new Dictionary<string, string> { ["id"] = $"{id}" }))""",
        """new Dictionary<string, string> { ["id"] = $"{id}" }""", """(string method, IEnumerable<KeyValuePair<string, string>> body) => http.PostAsync($"{webhook}{method}", new FormUrlEncodedContent(body))""")]
    [InlineData("""PostAsync|}("https://example.bitrix24.com/rest/1/secret/crm.deal.update", new StringContent($"id={id}", Encoding.UTF8, "application/x-www-form-urlencoded"))""",
        """$"id={id}" """, """(string method, string body) => http.PostAsync($"https://example.bitrix24.com/rest/1/secret/{method}", new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded"))""")]
    [InlineData("""PostAsJsonAsync|}($"{webhook}/{Method}.json", new { id })""",
        "new { id }", """(string method, object body) => http.PostAsJsonAsync($"{webhook}/{method}.json", body)""")]
    [InlineData("""PostAsJsonAsync|}($"{webhook}/crm.deal.update", new { id })""",
        "new { id }", """(string method, object body) => http.PostAsJsonAsync($"{webhook}/{method}", body)""")]
    [InlineData("""GetAsync|}($"{webhook}/crm.deal.update.json?id={id}&fields[TITLE]=x")""",
        """$"id={id}&fields[TITLE]=x" """, """(string method, string body) => http.PostAsync($"{webhook}/{method}.json", new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded"))""")]
    public Task Sends(string call, string parameters, string sender) => FixCase.Fixes(
        Loop($$"""
            foreach (var id in ids)
            {
                var response = await http.{|BX1001:{{call}};
                Console.WriteLine(response.StatusCode);
            }
            """),
        Loop($$"""
            var batch = Bitrix24Batch.Create(
                ids.Select(id => Bitrix24Batch.Command("crm.deal.update", {{parameters.TrimEnd()}})),
                {{sender}});
            foreach (var id in ids)
            {
                var response = await batch.NextAsync();
                Console.WriteLine(response.StatusCode);
            }
            """));

    [Fact]
    public Task LocalsOnTheWay() => FixCase.Fixes(
        Loop("""
            foreach (var id in ids)
            {
                var url = $"{webhook}/crm.deal.get";
                var json = JsonSerializer.Serialize(new { id });
                var content = new StringContent(json, Encoding.UTF8, "application/json");
                using var response = await http.{|BX1001:PostAsync|}(url, content);
                Console.WriteLine(await response.Content.ReadAsStringAsync());
            }
            """),
        Loop("""
            var batch = Bitrix24Batch.Create(
                ids.Select(id => Bitrix24Batch.Command("crm.deal.get", new { id })),
                (string method, object body) => http.PostAsync($"{webhook}/{method}", new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json")));
            foreach (var id in ids)
            {
                using var response = await batch.NextAsync();
                Console.WriteLine(await response.Content.ReadAsStringAsync());
            }
            """));

    [Theory]
    [InlineData("""Console.WriteLine(await http.{|BX1001:GetStringAsync|}($"{webhook}/crm.deal.get?id={id}"));""")]
    [InlineData("""await http.{|BX1001:PostAsync|}($"{webhook}/{id}/crm.deal.update", new StringContent("{}"));""")]
    [InlineData("""await http.{|BX1001:PostAsJsonAsync|}($"{webhook}/crm.deal.update", new { ID = id });""")]
    [InlineData("""await http.{|BX1001:PostAsync|}($"{webhook}/crm.deal.update?id={id}", null);""")]
    [InlineData("""await http.{|BX1001:PostAsync|}($"{webhook}/crm.deal.update", new MultipartFormDataContent { { new StringContent($"{id}"), "id" } });""")]
    public Task Stays(string statement) => FixCase.Stays(Loop($"foreach (var id in ids)\n{{\n    {statement}\n}}"));
}
