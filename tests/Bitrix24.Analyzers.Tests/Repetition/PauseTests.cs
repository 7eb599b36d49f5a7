using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Repetition;

/// <summary>Pauses in each round: two requests a second are what the bucket lets through for ever.</summary>
public sealed class PauseTests
{
    [Theory]
    [InlineData("await Task.Delay(5000);")]
    [InlineData("await Task.Delay(500);")]
    [InlineData("await Task.Delay(500, token);")]
    [InlineData("await Task.Delay(500).ConfigureAwait(false);")]
    [InlineData("await Task.Delay(TimeSpan.FromSeconds(1));")]
    [InlineData("await Task.Delay(TimeSpan.FromMilliseconds(500), token);")]
    [InlineData("await Task.Delay(TimeSpan.FromSeconds(0.5));")]
    [InlineData("await Task.Delay(new TimeSpan(0, 0, 1));")]
    [InlineData("Thread.Sleep(1000);")]
    [InlineData("Thread.Sleep(TimeSpan.FromSeconds(1));")]
    [InlineData("Task.Delay(1000).Wait();")]
    [InlineData("await Task.Delay(Pause);")]
    [InlineData("await Task.Delay(Gap);")]
    [InlineData("const int pause = 600; await Task.Delay(pause);")]
    [InlineData("await Task.Delay(250); await Task.Delay(250);")]
    [InlineData("try { await Task.Delay(500); } finally { Console.WriteLine(id); }")]
    [InlineData("System.Threading.Thread.Sleep(1000);")]
    [InlineData("await Task.Delay(id > 50 ? 1000 : 1000);")]
    [InlineData("int? wait = null; await Task.Delay(wait ?? 1000);")]
    [InlineData("await Task.Delay(Fixed());")]
    public Task APauseOfHalfASecondIsQuiet(string pause) => Loop($$"""await portal.CallAsync("crm.deal.get", new { id }); {{pause}}""").QuietAsync();

    [Theory]
    [InlineData("await Task.Delay(499);")]
    [InlineData("await Task.Delay(100);")]
    [InlineData("Thread.Sleep(0);")]
    [InlineData("await Task.Delay(TimeSpan.FromMilliseconds(250));")]
    [InlineData("await Task.Delay(Short);")]
    [InlineData("if (id % 15 == 0) await Task.Delay(120000);")]
    [InlineData("_ = Task.Delay(5000);")]
    [InlineData("var later = Task.Delay(5000); Console.WriteLine(later);")]
    [InlineData("Action wait = () => Thread.Sleep(5000); Console.WriteLine(wait);")]
    [InlineData("try { Console.WriteLine(id); } catch (IOException) { await Task.Delay(5000); }")]
    [InlineData("while (id < 0) await Task.Delay(5000);")]
    [InlineData("await Task.Delay(id > 50 ? TimeSpan.FromSeconds(1) : TimeSpan.Zero);")]
    [InlineData("await Task.Delay(id > 50 ? 1000 : id);")]
    [InlineData("await Task.Delay(Picked(id));")]
    public Task AShorterOrRarerPauseReports(string pause) => Loop($$"""await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }); {{pause}}""").ReportsAsync();

    static Scenario Loop(string body) => Code.InClass($$"""
        const int Pause = 700;
        const int Short = 70;
        static readonly TimeSpan Gap = TimeSpan.FromSeconds(1);

        static int Fixed() => 1000;

        static int Picked(int id)
        {
            if (id > 10)
                return 1000;
            return id % 3;
        }

        public async Task RunAsync(IReadOnlyList<int> ids, CancellationToken token)
        {
            foreach (var id in ids)
            {
                await Task.Yield();
                {{body}}
            }

            Console.WriteLine($"{Pause}{Short}{Gap}{token}{Fixed()}{Picked(1)}");
        }
        """);

