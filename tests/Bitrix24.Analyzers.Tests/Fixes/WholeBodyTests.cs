using static Bitrix24.Analyzers.Tests.Fixes.UserCode;

namespace Bitrix24.Analyzers.Tests.Fixes;

/// <summary>A loop that does nothing but the call goes altogether.</summary>
public class WholeBodyTests
{
    static Task Fixes(string before, string after) => FixCase.Fixes(InMethod(before), InMethod(after), Client);

    [Theory]
    [InlineData("""
        foreach (var deal in deals)
            await client.{|BX1001:CallAsync|}("crm.deal.update", new { id = deal.Id });
        """)]
    [InlineData("""
        for (var i = 0; i < deals.Count; i++)
        {
            await client.{|BX1001:CallAsync|}("crm.deal.update", new { id = deals[i].Id });
        }
        """, "Enumerable.Range(0, deals.Count).Select(i", "deals[i].Id")]
    [InlineData("""
        foreach (var deal in deals)
            await client.{|BX1001:CallAsync|}("crm.deal.update", new { id = deal.Id }).ConfigureAwait(false);
        """, "deals.Select(deal", "deal.Id", ".ConfigureAwait(false)")]
    [InlineData("""
        foreach (var deal in deals.Where(d => d.Id > 5))
            await client.{|BX1001:CallAsync|}("crm.deal.update", new { id = deal.Id });
        """, "deals.Where(d => d.Id > 5).Select(deal")]
    [InlineData("""
        foreach (var deal in deals)
        {
            if (deal.Closed)
                continue;
            await client.{|BX1001:CallAsync|}("crm.deal.update", new { id = deal.Id });
        }
        """, "deals.Where(deal => !deal.Closed).Select(deal")]
    [InlineData("""
        foreach (var deal in deals)
        {
            if (deal.Id > 5 && !deal.Closed)
                await client.{|BX1001:CallAsync|}("crm.deal.update", new { id = deal.Id });
        }
        """, "deals.Where(deal => deal.Id > 5 && !deal.Closed).Select(deal")]
    public Task Forms(string loop, string elements = "deals.Select(deal", string id = "deal.Id", string end = "") => Fixes(
        loop,
        $$"""
        await Bitrix24Batch.SendAsync(
            {{elements}} => Bitrix24Batch.Command("crm.deal.update", new { id = {{id}} })),
            (string method, object body) => client.CallAsync(method, body)){{end}};
        """);

    [Fact]
    public Task Slice() => Fixes(
        """
        foreach (var deal in deals)
        {
            // What the portal wants.
            var fields = new Dictionary<string, object>
            {
                ["TITLE"] = deal.Title, // always
            };
            await client.{|BX1001:CallAsync|}("crm.deal.update", new { id = deal.Id, fields });
        }
        """,
        """
        await Bitrix24Batch.SendAsync(
            deals.Select(deal =>
            {
                // What the portal wants.
                var fields = new Dictionary<string, object>
                {
                    ["TITLE"] = deal.Title, // always
                };
                return Bitrix24Batch.Command("crm.deal.update", new { id = deal.Id, fields });
            }),
            (string method, object body) => client.CallAsync(method, body));
        """);

    [Fact]
    public Task SliceAndGuard() => Fixes(
        """
        foreach (var deal in deals)
        {
            var title = deal.Title.Trim();
            if (title.Length == 0)
                continue;
            var fields = new { TITLE = title };
            await client.{|BX1001:CallAsync|}("crm.deal.update", new { id = deal.Id, fields });
        }
        """,
        """
        var batch = Bitrix24Batch.Create(
            deals.Select(deal =>
            {
                var title = deal.Title.Trim();
                if (title.Length == 0)
                    return null;

                var fields = new { TITLE = title };
                return Bitrix24Batch.Command("crm.deal.update", new { id = deal.Id, fields });
            }),
            (string method, object body) => client.CallAsync(method, body));
        foreach (var deal in deals)
        {
            var title = deal.Title.Trim();
            if (title.Length == 0)
                continue;
            await batch.NextAsync();
        }
        """);

    [Fact]
    public Task Comments() => Fixes(
        """
        await Task.Yield();

        // Every deal is closed.
        foreach (var deal in deals) // in their order
        {
            // Portal first.
            await client.{|BX1001:CallAsync|}( // really
                "crm.deal.update",
                new
                {
                    id = deal.Id, // the deal
                    fields = new { CLOSED = "Y" },
                });
            // Done.
        }

        await Task.Yield();
        """,
        """
        await Task.Yield();

        // Every deal is closed.
        // in their order
        // Portal first.
        // Done.
        await Bitrix24Batch.SendAsync(
            deals.Select(deal => Bitrix24Batch.Command("crm.deal.update", new
            {
                id = deal.Id, // the deal
                fields = new { CLOSED = "Y" },
            })),
            (string method, object body) => client.CallAsync( // really
                method,
                body));

        await Task.Yield();
        """);

    [Fact]
    public Task OtherArgumentsStay() => Fixes(
        """
        var source = new System.Threading.CancellationTokenSource();
        foreach (var deal in deals)
        {
            await client.{|BX1001:CallAsync|}("crm.deal.update", token: source.Token, parameters: new { id = deal.Id });
        }
        """,
        """
        var source = new System.Threading.CancellationTokenSource();
        await Bitrix24Batch.SendAsync(
            deals.Select(deal => Bitrix24Batch.Command("crm.deal.update", new { id = deal.Id })),
            (string method, object body) => client.CallAsync(method, token: source.Token, parameters: body));
        """);

    [Fact]
    public Task NamesThatAreTaken() => Fixes(
        """
        var method = "crm.deal.update";
        var body = 5;
        foreach (var deal in deals)
        {
            await client.{|BX1001:CallAsync|}(method, new { id = deal.Id + body });
        }
        """,
        """
        var method = "crm.deal.update";
        var body = 5;
        await Bitrix24Batch.SendAsync(
            deals.Select(deal => Bitrix24Batch.Command(method, new { id = deal.Id + body })),
            (string restMethod, object batchBody) => client.CallAsync(restMethod, batchBody));
        """);
}
