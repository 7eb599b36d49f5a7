using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Rules;

/// <summary>What the rule says, word by word; when it says it is tested by idea, in the folders beside this one.</summary>
public sealed class BX1001CallInLoopTests
{
    const string Overflow = "above 83 elements at an assumed 5 requests/s the bucket of 50 overflows (QUERY_LIMIT_EXCEEDED). Send the calls in 'batch' requests of 50.";

    [Fact]
    public Task ADirectCall() => Code.WithHttp("""
        foreach (var id in ids)
            await http.{|BX1001:PostAsJsonAsync|}(webhook + "/crm.deal.update", new { id });
        """).Saying($"'crm.deal.update' is called for each of 'ids': ids requests; {Overflow}").ReportsAsync();

    [Fact]
    public Task ACallThroughAWrapper() => Code.InMethod("""
        foreach (var id in ids)
            await portal.{|BX1001:CallAsync|}("crm.deal.update", new { id });
        """).Saying($"'crm.deal.update' is called for each of 'ids' (through CallAsync → PostAsJsonAsync): ids requests; {Overflow}").ReportsAsync();

    [Fact]
    public Task ACallThroughHelpers() => Code.InClass("""
        public async Task RunAsync(List<int> deals)
        {
            foreach (var deal in deals)
                await {|BX1001:CloseAsync|}(deal);
        }

        Task CloseAsync(int deal) => SaveAsync(deal);

        Task SaveAsync(int deal) => portal.CallAsync("crm.deal.update", new { deal });
        """).Saying($"'crm.deal.update' is called for each of 'deals' (through CloseAsync → SaveAsync → CallAsync → PostAsJsonAsync): deals requests; {Overflow}").ReportsAsync();

    [Fact]
    public Task ANestedLoopOverPages() => Code.InMethod("""
        foreach (var stage in ids)
        {
            for (var start = 0; ; start += 50)
            {
                var page = await portal.{|BX1001:CallAsync|}("crm.deal.list", new { stage, start });
                if (page.Length == 0)
                    break;
            }
        }
        """).Saying($"'crm.deal.list' is called for each of 'ids' (through CallAsync → PostAsJsonAsync): ids·⌈rows/50⌉ requests; {Overflow}").ReportsAsync();

    [Fact]
    public Task ALoopInALoop() => Code.InMethod("""
        var contacts = ids.ToList();
        foreach (var deal in ids)
            foreach (var contact in contacts)
                await portal.{|BX1001:CallAsync|}("crm.deal.contact.add", new { deal, contact });
        """).Saying($"'crm.deal.contact.add' is called for each of 'ids' × 'contacts' (through CallAsync → PostAsJsonAsync): contacts·ids requests; {Overflow}").ReportsAsync();

    [Fact]
    public Task AHelperThatCallsSeveralMethods() => Code.InClass("""
        public async Task RunAsync(List<int> deals)
        {
            foreach (var deal in deals)
                await {|BX1001:SaveAsync|}(deal);
        }

        async Task SaveAsync(int deal)
        {
            await portal.CallAsync("crm.deal.get", new { deal });
            await portal.CallAsync("crm.deal.update", new { deal });
        }
        """).Saying(
        "'crm.deal.get', 'crm.deal.update' are called for each of 'deals' (through SaveAsync → CallAsync → PostAsJsonAsync): 2·deals requests; "
        + "above 41 elements at an assumed 5 requests/s the bucket of 50 overflows (QUERY_LIMIT_EXCEEDED). Send the calls in 'batch' requests of 50.").ReportsAsync();

    [Fact]
    public Task AHelperThatCallsMoreMethodsThanFitIntoASentence() => Code.InClass("""
        public async Task RunAsync(List<int> deals)
        {
            foreach (var deal in deals)
                await {|BX1001:SaveAsync|}(deal);
        }

        async Task SaveAsync(int deal)
        {
            await portal.CallAsync("crm.deal.get", new { deal });
            await portal.CallAsync("crm.deal.update", new { deal });
            await portal.CallAsync("crm.contact.get", new { deal });
            await portal.CallAsync("crm.contact.update", new { deal });
            await portal.CallAsync("crm.company.get", new { deal });
        }
        """).Saying(
        "'crm.deal.get', 'crm.deal.update', 'crm.contact.get' and 2 more are called for each of 'deals' (through SaveAsync → CallAsync → PostAsJsonAsync): 5·deals requests; "
        + "above 16 elements at an assumed 5 requests/s the bucket of 50 overflows (QUERY_LIMIT_EXCEEDED). Send the calls in 'batch' requests of 50.").ReportsAsync();

