using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Repetition;

/// <summary>Loops that empty a queue or a reader, and workers that never end.</summary>
public sealed class QueueAndWorkerTests
{
    [Theory]
    [InlineData("""var queue = new Queue<int>(ids); while (queue.Count > 0) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id = queue.Dequeue() });""")]
    [InlineData("""var queue = new Queue<int>(ids); while (queue.TryDequeue(out var id)) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id });""")]
    [InlineData("""var queue = new System.Collections.Concurrent.ConcurrentQueue<int>(ids); while (queue.TryDequeue(out var id)) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id });""")]
    [InlineData("""var stack = new Stack<int>(ids); while (stack.Count > 0) { var id = stack.Pop(); await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }); }""")]
    [InlineData("""var queue = new Queue<int>(ids); while (queue.Any()) { var id = queue.Dequeue(); await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }); }""")]
    [InlineData("""var queue = new Queue<int>(ids); while (true) { if (!queue.TryDequeue(out var id)) break; await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }); }""")]
    [InlineData("""var list = ids.ToList(); while (list.Count > 0) { await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id = list[0] }); list.RemoveAt(0); }""")]
    [InlineData("""using var reader = new StringReader(""); string? line; while ((line = await reader.ReadLineAsync()) != null) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { line });""")]
    [InlineData("""using System.Data.IDataReader reader = new System.Data.DataTable().CreateDataReader(); while (reader.Read()) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id = reader.GetInt32(0) });""")]
    [InlineData("""foreach (var line in File.ReadLines("deals.csv")) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { line });""")]
    public Task ALoopThatEmptiesSomethingReports(string loop) => Code.InMethod(loop).Naming("crm.deal.get").ReportsAsync();

    [Theory]
    [InlineData("""while (!token.IsCancellationRequested) { await portal.CallAsync("crm.deal.list"); await Task.Delay(60000, token); }""")]
    [InlineData("""while (true) { await portal.CallAsync("crm.deal.list"); Thread.Sleep(TimeSpan.FromMinutes(1)); }""")]
    [InlineData("""using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1)); while (await timer.WaitForNextTickAsync(token)) await portal.CallAsync("crm.deal.list");""")]
    [InlineData("""do { await portal.CallAsync("crm.deal.list"); await Task.Delay(60000); } while (!token.IsCancellationRequested);""")]
    [InlineData("""for (; ; ) { await portal.CallAsync("crm.deal.list"); await Task.Delay(60000); }""")]
    [InlineData("""var channel = System.Threading.Channels.Channel.CreateUnbounded<int>(); await foreach (var id in channel.Reader.ReadAllAsync(token)) await portal.CallAsync("crm.deal.get", new { id });""")]
    [InlineData("""var channel = System.Threading.Channels.Channel.CreateUnbounded<int>(); while (await channel.Reader.WaitToReadAsync(token)) await portal.CallAsync("crm.deal.get", new { id = await channel.Reader.ReadAsync(token) });""")]
    [InlineData("""var inbox = new System.Collections.Concurrent.BlockingCollection<int>(); foreach (var id in inbox.GetConsumingEnumerable()) await portal.CallAsync("crm.deal.get", new { id });""")]
    [InlineData("""while (true) { try { await portal.CallAsync("crm.deal.list"); } catch (HttpRequestException) { } await Task.Delay(1000); }""")]
    public Task AWorkerWithoutAnEndIsQuiet(string loop) => Code.InMethod(loop).For("BX1001").QuietAsync();

    [Theory]
    [InlineData("""{|BX6001:while|} (!token.IsCancellationRequested) { foreach (var id in ids) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }); await Task.Delay(60000, token); }""")]
    [InlineData("""{|BX6001:while|} (true) { foreach (var row in (await portal.CallAsync("crm.deal.list")).Split(',')) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { row }); await Task.Delay(60000, token); }""")]
    public Task ALoopOverElementsInAWorkerReports(string loop) => Code.InMethod(loop).For("BX1001", "BX6001").ReportsAsync();

    [Theory]
    [InlineData("""while (true) { foreach (var id in ids) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }); }""")]
    [InlineData("""while (true) { foreach (var id in ids) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }); await Task.Delay(TimeSpan.FromHours(1), token); }""")]
    public Task ALoopInARareRoundIsCountedByTheRound(string loop) => Code.InMethod(loop)
        .Saying("'crm.deal.get' is called for each of 'ids' (through CallAsync → PostAsJsonAsync): ids requests a round; above 83 elements at an assumed 5 requests/s the bucket of 50 overflows (QUERY_LIMIT_EXCEEDED). Send the calls in 'batch' requests of 50.").ReportsAsync();
}
