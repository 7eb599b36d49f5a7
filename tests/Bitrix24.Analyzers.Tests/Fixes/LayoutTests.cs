using static Bitrix24.Analyzers.Tests.Fixes.UserCode;

namespace Bitrix24.Analyzers.Tests.Fixes;

/// <summary>The document's own usings, indentation and line ends.</summary>
public class LayoutTests
{
    static string Document(string usings, string statements) => $$"""
        {{usings}}
        namespace App
        {
            public class Sync
            {
                public static async Task RunAsync(BitrixClient client, List<Deal> deals)
                {
                    {{statements.ReplaceLineEndings("\n            ")}}
                }
            }
        }
        """;

    const string Before = """
        foreach (var deal in deals)
        {
            await client.{|BX1001:CallAsync|}("crm.deal.update", new { id = deal.Id });
        }
        """;

    const string After = """
        await Bitrix24Batch.SendAsync(
            deals.Select(deal => Bitrix24Batch.Command("crm.deal.update", new { id = deal.Id })),
            (string method, object body) => client.CallAsync(method, body));
        """;

    [Theory]
    [InlineData("using System.Collections.Generic;\nusing System.Threading.Tasks;\n", "using System.Collections.Generic;\nusing System.Linq;\nusing System.Threading.Tasks;\n")]
    [InlineData("// Sync\n\nusing System.Threading.Tasks;\nusing System.Collections.Generic;\n", "// Sync\n\nusing System.Linq;\nusing System.Threading.Tasks;\nusing System.Collections.Generic;\n")]
    [InlineData("using System.Collections.Generic;\nusing System.Threading.Tasks;\nusing Row = System.Int32;\n", "using System.Collections.Generic;\nusing System.Linq;\nusing System.Threading.Tasks;\nusing Row = System.Int32;\n")]
    public Task AddsLinq(string before, string after) => FixCase.Fixes(Document(before, Before), Document(after, After), Client);

    [Fact]
    public Task ImplicitUsings() => FixCase.Fixes(
        Document("", Before),
        Document("", After),
        Client,
        "global using System.Collections.Generic;\nglobal using System.Linq;\nglobal using System.Threading.Tasks;");

    [Theory]
    [InlineData("    ", "\r\n")]
    [InlineData("\t", "\n")]
    [InlineData("  ", "\n")]
    public Task IndentationAndLineEnds(string unit, string end)
    {
        string Restyled(string code) => code.Replace("    ", unit, StringComparison.Ordinal).ReplaceLineEndings(end);
        const string Usings = "using System.Collections.Generic;\nusing System.Linq;\nusing System.Threading.Tasks;\n";
        return FixCase.Fixes(Restyled(Document(Usings, Before)), Restyled(Document(Usings, After)), Client);
    }

    [Fact]
    public Task Directives() => FixCase.Stays(
        Document("using System.Collections.Generic;\nusing System.Threading.Tasks;\n", Before.Replace("{\n", "{\n#if true\n#endif\n", StringComparison.Ordinal)), Client);

    [Fact]
    public Task ATemplateOfAName() => FixCase.Stays(
        Document("using System.Collections.Generic;\nusing System.Threading.Tasks;\n", "foreach (var deal in deals) await client.{|BX1001:CallAsync|}($\"crm.{deal.Title}.update\", new { id = deal.Id });"), Client);
}
