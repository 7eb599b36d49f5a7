using static Bitrix24.Analyzers.Tests.Polling.PollCode;

namespace Bitrix24.Analyzers.Tests.Polling;

/// <summary>The function through which the queue of offline events is read.</summary>
public sealed class PolledSenderTests
{
    const string Events = "\"ID\", \"OnCrmDealAdd\", \"OnCrmDealUpdate\");\n";

    /// <summary>What this call's own parameters are named does not matter to the calls of events.</summary>
    [Fact]
    public Task NamesOfTheListsParametersDoNotMatter()
    {
        const string order = "new { order = new { ID = \"ASC\" }, start }";
        static string Client(string program) => program.Replace("BitrixClient", "WebClient", StringComparison.Ordinal) + """


            public sealed class WebClient(System.Net.Http.HttpClient http, string hook)
            {
                public async Task<JsonElement> CallAsync(string method, object parameters)
                {
                    using var response = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(http, hook + method, parameters);
                    response.EnsureSuccessStatusCode();
                    return await System.Net.Http.Json.HttpContentJsonExtensions.ReadFromJsonAsync<JsonElement>(response.Content);
                }
            }
            """;
        return PollCase.Fixes(
            PollCase.Offline, Client(Every(Pages(Row("Show(deal);"), order))),
            Client(Every(Changed(Pages(Row("Show(deal);"), "new { order = new { ID = \"ASC\" }, start, filter = changed.Filter }")), "var dealChanges = Bitrix24Changes.Offline((string method, object parameters) => client.CallAsync(method, parameters), " + Events, "while"))
                .Replace("(string method, object parameters) => client.CallAsync(method, parameters)", "(string method, object body) => client.CallAsync(method, body)", StringComparison.Ordinal));
    }

    static string Scanning(string round, string ahead, string mark, string name) => Service($$"""
        public async Task RunAsync(CancellationToken stoppingToken)
        {
            {{ahead}}{{mark}} (!stoppingToken.IsCancellationRequested)
            {
                {{round}}
                await Task.Delay(TimeSpan.FromMinutes(5), stoppingToken);
            }
        }

        private async Task ScanAsync({{(ahead.Length == 0 ? "" : "Bitrix24Changed changed, ")}}CancellationToken {{name}})
        {
            {{Inside(Pages(Row("Show(deal);"), ahead.Length == 0 ? "new { start }, " + name : "new { start, filter = changed.Filter }, " + name), 1)}}
        }
        """).Replace("BitrixClient", "TokenClient", StringComparison.Ordinal) + """


        public sealed class TokenClient(System.Net.Http.HttpClient http, string hook)
        {
            public async Task<JsonElement> CallAsync(string method, object parameters, CancellationToken token)
            {
                using var response = await http.PostAsync(hook + method, new System.Net.Http.StringContent(JsonSerializer.Serialize(parameters), System.Text.Encoding.UTF8, "application/json"), token);
                response.EnsureSuccessStatusCode();
                return JsonDocument.Parse(await response.Content.ReadAsStringAsync(token)).RootElement;
            }
        }
        """;

    /// <summary>A token has the name that it has where the rounds are started.</summary>
    [Theory]
    [InlineData("cancellationToken")]
    [InlineData("stoppingToken")]
    public Task ATokenMayHaveAnotherNameInTheMethodThatReads(string name) => PollCase.Fixes(
        PollCase.Offline, Scanning("await ScanAsync(stoppingToken);", "", "{|BX4001:while|}", name),
        Scanning(
            "foreach (var changed in await dealChanges.NextAsync())\n        {\n            await ScanAsync(changed, stoppingToken);\n        }\n        await dealChanges.ConfirmAsync();",
            "var dealChanges = Bitrix24Changes.Offline((string method, object body) => client.CallAsync(method, body, stoppingToken), " + Events + "    ", "while", name));
}
