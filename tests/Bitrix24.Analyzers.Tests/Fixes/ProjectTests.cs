using static Bitrix24.Analyzers.Tests.Fixes.UserCode;

namespace Bitrix24.Analyzers.Tests.Fixes;

/// <summary>What the loop calls is in another project, whose source is there as well.</summary>
public class ProjectTests
{
    static string Core(string statement) => $$"""
        namespace Core;

        public class Progress
        {
            public int Percent { get; set; }

            public static int Shift;

            string _text = "";

            public string Text => _text;

            public virtual void Report(string text)
            {
                {{statement}}
            }
        }
        """;

    static string Loop(string ahead, string call, string inherited = "") => InMethod($$"""
        var progress = new Core.Progress();
        {{ahead}}foreach (var deal in deals)
        {
            progress.Report($"Deal {deal.Id}");
            {{call}};
        }
        """) + inherited;

    const string Batch = """
        var batch = Bitrix24Batch.Create(
            deals.Select(deal => Bitrix24Batch.Command("crm.deal.get", new { id = deal.Id + Core.Progress.Shift })),
            (string method, object body) => client.CallAsync(method, body));

        """;

    const string Call = "Console.WriteLine(await client.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id = deal.Id + Core.Progress.Shift }))";
    const string Next = "Console.WriteLine(await batch.NextAsync())";

    [Theory]
    [InlineData("_text = text;")]
    [InlineData("_text += text; Percent++;")]
    [InlineData("System.Console.WriteLine(text + Shift);")]
    public Task ThatLeavesTheCallAlone(string statement) => FixCase.NextToProject(Core(statement), Loop("", Call), Loop(Batch, Next), Client);

    [Theory]
    [InlineData("Shift++;")]
    [InlineData("System.Activator.CreateInstance(GetType());")]
    public Task ThatMayChangeTheCall(string statement) => Stays(statement, "");

    [Fact]
    public Task ThatIsOverridden() => Stays("_text = text;", "\n\nclass Louder : Core.Progress { public override void Report(string text) => Shift++; }");

    static Task Stays(string statement, string inherited)
    {
        var code = Loop("", Call, inherited);
        return FixCase.NextToProject(Core(statement), code, code, Client);
    }
}
