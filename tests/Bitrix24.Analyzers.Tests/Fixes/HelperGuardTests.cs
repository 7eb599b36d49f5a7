using static Bitrix24.Analyzers.Tests.Fixes.UserCode;

namespace Bitrix24.Analyzers.Tests.Fixes;

/// <summary>A helper that returns without its call under a condition: the commands are made only where it goes on.</summary>
public class HelperGuardTests
{
    static string OpenService(string members) => Service(members, "public readonly BitrixClient Client");

    const string Get = """
        foreach (var deal in deals)
        {
            Console.WriteLine(await service.{|BX1001:GetTitleAsync|}(deal.Id));
        }
        """;

    static string GetTitle(string guards) => $$"""
        public async Task<string?> GetTitleAsync(int id)
        {
            {{guards}}
            var answer = await Client.CallAsync("crm.deal.get", new { id });
            return answer.GetProperty("result").GetProperty("TITLE").GetString();
        }
        """;

    static Task Reads(string guards, string condition) => FixCase.FixesAll(
        (WithService(Get), WithService("""
            var batch = Bitrix24Batch.Create(
                deals.Where(deal => service.GetTitleSends(deal.Id)).Select(deal => Bitrix24Batch.Command("crm.deal.get", service.GetTitleParameters(deal.Id))),
                (string method, object body) => service.Client.CallAsync(method, body));
            foreach (var deal in deals)
            {
                Console.WriteLine(await service.GetTitleAsync(deal.Id, batch.NextAsync));
            }
            """)),
        (OpenService(GetTitle(guards)), OpenService($$"""
            public Task<string?> GetTitleAsync(int id) => GetTitleAsync(id, () => Client.CallAsync("crm.deal.get", GetTitleParameters(id)));

            internal async Task<string?> GetTitleAsync(int id, Func<Task<JsonElement>> send)
            {
                {{guards}}
                var answer = await send();
                return answer.GetProperty("result").GetProperty("TITLE").GetString();
            }

            internal object GetTitleParameters(int id) => new { id };

            internal bool GetTitleSends(int id) => {{condition}};
            """)),
        (Client, Client));

    [Theory]
    [InlineData("if (id == 0) return null;", "id != 0")]
    [InlineData("if (id <= 0) { return \"none\"; }", "!(id <= 0)")]
    [InlineData("if (id == 1) return null; if (id > 100 || id < 0) return id.ToString();", "id != 1 && !(id > 100 || id < 0)")]
    public Task OfAnAnswer(string guards, string condition) => Reads(guards, condition);

    [Theory]
    [InlineData("if (DateTime.Now.Hour == id) return null;")]
    [InlineData("if (_seen++ > id) return null;", "int _seen;")]
    [InlineData("if (_known.TryGetValue(id, out var known)) return known;", "readonly Dictionary<int, string> _known = new();")]
    [InlineData("if (id == 0) { Console.WriteLine(id); return null; }")]
    [InlineData("if (Known.Contains(id)) return null; Known.Add(id);", "public readonly HashSet<int> Known = new();")]
    public Task OfAnAnswerThatStays(string guards, string field = "") => FixCase.Stays(WithService(Get), OpenService(field + "\n" + GetTitle(guards)), Client);

    const string Close = """
        public async Task CloseAsync(Deal deal)
        {
            if (deal.Closed)
                return;
            await Client.CallAsync("crm.deal.update", new { id = deal.Id });
        }
        """;

    const string SplitClose = """
        public async Task CloseAsync(Deal deal)
        {
            if (deal.Closed)
                return;
            await Client.CallAsync("crm.deal.update", CloseParameters(deal));
        }

        internal object CloseParameters(Deal deal) => new { id = deal.Id };

        internal bool CloseSends(Deal deal) => !deal.Closed;
        """;

    static Task Writes(string before, string after) => FixCase.FixesAll((WithService(before), WithService(after)), (OpenService(Close), OpenService(SplitClose)), (Client, Client));

    [Fact]
    public Task OfAWrite() => Writes(
        """
        foreach (var deal in deals)
        {
            await service.{|BX1001:CloseAsync|}(deal);
        }
        """,
        """
        await Bitrix24Batch.SendAsync(
            deals.Where(deal => service.CloseSends(deal)).Select(deal => Bitrix24Batch.Command("crm.deal.update", service.CloseParameters(deal))),
            (string method, object body) => service.Client.CallAsync(method, body));
        """);

