using Microsoft.CodeAnalysis.CSharp;
using static Bitrix24.Analyzers.Tests.Fixes.UserCode;

namespace Bitrix24.Analyzers.Tests.Fixes;

/// <summary>New members beside a helper have names, types and callers that fit into its class.</summary>
public class MembersOfTheClassTests
{
    static string Sync(string loop, string members) => InMethod(loop).Replace("    public async Task RunAsync", members.Replace("\n", "\n    ", StringComparison.Ordinal).Replace("\n    \n", "\n\n", StringComparison.Ordinal).Insert(0, "    ") + "\n\n    public async Task RunAsync", StringComparison.Ordinal);

    const string Row = "private sealed record Row(int Id, bool Done);\n\n";

    /// <summary>Nobody else could have a private row.</summary>
    [Fact]
    public Task ShowPrivateTypes() => FixCase.FixesAll(
        (Sync("""
            foreach (var deal in deals)
            {
                Console.WriteLine(deal.Id);
                await {|BX1001:SaveAsync|}(new Row(deal.Id, deal.Closed));
            }
            """, Row + """
            async Task SaveAsync(Row row)
            {
                if (row.Done)
                    return;
                await client.CallAsync("crm.deal.update", new { id = row.Id });
            }
            """),
        Sync("""
            var batch = Bitrix24Batch.Create(
                deals.Where(deal => SaveSends(new Row(deal.Id, deal.Closed))).Select(deal => Bitrix24Batch.Command("crm.deal.update", SaveParameters(new Row(deal.Id, deal.Closed)))),
                (string method, object body) => client.CallAsync(method, body));
            foreach (var deal in deals)
            {
                Console.WriteLine(deal.Id);
                if (SaveSends(new Row(deal.Id, deal.Closed)))
                    await batch.NextAsync();
            }
            """, Row + """
            async Task SaveAsync(Row row)
            {
                if (row.Done)
                    return;
                await client.CallAsync("crm.deal.update", SaveParameters(row));
            }

            private object SaveParameters(Row row) => new { id = row.Id };

            private bool SaveSends(Row row) => !row.Done;
            """)),
        (Client, Client));

    const string Loop = "foreach (var deal in deals)\n{\n    await service.{|BX1001:CloseAsync|}(deal);\n}";

    const string Close = """
        public async Task CloseAsync(Deal deal)
        {
            await Client.CallAsync("crm.deal.update", new { id = deal.Id });
        }
        """;

    const string Open = "public readonly BitrixClient Client";

    /// <summary>A member of the base class would be hidden, with a warning.</summary>
    [Fact]
    public Task HideNothing() => FixCase.Stays(
        WithService(Loop), Service(Close, Open).Replace("class Service", "class Service : Base", StringComparison.Ordinal) + "\n\npublic class Base { public object CloseParameters(Deal deal) => deal; }", Client);

    [Fact]
    public Task HaveWarningsOfTheirOwn() => FixCase.Stays(
        WithService("foreach (var deal in deals)\n{\n#pragma warning disable CS0612\n    await service.{|BX1001:CloseAsync|}(deal);\n#pragma warning restore CS0612\n}"),
        Service("[Obsolete]\n" + Close.Replace("id = deal.Id", "id = Old(deal)", StringComparison.Ordinal) + "\n\n[Obsolete]\npublic static int Old(Deal deal) => deal.Id;", Open), Client);

    /// <summary>The fix of another loop left a helper like this; somebody has changed it since.</summary>
    [Theory]
    [InlineData("GetAsync(id + 1, () => Client.CallAsync(\"crm.deal.get\", GetParameters(id)))")]
    [InlineData("GetAsync(_calls++, () => Client.CallAsync(\"crm.deal.get\", GetParameters(id)))")]
    public Task AreNotTakenApart(string forward) => FixCase.Stays(
        WithService("foreach (var deal in deals)\n{\n    Console.WriteLine(await service.{|BX1001:GetAsync|}(deal.Id));\n}"),
        Service($$"""
            int _calls = 1;

            public Task<string> GetAsync(int id) => {{forward}};

            internal async Task<string> GetAsync(int id, Func<Task<JsonElement>> send) => id + _calls + (await send()).ToString();

            internal object GetParameters(int id) => new { id };
            """, Open), Client);

    [Fact]
    public Task KeepComments() => FixCase.Stays(WithService(Loop.Replace("(deal)", "(deal /* not the lead */)", StringComparison.Ordinal)), Service(Close, Open), Client);

    static string Leaves(string condition) => Close.Replace("{\n", $"{{\n    if ({condition})\n        return;\n", StringComparison.Ordinal);

    /// <summary>A pattern that the language does not have yet.</summary>
    [Fact]
    public Task OfAnOldLanguage() => FixCase.Stays(LanguageVersion.CSharp7_3, WithService(Loop), Service(Leaves("deal.Title is null"), Open), Client);

    [Fact]
    public Task OfAnOldLanguageThatHasThePattern()
    {
        var after = Leaves("deal.Closed").Replace("new { id = deal.Id }", "CloseParameters(deal)", StringComparison.Ordinal)
            + "\n\ninternal object CloseParameters(Deal deal) => new { id = deal.Id };\n\ninternal bool CloseSends(Deal deal) => !deal.Closed;";
        return FixCase.FixesAll(LanguageVersion.CSharp7_3,
            (WithService(Loop), WithService("""
                await Bitrix24Batch.SendAsync(
                    deals.Where(deal => service.CloseSends(deal)).Select(deal => Bitrix24Batch.Command("crm.deal.update", service.CloseParameters(deal))),
                    (string method, object body) => service.Client.CallAsync(method, body));
                """)),
            (Service(Leaves("deal.Closed"), Open), Service(after, Open)),
            (Client, Client));
    }

    [Theory]
    [InlineData("int? company", "if (!company.HasValue) return; await Client.CallAsync(\"crm.deal.update\", new { id = company.Value });")]
    [InlineData("int? company", "if (company == null) return; await Client.CallAsync(\"crm.deal.update\", new { id = company.Value });")]
    public Task KnowWhatIsNull(string parameter, string body) => FixCase.Stays(
        WithService("foreach (var deal in deals)\n{\n    await service.{|BX1001:CloseAsync|}(deal.Id);\n}"), Service($"public async Task CloseAsync({parameter}) {{ {body} }}", Open), Client);
}
