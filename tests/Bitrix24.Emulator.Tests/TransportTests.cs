using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Bitrix24.Emulator.Tests;

public sealed class TransportTests : PortalTest
{
    private const string Stored = """{"ID":"1","TITLE":"A & B","OPPORTUNITY":"10.50"}""";

    private async Task<string> Deal() => (await Rest.Json("crm.deal.list", new { select = new[] { "ID", "TITLE", "OPPORTUNITY" } })).Result![0]!.ToJsonString().Replace("\\u0026", "&", StringComparison.Ordinal);

    [Fact]
    public async Task Json_body()
    {
        Assert.Equal(1, (await Rest.Json("crm.deal.add", new { fields = new { TITLE = "A & B", OPPORTUNITY = 10.5 } })).Number);
        Assert.Equal(Stored, await Deal());
    }

    [Fact]
    public async Task Form_body_with_nested_names()
    {
        Assert.Equal(1, (await Rest.Form("crm.deal.add", ("fields[TITLE]", "A & B"), ("fields[OPPORTUNITY]", "10.5"))).Number);
        Assert.Equal(Stored, await Deal());
    }

    [Fact]
    public async Task Get_query_with_suffix_and_any_letter_case()
    {
        Assert.Equal(1, (await Rest.Get("CRM.Deal.ADD.json?fields[TITLE]=A+%26+B&fields%5BOPPORTUNITY%5D=10.5")).Number);
        Assert.Equal(Stored, await Deal());
    }

    [Fact]
    public async Task Multipart_body()
    {
        using var content = new MultipartFormDataContent { { new StringContent("A & B"), "fields[TITLE]" }, { new StringContent("10.5"), "fields[OPPORTUNITY]" } };
        Assert.Equal(1, (await Rest.Read(await Rest.Client.PostAsync(Portal.WebhookUrl + "crm.deal.add", content))).Number);
        Assert.Equal(Stored, await Deal());
    }

    [Theory]
    [InlineData(1_025, null)]
    [InlineData(10_000, null)]
    [InlineData(10_001, "ERROR_ARGUMENT")]
    public async Task Multipart_body_with_many_fields(int fields, string? code)
    {
        using var content = new MultipartFormDataContent();
        for (var i = 0; i < fields; i++)
            content.Add(new StringContent("v"), $"fields[UF_LIST][{i}]");
        var answer = await Rest.Read(await Rest.Client.PostAsync(Portal.WebhookUrl + "crm.deal.add", content));
        Assert.Equal(code, answer.Error);
        if (code is null)
            Assert.Equal(fields, Portal.Ask("crm.deal.get", new { id = 1 })!["UF_LIST"]!.AsArray().Count);
    }

    [Fact]
    public async Task Without_a_network()
    {
        using var rest = new Rest(Portal, new HttpClient(Portal.Direct()));
        Assert.Equal(1, (await rest.Json("crm.deal.add", new { fields = new { TITLE = "A & B", OPPORTUNITY = 10.5 } })).Number);
        Assert.Equal(Stored, await Deal());
        Assert.Equal(2, (await rest.Form("crm.deal.add?ignored=1", ("fields[TITLE]", "A & B"))).Number);
        Assert.Equal("[1,2]", $"[{(await rest.Get("crm.deal.list?order[ID]=asc")).Ids()}]");
        Assert.Equal(HttpStatusCode.NotFound, (await rest.Get("crm.deal.nothing")).Status);
        await Assert.ThrowsAsync<HttpRequestException>(() => rest.Client.GetAsync(Portal.Url));
    }

    [Fact]
    public async Task Body_wins_over_the_query()
    {
        Assert.Equal(1, (await Rest.Json("crm.deal.add?fields[TITLE]=query", new { fields = new { TITLE = "A & B", OPPORTUNITY = 10.5 } })).Number);
        Assert.Equal(Stored, await Deal());
    }

    [Fact]
    public async Task Text_survives_whatever_it_holds()
    {
        const string text = "«Привет» 👋 100% #1 a+b=c&d \"q\" 'r' \\ \r\n\t<b>";
        var json = await Rest.Json("crm.deal.add", new { fields = new { TITLE = text } });
        var form = await Rest.Form("crm.deal.add", ("fields[TITLE]", text));
        foreach (var id in new[] { json.Number, form.Number })
            Assert.Equal(text, (string?)(await Rest.Json("crm.deal.get", new { id })).Result!["TITLE"]);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"a\":\"\\ud800\"}")]
    [InlineData("nonsense")]
    public async Task A_body_that_is_no_json_is_the_callers_mistake(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var answer = await Rest.Read(await Rest.Client.PostAsync(Portal.WebhookUrl + "crm.deal.add", content));
        Assert.Equal((HttpStatusCode.BadRequest, "ERROR_ARGUMENT"), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task A_body_called_text_is_not_read()
    {
        using var content = new StringContent("""{"fields":{"TITLE":"x"}}""", Encoding.UTF8, "text/plain");
        var answer = await Rest.Read(await Rest.Client.PostAsync(Portal.WebhookUrl + "crm.deal.add", content));
        Assert.Equal("Parameter 'fields' must be array.", (string?)answer.Body["error_description"]);
    }

    [Fact]
    public async Task Of_two_equal_names_the_last_counts()
    {
        using var content = new StringContent("""{"fields":{"TITLE":"first","TITLE":"last"}}""", Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        await Rest.Client.PostAsync(Portal.WebhookUrl + "crm.deal.add", content);
        Assert.Equal("last", (string?)(await Rest.Json("crm.deal.get", new { id = 1 })).Result!["TITLE"]);
    }

    [Fact]
    public async Task An_application_calls_with_its_token_in_query_body_or_header()
    {
        var token = Portal.Install("shop").AccessToken;
        using var query = new HttpRequestMessage(HttpMethod.Get, $"{Portal.RestUrl}user.current?auth={token}");
        using var body = new HttpRequestMessage(HttpMethod.Post, $"{Portal.RestUrl}user.current.json") { Content = new FormUrlEncodedContent([KeyValuePair.Create("auth", token)]) };
        using var header = new HttpRequestMessage(HttpMethod.Get, $"{Portal.RestUrl}user.current") { Headers = { Authorization = new("Bearer", token) } };
        foreach (var message in new[] { query, body, header })
            Assert.Equal("1", (string?)(await Rest.Send(message)).Result!["ID"]);
        Assert.DoesNotContain(Portal.Calls, call => call.Parameters.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Https_with_the_portals_own_certificate()
    {
        await using var portal = await Portal.StartAsync(new PortalOptions { Urls = ["https://127.0.0.1:0"], RequireHttps = true });
        using var handler = new SocketsHttpHandler
        {
            SslOptions = { CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck, CustomTrustStore = { portal.Certificate } } },
        };
        using var rest = new Rest(portal, new HttpClient(handler));
        Assert.StartsWith("https://127.0.0.1:", portal.WebhookUrl, StringComparison.Ordinal);
        Assert.Equal(1, (await rest.Json("crm.deal.add", new { fields = new { } })).Number);
    }

    [Fact]
    public async Task Plain_http_is_refused_where_https_is_required()
    {
        await using var portal = await Portal.StartAsync(new PortalOptions { RequireHttps = true });
        using var rest = new Rest(portal);
        var answer = await rest.Json("crm.deal.list");
        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_REQUEST"), (answer.Status, answer.Error));
    }

    [Fact]
    public Task Only_loopback_is_listened_on() =>
        Assert.ThrowsAsync<ArgumentException>(() => Portal.StartAsync(new PortalOptions { Urls = ["http://0.0.0.0:0"] }));
}
