using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Bitrix24.Emulator.Tests;

/// <summary>Settings that an application keeps in the portal.</summary>
public sealed class ApplicationOptionTests : PortalTest
{
    private async Task<Answer> App(string name, string method, JsonObject? parameters = null, int user = 1)
    {
        parameters ??= [];
        parameters["auth"] = Portal.Install(name, user, isAdmin: user == 1).AccessToken;
        return await Rest.Read(await Rest.Client.PostAsync(Portal.RestUrl + method, JsonContent.Create(parameters)));
    }

    private static JsonObject Given(string json) => new() { ["options"] = JsonNode.Parse(json) };

    [Fact]
    public async Task Options_are_kept_as_they_are_given_for_all_users_of_one_application()
    {
        Assert.Equal("[]", (await App("shop", "app.option.get")).Json);
        Assert.Equal("true", (await App("shop", "app.option.set", Given("""{"a":1,"b":"x","c":{"d":[true,null]}}"""))).Json);
        Assert.Equal("true", (await App("shop", "app.option.set", Given("""{"b":"","e":1.5}"""))).Json);
        Assert.Equal("""{"a":1,"b":"","c":{"d":[true,null]},"e":1.5}""", (await App("shop", "app.option.get", user: 2)).Json);
        Assert.Equal("""{"d":[true,null]}""", (await App("shop", "app.option.get", new() { ["option"] = "c" })).Json);
        Assert.Equal("null", (await App("shop", "app.option.get", new() { ["option"] = "z" })).Json);
        Assert.Equal("[]", (await App("other", "app.option.get")).Json);
        Assert.Equal("true", (await App("other", "app.option.set", new() { ["plain"] = "p" })).Json);
        Assert.Equal("""{"plain":"p"}""", (await App("other", "app.option.get")).Json);
        Assert.Equal("1", (await App("shop", "app.option.get", new() { ["option"] = "a" })).Json);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"options":{}}""")]
    [InlineData("""{"options":""}""")]
    public async Task Nothing_to_set_is_a_mistake(string parameters)
    {
        var answer = await App("shop", "app.option.set", JsonNode.Parse(parameters)!.AsObject());
        Assert.Equal((HttpStatusCode.BadRequest, "ERROR_ARGUMENT"), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task A_webhook_has_none_and_only_an_administrator_sets_them()
    {
        foreach (var method in new[] { "app.option.get", "app.option.set" })
        {
            var answer = await Rest.Json(method, new { options = new { a = 1 } });
            Assert.Equal((HttpStatusCode.Forbidden, "ACCESS_DENIED"), (answer.Status, answer.Error));
        }

        Assert.Equal("ACCESS_DENIED", (await App("shop", "app.option.set", Given("""{"a":1}"""), user: 2)).Error);
        Assert.Equal("[]", (await App("shop", "app.option.get", user: 2)).Json);
    }
}
