using static Bitrix24.Analyzers.Tests.Polling.PollCode;

namespace Bitrix24.Analyzers.Tests.Polling;

/// <summary>Answers that are read into a type, and clients that put what they are given into an address.</summary>
public sealed class AnswerTests
{
    const string Plain = "public List<Row> Result { get; set; } = null!;";

    static string Program(string rows, string members, string judged, string mark = "{|BX4001:while|}", bool isChanged = false)
    {
        var round = $$"""
            int? start = 0;
            do
            {
                var page = await CallAsync<Answer>("crm.deal.list", new { start{{(isChanged ? ", filter = changed.Filter" : "")}} });
                foreach (var deal in {{rows}})
                    Console.WriteLine(deal.Title);
                start = page.Next;
            }
            while (start != null);
            """;
        return $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Net.Http;
            using System.Text;
            using System.Text.Json;
            using System.Threading.Tasks;

            public sealed class Row
            {
                public string Title { get; set; } = "";
            }

            public sealed class Part
            {
                public List<Row> Rows { get; set; } = new();
            }

            public sealed class Answer
            {
                {{Inside(members, 1)}}

                public int? Next { get; set; }
            }

            public sealed class Service(HttpClient http, string hook)
            {
                public async Task RunAsync()
                {
                    {{(isChanged ? Since + "        " : "")}}{{mark}} (true)
                    {
                        {{Inside(isChanged ? Changed(round) : round, 3)}}
                        await Task.Delay(60000);
                    }
                }

                private async Task<T> CallAsync<T>(string method, object parameters)
                {
                    var content = new StringContent(JsonSerializer.Serialize(parameters), Encoding.UTF8, "application/json");
                    using var response = await http.PostAsync($"{hook}/{method}", content);
                    {{judged}}
                    return JsonSerializer.Deserialize<T>(await response.Content.ReadAsStringAsync())!;
                }
            }
            """;
    }

    const string Judged = "response.EnsureSuccessStatusCode();";

    const string Asked = "if (!response.IsSuccessStatusCode)\n                throw new InvalidOperationException();";

    const string Unjudged = "Console.WriteLine(method);";

    static Task Fixes(string rows, string members, string judged) => PollCase.Fixes(PollCase.ChangedSince, Program(rows, members, judged), Program(rows, members, judged, "while", isChanged: true));

    [Theory]
    [InlineData("page.Result", Plain, Unjudged)]
    [InlineData("page.Result!", "public List<Row>? Result { get; set; }", Unjudged)]
    [InlineData("page.Result", "public List<Row> Result = null!;", Unjudged)]
    [InlineData("page.Result", "public List<Row> Result { get; set; } = new();", Judged)]
    [InlineData("page.Result", "public List<Row> Result { get; set; } = new();", Asked)]
    [InlineData("page.Part.Rows", "public Part Part { get; set; } = null!;", Unjudged)]
    [InlineData("page.Result", "private List<Row> rows = null!;\n\npublic List<Row> Result { get { return rows; } set { rows = value; } }", Unjudged)]
    public Task AnAnswerWithoutRowsThrows(string rows, string members, string judged) => Fixes(rows, members, judged);

    [Theory]
    [InlineData("page.Result", "public List<Row> Result { get; set; } = new();")]
    [InlineData("page.Result", "public Answer() => Result = new();\n\npublic List<Row> Result { get; set; }")]
    [InlineData("page.Result", "public List<Row> Result = [];")]
    [InlineData("page.Part.Rows", "public Part Part { get; set; } = new();")]
    [InlineData("page.Result", "private List<Row> rows = new();\n\npublic List<Row> Result { get { return rows; } set { rows = value; } }")]
    public Task AnEmptyListOfItsOwnMayBeAnError(string rows, string members) => PollCase.Stays(Program(rows, members, Unjudged));

    [Theory]
    [InlineData("page.Best", Plain + "\n\npublic IEnumerable<Row> Best => Result.OrderByDescending(r => r.Title).Take(2);")]
    [InlineData("page.Best", Plain + "\n\npublic IEnumerable<Row> Best { get { return Result.Take(2); } }")]
    [InlineData("page.Best()", Plain + "\n\npublic IEnumerable<Row> Best() => Result.Take(2);")]
    public Task RowsThatAreCalculatedAreNotAll(string rows, string members) => PollCase.Stays(Program(rows, members, Judged));

    static string Getting(string client, bool isChanged = false, string mark = "{|BX4001:while|}")
    {
        var round = Pages(Row("Console.WriteLine(deal);")).Replace("client.CallAsync(\"crm.deal.list\", new { start })", $"GetAsync($\"crm.deal.list?start={{start}}{(isChanged ? "&{changed.Query}" : "")}\")", StringComparison.Ordinal);
        return $$"""
            using System;
            using System.Net.Http;
            using System.Text.Json;
            using System.Threading.Tasks;

            public sealed class Service(HttpClient http, string hook)
            {
                public async Task RunAsync()
                {
                    {{(isChanged ? Since + "        " : "")}}{{mark}} (true)
                    {
                        {{Inside(isChanged ? Changed(round) : round, 3)}}
                        await Task.Delay(60000);
                    }
                }

                {{Inside(client, 1)}}
            }
            """;
    }

    static string Getter(string address, string before = "") => $"private async Task<JsonElement> GetAsync(string what)\n{{\n    {before}return JsonDocument.Parse(await http.GetStringAsync({address})).RootElement;\n}}";

    public static TheoryData<string> Keeping => new(
        Getter("hook + \"/\" + what"),
        Getter("$\"{hook}/{what}\""),
        Getter("new Uri($\"{hook}/{what}\")"),
        Getter("address", "var address = hook + \"/\" + what;\n    "),
        Getter("$\"{hook}/{what}&ADMIN_MODE=Y\""),
        Getter("hook + what", "if (string.IsNullOrEmpty(what))\n        throw new ArgumentException(what);\n    "),
        "private Task<JsonElement> GetAsync(string what) => ReadAsync($\"{hook}/{what}\");\n\n" + Getter("what").Replace("GetAsync(string", "ReadAsync(string", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Keeping))]
    public Task AnAddressKeepsItsQuery(string client) => PollCase.Fixes(PollCase.ChangedSince, Getting(client), Getting(client, isChanged: true, "while"));

    public static TheoryData<string> Changing => new(
        Getter("Uri.EscapeDataString(hook + \"/\" + what)"),
        Getter("hook + \"/\" + what.Split('&')[0]"),
        Getter("hook + \"/\" + what.ToLowerInvariant()"),
        Getter("$\"{hook}/{what}?auth=5\""),
        Getter("hook + \"/\" + what", "what = what.Split('&')[0];\n    "),
        Getter("address", "var address = hook + \"/\" + what;\n    address = address.Replace(\"&\", \"\");\n    "));

    [Theory]
    [MemberData(nameof(Changing))]
    public Task AnAddressThatIsChangedHasNoFix(string client) => PollCase.Stays(Getting(client));
}
