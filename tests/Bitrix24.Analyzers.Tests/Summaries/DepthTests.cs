using System.Globalization;
using System.Text;
using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Summaries;

/// <summary>Loops that reach the portal through the user's own methods.</summary>
public sealed class DepthTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public Task AChainOfMethodsReportsWhereItBeginsInTheLoop(int depth) => Code.InClass($$"""
        public async Task RunAsync(IReadOnlyList<int> ids)
        {
            foreach (var id in ids)
                await {|BX1001:Step1|}(id);
        }

        {{Chain(depth)}}
        """).Naming("crm.deal.update").ReportsAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public Task AChainOfMethodsThatSendsNothingIsQuiet(int depth) => Code.InClass($$"""
        public async Task RunAsync(IReadOnlyList<int> ids)
        {
            foreach (var id in ids)
                await Step1(id);
            await portal.CallAsync("crm.deal.list");
        }

        {{Chain(depth, "Task.Delay(id)")}}
        """).QuietAsync();

    static string Chain(int depth, string? end = null)
    {
        var text = new StringBuilder();
        for (var i = 1; i <= depth; i++)
        {
            var body = i < depth ? string.Create(CultureInfo.InvariantCulture, $"Step{i + 1}(id)") : end ?? """portal.CallAsync("crm.deal.update", new { id })""";
            text.AppendLine(CultureInfo.InvariantCulture, $"async Task Step{i}(int id) => await {body};");
        }

        return text.ToString();
    }

    [Fact]
    public Task TheCallInsideTheHelperIsAnotherPlace() => Code.Of("""
        namespace App;

        public sealed class Portal(HttpClient http, string webhook)
        {
            public Task CallAsync(string method, object args) => http.{|via:PostAsJsonAsync|}($"{webhook}/{method}", args);
        }

        public sealed class Sync(Portal portal)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                    await {|BX1001:SaveAsync|}(id);
            }

            Task SaveAsync(int id) => portal.{|via:CallAsync|}("crm.deal.update", new { id });
        }
        """).ReportsAsync();

    [Fact]
    public Task TheHelperItselfIsNotReported() => Code.InClass("""
        public async Task RunAsync(IReadOnlyList<int> ids)
        {
            foreach (var id in ids)
                await {|BX1001:SaveAsync|}(id);
        }

        async Task SaveAsync(int id)
        {
            await portal.CallAsync("crm.deal.update", new { id });
            await portal.CallAsync("crm.deal.get", new { id });
        }
        """).ReportsAsync();

    [Theory]
    [InlineData("{|BX1001:Save|}(id).Wait();")]
    [InlineData("_ = {|BX1001:Save|}(id).Result;")]
    [InlineData("{|BX1001:Save|}(id).GetAwaiter().GetResult();")]
    [InlineData("_ = {|BX1001:Save|}(id);")]
    [InlineData("Task.Run(() => {|BX1001:Save|}(id)).Wait();")]
    [InlineData("_ = Task.Run(async () => await {|BX1001:Save|}(id)).Result;")]
    [InlineData("this.{|BX1001:Save|}(id).ConfigureAwait(false).GetAwaiter().GetResult();")]
    [InlineData("{|BX1001:Local|}(id); void Local(int i) => Save(i).Wait();")]
    [InlineData("{|BX1001:Fire|}(id);")]
    [InlineData("new {|BX1001:Deal|}(portal, id);")]
    [InlineData("Deal deal = {|BX1001:new|}(portal, id);")]
    [InlineData("Console.WriteLine({|BX1001:Deal|}.From(portal, id));")]
    public Task EveryWayToCallAHelperReports(string call) => Code.InClass($$"""
        public void Run(IReadOnlyList<int> ids)
        {
            foreach (var id in ids)
            {
                {{call.Replace("{|BX1001:Deal|}.From", "Deal.{|BX1001:From|}", StringComparison.Ordinal)}}
            }
        }

        Task<string> Save(int id) => portal.CallAsync("crm.deal.update", new { id });

        async void Fire(int id) => await Save(id);

        sealed class Deal
        {
            public Deal(Portal portal, int id) => Text = portal.CallAsync("crm.deal.update", new { id }).Result;

            public string Text { get; }

            public static string From(Portal portal, int id) => portal.CallAsync("crm.deal.update", new { id }).Result;
        }
        """).Naming("crm.deal.update").ReportsAsync();

    [Fact]
    public Task TopLevelStatementsReport() => Code.Of("""
        using App;

        var portal = new Portal(new HttpClient(), args[0]);
        foreach (var id in args)
            await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id });
        """).With("Portal.cs", Code.Portal).AsProgram().Naming("crm.deal.get").ReportsAsync();

    [Fact]
    public Task TopLevelStatementsWithoutALoopAreQuiet() => Code.Of("""
        using App;

        var portal = new Portal(new HttpClient(), args[0]);
        await portal.CallAsync("crm.deal.list");
        """).With("Portal.cs", Code.Portal).AsProgram().QuietAsync();

    [Fact]
    public Task ALocalFunctionOfTopLevelStatementsReports() => Code.Of("""
        using App;

        var portal = new Portal(new HttpClient(), args[0]);
        foreach (var id in args)
            await {|BX1001:SaveAsync|}(id);

        async Task SaveAsync(string id) => await portal.CallAsync("crm.deal.update", new { id });
        """).With("Portal.cs", Code.Portal).AsProgram().Naming("crm.deal.update").ReportsAsync();

    [Fact]
    public Task ALoopInsideALocalFunctionReports() => Code.InMethod("""
        await SaveAllAsync();

        async Task SaveAllAsync()
        {
            foreach (var id in ids)
                await portal.{|BX1001:CallAsync|}("crm.deal.update", new { id });
        }
        """).Naming("crm.deal.update").ReportsAsync();

    [Theory]
    [InlineData("public Sync2(Portal portal, IReadOnlyList<int> ids) { foreach (var id in ids) portal.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id }).Wait(); }")]
    [InlineData("public string this[IReadOnlyList<int> ids] => string.Concat(ids.Select(id => Portal.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id }).Result));")]
    [InlineData("public IEnumerable<string> All => new List<int>().Select(id => Portal.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id }).Result);")]
    [InlineData("public event Action Changed { add { foreach (var id in new List<int>()) Portal.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id }).Wait(); } remove { } }")]
    [InlineData("public static Sync2 operator +(Sync2 x, List<int> ids) { foreach (var id in ids) x.Portal.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id }).Wait(); return x; }")]
    [InlineData("~Sync2() { foreach (var id in new List<int>()) Portal.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id }).Wait(); }")]
    [InlineData("readonly Func<List<int>, Task> _all = ids => Task.WhenAll(ids.Select(id => Shared.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id })));")]
    public Task EveryKindOfMemberReports(string member) => Code.WithPortal($$"""
        namespace App;

        public partial class Sync2
        {
            static Portal Shared { get; } = null!;

            Portal Portal { get; } = null!;

            {{member}}
        }
        """).Naming("crm.deal.get").ReportsAsync();

    [Fact]
    public Task PartialClassesReport() => Code.InClass("""
        Nested Inner => new(portal);

        partial class Nested(Portal portal)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                    await {|BX1001:SaveAsync|}(id);
            }

            private partial Task SaveAsync(int id);
        }

        partial class Nested
        {
            private partial Task SaveAsync(int id) => portal.CallAsync("crm.deal.update", new { id });
        }
        """).Naming("crm.deal.update").ReportsAsync();

    [Fact]
    public Task AnOuterLoopOfAHelperThatLoopsReports() => Code.InClass("""
        public async Task RunAsync(IReadOnlyList<int[]> groups, IReadOnlyList<int> ids)
        {
            await SaveAllAsync(ids);
            for (var i = 0; i < groups.Count; i++)
                await {|BX1001:SaveAllAsync|}(groups[i]);
        }

        async Task SaveAllAsync(IReadOnlyList<int> ids)
        {
            foreach (var id in ids)
                await portal.{|BX1001:CallAsync|}("crm.deal.update", new { id });
        }
        """).Naming("crm.deal.update", "crm.deal.update").ReportsAsync();
}
