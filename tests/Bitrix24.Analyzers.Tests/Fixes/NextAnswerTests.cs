using static Bitrix24.Analyzers.Tests.Fixes.UserCode;

namespace Bitrix24.Analyzers.Tests.Fixes;

/// <summary>A loop that does more than the call stays, and takes its answers from the batch.</summary>
public class NextAnswerTests
{
    static Task Fixes(string before, string after) => FixCase.Fixes(InMethod(before), InMethod(after), Client);

    const string Create = """
        var batch = Bitrix24Batch.Create(
            deals.Select(deal => Bitrix24Batch.Command("crm.deal.get", new { id = deal.Id })),
            (string method, object body) => client.CallAsync(method, body));

        """;

    [Theory]
    [InlineData("""
        foreach (var deal in deals)
        {
            var answer = await client.{|BX1001:CallAsync|}("crm.deal.get", new { id = deal.Id });
            Console.WriteLine(answer);
        }
        """, """
        foreach (var deal in deals)
        {
            var answer = await batch.NextAsync();
            Console.WriteLine(answer);
        }
        """)]
    [InlineData("""
        foreach (var deal in deals)
            Console.WriteLine((await client.{|BX1001:CallAsync|}("crm.deal.get", new { id = deal.Id }).ConfigureAwait(false)).GetProperty("result"));
        """, """
        foreach (var deal in deals)
            Console.WriteLine((await batch.NextAsync().ConfigureAwait(false)).GetProperty("result"));
        """)]
    [InlineData("""
        foreach (var deal in deals)
        {
            var id = deal.Id;
            Console.WriteLine(await client.{|BX1001:CallAsync|}("crm.deal.get", new { id = deal.Id }));
            Console.WriteLine(id);
        }
        """, """
        foreach (var deal in deals)
        {
            var id = deal.Id;
            Console.WriteLine(await batch.NextAsync());
            Console.WriteLine(id);
        }
        """)]
    public Task Uses(string before, string after) => Fixes(before, Create + after);

    [Fact]
    public Task SliceLeavesTheLoop() => Fixes(
        """
        foreach (var deal in deals)
        {
            var id = deal.Id;
            var answer = await client.{|BX1001:CallAsync|}("crm.deal.get", new { id });
            Console.WriteLine(answer);
        }
        """,
        """
        var batch = Bitrix24Batch.Create(
            deals.Select(deal =>
            {
                var id = deal.Id;
                return Bitrix24Batch.Command("crm.deal.get", new { id });
            }),
            (string method, object body) => client.CallAsync(method, body));
        foreach (var deal in deals)
        {
            var answer = await batch.NextAsync();
            Console.WriteLine(answer);
        }
        """);

    [Fact]
    public Task AnErrorThatIsCaughtDoesNotHalt() => Fixes(
        """
        foreach (var deal in deals)
        {
            try
            {
                await client.{|BX1001:CallAsync|}("crm.deal.get", new { id = deal.Id });
            }
            catch (Exception e)
            {
                Console.WriteLine(e.Message);
            }
        }
        """,
        """
        var batch = Bitrix24Batch.Create(
            deals.Select(deal => Bitrix24Batch.Command("crm.deal.get", new { id = deal.Id })),
            (string method, object body) => client.CallAsync(method, body),
            halt: false);
        foreach (var deal in deals)
        {
            try
            {
                await batch.NextAsync();
            }
            catch (Exception e)
            {
                Console.WriteLine(e.Message);
            }
        }
        """);

    [Fact]
    public Task ElementsThatAreMadeOnce() => Fixes(
        """
        // The open ones.
        foreach (var open in deals.Where(d => !d.Closed).ToList())
        {
            Console.WriteLine(await client.{|BX1001:CallAsync|}("crm.deal.get", new { id = open.Id }));
        }
        """,
        """
        // The open ones.
        var opens = deals.Where(d => !d.Closed).ToList();
        var batch = Bitrix24Batch.Create(
            opens.Select(open => Bitrix24Batch.Command("crm.deal.get", new { id = open.Id })),
            (string method, object body) => client.CallAsync(method, body));
        foreach (var open in opens)
        {
            Console.WriteLine(await batch.NextAsync());
        }
        """);

    [Fact]
    public Task ALoopWithoutABlockAroundIt() => Fixes(
        """
        if (deals.Count > 0)
            foreach (var deal in deals)
                Console.WriteLine(await client.{|BX1001:CallAsync|}("crm.deal.get", new { id = deal.Id }));
        """,
        """
        if (deals.Count > 0)
        {
            var batch = Bitrix24Batch.Create(
                deals.Select(deal => Bitrix24Batch.Command("crm.deal.get", new { id = deal.Id })),
                (string method, object body) => client.CallAsync(method, body));
            foreach (var deal in deals)
                Console.WriteLine(await batch.NextAsync());
        }
        """);

    [Theory]
    [InlineData("var last = 0; foreach (var deal in deals) { var answer = await client.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id = last }); last = answer.GetProperty(\"result\").GetInt32(); }")]
    [InlineData("foreach (var deal in deals) { await client.{|BX1001:CallAsync|}(\"crm.deal.update\", new { id = deal.Id }); var a = await client.{|BX1001:CallAsync|}(\"crm.deal.list\", new { }); Console.WriteLine(a); }")]
    [InlineData("foreach (var deal in deals) { await client.{|BX1001:CallAsync|}(\"crm.deal.update\", new { id = deal.Id++ }); }")]
    [InlineData("foreach (var deal in deals) { var c = new BitrixClient(new(), deal.Title); await c.{|BX1001:CallAsync|}(\"crm.deal.get\", new { deal.Id }); }")]
    public Task Stays(string statements) => FixCase.Stays(InMethod(statements), Client);
}
