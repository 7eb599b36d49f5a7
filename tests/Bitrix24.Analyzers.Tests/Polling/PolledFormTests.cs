using static Bitrix24.Analyzers.Tests.Polling.PollCode;

namespace Bitrix24.Analyzers.Tests.Polling;

/// <summary>Parameters in addresses, in forms and in texts, and calls without any.</summary>
public sealed class PolledFormTests
{
    static string Program(string call, string create = "", string mark = "{|BX4001:while|}", bool isChanged = false)
    {
        var round = $$"""
            var start = 0;
            while (true)
            {
                {{Inside(call, 1)}}
                foreach (var deal in page.GetProperty("result").EnumerateArray())
                    Console.WriteLine(deal);
                if (!page.TryGetProperty("next", out var next))
                    break;
                start = next.GetInt32();
            }
            """;
        return $$"""
            using System;
            using System.Collections.Generic;
            using System.Net.Http;
            using System.Net.Http.Json;
            using System.Text;
            using System.Text.Json;
            using System.Threading.Tasks;

            public sealed class Service(HttpClient http, string hook)
            {
                public async Task RunAsync()
                {
                    {{Inside(create + mark, 2)}} (true)
                    {
                        {{Inside(isChanged ? Changed(round) : round, 3)}}
                        await Task.Delay(60000);
                    }
                }

                private async Task<JsonElement> FormAsync(string method, Dictionary<string, string> form)
                {
                    using var response = await http.PostAsync($"{hook}/{method}.json", new FormUrlEncodedContent(form));
                    return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
                }

                private async Task<JsonElement> QueryAsync(string method, string query)
                {
                    using var response = await http.PostAsync($"{hook}/{method}", new StringContent(query, Encoding.UTF8, "application/x-www-form-urlencoded"));
                    return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
                }

                private async Task<JsonElement> GetAsync(string what) => JsonDocument.Parse(await http.GetStringAsync(hook + "/" + what)).RootElement;

                private async Task<JsonElement> CallAsync(string method, object? body = null)
                {
                    using var response = await http.PostAsJsonAsync($"{hook}/{method}", body);
                    return await response.Content.ReadFromJsonAsync<JsonElement>();
                }
            }
            """;
    }

    static Task Fixes(string call, string after) => PollCase.Fixes(PollCase.ChangedSince, Program(call), Program(after, Since, "while", isChanged: true));

