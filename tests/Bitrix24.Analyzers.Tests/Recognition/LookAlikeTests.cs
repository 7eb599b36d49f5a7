using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Recognition;

/// <summary>REST methods that are only mentioned: building a batch, logging, tables of names, attributes, assertions, other services.</summary>
public sealed class LookAlikeTests
{
    [Theory]
    [InlineData("""commands.Add($"deal_{id}", $"crm.deal.get?id={id}");""")]
    [InlineData("""commands[$"deal_{id}"] = $"crm.deal.get?id={id}";""")]
    [InlineData("""commands.TryAdd("d" + id, string.Format("crm.deal.get?id={0}", id));""")]
    [InlineData("""names.Add("crm.deal.get");""")]
    [InlineData("""builder.Append("crm.deal.get?id=").Append(id);""")]
    [InlineData("""Console.WriteLine("crm.deal.get " + id);""")]
    [InlineData("""System.Diagnostics.Debug.WriteLine("crm.deal.get");""")]
    [InlineData("""logger.LogInformation("crm.deal.get");""")]
    [InlineData("""logger.LogInformation("crm.deal.get {Id}", id);""")]
    [InlineData("""if (string.Equals("crm.deal.get", names[0], StringComparison.Ordinal)) break;""")]
    [InlineData("""throw new InvalidOperationException("crm.deal.get");""")]
    [InlineData("""names.RemoveAll(n => n == "crm.deal.get");""")]
    [InlineData("""await File.AppendAllTextAsync("crm.deal.get", "log");""")]
    public Task AMentionIsQuiet(string statement) => Code.InMethod($$"""
        var commands = new Dictionary<string, string>();
        var names = new List<string>();
        var builder = new System.Text.StringBuilder();
        Microsoft.Extensions.Logging.ILogger logger = null!;
        foreach (var id in ids)
        {
            await Task.Yield();
            {{statement}}
        }

        await portal.CallAsync("batch", new { cmd = commands, names, text = builder.ToString(), logger });
        """).With("Usings.cs", "global using Microsoft.Extensions.Logging;").WithStub("Microsoft.Extensions.Logging.Abstractions").QuietAsync();

    [Fact]
    public Task ABatchBuiltInALoopThatAlsoCallsReportsOnlyTheCall() => Code.InMethod("""
        var commands = new Dictionary<string, string>();
        foreach (var id in ids)
        {
            commands[$"deal_{id}"] = $"crm.deal.get?id={id}";
            await portal.{|BX1001:CallAsync|}("crm.lead.get", new { id });
        }

        await portal.CallAsync("batch", new { cmd = commands });
        """).Naming("crm.lead.get").ReportsAsync();

    [Fact]
    public Task ATableOfNamesIsQuiet() => Code.InClass("""
        static readonly Dictionary<string, string> Names = new() { ["get"] = "crm.deal.get", ["add"] = "crm.deal.add" };

        public IEnumerable<string> Run(IReadOnlyList<string> verbs) => verbs.Select(v => Names[v]);
        """).QuietAsync();

    [Fact]
    public Task AnAttributeIsQuiet() => Code.WithPortal("""
        namespace App;

        [AttributeUsage(AttributeTargets.All)]
        public sealed class SendAttribute(string method) : Attribute
        {
            public string Method => method;
        }

        public sealed class Sync
        {
            [Send("crm.deal.get")]
            public void Run(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                    Get(id);

                [Send("crm.deal.get")]
                static void Get(int id) => Console.WriteLine(id);
            }
        }
        """).QuietAsync();

    [Fact]
    public Task AnAssertionOfATestIsQuiet() => Code.Of("""
        using Checks;

        namespace App;

        public sealed class SyncTests
        {
            public void Sends(IReadOnlyList<string> requests, Mock mock)
            {
                foreach (var request in requests)
                {
                    Assert.Equal("crm.deal.get", request);
                    Assert.Contains("https://example.bitrix24.com/rest/1/secret/crm.deal.get", request);
                    mock.Verify(request, "crm.deal.get");
                    mock.Setup("crm.deal.get").Returns(request);
                }
            }
        }
        """).WithProject("Checks", """
        namespace Checks;

        public static class Assert
        {
            public static void Equal(string expected, string actual) { }
            public static bool Contains(string expected, string actual) => true;
        }

        public sealed class Mock
        {
            public Mock Setup(string method) => this;
            public Mock Returns(string value) => this;
            public bool Verify(string request, string method) => true;
        }
        """).AsBuilt().QuietAsync();

    [Fact]
    public Task AMarketplaceBesideThePortalIsQuiet() => Code.InClass("""
        readonly Marketplace _shop = new(new HttpClient());

        public async Task RunAsync(IReadOnlyList<int> ids)
        {
            foreach (var id in ids)
                await _shop.CallAsync("orders.get", new { id });
            await portal.CallAsync("crm.deal.list");
        }
        """).With("Marketplace.cs", """
        namespace App;

        public sealed class Marketplace(HttpClient http)
        {
            public Task<HttpResponseMessage> CallAsync(string method, object args) => http.PostAsJsonAsync($"https://api.shop.example.org/v3/{method}", args);
        }
        """).QuietAsync();

    [Fact]
    public Task AMarketplaceWithTheNameOfARestMethodIsQuiet() => Code.InClass("""
        readonly Marketplace _shop = new(new HttpClient());

        public async Task RunAsync(IReadOnlyList<int> ids)
        {
            foreach (var id in ids)
                await _shop.CallAsync("catalog.product.list", new { id });
            await portal.CallAsync("crm.deal.list");
        }
        """).With("Marketplace.cs", """
        namespace App;

        public sealed class Marketplace(HttpClient http)
        {
            public Task<HttpResponseMessage> CallAsync(string method, object args) => http.PostAsJsonAsync($"https://api.shop.example.org/v3/{method}", args);
        }
        """).QuietAsync();

    [Fact]
    public Task ARepositoryWithTheSameNamesIsQuiet() => Code.WithPortal("""
        namespace App;

        public interface IRepository<T>
        {
            Task<T?> GetAsync(int id);
            Task CreateAsync(string name, T entity);
        }

        public sealed class Sync(Portal portal, IRepository<string> deals)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                {
                    var deal = await deals.GetAsync(id);
                    await deals.CreateAsync("deal", deal + id);
                }

                await portal.CallAsync("crm.deal.list");
            }
        }
        """).QuietAsync();

    [Fact]
    public Task AnHttpLoopWithoutAnyEvidenceIsQuiet() => Code.Of("""
        namespace App;

        public sealed class Sync(HttpClient http)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                    await http.PostAsJsonAsync("https://api.example.org/v1/orders", new { id });
            }
        }
        """).QuietAsync();
}
