using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Summaries;

/// <summary>Which body a call runs: interfaces, abstract and virtual members, generics, mediators.</summary>
public sealed class DispatchTests
{
    const string Loop = """
        public sealed class Sync(IDeals deals)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                    await deals.SaveAsync(id);
            }
        }
        """;

    static string Marked => Loop.Replace("deals.SaveAsync", "deals.{|BX1001:SaveAsync|}", StringComparison.Ordinal);

    [Theory]
    [InlineData("public interface IDeals { Task SaveAsync(int id); } public sealed class Deals(Portal portal) : IDeals { public Task SaveAsync(int id) => portal.CallAsync(\"crm.deal.update\", new { id }); }")]
    [InlineData("public interface IDeals { Task SaveAsync(int id); } public sealed class Deals(Portal portal) : IDeals { Task IDeals.SaveAsync(int id) => portal.CallAsync(\"crm.deal.update\", new { id }); }")]
    [InlineData("public interface IDeals : IStore { } public interface IStore { Task SaveAsync(int id); } public sealed class Deals(Portal portal) : IDeals { public Task SaveAsync(int id) => portal.CallAsync(\"crm.deal.update\", new { id }); }")]
    [InlineData("public abstract class IDeals { public abstract Task SaveAsync(int id); } public sealed class Deals(Portal portal) : IDeals { public override Task SaveAsync(int id) => portal.CallAsync(\"crm.deal.update\", new { id }); }")]
    [InlineData("public class IDeals(Portal portal) { public virtual Task SaveAsync(int id) => portal.CallAsync(\"crm.deal.update\", new { id }); }")]
    [InlineData("public class IDeals(Portal portal) : Deals(portal) { } public class Deals(Portal portal) { public Task SaveAsync(int id) => portal.CallAsync(\"crm.deal.update\", new { id }); }")]
    [InlineData("public interface IDeals { Task SaveAsync(int id); } public abstract class Base(Portal portal) : IDeals { public Task SaveAsync(int id) => portal.CallAsync(\"crm.deal.update\", new { id }); } public sealed class Deals(Portal portal) : Base(portal);")]
    [InlineData("public interface IDeals { Task SaveAsync(int id); } public class Base(Portal portal) { public Task SaveAsync(int id) => portal.CallAsync(\"crm.deal.update\", new { id }); } public sealed class Deals(Portal portal) : Base(portal), IDeals;")]
    [InlineData("public interface IDeals { Task SaveAsync(int id) => Root.CallAsync(\"crm.deal.update\", new { id }); static Portal Root { get; } = null!; }")]
    public Task AMemberWithOneBodyReports(string types) => Code.WithPortal($"namespace App; {types} {Marked}").Naming("crm.deal.update").ReportsAsync();

    [Theory]
    [InlineData("public interface IDeals { Task SaveAsync(int id); } public sealed class Deals(Portal portal) : IDeals { public Task SaveAsync(int id) => portal.CallAsync(\"crm.deal.update\", new { id }); } public sealed class Local : IDeals { public Task SaveAsync(int id) => Task.Delay(id); }")]
    [InlineData("public abstract class IDeals { public abstract Task SaveAsync(int id); } public sealed class Deals(Portal portal) : IDeals { public override Task SaveAsync(int id) => portal.CallAsync(\"crm.deal.update\", new { id }); } public sealed class Local : IDeals { public override Task SaveAsync(int id) => Task.Delay(id); }")]
    [InlineData("public interface IDeals { Task SaveAsync(int id); } public sealed class Deals(Portal portal) { public Task SaveAsync(int id) => portal.CallAsync(\"crm.deal.update\", new { id }); }")]
    [InlineData("public interface IDeals { Task SaveAsync(int id); } public sealed class Deals(Portal portal) : IDeals { public Task SaveAsync(int id) => Task.Delay(id); public Task SaveAsync(string id) => portal.CallAsync(\"crm.deal.update\", new { id }); }")]
    public Task AMemberWithSeveralBodiesOrNoneIsQuiet(string types) => Code.WithPortal($"namespace App; {types} {Loop}").QuietAsync();

