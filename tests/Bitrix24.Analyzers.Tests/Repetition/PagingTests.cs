using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Repetition;

/// <summary>Loops that read the pages of a list: the required way to read it.</summary>
public sealed class PagingTests
{
    const string Parse = "static int Next(string page) => page.Length; static List<int> Rows(string page) => [.. page.Select(c => (int)c)];";

    static Scenario With(string statements) => Code.InClass($$"""
        {{Parse}}

        public async Task RunAsync(IReadOnlyList<int> ids)
        {
            var all = new List<int>();
            {{statements}}
            Console.WriteLine(ids.Count + all.Count);
        }
        """);

    [Theory]
    [InlineData("""int? start = 0; while (start != null) { var page = await portal.CallAsync("crm.deal.list", new { start }); all.AddRange(Rows(page)); start = Next(page) > 0 ? Next(page) : null; }""")]
    [InlineData("""var start = 0; string page; do { page = await portal.CallAsync("crm.deal.list", new { start }); all.AddRange(Rows(page)); start += 50; } while (Rows(page).Count == 50);""")]
    [InlineData("""var start = 0; while (true) { var page = await portal.CallAsync("crm.deal.list", new { start }); all.AddRange(Rows(page)); if (Next(page) == 0) break; start = Next(page); }""")]
    [InlineData("""var offset = 0; bool more; do { var page = await portal.CallAsync("crm.deal.list", new { start = offset }); var rows = Rows(page); all.AddRange(rows); offset += rows.Count; more = rows.Count > 0; } while (more);""")]
    [InlineData("""for (var start = 0; ; start += 50) { var rows = Rows(await portal.CallAsync("crm.deal.list", new { start })); if (rows.Count == 0) break; all.AddRange(rows); }""")]
    [InlineData("""var total = Next(await portal.CallAsync("crm.deal.list")); for (var start = 50; start < total; start += 50) all.AddRange(Rows(await portal.CallAsync("crm.deal.list", new { start })));""")]
    [InlineData("""var pages = Next(await portal.CallAsync("crm.deal.list")); for (var page = 1; page < pages; page++) all.AddRange(Rows(await portal.CallAsync("crm.deal.list", new { start = page * 50 })));""")]
    [InlineData("""var total = Next(await portal.CallAsync("crm.deal.list")); for (var i = 1; i < total / 50; i++) all.AddRange(Rows(await portal.CallAsync("crm.deal.list", new { start = i * 50 })));""")]
    [InlineData("""var last = 0; while (true) { var rows = Rows(await portal.CallAsync("crm.deal.list", new { order = new { ID = "ASC" }, filter = new Dictionary<string, object> { [">ID"] = last }, start = -1 })); all.AddRange(rows); if (rows.Count < 50) break; last = rows[^1]; }""")]
    [InlineData("""var start = 0; while (start >= 0) { var page = await portal.CallAsync("crm.deal.list", new { start }); all.AddRange(Rows(page)); start = Next(page); }""")]
    [InlineData("""var done = false; for (var i = 0; !done; i++) { var rows = Rows(await portal.CallAsync("crm.deal.list", new { start = i * 50 })); all.AddRange(rows); done = rows.Count < 50; }""")]
    [InlineData("""var start = 0; var total = int.MaxValue; while (start < total) { var page = await portal.CallAsync("crm.deal.list", new { start }); total = Next(page); all.AddRange(Rows(page)); start += 50; }""")]
    public Task ALoopOverPagesIsQuiet(string statements) => With(statements).QuietAsync();

    [Theory]
    [InlineData("""int? start = 0; while (start != null) { var page = await portal.CallAsync("crm.deal.list", new { start }); foreach (var row in Rows(page)) all.Add(Next(await portal.{|BX1001:CallAsync|}("crm.deal.get", new { row }))); start = Next(page) > 0 ? Next(page) : null; }""")]
    [InlineData("""var start = 0; string page; do { page = await portal.CallAsync("crm.deal.list", new { start }); foreach (var row in Rows(page)) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { row }); start += 50; } while (Rows(page).Count == 50);""")]
    [InlineData("""for (var start = 0; ; start += 50) { var rows = Rows(await portal.CallAsync("crm.deal.list", new { start })); if (rows.Count == 0) break; foreach (var row in rows) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { row }); }""")]
    public Task ACallPerRowOfAPageReports(string statements) => With(statements).Naming("crm.deal.get").ReportsAsync();