    [Theory]
    [InlineData("""if (id > 0) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id });""")]
    [InlineData("""if (id == 0) continue; await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id });""")]
    [InlineData("""var deal = id > 0 ? await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }) : ""; Console.WriteLine(deal);""")]
    [InlineData("""var ok = id > 0 && (await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id })).Length > 0; Console.WriteLine(ok);""")]
    [InlineData("""switch (id) { case > 0: await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }); break; }""")]
    public Task ACallThatSomeRoundsSkip(string body) => Code.InMethod($$"""
        foreach (var id in ids)
        {
            {{body}}
        }
        """).Saying($"'crm.deal.get' is called for each of 'ids' (through CallAsync → PostAsJsonAsync): up to ids requests; {Overflow}").ReportsAsync();

    [Fact]
    public Task AConditionInsideTheHelper() => Code.InClass("""
        public async Task RunAsync(List<int> deals)
        {
            foreach (var deal in deals)
                await {|BX1001:SaveAsync|}(deal);
        }

        async Task SaveAsync(int deal)
        {
            if (deal > 0)
                await portal.CallAsync("crm.deal.update", new { deal });
        }
        """).Saying($"'crm.deal.update' is called for each of 'deals' (through SaveAsync → CallAsync → PostAsJsonAsync): up to deals requests; {Overflow}").ReportsAsync();

    [Fact]
    public Task AConstantCount() => Code.InMethod("""
        for (var i = 0; i < 200; i++)
            await portal.{|BX1001:CallAsync|}("crm.deal.add", new { i });
        """).Saying($"'crm.deal.add' is called for each of 'i' (through CallAsync → PostAsJsonAsync): 200 requests; at an assumed 5 requests/s the bucket of 50 overflows after 16.7 s (QUERY_LIMIT_EXCEEDED). Send the calls in 'batch' requests of 50.").ReportsAsync();

    [Fact]
    public Task AConstantCountOfElements() => Code.InMethod("""
        foreach (var stage in new[] { "NEW", "WON", "LOSE", "APOLOGY" })
            await portal.{|BX1001:CallAsync|}("crm.deal.list", new { stage });
        """).Saying($"'crm.deal.list' is called for each of 'stages' (through CallAsync → PostAsJsonAsync): 4 requests where 1 would do. Send the calls in 'batch' requests of 50.").ReportsAsync();

    [Fact]
    public Task AConstantTimesElements() => Code.InMethod("""
        foreach (var id in ids)
            for (var i = 0; i < 7; i++)
                await portal.{|BX1001:CallAsync|}("crm.deal.add", new { id, i });
        """).Saying($"'crm.deal.add' is called for each of 'ids' × 'i' (through CallAsync → PostAsJsonAsync): 7·ids requests; above 11 elements at an assumed 5 requests/s the bucket of 50 overflows (QUERY_LIMIT_EXCEEDED). Send the calls in 'batch' requests of 50.").ReportsAsync();

    [Theory]
    [InlineData("foreach (var deal in book.Deals)", "Deals")]
    [InlineData("foreach (var deal in book.Deals.Where(d => d > 0).ToList())", "Deals", "up to ")]
    [InlineData("foreach (var deal in book.Deals.OrderBy(d => d))", "Deals")]
    [InlineData("foreach (var deal in book.Read())", "deals")]
    [InlineData("foreach (var company in book.Read())", "companies")]
    [InlineData("foreach (var x in book.Read())", "elements")]
    [InlineData("foreach (var deal in book._deals)", "_deals")]
    [InlineData("for (var i = 0; i < book.Deals.Count; i++)", "Deals")]
    [InlineData("for (var i = 0; i < book.Read().Count(); i++)", "elements")]
    [InlineData("foreach (var row in (await portal.CallAsync(\"crm.deal.list\")).Split(','))", "rows")]
    public Task ANameForTheElements(string header, string size, string most = "") => Code.WithPortal($$"""
        namespace App;

        public sealed class Book
        {
            public List<int> _deals = [];

            public List<int> Deals => _deals;

            public IEnumerable<int> Read() => _deals;
        }

        public sealed class Sync(Portal portal, Book book)
        {
            public async Task RunAsync()
            {
                {{header}}
                    await portal.{|BX1001:CallAsync|}("crm.deal.add", new { book });
                await Task.Yield();
            }
        }
        """).Saying($"'crm.deal.add' is called for each of '{size}' (through CallAsync → PostAsJsonAsync): {most}{size} requests; {Overflow}").ReportsAsync();

