using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Recognition;

/// <summary>The ways to send a request, other than the plain members of <c>HttpClient</c>.</summary>
public sealed class HttpClientKindTests
{
    const string Base = "https://example.bitrix24.com/rest/1/secret/";

    [Theory]
    [InlineData("""await http.{|BX1001:SendAsync|}(new HttpRequestMessage(HttpMethod.Post, "crm.deal.add"));""")]
    [InlineData("""await http.{|BX1001:SendAsync|}(new(HttpMethod.Post, webhook + "/crm.deal.add"));""")]
    [InlineData("""using var request = new HttpRequestMessage(HttpMethod.Post, webhook + "/crm.deal.add"); await http.{|BX1001:SendAsync|}(request);""")]
    [InlineData("""using var request = new HttpRequestMessage { RequestUri = new Uri(Base + "crm.deal.add") }; await http.{|BX1001:SendAsync|}(request);""")]
    [InlineData("""var request = new HttpRequestMessage(); request.RequestUri = new Uri(Base + "crm.deal.add"); await http.{|BX1001:SendAsync|}(request);""")]
    [InlineData("""http.{|BX1001:Send|}(new HttpRequestMessage(HttpMethod.Post, webhook + "/crm.deal.add"));""")]
    public Task ARequestMessageReports(string statements) => Code.WithHttp($$"""
        foreach (var id in ids)
        {
            {{statements}}
        }
        """).Naming("crm.deal.add").ReportsAsync();

    [Fact]
    public Task ARequestMessageToAnotherServiceIsQuiet() => Code.WithHttp("""
        foreach (var id in ids)
            await http.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"https://api.example.org/deals/{id}"));
        var portal = Base;
        """).QuietAsync();

    [Fact]
    public Task ABaseAddressFromTheCodeBacksAnUndocumentedName() => Code.Of("""
        namespace App;

        public sealed class Sync
        {
            readonly HttpClient _http = new() { BaseAddress = new Uri("https://example.bitrix24.com/rest/1/secret/") };

            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                    await _http.{|BX1001:PostAsJsonAsync|}("user.item.save", new { id });
            }
        }
        """).Naming("user.item.save").ReportsAsync();

    [Fact]
    public Task AWebClientReports() => Code.Of($$"""
        using System.Net;

        namespace App;

        public sealed class Sync
        {
            public void Run(IReadOnlyList<int> ids)
            {
                using var client = new WebClient();
                foreach (var id in ids)
                    Console.WriteLine(client.{|BX1001:DownloadString|}($"{{Base}}crm.deal.get.xml?id={id}"));
            }
        }
        """).Naming("crm.deal.get").ReportsAsync();

    [Fact]
    public Task AClassDerivedFromWebClientReports() => Code.Of("""
        using System.Net;

        namespace App;

        public sealed class PortalClient(string webhook) : WebClient
        {
            public string Ask(string postfix) => {|via:DownloadString|}(webhook + postfix);
        }

        public sealed class Sync(PortalClient client)
        {
            public void Run(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                    client.{|BX1001:Ask|}("/crm.deal.get.xml?id=" + id);
            }
        }
        """).Naming("crm.deal.get").ReportsAsync();

    [Theory]
    [InlineData("""var request = (HttpWebRequest)WebRequest.Create(url + "crm.deal.add"); using var response = request.{|BX1001:GetResponse|}();""")]
    [InlineData("""var request = WebRequest.CreateHttp($"{url}crm.deal.add"); request.Method = "POST"; using var response = await request.{|BX1001:GetResponseAsync|}();""")]
    [InlineData("""using var response = WebRequest.Create(url + "crm.deal.add").{|BX1001:GetResponse|}();""")]
    public Task AWebRequestReports(string statements) => Code.Of($$"""
        using System.Net;

        namespace App;

        public sealed class Sync
        {
            const string url = "{{Base}}";

            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                {
                    await Task.Yield();
                    {{statements}}
                }
            }
        }
        """).Naming("crm.deal.add").ReportsAsync();

