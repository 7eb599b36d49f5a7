using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Recognition;

/// <summary>A REST method given to something whose source is elsewhere, and whose name or return type says that it sends.</summary>
public sealed class VocabularyTests
{
    const string Vendor = """
        namespace Vendor;

        public sealed class Request
        {
            public string Method { get; set; } = "";
            public object? Payload { get; set; }
        }

        public sealed class Query(string method)
        {
            public string Method => method;
            public Query Filter(string field, object value) => this;
        }

        public interface IApi
        {
            Task<string> CallAsync(string method, object? args = null);
            Task<string> SendRequestAsync(string user, string key, string method, object? args = null);
            Task<string> ExecuteAsync(object request);
            Task<List<T>> RetrieveListAsync<T>(Query query);
            string Request(string method, string query);
            void SendCommand(string method, object args);
            Task<string> FormatAsync(string text, int id);
            void Note(string text, int id);
            bool Get(string text);
            bool IsAllowed(string method);
            IApi Register(string method);
        }
        """;

    static Scenario Over(string statements) => Code.Of($$"""
        using Vendor;

        namespace App;

        public sealed class Sync(IApi api, string entity)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                {
                    await Task.Yield();
                    {{statements}}
                }

                Console.WriteLine(entity);
            }
        }
        """).WithProject("Vendor", Vendor).AsBuilt();

    [Theory]
    [InlineData("""await api.{|BX1001:CallAsync|}("crm.deal.get", new { id });""")]
    [InlineData("""await api.{|BX1001:CallAsync|}(args: new { id }, method: "crm.deal.get");""")]
    [InlineData("""await api.{|BX1001:CallAsync|}("crm.deal.get.json", new { id });""")]
    [InlineData("""await api.{|BX1001:CallAsync|}("crm.deal.get.xml", new { id });""")]
    [InlineData("""await api.{|BX1001:CallAsync|}($"crm.deal.get?id={id}");""")]
    [InlineData("""await api.{|BX1001:CallAsync|}("/crm.deal.get/?id=" + id);""")]
    [InlineData("""await api.{|BX1001:CallAsync|}("CRM.Deal.Get", new { id });""")]
    [InlineData("""await api.{|BX1001:SendRequestAsync|}(entity, "key", "crm.deal.get", new { id });""")]
    [InlineData("""await api.{|BX1001:ExecuteAsync|}(new Request { Method = "crm.deal.get", Payload = id });""")]
    [InlineData("""await api.{|BX1001:ExecuteAsync|}(new { Method = "crm.deal.get", Payload = id });""")]
    [InlineData("""await api.{|BX1001:ExecuteAsync|}(new Query("crm.deal.get"));""")]
    [InlineData("""await api.{|BX1001:RetrieveListAsync|}<string>(new Query("crm.deal.get").Filter("ID", id));""")]
    [InlineData("""var query = new Query("crm.deal.get").Filter("ID", id); await api.{|BX1001:RetrieveListAsync|}<string>(query);""")]
    [InlineData("""var request = new Request { Method = "crm.deal.get", Payload = id }; await api.{|BX1001:ExecuteAsync|}(request);""")]
    [InlineData("""var method = "crm.deal.get"; await api.{|BX1001:CallAsync|}(method, new { id });""")]
    [InlineData("""_ = api.{|BX1001:Request|}("crm.deal.get", $"id={id}");""")]
    [InlineData("""api.{|BX1001:SendCommand|}("crm.deal.get", new { id });""")]
    [InlineData("""_ = api?.{|BX1001:CallAsync|}("crm.deal.get", new { id });""")]
    public Task AMethodOfTheCatalogueReports(string statements) => Over(statements).Naming("crm.deal.get").ReportsAsync();

    [Theory]
    [InlineData("""await api.FormatAsync("crm.deal.get", id);""")]
    [InlineData("""api.Note("crm.deal.get", id);""")]
    [InlineData("""_ = api.Get("crm.deal.get");""")]
    [InlineData("""_ = api.IsAllowed("crm.deal.get");""")]
    [InlineData("""_ = api.Register("crm.deal.get");""")]
    [InlineData("""await api.CallAsync("orders.deal.get", new { id });""")]
    [InlineData("""await api.CallAsync("The method crm.deal.get was not found", new { id });""")]
    [InlineData("""await api.CallAsync("notes", new { note = "crm.deal.get " + id });""")]
    public Task ANameThatDoesNotSendOrIsNoMethodIsQuiet(string statements) => Over(statements + """ Console.WriteLine("crm.deal.get");""").QuietAsync();

    [Theory]
    [InlineData("""$"crm.{entity}.get" """, "crm.*.get")]
    [InlineData("""$"crm.{entity}.list.json" """, "crm.*.list")]
    [InlineData(""" "crm." + entity + ".update" """, "crm.*.update")]
    [InlineData("""$"user.{entity}" """, "user.*")]
    public Task ATemplateReports(string method, string shown) => Over($$"""await api.{|BX1001:CallAsync|}({{method}}, new { id });""").Naming(shown).ReportsAsync();

    [Theory]
    [InlineData("""$"{entity}.name" """)]
    [InlineData("""$"orders.{entity}.list" """)]
    public Task ATemplateOfAnotherServiceIsQuiet(string method) => Over($$"""await api.CallAsync({{method}}, new { id }); Console.WriteLine("crm.deal.get");""").QuietAsync();

    [Theory]
    [InlineData("profile")]
    [InlineData("user.item.save")]
    public Task AWeakNameAloneIsQuiet(string method) => Over($$"""await api.CallAsync("{{method}}", new { id }); Console.WriteLine("crm.deal.get");""").QuietAsync();

    [Theory]
    [InlineData("profile")]
    [InlineData("scope")]
    [InlineData("user.item.save")]
    [InlineData("telephony.exteranalCall.finish")]
    public Task AWeakNameGivenToAClientNamedLikeBitrix24Reports(string method) => Code.Of($$"""
        namespace App;

        public sealed class Sync(Vendor.IBitrix24Api api)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                    await api.{|BX1001:CallAsync|}("{{method}}", new { id });
            }
        }
        """).WithProject("Vendor", """
        namespace Vendor;

        public interface IBitrix24Api
        {
            Task<string> CallAsync(string method, object args);
        }
        """).AsBuilt().Naming(method).ReportsAsync();

    [Fact]
    public Task AnInterfaceThatNobodyImplementsReports() => Code.Of("""
        namespace App;

        public interface IApi
        {
            Task<string> CallAsync(string method, object args);
        }

        public sealed class Sync(IApi api)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                    await api.{|BX1001:CallAsync|}("crm.deal.get", new { id });
            }
        }
        """).Naming("crm.deal.get").ReportsAsync();

    [Fact]
    public Task AMethodWhoseSourceSendsNothingIsQuiet() => Code.Of("""
        namespace App;

        public sealed class Fake
        {
            public Task<string> CallAsync(string method, object args) => Task.FromResult(method);
        }

        public sealed class Sync(Fake api)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                    await api.CallAsync("crm.deal.get", new { id });
            }
        }
        """).QuietAsync();
}
