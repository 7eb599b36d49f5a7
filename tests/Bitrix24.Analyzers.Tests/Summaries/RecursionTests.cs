using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Summaries;

/// <summary>Methods that call themselves or each other are settled together, whoever asks first.</summary>
public sealed class RecursionTests
{
    [Fact]
    public Task AMethodThatCallsItselfReportsInTheLoopThatCallsIt() => Code.InClass("""
        public async Task RunAsync(IReadOnlyList<int> ids)
        {
            foreach (var id in ids)
                await {|BX1001:SaveAsync|}(id);
        }

        async Task SaveAsync(int id)
        {
            await portal.CallAsync("crm.deal.update", new { id });
            if (id > 0)
                await SaveAsync(id - 1);
        }
        """).Naming("crm.deal.update").ReportsAsync();

    [Fact]
    public Task AMethodThatCallsItselfWithoutSendingIsQuiet() => Code.InClass("""
        public async Task RunAsync(IReadOnlyList<int> ids)
        {
            foreach (var id in ids)
                await CountAsync(id);
            await portal.CallAsync("crm.deal.list");
        }

        async Task CountAsync(int id)
        {
            if (id > 0)
                await CountAsync(id - 1);
        }
        """).QuietAsync();

    const string Circle = """
        async Task One(int id) { if (id > 0) await Two(id - 1); }

        async Task Two(int id) { await Three(id); }

        async Task Three(int id) { await portal.CallAsync("crm.deal.update", new { id }); await One(id); }
        """;

    [Theory]
    [InlineData("One")]
    [InlineData("Two")]
    [InlineData("Three")]
    public Task ACircleOfThreeReportsFromEachEntrance(string entrance) => Code.InClass($$"""
        public async Task RunAsync(IReadOnlyList<int> ids)
        {
            foreach (var id in ids)
                await {|BX1001:{{entrance}}|}(id);
        }

        {{Circle}}
        """).Naming("crm.deal.update").ReportsAsync();

    [Fact]
    public Task ACircleReportsFromAllEntrancesAtOnce() => Code.InClass($$"""
        public async Task RunAsync(IReadOnlyList<int> ids)
        {
            foreach (var id in ids)
            {
                await {|BX1001:One|}(id);
                await {|BX1001:Two|}(id);
                await {|BX1001:Three|}(id);
            }
        }

        {{Circle}}
        """).Naming("crm.deal.update", "crm.deal.update", "crm.deal.update").ReportsAsync();

    [Fact]
    public Task ACircleWithALoopInItReports() => Code.InClass("""
        async Task FolderAsync(List<int> files)
        {
            foreach (var file in files)
                await {|BX1001:FileAsync|}(file, files);
        }

        async Task FileAsync(int file, List<int> siblings)
        {
            await portal.CallAsync("crm.deal.update", new { file });
            if (siblings.Count > 1)
                await FolderAsync(siblings.Skip(1).ToList());
        }
        """).Naming("crm.deal.update").ReportsAsync();

    [Fact]
    public Task ACircleThroughAnInterfaceReports() => Code.WithPortal("""
        namespace App;

        public interface IStep
        {
            Task NextAsync(int id);
        }

        public sealed class Step(Portal portal, IStep next) : IStep
        {
            public async Task NextAsync(int id)
            {
                await portal.CallAsync("crm.deal.update", new { id });
                await next.NextAsync(id - 1);
            }
        }

        public sealed class Sync(IStep step)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                    await step.{|BX1001:NextAsync|}(id);
            }
        }
        """).Naming("crm.deal.update").ReportsAsync();
}