    [Fact]
    public Task OfAWriteBesideOthers() => Writes(
        """
        foreach (var deal in deals)
        {
            Console.WriteLine(deal.Id);
            await service.{|BX1001:CloseAsync|}(deal);
        }
        """,
        """
        var batch = Bitrix24Batch.Create(
            deals.Where(deal => service.CloseSends(deal)).Select(deal => Bitrix24Batch.Command("crm.deal.update", service.CloseParameters(deal))),
            (string method, object body) => service.Client.CallAsync(method, body));
        foreach (var deal in deals)
        {
            Console.WriteLine(deal.Id);
            if (service.CloseSends(deal))
                await batch.NextAsync();
        }
        """);

    [Fact]
    public Task OfWritesThatWait() => Writes(
        """
        var number = 0;
        foreach (var deal in deals)
        {
            number++;
            var copy = new Deal { Id = number, Closed = deal.Closed };
            // Not those that are closed.
            await service.{|BX1001:CloseAsync|}(copy); // at once
        }
        """,
        """
        var number = 0;
        await using var batch = Bitrix24Batch.Collect(
            (string method, object body) => service.Client.CallAsync(method, body));
        foreach (var deal in deals)
        {
            number++;
            var copy = new Deal { Id = number, Closed = deal.Closed };
            // Not those that are closed.
            if (service.CloseSends(copy))
                await batch.AddAsync(Bitrix24Batch.Command("crm.deal.update", service.CloseParameters(copy))); // at once
        }
        await batch.FlushAsync();
        """);

    /// <summary>The helper's arguments are asked for twice.</summary>
    [Theory]
    [InlineData("await service.{|BX1001:CloseAsync|}(new Deal { Id = number++, Closed = deal.Closed });")]
    [InlineData("number++; await service.{|BX1001:CloseAsync|}(new Deal { Id = number, Closed = DateTime.Now.Hour > 3 });")]
    public Task OfWritesThatCannotBeAskedTwice(string call) => FixCase.Stays(
        WithService($"var number = 0;\nforeach (var deal in deals)\n{{\n    {call}\n}}"), OpenService(Close), Client);

    [Fact]
    public Task WithAFunctionInItsAnswer() => FixCase.Stays(WithService(Get), OpenService("""
        public async Task<string?> GetTitleAsync(int id)
        {
            if (DateTime.Now.Hour == id)
                return Make(() => { return "none"; });
            return (await Client.CallAsync("crm.deal.get", new { id })).ToString();
        }

        static string Make(Func<string> make) => make();
        """), Client);

    /// <summary>The function of the second loop is there already.</summary>
    [Fact]
    public Task OfTwoLoops()
    {
        const string Before = "foreach (var deal in deals)\n{\n    await service.{|BX1001:CloseAsync|}(deal);\n}";
        const string After = "await Bitrix24Batch.SendAsync(\n    deals.Where(deal => service.CloseSends(deal)).Select(deal => Bitrix24Batch.Command(\"crm.deal.update\", service.CloseParameters(deal))),\n    (string method, object body) => service.Client.CallAsync(method, body));";
        return Writes(Before + "\nConsole.WriteLine();\n" + Before, After + "\nConsole.WriteLine();\n" + After);
    }

    [Fact]
    public Task ANameThatIsTaken() => FixCase.Stays(
        WithService("foreach (var deal in deals)\n{\n    await service.{|BX1001:CloseAsync|}(deal);\n}"), OpenService(Close + "\n\npublic bool CloseSends(Deal deal) => deal.Closed;"), Client);

    /// <summary>An <c>else</c> would go to the new condition.</summary>
    [Fact]
    public Task BehindAnElse() => FixCase.Stays(
        WithService("foreach (var deal in deals)\n{\n    if (deal.Id > 0)\n        await service.{|BX1001:CloseAsync|}(deal);\n    else\n        Console.WriteLine();\n}"), OpenService(Close), Client);

    /// <summary>Behind its condition the helper knows that there is a title; a function of its own would not.</summary>
    [Fact]
    public Task WhatTheCompilerKnowsOfNull() => FixCase.Stays(
        WithService("foreach (var deal in deals)\n{\n    await service.{|BX1001:RenameAsync|}(deal.Id, deal.Title);\n}"),
        OpenService("""
            public async Task RenameAsync(int id, string? title)
            {
                if (title == null)
                    return;
                await Client.CallAsync("crm.deal.update", new { id, fields = new { TITLE = title.Trim() } });
            }
            """),
        Client);
}
