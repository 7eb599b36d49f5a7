using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Recognition;

/// <summary>SDKs, whether their source is in the solution or not.</summary>
public sealed class KnownClientTests
{
    static Scenario WithRestApiClient(string call, bool asSource) => Code.Of($$"""
        using Bitrix24RestApiClient.Api;
        using Bitrix24RestApiClient.Core;

        namespace App;

        public sealed class Sync(Bitrix24RestApiClient.Api.Bitrix24 bitrix24, IBitrix24Client client)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                    {{call}}
                Console.WriteLine($"{bitrix24}{client}");
            }
        }
        """).WithStub("Bitrix24RestApiClient", asSource);

    [Theory]
    [InlineData("""await bitrix24.Crm.Deals.{|BX1001:Update|}(id, x => x.SetField("STAGE_ID", "WON"));""", "crm.deal.update", false)]
    [InlineData("""await bitrix24.Crm.Deals.{|BX1001:Update|}(id, x => x.SetField("STAGE_ID", "WON"));""", "crm.deal.update", true)]
    [InlineData("""await bitrix24.Crm.Deals.{|BX1001:Get|}(id);""", "crm.deal.get", false)]
    [InlineData("""await bitrix24.Crm.Deals.{|BX1001:First|}(x => x.SetField("ID", id));""", "crm.deal.list", false)]
    [InlineData("""await bitrix24.Crm.Deals.Contacts.{|BX1001:Add|}(id, id);""", "crm.deal.contact.add", false)]
    [InlineData("""await client.{|BX1001:SendPostRequest|}<object, object>(EntryPointPrefix.Deal, EntityMethod.Update, new { id });""", "crm.deal.update", false)]
    [InlineData("""await client.{|BX1001:SendPostRequest|}<object, object>(EntryPointPrefix.Deal, EntityMethod.Update, new { id });""", "crm.deal.update", true)]
    public Task Bitrix24RestApiClientReports(string call, string method, bool asSource) => WithRestApiClient(call, asSource).Naming(method).ReportsAsync();

    [Theory]
    [InlineData("""await bitrix24.BatchOperations.ListGetStrategy.ListAll(x => x.SetField("ID", id));""", false)]
    [InlineData("""await bitrix24.BatchOperations.ListGetStrategy.ListAll(x => x.SetField("ID", id));""", true)]
    [InlineData("""await client.SendPostRequest<object, object>(EntryPointPrefix.Batch, EntityMethod.None, new { id });""", false)]
    [InlineData("""Console.WriteLine(bitrix24.Crm.Deals.Contacts);""", false)]
    public Task Bitrix24RestApiClientIsQuietWhereItBatches(string call, bool asSource) => WithRestApiClient(call, asSource).QuietAsync();

    [Fact]
    public Task TheSameShapeInAnotherNamespaceIsQuiet() => Code.Of("""
        namespace Warehouse;

        public sealed class Deals
        {
            public Task<bool> Update(int id) => Task.FromResult(id > 0);
        }

        public sealed class Crm
        {
            public Deals Deals { get; } = new();
        }

        public sealed class Sync(Crm crm)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                    await crm.Deals.Update(id);
            }
        }
        """).WithStub("Bitrix24RestApiClient").QuietAsync();

    [Theory]
    [InlineData("""await connector.RequestHandler.{|BX1001:ExecuteAsync|}<object>("crm.deal.get", "id=" + id);""", "crm.deal.get", false)]
    [InlineData("""await connector.RequestHandler.{|BX1001:ExecuteAsync|}<object>("crm.deal.get", "id=" + id);""", "crm.deal.get", true)]
    [InlineData("""await connector.RequestHandler.{|BX1001:ExecuteAsync|}<object>(query: "id=" + id, method: "crm.deal.get");""", "crm.deal.get", false)]
    [InlineData("""await connector.RequestHandler.{|BX1001:ExecuteAsync|}<object>("app.info", "id=" + id);""", "app.info", false)]
    [InlineData("""await connector.Crm.Contacts.{|BX1001:FirstOrDefaultAsync|}(id);""", "crm.contact.list", false)]
    [InlineData("""await connector.Crm.Contacts.{|BX1001:FirstOrDefaultAsync|}(id);""", "crm.contact.list", true)]
    public Task Bitrix24ConnectorReports(string call, string method, bool asSource) => Code.Of($$"""
        using Bitrix24.Connector;

        namespace App;

        public sealed class Sync(BitrixConnector connector)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                    {{call}}
            }
        }
        """).WithStub("Bitrix24.Connector", asSource).Naming(method).ReportsAsync();

    static Scenario WithAInq(string call, bool asSource) => Code.Of($$"""
        using AInq.Bitrix24;

        namespace App;

        public sealed class Sync(IBitrix24Client client, CancellationToken token)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                    {{call}}
                Console.WriteLine(token);
                await client.PostAsync("crm.deal.list", new { });
            }
        }
        """).WithStub("AInq.Bitrix24", asSource);

    [Theory]
    [InlineData("""await client.{|BX1001:GetAsync|}($"crm.deal.get?id={id}");""", "crm.deal.get", false)]
    [InlineData("""await client.{|BX1001:GetAsync|}($"crm.deal.get?id={id}");""", "crm.deal.get", true)]
    [InlineData("""await client.{|BX1001:PostAsync|}("crm.deal.update", new { id }, token);""", "crm.deal.update", false)]
    [InlineData("""await client.{|BX1001:PostAsync|}(data: new { id }, method: "profile");""", "profile", false)]
    public Task AInqBitrix24Reports(string call, string method, bool asSource) => WithAInq(call, asSource).Naming(method).ReportsAsync();

    [Theory]
    [InlineData("Console.WriteLine(client.Portal + id);")]
    [InlineData("""await client.PostAsync("batch", new { id });""")]
    public Task AInqBitrix24IsQuietWhereNothingIsCalledOrBatched(string call) => WithAInq(call, asSource: false).QuietAsync();
}
