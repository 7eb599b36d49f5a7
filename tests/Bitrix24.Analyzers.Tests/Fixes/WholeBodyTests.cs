using static Bitrix24.Analyzers.Tests.Fixes.UserCode;

namespace Bitrix24.Analyzers.Tests.Fixes;

/// <summary>A loop that does nothing but the call goes altogether.</summary>
public class WholeBodyTests
{
    [Fact]
    public Task Await() => FixCase.Fixes(
        InMethod("""
            foreach (var deal in deals)
            {
                await client.{|BX1001:CallAsync|}("crm.deal.update", new { id = deal.Id, fields = new { TITLE = deal.Title } });
            }
            """),
        InMethod("""
            await Bitrix24Batch.SendAsync(
                deals.Select(deal => Bitrix24Batch.Command("crm.deal.update", new { id = deal.Id, fields = new { TITLE = deal.Title } })),
                (string method, object body) => client.CallAsync(method, body));
            """),
        Client);

    [Fact]
    public Task AnswerIsUsed() => FixCase.Fixes(
        InMethod("""
            foreach (var deal in deals)
            {
                var answer = await client.{|BX1001:CallAsync|}("crm.deal.get", new { id = deal.Id });
                Console.WriteLine(answer);
            }
            """),
        InMethod("""
            var batch = Bitrix24Batch.Create(
                deals.Select(deal => Bitrix24Batch.Command("crm.deal.get", new { id = deal.Id })),
                (string method, object body) => client.CallAsync(method, body));
            foreach (var deal in deals)
            {
                var answer = await batch.NextAsync();
                Console.WriteLine(answer);
            }
            """),
        Client);
}
