using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Http;

/// <summary>The authorization server: gives new tokens for a refresh token, under <c>/oauth/token/</c>.</summary>
internal sealed class TokenEndpoint(World world)
{
    public static bool Is(PathString path) => path.Value?.TrimEnd('/') == "/oauth/token";

    public async Task AnswerAsync(HttpContext context)
    {
        JsonObject parameters;
        try
        {
            parameters = await RequestParameters.ReadAsync(context.Request);
        }
        catch (RestError)
        {
            parameters = [];
        }

        JsonObject body;
        lock (world.Gate)
            body = Answer(parameters);
        await new Response(body.ContainsKey("error") ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK, body, TimeSpan.Zero).WriteAsync(context, world);
    }

    private JsonObject Answer(JsonObject parameters)
    {
        string Given(string name) => Scalar.Text(parameters[name]) ?? "";
        if (Given("grant_type") != "refresh_token")
            return new JsonObject { ["error"] = "invalid_request", ["error_description"] = "Only refresh_token is granted here" };
        var now = world.Clock.GetUtcNow();
        world.Ledger.Renewed();
        return world.Applications.Renew(Given("client_id"), Given("client_secret"), Given("refresh_token"), now) is { } renewed
            ? TokenAnswer.Of(world, renewed, now)
            : new JsonObject { ["error"] = "invalid_grant", ["error_description"] = "The refresh token is not valid" };
    }
}
