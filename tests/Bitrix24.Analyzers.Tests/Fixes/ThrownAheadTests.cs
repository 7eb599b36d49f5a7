using static Bitrix24.Analyzers.Tests.Fixes.UserCode;

namespace Bitrix24.Analyzers.Tests.Fixes;

/// <summary>Where the round catches what is thrown ahead of the call, the answer of the call would go to the next round.</summary>
public class ThrownAheadTests
{
    static string Caught(string statement, string handler = "") => InMethod($$"""
        var results = new List<string>();
        foreach (var deal in deals)
        {
            try
            {
                {{statement}}
            }
            catch (FormatException)
            {
                {{handler}}
            }
        }
        Console.WriteLine(results.Count);
        """);

    const string Call = "(await client.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id = deal.Id })).ToString()";

    [Theory]
    [InlineData("results.Add(int.Parse(deal.Title) + " + Call + ");")]
    [InlineData("Console.WriteLine(\"{0} {1}\", deal.Title.Substring(3), " + Call + ");")]
    [InlineData("if (int.Parse(deal.Title) > 0 & " + Call + " != \"\") results.Add(deal.Title);")]
    [InlineData("int number = int.Parse(deal.Title); var text = " + Call + "; results.Add(text + number);")]
    public Task InTheSameRound(string statement) => FixCase.Stays(Caught(statement), Client);

    [Theory]
    [InlineData("results.Add(deal.Id + " + Call + ");", "results.Add(deal.Id + (await batch.NextAsync()).ToString());")]
    [InlineData("results.Add(" + Call + " + int.Parse(deal.Title));", "results.Add((await batch.NextAsync()).ToString() + int.Parse(deal.Title));")]
    public Task NothingOrBehindTheCall(string before, string after) => FixCase.Fixes(Caught(before), Caught(after).Replace("foreach", """
        var batch = Bitrix24Batch.Create(
                    deals.Select(deal => Bitrix24Batch.Command("crm.deal.get", new { id = deal.Id })),
                    (string method, object body) => client.CallAsync(method, body));
                foreach
        """, StringComparison.Ordinal), Client);

    static string Helped(string handler) => WithService($$"""
        foreach (var deal in deals)
        {
            try
            {
                Console.WriteLine(await service.{|BX1001:GetAsync|}(deal));
            }
            catch (ArgumentException)
            {
                {{handler}}
            }
        }
        """);

    static string Helper(string ahead) => Service($$"""
        public async Task<string> GetAsync(Deal deal)
        {
            {{ahead}}
            var answer = await Client.CallAsync("crm.deal.get", new { id = deal.Id });
            return deal.Title + answer;
        }
        """, "public readonly BitrixClient Client");

    [Theory]
    [InlineData("var prefix = deal.Title.Substring(3); Console.WriteLine(prefix);", "")]
    [InlineData("if (deal.Id == 0) throw new ArgumentException(\"no deal\");", "continue;")]
    [InlineData("ArgumentException.ThrowIfNullOrEmpty(deal.Title);", "Console.WriteLine();")]
    [InlineData("if (deal.Title.Substring(3) == \"\") return \"\";", "")]
    public Task InTheHelper(string ahead, string handler) => FixCase.Stays(Helped(handler), Helper(ahead), Client);

    [Fact]
    public Task NothingInTheHelper() => FixCase.FixesAll(
        (Helped("Console.WriteLine();"), Helped("Console.WriteLine();").Replace("{|BX1001:GetAsync|}(deal)", "GetAsync(deal, batch.NextAsync)", StringComparison.Ordinal).Replace("foreach", """
            var batch = Bitrix24Batch.Create(
                        deals.Select(deal => Bitrix24Batch.Command("crm.deal.get", service.GetParameters(deal))),
                        (string method, object body) => service.Client.CallAsync(method, body));
                    foreach
            """, StringComparison.Ordinal)),
        (Helper("var title = deal.Title;").Replace("return deal.Title", "return title", StringComparison.Ordinal), Service("""
            public Task<string> GetAsync(Deal deal) => GetAsync(deal, () => Client.CallAsync("crm.deal.get", GetParameters(deal)));

            internal async Task<string> GetAsync(Deal deal, Func<Task<JsonElement>> send)
            {
                var title = deal.Title;
                var answer = await send();
                return title + answer;
            }

            internal object GetParameters(Deal deal) => new { id = deal.Id };
            """, "public readonly BitrixClient Client")),
        (Client, Client));
}
