using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Bitrix24.Emulator.Tests;

/// <summary>What REST 3.0 reads: JSON sent by POST, a map of parameters or the array of a batch.</summary>
public sealed class Version3TransportTests : PortalTest
{
    private async Task<string> Send(HttpMethod verb, string method, string? body = null, string type = "application/json")
    {
        using var message = new HttpRequestMessage(verb, Portal.WebhookUrlV3 + method);
        if (body is not null)
            message.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(type));
        var answer = JsonNode.Parse(await (await Rest.Client.SendAsync(message)).Content.ReadAsStringAsync())!;
        return ((string?)answer["error"]?["code"])?["BITRIX_REST_V3_EXCEPTION_".Length..] ?? answer["result"]!.ToJsonString();
    }

    private void OneTask() => Portal.Seed("tasks.task", 1, _ => new { TITLE = "t", RESPONSIBLE_ID = 1 });

    [Theory]
    [InlineData("GET", "tasks.task.list", null, "VALIDATION_REQUESTVALIDATIONEXCEPTION")]
    [InlineData("GET", "tasks.task.get?id=1", null, "VALIDATION_REQUESTVALIDATIONEXCEPTION")]
    [InlineData("GET", "tasks.task.get", """{"id":1,"select":["id"]}""", "VALIDATION_REQUESTVALIDATIONEXCEPTION")]
    [InlineData("PUT", "tasks.task.get", """{"id":1,"select":["id"]}""", "VALIDATION_REQUESTVALIDATIONEXCEPTION")]
    [InlineData("GET", "batch", """[{"method":"tasks.task.get","query":{"id":1}}]""", "VALIDATION_REQUESTVALIDATIONEXCEPTION")]
    [InlineData("GET", "crm.deal.list", null, "METHODNOTFOUNDEXCEPTION")]
    [InlineData("POST", "tasks.task.get", """{"id":1,"select":["id"]}""", """{"item":{"id":1}}""")]
    [InlineData("POST", "tasks.task.list", null, """{"items":[{"id":1}]}""")]
    public async Task Parameters_come_by_post(string verb, string method, string? body, string expected)
    {
        OneTask();
        Assert.Equal(expected, await Send(new HttpMethod(verb), method, body));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_method_without_parameters_is_called_in_either_way(string verb) =>
        Assert.Equal("tasks", (string?)JsonNode.Parse(await Send(new HttpMethod(verb), "rest.scope.list"))!["tasks.task.get"]);

    [Theory]
    [InlineData("text/plain", "INVALIDJSONEXCEPTION")]
    [InlineData("application/x-www-form-urlencoded", "INVALIDJSONEXCEPTION")]
    [InlineData("application/json", """{"item":{"id":1}}""")]
    [InlineData("APPLICATION/JSON", """{"item":{"id":1}}""")]
    public async Task The_body_is_called_json(string type, string expected)
    {
        OneTask();
        Assert.Equal(expected, await Send(HttpMethod.Post, "tasks.task.get", """{"id":1,"select":["id"]}""", type));
    }

    [Theory]
    [InlineData("batch", """{"calls":[{"method":"tasks.task.get","query":{"id":1}}]}""", "INVALIDSELECTEXCEPTION")]
    [InlineData("batch", """{"cmd":{"a":"tasks.task.get?id=1"}}""", "INVALIDSELECTEXCEPTION")]
    [InlineData("batch", "{}", "INVALIDSELECTEXCEPTION")]
    [InlineData("batch", """[{"method":"tasks.task.get","query":{"id":1,"select":["id"]}}]""", """[{"item":{"id":1}}]""")]
    [InlineData("batch", """[{"method":"tasks.task.list","query":[1]}]""", "VALIDATION_REQUESTVALIDATIONEXCEPTION")]
    [InlineData("batch", """[{"method":"tasks.task.list","query":[]},{"method":"tasks.task.list"}]""", """[{"items":[{"id":1}]},{"items":[{"id":1}]}]""")]
    [InlineData("tasks.task.list", "[1]", "VALIDATION_REQUESTVALIDATIONEXCEPTION")]
    [InlineData("rest.scope.list", "[1]", "VALIDATION_REQUESTVALIDATIONEXCEPTION")]
    [InlineData("tasks.task.list", "[]", """{"items":[{"id":1}]}""")]
    [InlineData("tasks.task.list", "{}", """{"items":[{"id":1}]}""")]
    [InlineData("tasks.task.list", """{"calls":1}""", """{"items":[{"id":1}]}""")]
    [InlineData("tasks.task.list", "1", "INVALIDJSONEXCEPTION")]
    public async Task The_body_of_a_batch_is_an_array_and_that_of_a_call_is_a_map(string method, string body, string expected)
    {
        OneTask();
        Assert.Equal(expected, await Send(HttpMethod.Post, method, body));
    }

    /// <summary>An array has no place for a token, so the calls of an application's batch may be named by their numbers.</summary>
    [Fact]
    public async Task The_batch_of_an_application_has_its_token_beside_its_calls()
    {
        OneTask();
        var body = new JsonObject { ["0"] = JsonNode.Parse("""{"method":"tasks.task.get","query":{"id":1,"select":["id"]}}"""), ["auth"] = Portal.Install("shop").AccessToken };
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await Rest.Client.PostAsync(Portal.RestUrl + "api/batch", content);
        Assert.Equal("""[{"item":{"id":1}}]""", JsonNode.Parse(await response.Content.ReadAsStringAsync())!["result"]!.ToJsonString());
    }
}
