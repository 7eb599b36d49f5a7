using System.Text.Json.Nodes;

namespace Bitrix24.Batch.Tests;

sealed class PortalException(string code) : Exception(code);

/// <summary>A user's own wrapper around the portal.</summary>
sealed class Client(Portal portal)
{
    /// <summary>Throws on an error in the answer.</summary>
    public async Task<string> CallAsync(string method, object? body)
    {
        await Task.Yield();
        return Call(method, body);
    }

    public string Call(string method, object? body) => Checked(portal.Json(method, body));

    /// <summary>Gives the answer as it is.</summary>
    public async Task<string> AskAsync(string method, object? body)
    {
        await Task.Yield();
        return portal.Json(method, body);
    }

    static string Checked(string answer)
    {
        if (JsonNode.Parse(answer)?["error"] is { } error)
            throw new PortalException((string)error!);
        return answer;
    }
}

static class Numbers
{
    public static IEnumerable<Bitrix24Command> Deals(int count) =>
        Enumerable.Range(1, count).Select(id => Bitrix24Batch.Command("crm.deal.get", new { id }));

    public static string Deal(int id) => $$$"""{"result":{"id":"{{{id}}}"}}""";

    /// <summary>An error for one deal.</summary>
    public static Func<string, string, string?> Failing(int id, string code = "NOT_FOUND") =>
        (_, parameters) => parameters == $$"""{"id":"{{id}}"}""" ? code : null;
}