    [Fact]
    public Task TwoCallsAndAPauseOfOneSecondAreQuiet() => Loop("""
        await portal.CallAsync("crm.deal.get", new { id });
        await portal.CallAsync("crm.deal.update", new { id });
        await Task.Delay(1000);
        """).QuietAsync();

    [Fact]
    public Task TwoCallsAndAPauseOfHalfASecondReport() => Loop("""
        await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id });
        await portal.{|BX1001:CallAsync|}("crm.deal.update", new { id });
        await Task.Delay(500);
        """).Naming("crm.deal.get", "crm.deal.update").ReportsAsync();

    [Fact]
    public Task APauseAfterTheLoopReports() => Code.InMethod("""
        foreach (var id in ids)
            await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id });
        await Task.Delay(60000);
        """).ReportsAsync();

    [Fact]
    public Task APauseOfTheOuterLoopReports() => Code.InMethod("""
        foreach (var chunk in ids.Chunk(50))
        {
            foreach (var id in chunk)
                await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id });
            await Task.Delay(1000);
        }
        """).ReportsAsync();

    [Fact]
    public Task APauseOfConcurrentRoundsReports() => Code.InMethod("""
        await Task.WhenAll(ids.Select(async id =>
        {
            await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id });
            await Task.Delay(5000);
        }));
        """).ReportsAsync();

    static Scenario Client(string before, string mark) => Code.Of($$"""
        namespace App;

        public sealed class Portal(HttpClient http, string webhook)
        {
            static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(500);
            readonly SemaphoreSlim _one = new(1, 1);
            DateTime _last;

            public async Task<string> CallAsync(string method, object args)
            {
                await _one.WaitAsync();
                try
                {
                    {{before}}
                    using var response = await http.PostAsJsonAsync($"{webhook}/{method}", args);
                    _last = DateTime.UtcNow;
                    return await response.Content.ReadAsStringAsync();
                }
                finally
                {
                    _one.Release();
                }
            }

            string Seen => Gap.ToString() + _last;
        }

        public sealed class Sync(Portal portal)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                    await portal.{{mark}}("crm.deal.get", new { id });
            }
        }
        """);

    [Theory]
    [InlineData("await Task.Delay(500);")]
    [InlineData("await Task.Delay(Gap);")]
    [InlineData("var passed = DateTime.UtcNow - _last; if (passed < Gap) await Task.Delay(Gap - passed);")]
    [InlineData("var wait = Gap - (DateTime.UtcNow - _last); if (wait > TimeSpan.Zero) await Task.Delay(wait);")]
    public Task AGapInsideTheClientIsQuiet(string before) => Client(before, "CallAsync").QuietAsync();

    [Theory]
    [InlineData("await Task.Delay(50);")]
    [InlineData("await Task.Yield();")]
    [InlineData("if (_last == default) await Task.Delay(5000);")]
    public Task AClientWithoutAGapReports(string before) => Client(before, "{|BX1001:CallAsync|}").ReportsAsync();

    [Fact]
    public Task APauseInsideTheHelperIsQuiet() => Code.InClass("""
        public async Task RunAsync(IReadOnlyList<int> ids)
        {
            foreach (var id in ids)
                await SaveAsync(id);
        }

        async Task SaveAsync(int id)
        {
            await portal.CallAsync("crm.deal.update", new { id });
            await Task.Delay(1000);
        }
        """).QuietAsync();

    [Fact]
    public Task APauseInsideTheHelperForTooManyCallsReports() => Code.InClass("""
        public async Task RunAsync(IReadOnlyList<int> ids)
        {
            foreach (var id in ids)
                await {|BX1001:SaveAsync|}(id);
        }

        async Task SaveAsync(int id)
        {
            await portal.CallAsync("crm.deal.update", new { id });
            await portal.CallAsync("crm.deal.get", new { id });
            await portal.CallAsync("crm.deal.contact.add", new { id });
            await Task.Delay(1000);
        }
        """).ReportsAsync();
}
