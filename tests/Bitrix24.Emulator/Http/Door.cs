using System.Net;
using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Http;

/// <summary>Lets a request in: transport, rate limit, block, credentials, in this order.</summary>
internal sealed class Door(World world, Credentials credentials)
{
    /// <summary>The name under which requests of nobody are counted.</summary>
    private const string Nobody = "unknown";

    public Caller Admit(HttpContext context, RestAddress address, JsonObject parameters, DateTimeOffset now)
    {
        Caller? caller = null;
        RestError? unknown = null;
        try
        {
            caller = credentials.Find(address, parameters, Bearer(context));
        }
        catch (RestError error)
        {
            unknown = error;
        }

        var name = caller?.Name ?? Nobody;
        var method = caller is null ? null : address.Method;
        world.Ledger.Request(name, method);
        try
        {
            if (world.Options.RequireHttps && !context.Request.IsHttps)
                throw RestError.Of("INVALID_REQUEST");
            world.Rate.Admit(context.Connection.RemoteIpAddress ?? IPAddress.None, now);
            if (world.IsBlocked)
                throw RestError.Of("OVERLOAD_LIMIT");
        }
        catch (RestError refused) when (refused.IsRefusal)
        {
            world.Ledger.Refused(name, method, refused.Code, now);
            throw;
        }

        return caller ?? throw unknown!;
    }

    private static string? Bearer(HttpContext context) =>
        context.Request.Headers.Authorization.ToString() is { } header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? header["Bearer ".Length..]
            : null;
}
