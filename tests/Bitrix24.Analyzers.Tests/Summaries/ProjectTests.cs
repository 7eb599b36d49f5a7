using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Summaries;

/// <summary>Helpers in other projects: an IDE sees their source, a build only what is compiled.</summary>
public sealed class ProjectTests
{
    const string Client = """
        namespace Lib;

        public sealed class Client(HttpClient http, string webhook)
        {
            public Task<string> CallAsync(string method, object args) => http.GetStringAsync($"{webhook}/{method}?{args}");
        }

        public interface IDeals
        {
            Task<string> SaveAsync(int id);
        }

        public sealed class Deals(Client client) : IDeals
        {
            public Task<string> SaveAsync(int id) => client.CallAsync("crm.deal.update", new { id });
        }
        """;

    static Scenario Over(string call) => Code.Of($$"""
        using Lib;

        namespace App;

        public sealed class Sync(Client client, Deals deals, IDeals store)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                    {{call}}
                Console.WriteLine($"{client}{deals}{store}");
            }
        }
        """).WithProject("Lib", Client);

    [Theory]
    [InlineData("""await client.{|BX1001:CallAsync|}("crm.deal.update", new { id });""")]
    [InlineData("""await deals.{|BX1001:SaveAsync|}(id);""")]
    [InlineData("""await store.{|BX1001:SaveAsync|}(id);""")]
    public Task AProjectWithSourceReports(string call) => Over(call).Naming("crm.deal.update").ReportsAsync();

    [Fact]
    public Task AWrapperOfACompiledProjectReports() =>
        Over("""await client.{|BX1001:CallAsync|}("crm.deal.update", new { id });""").AsBuilt().Naming("crm.deal.update").ReportsAsync();

    [Theory]
    [InlineData("""await deals.SaveAsync(id);""")]
    [InlineData("""await store.SaveAsync(id);""")]
    public Task AHelperOfACompiledProjectIsQuietAsItsBodyIsNotSeen(string call) => Over(call).AsBuilt().QuietAsync();

    [Fact]
    public Task AHelperOfACompiledProjectReportsWhenItIsConfigured() =>
        Over("""await deals.{|BX1001:SaveAsync|}(id);""").AsBuilt().WithWrappers("Lib.Deals.SaveAsync = crm.deal.update").Naming("crm.deal.update").ReportsAsync();

    [Fact]
    public Task PlacesInAnotherProjectAreNamed() => Code.Of("""
        namespace App;

        public sealed class Sync(Lib.Deals deals)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                    await deals.{|BX1001:SaveAsync|}(id);
            }
        }
        """).WithProject("Lib", """
        namespace Lib;

        public sealed class Deals(HttpClient http, string webhook)
        {
            public Task SaveAsync(int id) => http.{|via:GetStringAsync|}($"{webhook}/crm.deal.update?id={id}");
        }
        """).ReportsAsync();

    [Fact]
    public Task AChainOfProjectsReports() => Code.Of("""
        namespace App;

        public sealed class Sync(Middle.Deals deals)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                    await deals.{|BX1001:SaveAsync|}(id);
            }
        }
        """).WithProject("Lib", Client).WithProject("Middle", """
        namespace Middle;

        public sealed class Deals(Lib.Client client)
        {
            public Task SaveAsync(int id) => client.CallAsync("crm.deal.update", new { id });
        }
        """).Naming("crm.deal.update").ReportsAsync();

    [Fact]
    public Task AnInterfaceOfAnotherProjectImplementedHereReports() => Code.Of("""
        namespace App;

        public sealed class Deals(HttpClient http) : Contracts.IDeals
        {
            public Task SaveAsync(int id) => http.GetStringAsync($"crm.deal.update?id={id}");
        }

        public sealed class Sync(Contracts.IDeals deals)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                    await deals.{|BX1001:SaveAsync|}(id);
            }
        }
        """).WithProject("Contracts", "namespace Contracts; public interface IDeals { Task SaveAsync(int id); }").Naming("crm.deal.update").ReportsAsync();

    [Fact]
    public Task AnInterfaceOfACompiledProjectImplementedHereReports() => Code.Of("""
        namespace App;

        public sealed class Deals(HttpClient http) : Contracts.IDeals
        {
            public Task SaveAsync(int id) => http.GetStringAsync($"crm.deal.update?id={id}");
        }

        public sealed class Sync(Contracts.IDeals deals)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                    await deals.{|BX1001:SaveAsync|}(id);
            }
        }
        """).WithProject("Contracts", "namespace Contracts; public interface IDeals { Task SaveAsync(int id); }").AsBuilt().Naming("crm.deal.update").ReportsAsync();

    [Fact]
    public Task AProjectWithoutAnyEvidenceIsQuiet() => Code.Of("""
        namespace App;

        public sealed class Sync(Shop.Client client)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                    await client.CallAsync("orders.get", id);
            }
        }
        """).WithProject("Shop", """
        namespace Shop;

        public sealed class Client(HttpClient http)
        {
            public Task<string> CallAsync(string method, int id) => http.GetStringAsync($"https://api.shop.example.org/{method}/{id}");
        }
        """).QuietAsync();
}
