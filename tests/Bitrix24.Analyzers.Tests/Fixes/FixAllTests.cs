using static Bitrix24.Analyzers.Tests.Fixes.UserCode;

namespace Bitrix24.Analyzers.Tests.Fixes;

/// <summary>Fix All gives what one fix after another gives.</summary>
public class FixAllTests
{
    static string Call(string method) => $"Console.WriteLine(await client.{{|BX1001:CallAsync|}}(\"{method}\", new {{ id = deal.Id }}));";

    static string Create(string variable, string method) => $$"""
        var {{variable}} = Bitrix24Batch.Create(
            deals.Select(deal => Bitrix24Batch.Command("{{method}}", new { id = deal.Id })),
            (string method, object body) => client.CallAsync(method, body));
        """;

    [Fact]
    public Task TwoLoopsInOneMethod() => FixCase.FixesAll(
        (InMethod($$"""
            foreach (var deal in deals)
                {{Call("crm.deal.get")}}
            foreach (var deal in deals)
                {{Call("crm.lead.get")}}
            """),
        InMethod($$"""
            {{Create("batch", "crm.deal.get")}}
            foreach (var deal in deals)
                Console.WriteLine(await batch.NextAsync());
            {{Create("batch2", "crm.lead.get")}}
            foreach (var deal in deals)
                Console.WriteLine(await batch2.NextAsync());
            """)),
        (Client, Client));

    [Fact]
    public Task TwoCallsInOneLoop() => FixCase.FixesAll(
        (InMethod($$"""
            foreach (var deal in deals)
            {
                {{Call("crm.deal.get")}}
                {{Call("crm.lead.get")}}
            }
            """),
        InMethod($$"""
            {{Create("batch", "crm.deal.get")}}
            {{Create("batch2", "crm.lead.get")}}
            foreach (var deal in deals)
            {
                Console.WriteLine(await batch.NextAsync());
                Console.WriteLine(await batch2.NextAsync());
            }
            """)),
        (Client, Client));

    [Fact]
    public Task NestedLoops() => FixCase.FixesAll(
        (InMethod($$"""
            foreach (var group in deals.GroupBy(d => d.Closed).ToList())
            {
                await client.{|BX1001:CallAsync|}("crm.category.get", new { id = group.Key });
                var list = group.ToList();
                foreach (var deal in list)
                    {{Call("crm.deal.get")}}
            }
            """),
        InMethod("""
            var groups = deals.GroupBy(d => d.Closed).ToList();
            var batch = Bitrix24Batch.Create(
                groups.Select(group => Bitrix24Batch.Command("crm.category.get", new { id = group.Key })),
                (string method, object body) => client.CallAsync(method, body));
            foreach (var group in groups)
            {
                await batch.NextAsync();
                var list = group.ToList();
                var batch2 = Bitrix24Batch.Create(
                    list.Select(deal => Bitrix24Batch.Command("crm.deal.get", new { id = deal.Id })),
                    (string method, object body) => client.CallAsync(method, body));
                foreach (var deal in list)
                    Console.WriteLine(await batch2.NextAsync());
            }
            """)),
        (Client, Client));

    [Fact]
    public Task SeveralDocuments() => FixCase.FixesAll(
        (InMethod($"foreach (var deal in deals)\n    {Call("crm.deal.get")}"),
        InMethod($"{Create("batch", "crm.deal.get")}\nforeach (var deal in deals)\n    Console.WriteLine(await batch.NextAsync());")),
        (InMethod($"foreach (var deal in deals)\n    {Call("crm.lead.get")}").Replace("Sync(", "Other(", StringComparison.Ordinal).Replace("class Sync", "class Other", StringComparison.Ordinal),
        InMethod($"{Create("batch", "crm.lead.get")}\nforeach (var deal in deals)\n    Console.WriteLine(await batch.NextAsync());").Replace("Sync(", "Other(", StringComparison.Ordinal).Replace("class Sync", "class Other", StringComparison.Ordinal)),
        (Client, Client));
}
