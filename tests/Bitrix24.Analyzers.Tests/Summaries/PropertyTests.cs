using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Summaries;

/// <summary>A property that calls the portal is called wherever it is read.</summary>
public sealed class PropertyTests
{
    [Theory]
    [InlineData("""string Title => portal.CallAsync("crm.deal.get").Result;""")]
    [InlineData("""string Title { get { return portal.CallAsync("crm.deal.get").Result; } }""")]
    [InlineData("""string Title { get => portal.CallAsync("crm.deal.get").Result; set => Console.WriteLine(value); }""")]
    public Task APropertyThatCallsReportsWhereItIsRead(string property) => Code.InClass($$"""
        public void Run(IReadOnlyList<int> ids)
        {
            foreach (var id in ids)
                Console.WriteLine({|BX1001:Title|} + id);
        }

        {{property}}
        """).Naming("crm.deal.get").ReportsAsync();

    [Fact]
    public Task APropertyOfAnElementReports() => Code.WithPortal("""
        namespace App;

        public sealed class Deal(Portal portal, int id)
        {
            public string Title => portal.CallAsync("crm.deal.get", new { id }).Result;
        }

        public sealed class Sync
        {
            public void Run(List<Deal> deals)
            {
                foreach (var deal in deals)
                    Console.WriteLine(deal.{|BX1001:Title|});
            }
        }
        """).Naming("crm.deal.get").ReportsAsync();

    [Theory]
    [InlineData("""string Title { get; } = "";""", "Console.WriteLine(Title);")]
    [InlineData("""string Title { get => portal.CallAsync("crm.deal.get").Result; set => Console.WriteLine(value); }""", "Title = id.ToString();")]
    [InlineData("""string Title => portal.CallAsync("crm.deal.get").Result;""", "Console.WriteLine(nameof(Title) + id);")]
    public Task APropertyThatDoesNotCallIsQuiet(string property, string use) => Code.InClass($$"""
        public void Run(IReadOnlyList<int> ids)
        {
            foreach (var id in ids)
                {{use}}
            Console.WriteLine(portal);
        }

        {{property}}
        """).QuietAsync();
}
