using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Repetition;

/// <summary>Loops over chunks whose body sends one list or one batch.</summary>
public sealed class ChunkTests
{
    [Theory]
    [InlineData("""foreach (var chunk in ids.Chunk(50)) await portal.CallAsync("crm.deal.list", new { filter = new { ID = chunk } });""")]
    [InlineData("""foreach (var some in ids.Chunk(50)) await portal.CallAsync("crm.deal.list", new { filter = new { ID = some } });""")]
    [InlineData("""foreach (var some in ids.Where(i => i > 0).Chunk(50).ToList()) await portal.CallAsync("crm.deal.list", new { filter = new { ID = some } });""")]
    [InlineData("""foreach (var some in ids.Chunk(50)) await portal.CallAsync("batch", new { cmd = some.ToDictionary(i => $"d{i}", i => $"crm.deal.get?id={i}") });""")]
    [InlineData("""foreach (var some in ids.Select((id, i) => (id, i)).GroupBy(x => x.i / 50)) await portal.CallAsync("crm.deal.list", new { filter = new { ID = some.Select(x => x.id) } });""")]
    [InlineData("""for (var i = 0; i < ids.Count; i += 50) await portal.CallAsync("crm.deal.list", new { filter = new { ID = ids.Skip(i).Take(50) } });""")]
    [InlineData("""const int size = 50; for (var i = 0; i < ids.Count; i += size) await portal.CallAsync("crm.deal.list", new { filter = new { ID = ids.Skip(i).Take(size) } });""")]
    [InlineData("""var list = ids.ToList(); for (var i = 0; i < list.Count; i += 50) await portal.CallAsync("crm.deal.list", new { filter = new { ID = list.GetRange(i, Math.Min(50, list.Count - i)) } });""")]
    [InlineData("""var list = ids.ToList(); while (list.Count > 0) { var some = list.GetRange(0, Math.Min(50, list.Count)); await portal.CallAsync("crm.deal.list", new { filter = new { ID = some } }); list.RemoveRange(0, some.Count); }""")]
    [InlineData("""var i = 0; while (i < ids.Count) { await portal.CallAsync("crm.deal.list", new { filter = new { ID = ids.Skip(i).Take(50) } }); i += 50; }""")]
    [InlineData("""var lists = new List<List<int>> { ids.ToList() }; foreach (var some in lists) await portal.CallAsync("crm.deal.list", new { filter = new { ID = some } });""")]
    [InlineData("""await Task.WhenAll(ids.Chunk(50).Select(some => portal.CallAsync("crm.deal.list", new { filter = new { ID = some } })));""")]
    public Task AListPerChunkIsQuiet(string loop) => Code.InMethod(loop).QuietAsync();

    [Theory]
    [InlineData("""foreach (var chunk in ids.Chunk(50)) foreach (var id in chunk) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id });""")]
    [InlineData("""foreach (var chunk in ids.Chunk(50)) await Task.WhenAll(chunk.Select(id => portal.{|BX1001:CallAsync|}("crm.deal.get", new { id })));""")]
    [InlineData("""foreach (var some in ids.GroupBy(i => i % 7)) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id = some.Key });""")]
    [InlineData("""foreach (var some in ids.GroupBy(i => i)) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id = some.Key });""")]
    [InlineData("""for (var i = 0; i < ids.Count; i += 50) for (var j = i; j < Math.Min(i + 50, ids.Count); j++) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id = ids[j] });""")]
    [InlineData("""foreach (var id in ids.Take(500)) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id });""")]
    [InlineData("""var rows = new List<string[]>(); foreach (var row in rows) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id = row[0] });""")]
    [InlineData("""foreach (var id in ids.Chunk(50).SelectMany(c => c)) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id });""")]
    [InlineData("""for (var i = 0; i < ids.Count; i += 2) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id = ids[i], next = ids[i + 1] });""")]
    public Task ACallPerElementReports(string loop) => Code.InMethod(loop).Naming("crm.deal.get").ReportsAsync();

    [Fact]
    public Task AUsersOwnChunkerIsQuiet() => Code.InClass("""
        public async Task RunAsync(List<int> ids)
        {
            foreach (var some in SplitInto(ids, 50))
                await portal.CallAsync("crm.deal.list", new { filter = new { ID = some } });
        }

        static IEnumerable<List<int>> SplitInto(List<int> items, int size)
        {
            for (var i = 0; i < items.Count; i += size)
                yield return items.GetRange(i, Math.Min(size, items.Count - i));
        }
        """).QuietAsync();

    [Fact]
    public Task AHelperThatSendsChunksIsQuiet() => Code.InClass("""
        public Task RunAsync(IReadOnlyList<int> ids) => ReadAsync(ids);

        async Task ReadAsync(IReadOnlyList<int> ids)
        {
            foreach (var chunk in ids.Chunk(50))
                await portal.CallAsync("crm.deal.list", new { filter = new { ID = chunk } });
        }
        """).QuietAsync();

    [Theory]
    [InlineData("part")]
    [InlineData("block")]
    [InlineData("page")]
    public Task ANameLikeAChunkForASingleElementReports(string variable) => Code.InMethod($$"""
        foreach (var {{variable}} in ids)
            await portal.{|BX1001:CallAsync|}("crm.product.get", new { id = {{variable}} });
        """).ReportsAsync();
}
