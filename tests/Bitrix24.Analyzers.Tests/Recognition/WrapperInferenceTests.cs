using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Recognition;

/// <summary>A user's method one of whose texts flows into the address of a request.</summary>
public sealed class WrapperInferenceTests
{
    static Scenario Over(string wrapper, string call) => Code.Of($$"""
        namespace App;

        public sealed record Request(string Method, object Payload);

        public class Api(HttpClient http, string webhook)
        {
            {{wrapper}}

            protected string Root => webhook;

            protected HttpClient Http => http;
        }

        public sealed class Sync(Api api)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                    {{call}}
            }
        }
        """);

    [Theory]
    [InlineData(
        """public Task CallAsync(string method, object args) => http.PostAsJsonAsync($"{webhook}/{method}", args);""",
        """await api.{|BX1001:CallAsync|}("tasks.task.update", new { id });""")]
    [InlineData(
        """public Task CallAsync(string user, string key, string method) => http.PostAsync($"https://example.org/rest/{user}/{key}/{method}.json", null);""",
        """await api.{|BX1001:CallAsync|}("1", "fake", "tasks.task.update");""")]
    [InlineData(
        """public Task CallAsync(object args, CancellationToken token = default, string? method = null) => http.PostAsJsonAsync(webhook + method, args, token);""",
        """await api.{|BX1001:CallAsync|}(new { id }, method: "tasks.task.update");""")]
    [InlineData(
        """public Task CallAsync(string method, object args) => http.PostAsJsonAsync(Address(webhook, method, "token"), args); static string Address(string root, string name, string token) => $"{root}/{name}?auth={token}";""",
        """await api.{|BX1001:CallAsync|}("tasks.task.update", new { id });""")]
    [InlineData(
        """public Task CallAsync(string method, object args) { var url = new UriBuilder(webhook + method).Uri; return http.PostAsJsonAsync(url, args); }""",
        """await api.{|BX1001:CallAsync|}("tasks.task.update", new { id });""")]
    [InlineData(
        """public Task UpdateAsync(string entity, object args) => http.PostAsJsonAsync($"{webhook}/tasks.{entity}.update", args);""",
        """await api.{|BX1001:UpdateAsync|}("task", new { id });""")]
    [InlineData(
        """public Task RunAsync(Request request) => http.PostAsJsonAsync($"{webhook}/{request.Method}", request.Payload);""",
        """await api.{|BX1001:RunAsync|}(new Request("tasks.task.update", id));""")]
    [InlineData(
        """public Task GetAsync(Func<string> link) => http.GetAsync(link());""",
        """await api.{|BX1001:GetAsync|}(() => $"https://example.org/rest/tasks.task.update?id={id}");""")]
    [InlineData(
        """public Task<T?> Call<T>(string method, object args) where T : class => CallCore<T>(method, args); async Task<T?> CallCore<T>(string name, object args) where T : class { var response = await http.PostAsJsonAsync(webhook + "/" + name, args); return await response.Content.ReadFromJsonAsync<T>(); }""",
        """await api.{|BX1001:Call|}<string>("tasks.task.update", new { id });""")]
    [InlineData(
        """public Task TaskUpdate(object args) => http.PostAsJsonAsync($"{webhook}/tasks.task.update", args);""",
        """await api.{|BX1001:TaskUpdate|}(new { id });""")]
    [InlineData(
        """public Task Do(object args, string method = "tasks.task.update") => http.PostAsJsonAsync($"{webhook}/{method}", args);""",
        """await api.{|BX1001:Do|}(new { id });""")]
    public Task TheMethodAtAnyPositionReports(string wrapper, string call) => Over(wrapper, call).Naming("tasks.task.update").ReportsAsync();

