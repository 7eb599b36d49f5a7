using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Repetition;

/// <summary>LINQ, parallel constructs, tasks, and delegates that are handed on.</summary>
public sealed class DelegateTests
{
    [Theory]
    [InlineData("""await Task.WhenAll(ids.Select(id => portal.{|BX1001:CallAsync|}("crm.deal.get", new { id })));""")]
    [InlineData("""await Task.WhenAll(ids.Select(async id => await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id })));""")]
    [InlineData("""var deals = ids.Select(id => portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }).Result).ToList();""")]
    [InlineData("""var rows = ids.SelectMany(id => portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }).Result.Split(',')).ToList();""")]
    [InlineData("""var good = ids.Where(id => portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }).Result.Length > 0).ToList();""")]
    [InlineData("""ids.ToList().ForEach(id => portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }).Wait());""")]
    [InlineData("""ids.ToList().ForEach(async id => await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }));""")]
    [InlineData("""ids.ToList().ForEach(delegate (int id) { portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }).Wait(); });""")]
    [InlineData("""Array.ForEach(ids.ToArray(), id => portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }).Wait());""")]
    [InlineData("""Parallel.ForEach(ids, id => portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }).Wait());""")]
    [InlineData("""Parallel.For(0, ids.Count, i => portal.{|BX1001:CallAsync|}("crm.deal.get", new { id = ids[i] }).Wait());""")]
    [InlineData("""await Parallel.ForEachAsync(ids, async (id, t) => await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }, t));""")]
    [InlineData("""ids.AsParallel().ForAll(id => portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }).Wait());""")]
    [InlineData("""var deals = ids.AsParallel().Select(id => portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }).Result).ToList();""")]
    [InlineData("""foreach (var id in ids) _ = Task.Run(() => portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }));""")]
    [InlineData("""foreach (var id in ids) await Task.Run(() => portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }));""")]
    [InlineData("""foreach (var id in ids) _ = Task.Factory.StartNew(() => portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }));""")]
    [InlineData("""foreach (var id in ids) ThreadPool.QueueUserWorkItem(_ => portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }).Wait());""")]
    [InlineData("""foreach (var id in ids) new Thread(() => portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }).Wait()).Start();""")]
    [InlineData("""var tasks = new List<Task>(); foreach (var id in ids) tasks.Add(portal.{|BX1001:CallAsync|}("crm.deal.get", new { id })); await Task.WhenAll(tasks);""")]
    [InlineData("""var calls = from id in ids select portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }); await Task.WhenAll(calls);""")]
    [InlineData("""var good = (from id in ids where portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }).Result.Length > 0 select id).ToList();""")]
    [InlineData("""var rows = (from id in ids let deal = portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }).Result select deal.Length).ToList();""")]
    [InlineData("""Func<int, Task<string>> get = id => portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }); foreach (var id in ids) await get(id);""")]
    [InlineData("""Func<int, Task<string>> get = id => portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }); foreach (var id in ids) await get.Invoke(id);""")]
    [InlineData("""Func<int, Task<string>> get = id => portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }); await Task.WhenAll(ids.Select(get));""")]
    [InlineData("""var sum = ids.Aggregate("", (all, id) => all + portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }).Result);""")]
    [InlineData("""var map = ids.ToDictionary(id => id, id => portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }).Result);""")]
    [InlineData("""ids?.ToList().ForEach(id => portal?.{|BX1001:CallAsync|}("crm.deal.get", new { id }).Wait());""")]
    [InlineData("""ids.AsEnumerable().Reverse().ToList().ForEach((id) => { portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }).GetAwaiter().GetResult(); });""")]
    public Task CodeThatRunsPerElementReports(string statements) => Code.InMethod(statements).Naming("crm.deal.get").ReportsAsync();

    [Theory]
    [InlineData("""await Task.Run(() => portal.CallAsync("crm.deal.list"));""")]
    [InlineData("""var rows = (await portal.CallAsync("crm.deal.list")).Split(',').Select(r => r.Length).ToList();""")]
    [InlineData("""var rows = portal.CallAsync("crm.deal.list").Result.Split(',').Where(r => r.Length > 0).Select(int.Parse).ToList();""")]
    [InlineData("""var rows = from r in portal.CallAsync("crm.deal.list").Result.Split(',') select r.Length;""")]
    [InlineData("""Func<int, Task<string>> get = id => portal.CallAsync("crm.deal.get", new { id }); await get(ids[0]);""")]
    [InlineData("""Func<Task<string>> get = () => portal.CallAsync("crm.deal.list"); foreach (var id in ids) Console.WriteLine(id); await get();""")]
    [InlineData("""Func<int, Task<string>> get = id => portal.CallAsync("crm.deal.get", new { id }); foreach (var id in ids) Console.WriteLine(get);""")]
    [InlineData("""var few = new[] { 1, 2 }; await Task.WhenAll(few.Select(id => portal.CallAsync("crm.deal.get", new { id })));""")]
    [InlineData("""AppDomain.CurrentDomain.ProcessExit += (_, _) => portal.CallAsync("crm.deal.list").Wait();""")]
    [InlineData("""foreach (var id in ids) AppDomain.CurrentDomain.ProcessExit += (_, _) => portal.CallAsync("crm.deal.get", new { id }).Wait();""")]
    [InlineData("""await Task.WhenAll(portal.CallAsync("crm.deal.list"), portal.CallAsync("crm.lead.list"));""")]
    public Task CodeThatRunsOnceOrElsewhereIsQuiet(string statements) => Code.InMethod(statements).QuietAsync();

