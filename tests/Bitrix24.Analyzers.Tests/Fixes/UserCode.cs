namespace Bitrix24.Analyzers.Tests.Fixes;

/// <summary>Code of users' projects that the tests of fixes share.</summary>
static class UserCode
{
    /// <summary>The wrapper that nearly every project has.</summary>
    public const string Client = """
        using System.Net.Http;
        using System.Text;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;

        public sealed class BitrixClient
        {
            private readonly HttpClient _http;
            private readonly string _webhook;

            public BitrixClient(HttpClient http, string webhook)
            {
                _http = http;
                _webhook = webhook;
            }

            public async Task<JsonElement> CallAsync(string method, object parameters, CancellationToken token = default)
            {
                var content = new StringContent(JsonSerializer.Serialize(parameters), Encoding.UTF8, "application/json");
                using (var response = await _http.PostAsync($"{_webhook}/{method}.json", content, token))
                {
                    response.EnsureSuccessStatusCode();
                    var text = await response.Content.ReadAsStringAsync();
                    return JsonDocument.Parse(text).RootElement;
                }
            }
        }

        public sealed class Deal
        {
            public int Id { get; set; }
            public string Title { get; set; } = "";
            public bool Closed { get; set; }
        }
        """;

    /// <summary>Statements of an asynchronous method that has a <c>client</c> and some <c>deals</c>.</summary>
    public static string InMethod(string statements, string usings = "") => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        {{usings}}
        public class Sync
        {
            private readonly BitrixClient client;

            public Sync(BitrixClient client) => this.client = client;

            public async Task RunAsync(List<Deal> deals)
            {
                {{statements.ReplaceLineEndings("\n        ").Replace("\n        \n", "\n\n", StringComparison.Ordinal)}}
            }
        }
        """;

    /// <summary>A service with a client of its own, and some members.</summary>
    /// <param name="members">Its members.</param>
    /// <param name="client">Its field for the client.</param>
    public static string Service(string members, string client = "private readonly BitrixClient _client") => $$"""
        using System;
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Threading.Tasks;

        public class Service
        {
            {{client}};

            public Service(BitrixClient client) => {{client.Split(' ')[^1]}} = client;

            {{members.ReplaceLineEndings("\n    ").Replace("\n    \n", "\n\n", StringComparison.Ordinal)}}
        }
        """;

    /// <summary>Statements of an asynchronous method that has a <c>service</c> and some <c>deals</c>.</summary>
    public static string WithService(string statements) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;

        public class Sync
        {
            private readonly Service service;

            public Sync(Service service) => this.service = service;

            public async Task RunAsync(List<Deal> deals)
            {
                {{statements.ReplaceLineEndings("\n        ").Replace("\n        \n", "\n\n", StringComparison.Ordinal)}}
            }
        }
        """;
}