    [Theory]
    [InlineData(
        """public Task CallAsync(string method, object args) => http.PostAsJsonAsync($"{webhook}/{method}", args);""",
        """await api.CallAsync("v2/orders", new { id, note = "crm.deal.get" });""")]
    [InlineData(
        """public Task CallAsync(string method, object args) => http.PostAsJsonAsync($"https://api.example.org/v1/{method}", args);""",
        """await api.CallAsync("crm.deal.update", new { id });""")]
    [InlineData(
        """public Task CallAsync(string path, string title) => http.PostAsJsonAsync($"https://api.example.org/v1/{path}", title);""",
        """await api.CallAsync("notes", "crm.deal.update");""")]
    [InlineData(
        """public void Log(string method, int id) => Console.WriteLine(webhook + method + id + http);""",
        """api.Log("crm.deal.update", id);""")]
    [InlineData(
        """public string Address(string method, int id) => $"{webhook}/{method}?id={id}&{http}";""",
        """Console.WriteLine(api.Address("crm.deal.update", id));""")]
    public Task AWrapperOfAnotherServiceIsQuiet(string wrapper, string call) => Over(wrapper, call).QuietAsync();

    [Fact]
    public Task AClientSharedWithAnotherServiceReportsOnlyRestMethods() => Over(
        """public Task<string> Get(string endpoint, object args) => http.GetStringAsync($"{webhook}/{endpoint}?{args}");""",
        """
        {
            await api.Get("v0/appTable/Orders", id);
            await api.{|BX1001:Get|}("crm.contact.get", id);
        }
        """).Naming("crm.contact.get").ReportsAsync();

    [Fact]
    public Task AnExtensionMethodReports() => Code.Of("""
        namespace App;

        public static class Extensions
        {
            public static Task<string> CallAsync(this HttpClient http, string method, int id) => http.{|via:GetStringAsync|}($"{method}.json?id={id}");
        }

        public sealed class Sync(HttpClient http)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                    await http.{|BX1001:CallAsync|}("crm.lead.get", id);
            }
        }
        """).Naming("crm.lead.get").ReportsAsync();

    [Fact]
    public Task ACommandClassOverWebRequestReports() => Code.Of("""
        using System.Net;

        namespace App;

        public sealed class Bitrix24(string portal)
        {
            public string SendCommand(string command, string query = "", string body = "")
            {
                Connect();
                var request = (HttpWebRequest)WebRequest.Create("https://" + portal + "/rest/" + command + "?auth=" + _token + "&" + query);
                request.Method = "POST";
                using (var writer = new StreamWriter(request.GetRequestStream()))
                    writer.Write(body);
                using var response = request.{|via:GetResponse|}();
                using var reader = new StreamReader(response.GetResponseStream());
                return reader.ReadToEnd();
            }

            string _token = "";

            void Connect()
            {
                if (_token.Length == 0)
                    _token = portal + "0";
            }
        }

        public sealed class Sync(Bitrix24 portal)
        {
            public void Run(List<string> leads)
            {
                foreach (var lead in leads)
                    portal.{|BX1001:SendCommand|}("crm.lead.update", "ID=" + lead);
            }
        }
        """).Naming("crm.lead.update").ReportsAsync();

    [Fact]
    public Task AMethodThatSubclassesNameReports() => Code.Of("""
        namespace App;

        public abstract class Command(HttpClient http, string webhook)
        {
            protected abstract string Method { get; }

            public Task RunAsync(int id) => http.PostAsJsonAsync($"{webhook}/{Method}", new { id });
        }

        public sealed class DealUpdate(HttpClient http, string webhook) : Command(http, webhook)
        {
            protected override string Method => "crm.deal.update";
        }

        public sealed class Sync(DealUpdate command)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                    await command.{|BX1001:RunAsync|}(id);
            }
        }
        """).Naming("crm.deal.update").ReportsAsync();

    [Theory]
    [InlineData("""await http.GetAsync($"{root}/{path}?id={id}");""")]
    [InlineData("""await http.GetAsync($"https://nominatim.example.org/search?q={id}");""")]
    [InlineData("""await store.GetAsync(id);""")]
    [InlineData("""await store.UpdateDealAsync(id);""")]
    public Task NameEvidenceAloneIsNeverEnough(string statement) => Code.Of($$"""
        namespace App.Bitrix24;

        public interface IBitrixStore
        {
            Task<string> GetAsync(int id);
            Task UpdateDealAsync(int id);
        }

        public sealed class BitrixSync(HttpClient http, IBitrixStore store, string root, string path)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                {
                    {{statement}}
                }

                Console.WriteLine($"{http}{store}{root}{path}");
            }
        }
        """).QuietAsync();
}
