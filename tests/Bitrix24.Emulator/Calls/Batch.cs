using System.Globalization;
using System.Text.Json.Nodes;

namespace Bitrix24.Emulator.Calls;

/// <summary>The <c>batch</c> of version 2: commands one after another, each with its own result or error in an answer that is always 200.</summary>
internal sealed class Batch(Runner runner, Call call, TimeSpan? limit)
{
    public const string Name = "batch";

    /// <summary>Commands after this many are refused one by one.</summary>
    private const int MaximumCommands = 50;

    private readonly JsonObject _results = [];
    private readonly JsonObject _errors = [];
    private readonly JsonObject _totals = [];
    private readonly JsonObject _nexts = [];
    private readonly JsonObject _times = [];

    public static bool Is(string method) => method.Equals(Name, StringComparison.OrdinalIgnoreCase);

    public (Reply Reply, TimeSpan Duration) Run()
    {
        var halts = Scalar.IsTrue(call["halt"]);
        var duration = TimeSpan.Zero;
        var place = 0;
        foreach (var (key, command) in call.Map("cmd"))
        {
            // A command that is no text is passed over, as the portal does; numbers and booleans are none.
            if (command is not JsonValue value || !value.TryGetValue<string>(out var text))
                continue;
            if (++place > MaximumCommands)
                Refuse(key, RestError.Of("ERROR_BATCH_LENGTH_EXCEEDED"));
            else
                duration += Execute(key, text, call.Now + duration);
            if ((halts && _errors.Count > 0) || duration > limit)
                break;
        }

        return (new Reply(ToJson()), duration);
    }

    private TimeSpan Execute(string key, string command, DateTimeOffset now)
    {
        var question = command.IndexOf('?');
        var method = (question < 0 ? command : command[..question]).Trim();
        var parameters = PhpQuery.Parse(question < 0 ? "" : Unfragmented(command[(question + 1)..]));
        var roots = new Dictionary<string, JsonObject>(StringComparer.Ordinal)
        {
            ["result"] = _results, ["error"] = _errors, ["total"] = _totals, ["next"] = _nexts, ["time"] = _times,
        };
        var resolved = (JsonObject)BatchReference.Resolve(parameters, roots)!;
        var outcome = runner.Run(call with { Method = MethodName(method), Parameters = resolved, Now = now }, inBatch: true);
        _times[key] = outcome.Times.ToJson();
        if (outcome.Error is { } error)
            Refuse(key, error);
        else
            Keep(key, outcome.Reply!);
        return outcome.Times.Duration;
    }

    private void Keep(string key, Reply reply)
    {
        _results[key] = reply.Result?.DeepClone();
        if (reply.Total is { } total)
            _totals[key] = total;
        if (reply.Next is { } next)
            _nexts[key] = next;
    }

    private void Refuse(string key, RestError error) =>
        _errors[key] = new JsonObject { ["error"] = error.CodeNode, ["error_description"] = error.Message };

    private JsonObject ToJson() => new()
    {
        ["result"] = Answer(_results),
        ["result_error"] = Answer(_errors),
        ["result_total"] = Answer(_totals),
        ["result_next"] = Answer(_nexts),
        ["result_time"] = Answer(_times),
    };

    /// <summary>PHP writes an array with the keys 0, 1, 2 … as a list, and an empty one too.</summary>
    private static JsonNode Answer(JsonObject map)
    {
        var place = 0;
        foreach (var (key, _) in map)
        {
            if (key != place++.ToString(CultureInfo.InvariantCulture))
                return map.DeepClone();
        }

        return new JsonArray([.. map.Select(pair => pair.Value?.DeepClone())]);
    }

    /// <summary>An unescaped <c>#</c> ends a command as it ends a URL.</summary>
    private static string Unfragmented(string query) => query.IndexOf('#') is >= 0 and var hash ? query[..hash] : query;

    private static string MethodName(string method) =>
        method.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? method[..^".json".Length] : method;
}
