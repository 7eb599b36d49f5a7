using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Repetition;

/// <summary>Loops that resemble those that are left, kept, paced or short, each beside one that is.</summary>
public sealed class NearMissTests
{
    const string Types = """
        public sealed class Deal { public int Id { get; set; } public bool Open { get; set; } public bool Skip { get; set; } public bool Synced { get; set; } }
        readonly Dictionary<int, string> _cache = new();
        readonly List<int> _filled = new() { 1 };
        public void Fill(int id) => _filled.Add(id);

        """;

    static Scenario Over(string statements) => Code.InClass($$"""
        {{Types}}
        public async Task RunAsync(List<Deal> deals, List<int> ids, Dictionary<int, string> map, List<string> log)
        {
            {{statements}}
            await Task.Yield();
        }
        """);

    [Theory]
    [InlineData("""foreach (var d in deals) if (!_cache.ContainsKey(d.Id)) _cache.Add(d.Id, await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id = d.Id }));""")]
    [InlineData("""foreach (var id in _filled) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id });""")]
    [InlineData("""var more = new HashSet<int>(); more.UnionWith(ids); foreach (var id in more) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id });""")]
    [InlineData("""foreach (var d in deals) { if (d.Open) { await portal.{|BX1001:CallAsync|}("crm.deal.update", new { id = d.Id }); continue; } break; }""")]
    [InlineData("""for (var i = 0; i < deals.Count; i++) if (!deals[i].Synced) { await portal.{|BX1001:CallAsync|}("crm.deal.update", new { id = deals[i].Id }); deals[i].Synced = true; }""")]
    [InlineData("""foreach (var d in deals) if (map[d.Id] == null) map[d.Id] = await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id = d.Id });""")]
    [InlineData("""foreach (var d in deals) if (!d.Skip && log.Count < 1000) { await portal.{|BX1001:CallAsync|}("crm.deal.update", new { id = d.Id }); log.Add("ok"); }""")]
    [InlineData("""foreach (var d in deals) if (log.Count == 0) { var r = await portal.{|BX1001:CallAsync|}("crm.deal.update", new { id = d.Id }); if (r.Length == 0) log.Add(r); }""")]
    [InlineData("""foreach (var d in deals) { await portal.{|BX1001:CallAsync|}("crm.deal.update", new { id = d.Id }); if (d.Skip) continue; await Task.Delay(500); }""")]
    [InlineData("""foreach (var d in deals) { var done = false; while (!done) { try { await portal.{|BX1001:CallAsync|}("crm.deal.update", new { id = d.Id }); done = true; } catch (HttpRequestException) { await Task.Delay(1000); } } }""")]
    [InlineData("""Func<Task> job = async () => { foreach (var d in deals) await portal.{|BX1001:CallAsync|}("crm.deal.update", new { id = d.Id }); }; GC.KeepAlive(job);""")]
    [InlineData("""var answers = Enumerable.Select(deals, d => portal.{|BX1001:CallAsync|}("crm.deal.get", new { id = d.Id })).ToList();""")]
    public Task ReportsAsync(string statements) => Over(statements).ReportsAsync();

    [Theory]
    [InlineData("""foreach (var d in deals) if (!_cache.ContainsKey(0)) _cache.Add(0, await portal.CallAsync("crm.deal.fields", new { }));""")]
    [InlineData("""var few = new[] { 1, 2 }; foreach (var id in few) await portal.CallAsync("crm.deal.get", new { id });""")]
    [InlineData("""var few = new List<int> { 1, 2 }; foreach (var id in few) await portal.CallAsync("crm.deal.get", new { id });""")]
    [InlineData("""foreach (var d in deals) { if (!d.Open) continue; await portal.CallAsync("crm.deal.update", new { id = d.Id }); break; }""")]
    [InlineData("""string? known = null; foreach (var d in deals) if (known == null) { known = await portal.CallAsync("crm.deal.fields", new { }); }""")]
    [InlineData("""foreach (var d in deals) { await portal.CallAsync("crm.deal.update", new { id = d.Id }); await Task.Delay(500); if (d.Skip) continue; log.Add("ok"); }""")]
    [InlineData("""var done = false; while (!done) { try { await portal.CallAsync("crm.deal.update", new { id = 1 }); done = true; } catch (HttpRequestException) { await Task.Delay(1000); } }""")]
    [InlineData("""var answer = from d in deals join c in (await portal.CallAsync("crm.deal.list", new { })) on d.Id equals (int)c select d.Id; GC.KeepAlive(answer);""")]
    public Task StaysQuietAsync(string statements) => Over(statements).QuietAsync();
}
