namespace Bitrix24.Analyzers.Tests.Dependence;

public class HeaderTests
{
    const string Get = """var r = await /*call*/client.CallAsync("crm.deal.get", new { id = deal.Id }); Console.WriteLine(r.Title);""";

    [Theory]
    [InlineData("foreach (var deal in deals) {", "deal in deals")]
    [InlineData("foreach (Deal deal in deals) {", "deal in deals")]
    [InlineData("foreach (var deal in deals.Where(d => d.Active)) {", "deal in deals.Where(d => d.Active)")]
    [InlineData("foreach (var deal in deals.ToArray()) {", "deal in deals.ToArray() hoisted")]
    [InlineData("var some = deals.Where(d => d.Active); foreach (var deal in some) {", "deal in some")]
    [InlineData("var some = deals.Where(d => d.Active); some = Lazily(); foreach (var deal in some) {", "- the elements may not be enumerated twice")]
    [InlineData("foreach (var deal in Load()) {", "deal in Load() hoisted")]
    [InlineData("foreach (var deal in await LoadAsync()) {", "deal in await LoadAsync() hoisted")]
    [InlineData("foreach (var deal in Lazily()) {", "- the elements may not be enumerated twice")]
    [InlineData("foreach (var deal in deals.OrderBy(_ => Guid.NewGuid())) {", "- the elements may not be enumerated twice")]
    [InlineData("foreach (var deal in deals.Where(d => counter++ > 0)) {", "- the elements may not be enumerated twice")]
    [InlineData("await foreach (var deal in Stream()) {", "- await foreach takes its elements one by one")]
    [InlineData("foreach (var deal in kept) {", "deal in kept")]
    [InlineData("var list = new ArrayList(deals); foreach (Deal deal in list) {", "deal in list.Cast<global::Deal>()")]
    [InlineData("foreach (var deal in deals.GroupBy(d => d.Title).Select(g => g.First())) {", "deal in deals.GroupBy(d => d.Title).Select(g => g.First())")]
    [InlineData("foreach (var deal in from d in deals where d.Active select d) {", "deal in from d in deals where d.Active select d")]
    public void Foreach(string header, string expected) => Assert.Equal(expected, Loop.Judge(header + Get + "}", members: Members));

    [Theory]
    [InlineData("for (int i = 0; i < deals.Count; i++)", "i in global::System.Linq.Enumerable.Range(0, deals.Count)")]
    [InlineData("for (var i = 0; i <= deals.Count - 1; i++)", "i in global::System.Linq.Enumerable.Range(0, global::System.Math.Max(0, deals.Count))")]
    [InlineData("for (int i = 1; i < deals.Count; ++i)", "i in global::System.Linq.Enumerable.Range(1, global::System.Math.Max(0, deals.Count - 1))")]
    [InlineData("for (int i = 0; i < deals.Count; i += 2)", "i in global::System.Linq.Enumerable.Range(0, (deals.Count + 1) / 2).Select(i => i * 2)")]
    [InlineData("for (int i = deals.Count - 1; i >= 0; i--)", "i in global::System.Linq.Enumerable.Range(0, deals.Count).Select(i => (deals.Count - 1) - i)")]
    [InlineData("for (int i = 0; i < deals.Count; i--)", "- the for loop's condition does not fit its step")]
    [InlineData("for (int i = 0; i < deals.Count; i += counter)", "- the for loop's step is not a constant")]
    [InlineData("for (int i = 0; i < Next(); i++)", "- the for loop's start and bound are not plain calculations")]
    [InlineData("for (int i = 0, j = 0; i < deals.Count; i++)", "- the for loop does not count with a whole number of its own")]
    [InlineData("for (long i = 0; i < deals.Count; i++)", "- the for loop does not count with a whole number of its own")]
    public void For(string header, string expected) => Assert.Equal(expected, Loop.Judge(
        header + """{ var r = await /*call*/client.CallAsync("crm.deal.get", new { id = deals[(int)i].Id }); Console.WriteLine(r.Title); }""", members: Members));

