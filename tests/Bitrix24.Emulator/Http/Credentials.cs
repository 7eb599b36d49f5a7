using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Http;

/// <summary>Tells who calls. Every known secret is compared in constant time, whether or not an earlier one fitted.</summary>
internal sealed class Credentials(World world, IReadOnlyList<Webhook> webhooks)
{
    /// <summary>Parameters that carry a token, and so are no parameters of the method.</summary>
    private static readonly string[] TokenNames = ["auth", "access_token"];

    public Caller Find(RestAddress address, JsonObject parameters, string? bearer)
    {
        if (address.Code is { } code)
            return Webhook(address.UserId ?? 0, code) ?? throw RestError.Of("INVALID_CREDENTIALS");
        var token = Token(parameters) ?? bearer ?? throw RestError.Of("NO_AUTH_FOUND");
        return world.Applications.Find(token, world.Clock.GetUtcNow());
    }

    public static bool Same(string given, string known) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(known)));

    private Caller? Webhook(long user, string code)
    {
        Caller? found = null;
        for (var i = 0; i < webhooks.Count; i++)
        {
            var webhook = webhooks[i];
            if (Same(code, webhook.Code) & webhook.UserId == user)
                found = new Caller($"webhook-{i + 1}", user, IsApplication: false, webhook.IsAdmin, webhook.Scopes);
        }

        return found;
    }

    private static string? Token(JsonObject parameters)
    {
        string? token = null;
        foreach (var name in TokenNames)
        {
            if (parameters[name] is not JsonValue value)
                continue;
            token ??= Scalar.Text(value);
            parameters.Remove(name);
        }

        return token;
    }
}
