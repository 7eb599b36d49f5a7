namespace Bitrix24.Package.Tests;

/// <summary>A program that reads deals one by one and wins every second of them, as it is written today and for .NET Framework.</summary>
static class SalesProgram
{
    public const string Modern = """
        using System.Text;
        using System.Text.Json;

        var bitrix = new Bitrix(Environment.GetEnvironmentVariable("BITRIX24_WEBHOOK")!);
        var large = new List<int>();
        foreach (var id in Enumerable.Range(1, 120))
        {
            var deal = await bitrix.CallAsync("crm.deal.get", new { id });
            var title = deal.GetProperty("TITLE").GetString()!;
            Console.WriteLine($"{id}: {title}");
            if (title.EndsWith("large", StringComparison.Ordinal))
                large.Add(id);
        }

        foreach (var id in large)
            await bitrix.CallAsync("crm.deal.update", new { id, fields = new { STAGE_ID = "WON", COMMENTS = "Größe & Preis: 100 %" } });

        Console.WriteLine($"{large.Count} deals won");

        class Bitrix(string webhook)
        {
            private readonly HttpClient _http = new();

            public async Task<JsonElement> CallAsync(string method, object parameters)
            {
                var body = new StringContent(JsonSerializer.Serialize(parameters), Encoding.UTF8, "application/json");
                using var response = await _http.PostAsync(webhook + method, body);
                var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
                if (answer.TryGetProperty("error", out var error))
                    throw new InvalidOperationException($"{method}: {error}");
                return answer.GetProperty("result");
            }
        }
        """;

    /// <summary>In C# 7.3, with Json.NET.</summary>
    public const string Framework = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net.Http;
        using System.Text;
        using System.Threading.Tasks;
        using Newtonsoft.Json;
        using Newtonsoft.Json.Linq;

        namespace Sales
        {
            internal static class Program
            {
                private static async Task Main()
                {
                    var bitrix = new Bitrix(Environment.GetEnvironmentVariable("BITRIX24_WEBHOOK"));
                    var large = new List<int>();
                    foreach (var id in Enumerable.Range(1, 120))
                    {
                        var deal = await bitrix.CallAsync("crm.deal.get", new { id });
                        var title = (string)deal["result"]["TITLE"];
                        Console.WriteLine(id + ": " + title);
                        if (title.EndsWith("large", StringComparison.Ordinal))
                            large.Add(id);
                    }

                    foreach (var id in large)
                        await bitrix.CallAsync("crm.deal.update", new { id, fields = new { STAGE_ID = "WON" } });

                    Console.WriteLine(large.Count + " deals won");
                }
            }

            internal class Bitrix
            {
                private readonly HttpClient _http = new HttpClient();
                private readonly string _webhook;

                public Bitrix(string webhook)
                {
                    _webhook = webhook;
                }

                public async Task<JObject> CallAsync(string method, object parameters)
                {
                    var body = new StringContent(JsonConvert.SerializeObject(parameters), Encoding.UTF8, "application/json");
                    using (var response = await _http.PostAsync(_webhook + method, body))
                    {
                        var answer = JObject.Parse(await response.Content.ReadAsStringAsync());
                        if (answer["error"] != null)
                            throw new InvalidOperationException(method + ": " + answer["error"]);
                        return answer;
                    }
                }
            }
        }
        """;
}
