namespace Bitrix24.Emulator.Tests;

public sealed class OAuthTests : PortalTest
{
    private async Task<System.Text.Json.Nodes.JsonObject> Renew(string clientId, string clientSecret, string refreshToken, string grant = "refresh_token") =>
        (await Rest.Read(await Rest.Client.GetAsync($"{Portal.TokenUrl}?grant_type={grant}&client_id={clientId}&client_secret={clientSecret}&refresh_token={refreshToken}"))).Body;

    private async Task<string?> Ask(string token) => (await Rest.Read(await Rest.Client.GetAsync($"{Portal.RestUrl}user.current?auth={token}"))).Error;

    [Fact]
    public async Task A_refresh_token_gives_new_tokens_once()
    {
        var shop = Portal.Install("shop");
        ((VirtualClock)Portal.Clock).Advance(TimeSpan.FromHours(2));
        Assert.Equal("expired_token", await Ask(shop.AccessToken));
        var renewed = await Renew(shop.ClientId, shop.ClientSecret, shop.RefreshToken);
        Assert.Null(await Ask((string)renewed["access_token"]!));
        Assert.Equal((3600, Portal.RestUrl), ((int)renewed["expires_in"]!, (string?)renewed["client_endpoint"]));
        Assert.Equal("invalid_grant", (string?)(await Renew(shop.ClientId, shop.ClientSecret, shop.RefreshToken))["error"]);
        Assert.Null(await Ask((string)(await Renew(shop.ClientId, shop.ClientSecret, (string)renewed["refresh_token"]!))["access_token"]!));
        Assert.Equal(3, Portal.Counters.TokenRenewals);
    }

    [Fact]
    public async Task Wrong_secrets_and_old_tokens_are_refused()
    {
        var shop = Portal.Install("shop");
        Assert.Equal("invalid_grant", (string?)(await Renew(shop.ClientId, "wrong", shop.RefreshToken))["error"]);
        Assert.Equal("invalid_grant", (string?)(await Renew("wrong", shop.ClientSecret, shop.RefreshToken))["error"]);
        Assert.Equal("invalid_request", (string?)(await Renew(shop.ClientId, shop.ClientSecret, shop.RefreshToken, "authorization_code"))["error"]);
        ((VirtualClock)Portal.Clock).Advance(TimeSpan.FromDays(180));
        Assert.Equal("invalid_grant", (string?)(await Renew(shop.ClientId, shop.ClientSecret, shop.RefreshToken))["error"]);
    }
}