    [Fact]
    public Task AWebRequestToAnotherServiceIsQuiet() => Code.Of($$"""
        using System.Net;

        namespace App;

        public sealed class Sync
        {
            const string Url = "{{Base}}";

            public void Run(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                {
                    var request = (HttpWebRequest)WebRequest.Create("https://api.example.org/deal/" + id);
                    using var response = request.GetResponse();
                }
            }
        }
        """).QuietAsync();

    static Scenario WithRestSharp(string statements, bool asSource) => Code.Of($$"""
        using RestSharp;

        namespace App;

        public sealed class Sync
        {
            const string Method = "crm.item.update";
            readonly RestClient _client = new("https://example.bitrix24.com/rest/1/secret/");

            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                {
                    await Task.Yield();
                    {{statements}}
                }
            }
        }
        """).WithStub("RestSharp", asSource);

    [Theory]
    [InlineData("""await _client.{|BX1001:ExecuteAsync|}(new RestRequest("crm.item.update").AddJsonBody(new { id }));""", false)]
    [InlineData("""await _client.{|BX1001:ExecuteAsync|}(new RestRequest("crm.item.update").AddJsonBody(new { id }));""", true)]
    [InlineData("""_client.{|BX1001:Execute|}(new RestRequest(new Uri(Method, UriKind.Relative)));""", false)]
    [InlineData("""var request = new RestRequest(Method, RestSharp.Method.Post); request.AddParameter("id", id.ToString()); await _client.{|BX1001:PostAsync|}<object>(request);""", false)]
    public Task RestSharpReports(string statements, bool asSource) => WithRestSharp(statements, asSource).Naming("crm.item.update").ReportsAsync();

    [Fact]
    public Task RestSharpToAnotherPathIsQuiet() =>
        WithRestSharp("""await _client.ExecuteAsync(new RestRequest("orders/update").AddJsonBody(new { id }));""", asSource: false).QuietAsync();

    static Scenario WithFlurl(string statements, bool asSource) => Code.Of($$"""
        using Flurl;
        using Flurl.Http;

        namespace App;

        public sealed class Sync(string webhook)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                {
                    {{statements}}
                }
            }
        }
        """).WithStub("Flurl.Http", asSource);

    [Theory]
    [InlineData("""await webhook.AppendPathSegment("crm.deal.update").{|BX1001:PostJsonAsync|}(new { id });""", false)]
    [InlineData("""await webhook.AppendPathSegment("crm.deal.update").{|BX1001:PostJsonAsync|}(new { id });""", true)]
    [InlineData("""await webhook.AppendPathSegment("crm.deal.update").WithHeader("Accept", "json").{|BX1001:PostJsonAsync|}(new { id });""", false)]
    [InlineData("""await webhook.AppendPathSegment("crm.deal.update").SetQueryParam("id", id).{|BX1001:GetJsonAsync|}<object>();""", false)]
    [InlineData("""await $"{webhook}/crm.deal.update".{|BX1001:PostJsonAsync|}(new { id });""", false)]
    [InlineData("""var url = new Url(webhook).AppendPathSegment("crm.deal.update"); await url.{|BX1001:PostJsonAsync|}(new { id });""", false)]
    public Task FlurlReports(string statements, bool asSource) => WithFlurl(statements, asSource).Naming("crm.deal.update").ReportsAsync();

    [Fact]
    public Task FlurlToAnotherPathIsQuiet() => WithFlurl("""await webhook.AppendPathSegment("orders").PostJsonAsync(new { id });""", asSource: false).QuietAsync();

    static Scenario WithRefit(string path, string call) => Code.Of($$"""
        using Refit;

        namespace App;

        public interface IPortal
        {
            [Post("{{path}}")]
            Task<string> UpdateAsync([Body] object body);
        }

        public sealed class Sync(IPortal portal)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                    await portal.{{call}}(new { id });
            }
        }
        """).WithStub("Refit");

    [Fact]
    public Task RefitReports() => WithRefit("/crm.item.update", "{|BX1001:UpdateAsync|}").Naming("crm.item.update").ReportsAsync();

    [Fact]
    public Task RefitToAnotherPathIsQuiet() => WithRefit("/orders/update", "UpdateAsync").QuietAsync();
}