    [Theory]
    [InlineData("", "deals.RemoveAt(0);", "- deals is read early, and the loop writes it")]
    [InlineData("", "i++;", "- i is read early, and the loop writes it")]
    [InlineData("var other = new List<Deal>();", "other.Add(deals[i]);", "i in global::System.Linq.Enumerable.Range(0, deals.Count)")]
    [InlineData("var other = deals;", "other.Clear();", "- deals is read early, and the loop writes it")]
    public void Bound(string before, string after, string expected) => Assert.Equal(expected, Loop.Judge(
        before + """for (int i = 0; i < deals.Count; i++) { await /*call*/client.CallAsync("crm.deal.get", new { id = deals[i].Id }); """ + after + "}").Replace(" unused", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("while (queue.Count > 0) { var deal = queue.Dequeue();", "", "deal in queue.ToArray()")]
    [InlineData("while (queue.Any()) { var deal = queue.Dequeue();", "", "deal in queue.ToArray()")]
    [InlineData("while (queue.TryDequeue(out var deal)) {", "", "deal in queue.ToArray()")]
    [InlineData("while (queue.Count > 0) { var deal = queue.Dequeue();", "queue.Enqueue(deal);", "- something else in the loop uses its queue")]
    [InlineData("while (queue.Count > 0) { var deal = queue.Peek();", "", "- the while loop does not empty a queue")]
    [InlineData("while (shared.TryDequeue(out var deal)) {", "", "- the while loop does not empty a queue")]
    [InlineData("while (counter > 0) { var deal = deals[0];", "", "- the while loop does not empty a queue")]
    public void Queue(string header, string after, string expected) => Assert.Equal(expected, Loop.Judge(
        "var queue = new Queue<Deal>(deals); var shared = new ConcurrentQueue<Deal>(deals);" + header + Get + after + "}"));

    [Fact]
    public void A_queue_that_strangers_know_is_refused() => Assert.Equal(
        "- queue is read early, and SaveAsync may write it",
        Loop.Judge("while (queue.Count > 0) { var id = queue.Dequeue(); var r = await /*call*/client.CallAsync(\"crm.deal.get\", new { id }); await store.SaveAsync(r); }",
            signature: "async Task Run(Queue<int> queue)"));

    [Theory]
    [InlineData("deals.ForEach(deal => { var r = /*call*/client.Call(\"crm.deal.get\", new { id = deal.Id }); Console.WriteLine(r.Title); });", "deal in deals sync")]
    [InlineData("deals.ForEach(deal => /*call*/client.Call(\"crm.deal.get\", new { id = deal.Id }));", "deal in deals sync whole")]
    [InlineData("deals.ForEach(deal => { if (!deal.Active) return; /*call*/client.Call(\"crm.deal.get\", new { id = deal.Id }); });", "deal in deals where deal.Active sync whole")]
    [InlineData("deals.ForEach(async deal => await /*call*/client.CallAsync(\"crm.deal.get\", new { id = deal.Id }));", "- an asynchronous lambda is not waited for")]
    [InlineData("ForEach(deal => /*call*/client.Call(\"crm.deal.get\", new { id = deal.Id }));", "- the call is inside a function of its own")]
    [InlineData("var all = deals.Select(deal => /*call*/client.Call(\"crm.deal.get\", new { id = deal.Id })).ToList();", "- the call is inside a function of its own")]
    [InlineData("foreach (var deal in deals) { Func<Answer> f = () => /*call*/client.Call(\"crm.deal.get\", new { id = deal.Id }); f(); }", "- the call is inside a function of its own")]
    [InlineData("/*call*/client.Call(\"crm.deal.get\", new { id = 1 });", "- no loop repeats the call")]
    [InlineData("while (/*call*/client.Call(\"crm.deal.get\", new { id = counter }).Ok) { }", "- the loop's own condition makes the call")]
    [InlineData("do { /*call*/client.Call(\"crm.deal.get\", new { id = counter }); } while (counter > 0);", "- a do loop has no elements")]
    [InlineData("foreach (var (id, title) in deals.Select(d => (d.Id, d.Title))) { /*call*/client.Call(\"crm.deal.get\", new { id }); }", "- the loop takes its elements apart")]
    public void Function(string loop, string expected) => Assert.Equal(expected, Loop.Judge(loop, members: Members));

    [Theory]
    [InlineData("foreach (var list in lists) foreach (var deal in list) { ", "deal in list")]
    [InlineData("foreach (var deal in deals) for (int k = 0; k < 5; k++) {", "- every round makes the same call")]
    [InlineData("foreach (var deal in deals) { foreach (var tag in deal.Tags) Console.WriteLine(tag);", "deal in deals")]
    public void Nested(string header, string expected) => Assert.Equal(expected, Loop.Judge("var lists = new List<List<Deal>> { deals };" + header + Get + "}"));

    const string Members = """
        List<Deal> Load() { counter++; return new(); }
        Task<List<Deal>> LoadAsync() => Task.FromResult(new List<Deal>());
        IEnumerable<Deal> Lazily() { counter++; yield return new Deal(); }
        async IAsyncEnumerable<Deal> Stream() { await Task.Yield(); yield return new Deal(); }
        int Next() => counter++;
        void ForEach(Action<Deal> action) => action(new Deal());
        """;
}
