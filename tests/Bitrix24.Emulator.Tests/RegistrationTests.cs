using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace Bitrix24.Emulator.Tests;

/// <summary>What the owner of a portal registers by hand, when the emulator is a program of its own.</summary>
public sealed class RegistrationTests : PortalTest
{
    private async Task<(int Status, JsonNode? Body)> Post(string path)
    {
        using var response = await Rest.Client.PostAsync(new Uri(Portal.Url, "_emulator/" + path), null);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    private async Task<Answer> App(JsonNode tokens, string query) => await Rest.Read(await Rest.Client.GetAsync($"{tokens["client_endpoint"]}{query}&auth={tokens["access_token"]}"));

    [Fact]
    public async Task An_application_is_installed_and_binds_events_of_both_kinds()
    {
        await using var handler = await Handler.StartAsync();
        var (status, shop) = await Post("install?name=shop&user=2");
        Assert.Equal(200, status);
        Assert.Equal("2", (string?)(await App(shop!, "user.current?x")).Result!["ID"]);
        Assert.Equal("shop", (string?)(await App(shop!, "app.info?x")).Result!["CODE"]);
        Assert.Null((await App(shop!, $"event.bind?event=ONCRMDEALADD&handler={Uri.EscapeDataString(handler.Url.ToString())}")).Error);
        Assert.Null((await App(shop!, "event.bind?event=ONCRMDEALADD&event_type=offline")).Error);
        await Rest.Json("crm.deal.add", new { fields = new { TITLE = "d" } });
        await Portal.EventsDeliveredAsync();
        Assert.Equal((string?)shop!["application_token"], Assert.Single(handler.Events)["auth[application_token]"]);
        Assert.Single((await App(shop, "event.offline.get?x")).Result!["events"]!.AsArray());
        var renewed = await Rest.Read(await Rest.Client.GetAsync($"{Portal.TokenUrl}?grant_type=refresh_token&client_id={shop["client_id"]}&client_secret={shop["client_secret"]}&refresh_token={shop["refresh_token"]}"));
        Assert.Null((await App(renewed.Body, "user.current?x")).Error);
    }

    [Fact]
    public async Task An_application_of_a_user_who_is_no_administrator()
    {
        var (_, simple) = await Post("install?name=simple&user=2&admin=no");
        Assert.Equal("ACCESS_DENIED", (await App(simple!, "event.bind?event=ONCRMDEALADD&event_type=offline")).Error);
        var (_, usual) = await Post("install?name=usual&admin=yes");
        Assert.Null((await App(usual!, "event.bind?event=ONCRMDEALADD&event_type=offline")).Error);
    }

    [Fact]
    public async Task An_outgoing_webhook_is_created()
    {
        await using var handler = await Handler.StartAsync();
        var (status, webhook) = await Post($"outgoing?handler={Uri.EscapeDataString(handler.Url.ToString())}&event=OnCrmDealAdd&event=ONCRMDEALDELETE");
        Assert.Equal((200, 1), (status, webhook!.AsObject().Count));
        await Rest.Json("crm.deal.add", new { fields = new { TITLE = "d" } });
        await Rest.Json("crm.deal.delete", new { id = 1 });
        await Portal.EventsDeliveredAsync();
        Assert.Equal(["ONCRMDEALADD", "ONCRMDEALDELETE"], handler.Events.Select(form => form["event"]));
        Assert.All(handler.Events, form => Assert.Equal((string?)webhook["application_token"], form["auth[application_token]"]));
    }

    [Theory]
    [InlineData("install")]
    [InlineData("install?name=")]
    [InlineData("install?name=x&user=me")]
    [InlineData("install?name=x&admin=perhaps")]
    [InlineData("outgoing?event=ONCRMDEALADD")]
    [InlineData("outgoing?event=ONCRMDEALADD&handler=nowhere")]
    [InlineData("outgoing?event=ONCRMDEALADD&handler=file%3A%2F%2F%2Fetc")]
    [InlineData("outgoing?handler=http%3A%2F%2F127.0.0.1%2F")]
    [InlineData("outgoing?event=ONNOTHING&handler=http%3A%2F%2F127.0.0.1%2F")]
    [InlineData("outgoing?event=ONUSERADD&handler=http%3A%2F%2F127.0.0.1%2F")]
    public async Task Mistakes_are_told(string path)
    {
        var (status, body) = await Post(path);
        Assert.Equal((400, "error"), (status, Assert.Single(body!.AsObject()).Key));
    }

    [Fact]
    public async Task Reading_registers_nothing()
    {
        foreach (var path in new[] { "install?name=shop", "outgoing?event=ONCRMDEALADD&handler=http%3A%2F%2F127.0.0.1%2F" })
        {
            using var response = await Rest.Client.GetAsync(new Uri(Portal.Url, "_emulator/" + path));
            Assert.Equal(404, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task The_certificate_is_the_portals_own_and_brings_no_key()
    {
        var text = await Rest.Client.GetStringAsync(new Uri(Portal.Url, "_emulator/certificate"));
        using var certificate = X509Certificate2.CreateFromPem(text);
        Assert.Equal(Portal.Certificate.Thumbprint, certificate.Thumbprint);
        Assert.DoesNotContain("PRIVATE", text, StringComparison.Ordinal);
    }
}
