using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Http;

/// <summary>Tells who calls. Every known secret is compared in constant time, whether or not an earlier one fitted.</summary>
internal sealed class Credentials(World world, IReadOnlyList<Webhook> webhooks)
{
    public Caller Find(RestAddress address, JsonObject parameters, string? bearer)
    {
        var token = TokenParameters.Take(parameters, Batch.Is(address.Method)) ?? bearer;
        if (address.Code is { } code)
            return Webhook(address.UserId ?? 0, code) ?? throw RestError.Of("INVALID_CREDENTIALS");
        return world.Applications.Find(token ?? throw RestError.Of("NO_AUTH_FOUND"), world.Clock.GetUtcNow());
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
}
