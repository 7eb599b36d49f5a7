using System.Net;
using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Http;

/// <summary>Parameters that carry a token, and so are no parameters of a method: they are taken out before anything is kept or run.</summary>
internal static class TokenParameters
{
    private static readonly string[] Names = ["auth", "access_token"];

    /// <summary>Takes the tokens out of a request, and out of the commands of a batch; answers the request's own.</summary>
    public static string? Take(JsonObject parameters, bool isBatch)
    {
        var token = Names.Select(name => Scalar.Text(parameters[name])).FirstOrDefault(text => text is not null);
        Remove(parameters);
        if (isBatch)
            TakeFromCommands(parameters);
        return token;
    }

    private static void TakeFromCommands(JsonObject parameters)
    {
        foreach (var (name, commands) in parameters.Where(pair => IsCommands(pair.Key)).ToList())
            parameters[name] = Without(commands);

        // The calls of version 3 are maps with their parameters under a name.
        foreach (var query in parameters.Select(pair => (pair.Value as JsonObject)?["query"]).OfType<JsonObject>())
            Remove(query);
    }

    private static void Remove(JsonObject parameters)
    {
        foreach (var name in parameters.Select(pair => pair.Key).Where(IsToken).ToList())
            parameters.Remove(name);
    }

    private static bool IsToken(string name) => Names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static bool IsCommands(string name) => name.Equals("cmd", StringComparison.OrdinalIgnoreCase);

    private static JsonNode? Without(JsonNode? commands) => commands switch
    {
        JsonObject map => new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, Without(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Without)]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Without(text)),
        _ => commands?.DeepClone(),
    };

    /// <summary>A command without the tokens in its query, or in the commands of a batch within it.</summary>
    private static string Without(string command)
    {
        var question = command.IndexOf('?');
        if (question < 0)
            return command;
        var kept = new List<string>();
        foreach (var pair in command[(question + 1)..].Split('&'))
        {
            var equals = pair.IndexOf('=');
            var root = WebUtility.UrlDecode(equals < 0 ? pair : pair[..equals]).Split('[')[0];
            if (IsToken(root))
                continue;
            kept.Add(IsCommands(root) && equals >= 0 ? pair[..(equals + 1)] + Inner(pair[(equals + 1)..]) : pair);
        }

        return command[..(question + 1)] + string.Join('&', kept);
    }

    private static string Inner(string encoded)
    {
        var command = WebUtility.UrlDecode(encoded);
        var without = Without(command);
        return without == command ? encoded : WebUtility.UrlEncode(without);
    }
}