    [Theory]
    [InlineData("await SaveAsync<Deal>(id);", "Task SaveAsync<T>(int id) where T : Deal => portal.CallAsync(\"crm.deal.update\", new { id });", "SaveAsync<Deal>", "{|BX1001:SaveAsync|}<Deal>")]
    [InlineData("await SaveAsync(id);", "Task SaveAsync<T>(T id) => portal.CallAsync(\"crm.deal.update\", new { id });", "SaveAsync", "{|BX1001:SaveAsync|}")]
    [InlineData("await new Store<Deal>(portal).SaveAsync(id);", "sealed class Store<T>(Portal portal) { public Task SaveAsync(int id) => portal.CallAsync(\"crm.deal.update\", new { id }); }", ".SaveAsync", ".{|BX1001:SaveAsync|}")]
    [InlineData("await Store.SaveAsync(id);", "IStore<Deal> Store => null!; public interface IStore<T> { Task SaveAsync(int id); } sealed class DealStore(Portal portal) : IStore<Deal> { public Task SaveAsync(int id) => portal.CallAsync(\"crm.deal.update\", new { id }); }", ".SaveAsync", ".{|BX1001:SaveAsync|}")]
    [InlineData("await portal.SaveAsync(id);", "", ".SaveAsync", ".{|BX1001:SaveAsync|}")]
    public Task GenericsAndExtensionsReport(string call, string member, string plain, string marked) => Code.WithPortal($$"""
        namespace App;

        public record Deal;

        static class Extensions
        {
            public static Task SaveAsync(this Portal portal, int id) => portal.CallAsync("crm.deal.update", new { id });
        }

        public sealed class Sync(Portal portal)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                    {{call.Replace(plain, marked, StringComparison.Ordinal)}}
                Console.WriteLine(portal);
            }

            {{member}}
        }
        """).Naming("crm.deal.update").ReportsAsync();

    static Scenario Mediator(string handlers, string call) => Code.WithPortal($$"""
        using MediatR;

        namespace App;

        public sealed record SaveDeal(int Id) : IRequest<bool>;

        public sealed record SaveLocal(int Id) : IRequest<bool>;

        public sealed record Touch(int Id) : IRequest;

        {{handlers}}

        public sealed class SaveLocalHandler : IRequestHandler<SaveLocal, bool>
        {
            public Task<bool> Handle(SaveLocal request, CancellationToken cancellationToken) => Task.FromResult(request.Id > 0);
        }

        public sealed class Sync(ISender sender)
        {
            public async Task RunAsync(IReadOnlyList<int> ids, CancellationToken token)
            {
                foreach (var id in ids)
                    {{call}}
            }
        }
        """).WithStub("MediatR");

    const string Handler = """
        public sealed class SaveDealHandler(Portal portal) : IRequestHandler<SaveDeal, bool>
        {
            public async Task<bool> Handle(SaveDeal request, CancellationToken cancellationToken) =>
                (await portal.CallAsync("crm.deal.update", new { request.Id }, cancellationToken)).Length > 0;
        }

        public sealed class TouchHandler(Portal portal) : IRequestHandler<Touch>
        {
            public Task Handle(Touch request, CancellationToken cancellationToken) => portal.CallAsync("crm.deal.update", new { request.Id }, cancellationToken);
        }
        """;

    [Theory]
    [InlineData("await sender.{|BX1001:Send|}(new SaveDeal(id), token);")]
    [InlineData("{ var command = new SaveDeal(id); await sender.{|BX1001:Send|}(command); }")]
    [InlineData("await sender.{|BX1001:Send|}(new Touch(id), token);")]
    public Task AMediatorWithOneHandlerReports(string call) => Mediator(Handler, call).Naming("crm.deal.update").ReportsAsync();

    [Theory]
    [InlineData("await sender.Send(new SaveLocal(id), token);")]
    [InlineData("{ IRequest<bool> command = new SaveLocal(id); await sender.Send(command, token); }")]
    public Task AMediatorWhoseHandlerSendsNothingIsQuiet(string call) => Mediator(Handler, call).QuietAsync();

    [Fact]
    public Task AMediatorWithoutAHandlerInSourceIsQuiet() =>
        Mediator("class Unrelated(Portal portal) { public Task Run() => portal.CallAsync(\"crm.deal.list\"); }", "await sender.Send(new SaveDeal(id), token);").QuietAsync();
}
