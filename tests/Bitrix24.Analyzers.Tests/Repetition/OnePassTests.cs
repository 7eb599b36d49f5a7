using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Repetition;

/// <summary>Loops that go over attempts, not over elements.</summary>
public sealed class OnePassTests
{
    [Theory]
    [InlineData("""while (true) { try { await portal.CallAsync("crm.deal.update", ids); return; } catch (HttpRequestException) { await Task.Delay(1000); } }""")]
    [InlineData("""while (true) { try { await portal.CallAsync("crm.deal.update", ids); break; } catch (HttpRequestException) { } }""")]
    [InlineData("""for (var attempt = 0; attempt < 10; attempt++) { try { await portal.CallAsync("crm.deal.update", ids); return; } catch (HttpRequestException) { } }""")]
    [InlineData("""for (var attempt = 0; ; attempt++) { try { await portal.CallAsync("crm.deal.update", ids); return; } catch (HttpRequestException) when (attempt < 5) { } }""")]
    [InlineData("""for (var attempt = 0; attempt < 5; attempt++) { var answer = await portal.CallAsync("crm.deal.update", ids); if (answer.Length > 0) return; await Task.Delay(200); }""")]
    [InlineData("""var ok = false; while (!ok) { ok = (await portal.CallAsync("crm.deal.update", ids)).Length > 0; }""")]
    [InlineData("""string answer; do { answer = await portal.CallAsync("crm.deal.get", ids); } while (answer.Length == 0);""")]
    [InlineData("""do { await portal.CallAsync("crm.deal.update", ids); } while (false);""")]
    [InlineData("""foreach (var id in ids) { await portal.CallAsync("crm.deal.update", new { id }); break; }""")]
    [InlineData("""foreach (var id in ids) { await portal.CallAsync("crm.deal.update", new { id }); return; }""")]
    [InlineData("""foreach (var id in ids) { if (id == 7) { await portal.CallAsync("crm.deal.update", new { id }); break; } }""")]
    [InlineData("""foreach (var id in ids) { if (id == 7) { await portal.CallAsync("crm.deal.update", new { id }); return; } Console.WriteLine(id); }""")]
    [InlineData("""foreach (var id in ids) { if (id < 0) throw new InvalidOperationException(await portal.CallAsync("crm.deal.get", new { id })); }""")]
    [InlineData("""foreach (var id in ids) { switch (id) { case 7: await portal.CallAsync("crm.deal.update", new { id }); return; } }""")]
    public Task ALoopThatIsLeftAfterTheCallIsQuiet(string loop) => Code.InMethod(loop).QuietAsync();

    [Theory]
    [InlineData("""foreach (var id in ids) { await portal.{|BX1001:CallAsync|}("crm.deal.update", new { id }); if (id == 7) break; }""")]
    [InlineData("""foreach (var id in ids) { await portal.{|BX1001:CallAsync|}("crm.deal.update", new { id }); if (id != 7) continue; break; }""")]
    [InlineData("""foreach (var id in ids) { switch (id) { case 7: await portal.{|BX1001:CallAsync|}("crm.deal.update", new { id }); break; } }""")]
    [InlineData("""foreach (var id in ids) { foreach (var one in new[] { id }) { await portal.{|BX1001:CallAsync|}("crm.deal.update", new { one }); break; } }""")]
    [InlineData("""foreach (var id in ids) { while (true) { try { await portal.{|BX1001:CallAsync|}("crm.deal.update", new { id }); break; } catch (HttpRequestException) { } } }""")]
    [InlineData("""foreach (var id in ids) { try { await portal.{|BX1001:CallAsync|}("crm.deal.update", new { id }); } catch (HttpRequestException) { return; } }""")]
    [InlineData("""foreach (var id in ids) { Action stop = () => { return; }; await portal.{|BX1001:CallAsync|}("crm.deal.update", new { id }); stop(); }""")]
    public Task ALoopThatMayGoOnReports(string loop) => Code.InMethod(loop).ReportsAsync();

    [Fact]
    public Task ASearchThatReturnsWhatItFindsReports() => Code.InClass("""
        public async Task<string?> FindAsync(IReadOnlyList<int> ids)
        {
            foreach (var id in ids)
            {
                var deal = await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id });
                if (id == 7)
                    return deal;
            }

            return null;
        }
        """).ReportsAsync();

    [Fact]
    public Task AnOptimisticWriteIsQuiet() => Code.InClass("""
        int _version;

        public async Task SaveAsync()
        {
            while (true)
            {
                var seen = _version;
                await portal.CallAsync("crm.deal.update", new { seen });
                if (Interlocked.CompareExchange(ref _version, seen + 1, seen) == seen)
                    return;
            }
        }
        """).QuietAsync();

    [Theory]
    [InlineData("""await pipeline.ExecuteAsync(async t => await portal.CallAsync("crm.deal.get", new { id = 1 }, t));""")]
    [InlineData("""await policy.ExecuteAsync(() => portal.CallAsync("crm.deal.get", new { id = 1 }));""")]
    public Task AResiliencePolicyIsQuiet(string call) => Code.InMethod($$"""
        Polly.ResiliencePipeline pipeline = new();
        Polly.IAsyncPolicy policy = null!;
        {{call}}
        Console.WriteLine($"{pipeline}{policy}");
        """).WithStub("Polly").QuietAsync();

    [Theory]
    [InlineData("""await pipeline.ExecuteAsync(async t => await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }, t));""")]
    [InlineData("""await policy.ExecuteAsync(() => portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }));""")]
    public Task AResiliencePolicyInALoopReports(string call) => Code.InMethod($$"""
        Polly.ResiliencePipeline pipeline = new();
        Polly.IAsyncPolicy policy = null!;
        foreach (var id in ids)
            {{call}}
        Console.WriteLine($"{pipeline}{policy}");
        """).WithStub("Polly").ReportsAsync();
}