    [Fact]
    public Task AMethodGroupGivenToLinqReports() => Code.InClass("""
        public Task RunAsync(IReadOnlyList<int> ids) => Task.WhenAll(ids.Select({|BX1001:GetAsync|}));

        Task<string> GetAsync(int id) => portal.CallAsync("crm.deal.get", new { id });
        """).Naming("crm.deal.get").ReportsAsync();

    [Fact]
    public Task AMethodGroupGivenToWhatRunsItOnceIsQuiet() => Code.InClass("""
        public Task RunAsync() => Task.Run(GetAsync);

        Task<string> GetAsync() => portal.CallAsync("crm.deal.list");
        """).QuietAsync();

    [Fact]
    public Task ALambdaGivenToAMethodThatRunsItPerElementReports() => Code.InClass("""
        public Task RunAsync(IReadOnlyList<int> ids) => EachAsync(ids, id => portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }));

        static async Task EachAsync(IReadOnlyList<int> items, Func<int, Task> act)
        {
            foreach (var item in items)
                await act(item);
        }
        """).Naming("crm.deal.get").ReportsAsync();

    [Fact]
    public Task ALambdaGivenToAMethodThatRunsItOnceIsQuiet() => Code.InClass("""
        public Task RunAsync(IReadOnlyList<int> ids) => WithAsync(ids, id => portal.CallAsync("crm.deal.get", new { id }));

        static async Task WithAsync(IReadOnlyList<int> items, Func<int, Task> act)
        {
            Console.WriteLine(items.Count);
            await act(items[0]);
        }
        """).QuietAsync();

    [Fact]
    public Task ALambdaGivenToAMethodThatNeverRunsItIsQuiet() => Code.InClass("""
        readonly List<Func<int, Task>> _later = [];

        public void Run(IReadOnlyList<int> ids)
        {
            foreach (var id in ids)
                Keep(_ => portal.CallAsync("crm.deal.get", new { id }));
        }

        void Keep(Func<int, Task> act) => _later.Add(act);
        """).QuietAsync();

    [Fact]
    public Task AMethodGroupGivenToAMethodThatRunsItPerElementReports() => Code.InClass("""
        public Task RunAsync(IReadOnlyList<int> ids) => EachAsync(ids, {|BX1001:GetAsync|});

        Task GetAsync(int id) => portal.CallAsync("crm.deal.get", new { id });

        static async Task EachAsync(IReadOnlyList<int> items, Func<int, Task> act)
        {
            foreach (var item in items)
                await act(item);
        }
        """).Naming("crm.deal.get").ReportsAsync();

    [Fact]
    public Task ADelegateHandedOnThroughTwoLevelsReports() => Code.InClass("""
        public Task RunAsync(IReadOnlyList<int> ids) => OuterAsync(ids, id => portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }));

        static Task OuterAsync(IReadOnlyList<int> items, Func<int, Task> act) => InnerAsync(act, items);

        static async Task InnerAsync(Func<int, Task> act, IReadOnlyList<int> items)
        {
            for (var i = 0; i < items.Count; i++)
                await act.Invoke(items[i]);
        }
        """).Naming("crm.deal.get").ReportsAsync();

    [Fact]
    public Task AnExtensionMethodThatRunsALambdaPerElementReports() => Code.WithPortal("""
        namespace App;

        static class Extensions
        {
            public static async Task EachAsync<T>(this IEnumerable<T> items, Func<T, Task> act)
            {
                foreach (var item in items)
                    await act(item);
            }
        }

        public sealed class Sync(Portal portal)
        {
            public Task RunAsync(IReadOnlyList<int> ids) => ids.EachAsync(id => portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }));
        }
        """).Naming("crm.deal.get").ReportsAsync();

    [Fact]
    public Task AMethodThatRunsADelegateCalledInALoopReports() => Code.InClass("""
        public async Task RunAsync(IReadOnlyList<int> ids)
        {
            foreach (var id in ids)
                await OnceAsync(() => portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }));
        }

        static Task OnceAsync(Func<Task> act) => act();
        """).Naming("crm.deal.get").ReportsAsync();
}