    [Theory]
    [InlineData("await Task.WhenAll(ids.Select(id => portal.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id })));")]
    [InlineData("var tasks = ids.Select(id => portal.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id })).ToList(); await Task.WhenAll(tasks);")]
    public Task CallsAtOnce(string statements) => Code.InMethod(statements)
        .Saying("'crm.deal.get' is called for each of 'ids' (through CallAsync → PostAsJsonAsync): ids requests; above 50 at once the bucket of 50 overflows (QUERY_LIMIT_EXCEEDED). Send the calls in 'batch' requests of 50.").ReportsAsync();

    [Theory]
    [InlineData("await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (id, _) => await portal.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id }));", "above 62 elements at an assumed 10 requests/s")]
    [InlineData("var options = new ParallelOptions { MaxDegreeOfParallelism = 4 }; await Parallel.ForEachAsync(ids, options, async (id, _) => await portal.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id }));", "above 55 elements at an assumed 20 requests/s")]
    [InlineData("await Parallel.ForEachAsync(ids, async (id, _) => await portal.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id }));", "above 50 at once")]
    [InlineData("await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = ids.Count }, async (id, _) => await portal.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id }));", "above 50 at once")]
    [InlineData("ids.AsParallel().WithDegreeOfParallelism(2).ForAll(id => portal.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id }).Wait());", "above 62 elements at an assumed 10 requests/s")]
    public Task AFewCallsAtOnce(string statements, string threshold) => Code.InMethod(statements)
        .Saying($"'crm.deal.get' is called for each of 'ids' (through CallAsync → PostAsJsonAsync): ids requests; {threshold} the bucket of 50 overflows (QUERY_LIMIT_EXCEEDED). Send the calls in 'batch' requests of 50.").ReportsAsync();

    [Fact]
    public Task CallsThatAreAwaitedOneByOne() => Code.InMethod("""
        foreach (var call in ids.Select(id => portal.{|BX1001:CallAsync|}("crm.deal.get", new { id })))
            await call;
        """).Saying($"'crm.deal.get' is called for each of 'ids' (through CallAsync → PostAsJsonAsync): ids requests; {Overflow}").ReportsAsync();

    [Theory]
    [InlineData("bitrix24.elements.ids = 20", "ids = 20 requests (20 ids, configured) where 1 would do")]
    [InlineData("bitrix24.elements.ids = 400", "ids = 400 requests (400 ids, configured); at an assumed 5 requests/s the bucket of 50 overflows after 16.7 s (QUERY_LIMIT_EXCEEDED)")]
    [InlineData("bitrix24.request_latency_ms = 100", "ids requests; above 62 elements at 10 requests/s the bucket of 50 overflows (QUERY_LIMIT_EXCEEDED)")]
    [InlineData("bitrix24.plan = enterprise", "ids requests; at an assumed 5 requests/s the bucket of 250 never overflows, but nothing else gets through")]
    [InlineData("bitrix24.plan = enterprise\nbitrix24.request_latency_ms = 100", "ids requests; above 500 elements at 10 requests/s the bucket of 250 overflows (QUERY_LIMIT_EXCEEDED)")]
    public Task TheLoadIsConfigured(string lines, string load) => Code.InMethod("""
        foreach (var id in ids)
            await portal.{|BX1001:CallAsync|}("crm.deal.update", new { id });
        """).Configured(lines).Saying($"'crm.deal.update' is called for each of 'ids' (through CallAsync → PostAsJsonAsync): {load}. Send the calls in 'batch' requests of 50.").ReportsAsync();

    [Fact]
    public Task ATemplate() => Code.InClass("""
        public async Task RunAsync(List<int> ids, string entity)
        {
            foreach (var id in ids)
                await portal.{|BX1001:CallAsync|}($"crm.{entity}.update", new { id });
        }
        """).Saying($"'crm.*.update' is called for each of 'ids' (through CallAsync → PostAsJsonAsync): ids requests; {Overflow}").ReportsAsync();

    [Fact]
    public Task NeitherTheAddressNorAnArgumentIsShown() => Code.WithHttp("""
        foreach (var id in ids)
            await http.{|BX1001:GetAsync|}("https://example.bitrix24.com/rest/1/secret/crm.contact.update?id=" + id + "&fields[NAME]=Somebody&auth=token");
        """).Saying($"'crm.contact.update' is called for each of 'ids': ids requests; {Overflow}").ReportsAsync();
}
