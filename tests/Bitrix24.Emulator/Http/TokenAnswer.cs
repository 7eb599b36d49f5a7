using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Http;

/// <summary>The tokens of an application as the authorization server answers them.</summary>
internal static class TokenAnswer
{
    public static JsonObject Of(World world, Installation installation, DateTimeOffset now) => new()
    {
        ["access_token"] = installation.AccessToken,
        ["refresh_token"] = installation.RefreshToken,
        ["expires"] = (now + Applications.TokenLife).ToUnixTimeSeconds(),
        ["expires_in"] = (long)Applications.TokenLife.TotalSeconds,
        ["scope"] = string.Join(',', world.Methods.Scopes),
        ["domain"] = world.Address.Authority,
        ["client_endpoint"] = $"{world.Address}rest/",
        ["server_endpoint"] = $"{world.Address}rest/",
        ["member_id"] = world.Delivery.MemberId,
        ["user_id"] = installation.UserId,
        ["status"] = "L",
    };
}