    public static TheoryData<string, string> Forms => new()
    {
        {
            "var page = await FormAsync(\"crm.deal.list\", new Dictionary<string, string> { [\"start\"] = $\"{start}\" });",
            "var page = await FormAsync(\"crm.deal.list\", changed.Into(new Dictionary<string, string> { [\"start\"] = $\"{start}\" }));"
        },
        {
            "var form = new Dictionary<string, string> { [\"filter[STAGE_ID]\"] = \"NEW\" };\nform[\"start\"] = $\"{start}\";\nvar page = await FormAsync(\"crm.deal.list\", form);",
            "var form = new Dictionary<string, string> { [\"filter[STAGE_ID]\"] = \"NEW\" };\nform[\"start\"] = $\"{start}\";\nvar page = await FormAsync(\"crm.deal.list\", changed.Into(form));"
        },
        { "var page = await QueryAsync(\"crm.deal.list\", $\"start={start}\");", "var page = await QueryAsync(\"crm.deal.list\", $\"start={start}&{changed.Query}\");" },
        { "var page = await QueryAsync(\"crm.deal.list\", \"select[]=ID&start=\" + start);", "var page = await QueryAsync(\"crm.deal.list\", \"select[]=ID&start=\" + start + \"&\" + changed.Query);" },
        { "var page = await GetAsync($\"crm.deal.list?start={start}&filter[STAGE_ID]=NEW\");", "var page = await GetAsync($\"crm.deal.list?start={start}&filter[STAGE_ID]=NEW&{changed.Query}\");" },
        { "var page = await CallAsync(\"crm.deal.list\");", "var page = await CallAsync(\"crm.deal.list\", new { filter = changed.Filter });" },
        { "var page = await CallAsync(\"crm.deal.list\", new { start });", "var page = await CallAsync(\"crm.deal.list\", new { start, filter = changed.Filter });" },
        {
            "var text = await http.GetStringAsync($\"{hook}/crm.deal.list?start={start}\");\nvar page = JsonDocument.Parse(text).RootElement;",
            "var text = await http.GetStringAsync($\"{hook}/crm.deal.list?start={start}&{changed.Query}\");\nvar page = JsonDocument.Parse(text).RootElement;"
        },
        {
            "var url = $\"{hook}/crm.deal.list.json?start={start}\";\nvar text = await http.GetStringAsync(url);\nvar page = JsonDocument.Parse(text).RootElement;",
            "var url = $\"{hook}/crm.deal.list.json?start={start}&{changed.Query}\";\nvar text = await http.GetStringAsync(url);\nvar page = JsonDocument.Parse(text).RootElement;"
        },
        {
            "using var response = await http.PostAsJsonAsync($\"{hook}/crm.deal.list\", new { start });\nvar page = await response.Content.ReadFromJsonAsync<JsonElement>();",
            "using var response = await http.PostAsJsonAsync($\"{hook}/crm.deal.list\", new { start, filter = changed.Filter });\nvar page = await response.Content.ReadFromJsonAsync<JsonElement>();"
        },
        {
            "var content = new StringContent(JsonSerializer.Serialize(new { start }), Encoding.UTF8, \"application/json\");\nvar response = await http.PostAsync(hook + \"/crm.deal.list\", content);\nvar page = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;",
            "var content = new StringContent(JsonSerializer.Serialize(new { start, filter = changed.Filter }), Encoding.UTF8, \"application/json\");\nvar response = await http.PostAsync(hook + \"/crm.deal.list\", content);\nvar page = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;"
        },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public Task TakeTheCondition(string call, string after) => Fixes(call, after);

    [Theory]
    [InlineData("var page = await FormAsync(\"crm.deal.list\", new Dictionary<string, string> { [\"filter[<ID]\"] = \"5\" });")]
    [InlineData("var page = await FormAsync(\"crm.deal.list\", new Dictionary<string, string> { [\"limit\"] = \"5\" });")]
    [InlineData("var page = await QueryAsync(\"crm.deal.list\", $\"{hook}&start={start}\");")]
    [InlineData("var page = await QueryAsync(\"crm.deal.list\", $\"start={start}{hook}\");")]
    [InlineData("var page = await GetAsync(\"crm.deal.list\");")]
    [InlineData("var page = await GetAsync($\"crm.deal.list?limit={start}\");")]
    [InlineData("var page = await GetAsync($\"crm.deal.list?{hook}={start}\");")]
    [InlineData("var page = await CallAsync(\"crm.deal.list\", new { start, filter = new { STAGE_ID = \"NEW\" } });")]
    public Task TakeNothingThatIsNotKnown(string call) => PollCase.Stays(Program(call));

    [Fact]
    public Task AServiceThatIsItsOwnClientKeepsNothing() => PollCase.Stays(
        Program("var page = await CallAsync(\"crm.deal.list\", new { start });").Replace("Console.WriteLine(deal);", "await TellAsync(deal);", StringComparison.Ordinal)
            .Replace("    private async Task<JsonElement> FormAsync", "    private int told;\n\n    private async Task TellAsync(JsonElement deal)\n    {\n        Console.WriteLine(deal);\n        await CallAsync(\"crm.deal.update\", new { id = deal.GetProperty(\"ID\").GetString() });\n        told++;\n    }\n\n    private async Task<JsonElement> FormAsync", StringComparison.Ordinal));

    [Fact]
    public Task AFormGoesToTheOfflineQueueToo() => PollCase.Fixes(
        PollCase.Offline, Program("var page = await FormAsync(\"crm.deal.list\", new Dictionary<string, string> { [\"start\"] = $\"{start}\" });"),
        Program(
            "var page = await FormAsync(\"crm.deal.list\", changed.Into(new Dictionary<string, string> { [\"start\"] = $\"{start}\" }));",
            "var dealChanges = Bitrix24Changes.Offline((string method, Dictionary<string, string> body) => FormAsync(method, body), \"ID\", \"OnCrmDealAdd\", \"OnCrmDealUpdate\");\n", "while", isChanged: true));
}