    [Theory]
    [InlineData("""foreach (var id in ids) { int? start = 0; while (start != null) { var page = await portal.{|BX1001:CallAsync|}("crm.deal.list", new { id, start }); all.AddRange(Rows(page)); start = Next(page) > 0 ? Next(page) : null; } }""")]
    [InlineData("""foreach (var id in ids) for (var start = 0; ; start += 50) { var rows = Rows(await portal.{|BX1001:CallAsync|}("crm.deal.list", new { id, start })); if (rows.Count == 0) break; all.AddRange(rows); }""")]
    public Task PagesPerElementReport(string statements) => With(statements).Naming("crm.deal.list").ReportsAsync();

    [Theory]
    [InlineData("""foreach (var id in ids) { var page = await portal.{|BX1001:CallAsync|}("crm.deal.list", new { id, start = 0 }); if (Rows(page).Count == 0) continue; all.AddRange(Rows(page)); }""")]
    [InlineData("""for (var i = 0; i < ids.Count; i++) { var page = await portal.{|BX1001:CallAsync|}("crm.deal.list", new { id = ids[i] }); if (Rows(page).Count == 0) break; all.AddRange(Rows(page)); }""")]
    public Task AListPerElementReports(string statements) => With(statements).Naming("crm.deal.list").ReportsAsync();

    [Fact]
    public Task RecursionOnTheNextPageIsQuiet() => Code.InClass($$"""
        {{Parse}}

        public async Task ReadAsync(List<int> all, int start = 0)
        {
            var page = await portal.CallAsync("crm.deal.list", new { start });
            foreach (var row in Rows(page))
                all.Add(row);
            if (Next(page) > 0)
                await ReadAsync(all, Next(page));
        }
        """).QuietAsync();

    [Fact]
    public Task RecursionOverChildrenReports() => Code.WithPortal("""
        namespace App;

        public sealed record Node(int Id, List<Node> Children);

        public sealed class Sync(Portal portal)
        {
            public async Task SaveAsync(Node node)
            {
                await portal.CallAsync("crm.deal.update", new { node.Id });
                foreach (var child in node.Children)
                    await {|BX1001:SaveAsync|}(child);
            }
        }
        """).Naming("crm.deal.update").ReportsAsync();

    const string Paginator = """
        async IAsyncEnumerable<int> DealsAsync(int stage = 0)
        {
            int? start = 0;
            while (start != null)
            {
                var page = await portal.CallAsync("crm.deal.list", new { stage, start });
                foreach (var row in Rows(page))
                    yield return row;
                start = Next(page) > 0 ? Next(page) : null;
            }
        }
        """;

    [Fact]
    public Task APaginatorUnderAwaitForeachIsQuiet() => Code.InClass($$"""
        {{Parse}}
        {{Paginator}}

        public async Task RunAsync()
        {
            await foreach (var deal in DealsAsync())
                Console.WriteLine(deal);
        }
        """).QuietAsync();

    [Fact]
    public Task ACallPerRowOfAPaginatorReports() => Code.InClass($$"""
        {{Parse}}
        {{Paginator}}

        public async Task RunAsync()
        {
            await foreach (var deal in DealsAsync())
                await portal.{|BX1001:CallAsync|}("crm.deal.update", new { deal });
        }
        """).Naming("crm.deal.update").ReportsAsync();

    [Fact]
    public Task APaginatorPerElementReports() => Code.InClass($$"""
        {{Parse}}
        {{Paginator}}

        public async Task RunAsync(IReadOnlyList<int> stages)
        {
            foreach (var stage in stages)
                await foreach (var deal in {|BX1001:DealsAsync|}(stage))
                    Console.WriteLine(deal);
        }
        """).Naming("crm.deal.list").ReportsAsync();

    [Fact]
    public Task AHelperThatReadsAllPagesIsQuiet() => Code.InClass($$"""
        {{Parse}}

        public async Task RunAsync() => Console.WriteLine((await AllAsync()).Count);

        async Task<List<int>> AllAsync()
        {
            var all = new List<int>();
            for (var start = 0; ; start += 50)
            {
                var rows = Rows(await PageAsync(start));
                if (rows.Count == 0)
                    return all;
                all.AddRange(rows);
            }
        }

        Task<string> PageAsync(int start) => portal.CallAsync("crm.deal.list", new { start });
        """).QuietAsync();
}
