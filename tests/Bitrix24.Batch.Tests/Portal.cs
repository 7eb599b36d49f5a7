using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bitrix24.Batch.Tests;

/// <summary>What a portal does with requests, as far as a batch can tell.</summary>
sealed class Portal
{
    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One line a request: the method, and for a batch how many commands and halt.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>One line for each method that ran or failed, with its parameters as PHP sees them.</summary>
    public List<string> Ran { get; } = [];

    /// <summary>The error code that a method ends in, or null.</summary>
    public Func<string, string, string?> ErrorOf { get; set; } = (_, _) => null;

    /// <summary>The JSON members of a successful answer.</summary>
    public Func<string, string, string> AnswerOf { get; set; } = (_, parameters) => $"\"result\":{parameters}";

    /// <summary>Answers in place of the portal's for the request with this number, from 1.</summary>
    public Dictionary<int, Func<string>> Instead { get; } = [];

    public string Json(string method, object? body) =>
        Receive(method, body switch
        {
            null => new JsonArray(),
            string text => JsonNode.Parse(text)!,
            Newtonsoft.Json.Linq.JToken token => JsonNode.Parse(token.ToString())!,
            _ => JsonSerializer.SerializeToNode(body)!,
        });

    public string Form(string method, IEnumerable<KeyValuePair<string, string>>? pairs) =>
        Receive(method, PhpQuery.Parse(new FormUrlEncodedContent(pairs ?? []).ReadAsStringAsync().Result));

    public string Query(string method, string? query) => Receive(method, PhpQuery.Parse(query ?? ""));

    string Receive(string method, JsonNode parameters)
    {
        var isBatch = method is "batch" or "batch?" or "/batch";
        Requests.Add(isBatch ? $"batch {CommandsOf(parameters).Count} halt={parameters["halt"]}" : method);
        if (Instead.TryGetValue(Requests.Count, out var answer))
            return answer();
        return isBatch ? Batch(parameters) : Run(method, parameters);
    }

    static List<KeyValuePair<string, string>> CommandsOf(JsonNode parameters) => parameters["cmd"] switch
    {
        JsonObject map => [.. map.Select(entry => KeyValuePair.Create(entry.Key, (string)entry.Value!))],
        JsonArray list => [.. list.Select((entry, index) => KeyValuePair.Create(index.ToString(CultureInfo.InvariantCulture), (string)entry!))],
        _ => throw new InvalidOperationException("No cmd."),
    };

    string Batch(JsonNode parameters)
    {
        var commands = CommandsOf(parameters);
        Assert.InRange(commands.Count, 1, 50);
        var members = new[] { "result", "result_error", "result_total", "result_next", "result_time" }
            .ToDictionary(name => name, _ => new List<KeyValuePair<string, JsonNode?>>());
        foreach (var (key, command) in commands)
        {
            var question = command.IndexOf('?');
            var answer = JsonNode.Parse(question < 0
                ? Run(command, new JsonArray())
                : Run(command[..question], PhpQuery.Parse(command[(question + 1)..])))!.AsObject();
            if (answer.ContainsKey("error"))
            {
                members["result_error"].Add(new(key, answer));
                if ((string)parameters["halt"]!.ToString() == "1")
                    break;
                continue;
            }
            foreach (var (name, value) in answer)
                members[name == "result" ? name : "result_" + name].Add(new(key, value));
        }
        var result = new JsonObject(members.Select(member => new KeyValuePair<string, JsonNode?>(member.Key, PhpQuery.Map(member.Value))));
        return $$$"""{"result":{{{result.ToJsonString(Readable)}}},"time":{"duration":1.5}}""";
    }

    string Run(string method, JsonNode parameters)
    {
        var text = Text(parameters).ToJsonString(Readable);
        Ran.Add($"{method} {text}");
        var error = ErrorOf(method, text);
        return error is null
            ? $$"""{{{AnswerOf(method, text)}}}"""
            : $$"""{"error":"{{error}}","error_description":"No."}""";
    }

    /// <summary>All values as the text that PHP would make of them, maps with keys 0, 1, 2 … as lists.</summary>
    static JsonNode Text(JsonNode node) => node switch
    {
        JsonObject map => PhpQuery.Map([.. map.Select(entry => KeyValuePair.Create(entry.Key, entry.Value is null ? null : Text(entry.Value)))]),
        JsonArray list => new JsonArray([.. list.Select(item => item is null ? null : Text(item))]),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.True => JsonValue.Create("1"),
            JsonValueKind.False => JsonValue.Create("0"),
            JsonValueKind.String => JsonValue.Create((string)node!),
            _ => JsonValue.Create(node.ToJsonString()),
        },
    };
}
