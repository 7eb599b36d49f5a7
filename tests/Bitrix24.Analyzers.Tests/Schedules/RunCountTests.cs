using Bitrix24.Analyzers.Configuration;
using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Schedules;

/// <summary>How many requests one run sends.</summary>
public sealed class RunCountTests
{
    static Scenario Run(string statements) => Code.InClass($$"""
        const int Size = 20;

        static int Next(string page) => page.Length;

        static List<int> Rows(string page) => [.. page.Select(c => (int)c)];

        public async Task RunAsync(List<int> ids, int start, int last, bool more)
        {
            while (true)
            {
                {{statements}}
                await Task.Delay(60000);
                Console.WriteLine($"{ids}{start}{last}{more}");
            }
        }

        async Task AllAsync(string method)
        {
            for (var start = 0; start >= 0;)
            {
                var page = await portal.CallAsync(method, new { start });
                start = page.Contains("next") ? Next(page) : -1;
            }
        }

        public string Seen => $"{Size}";
        """);

    /// <summary>The formula of the run, whatever excludes what.</summary>
    static void Sends(Scenario scenario, string formula, bool atMost = false)
    {
        var compilation = scenario.Compile();
        var model = RestModel.Of(compilation, WrapperList.Empty);
        var run = Assert.Single(compilation.SyntaxTrees.SelectMany(t => model.RunsOf(model.SemanticModelOf(t)!, occasional: true, CancellationToken.None)));
        Assert.Equal((formula, atMost), (run.Requests.ToString(), run.IsAtMost));
    }

    [Theory]
    [InlineData("int? next = 0; while (next != null) { var page = await portal.CallAsync(\"crm.deal.list\", new { next }); next = page.Contains(\"next\") ? Next(page) : null; }", "⌈rows.crm.deal/50⌉")]
    [InlineData("var total = 1; while (start < total) { var page = await portal.CallAsync(\"crm.deal.list\", new { start }); total = Next(page); start += 50; }", "⌈rows.crm.deal/50⌉")]
    [InlineData("while (true) { var rows = Rows(await portal.CallAsync(\"crm.deal.list\", new { last })); if (rows.Count < 50) break; last = rows[^1]; }", "⌈(1 + rows.crm.deal)/50⌉")]
    [InlineData("while (true) { var rows = Rows(await portal.CallAsync(\"crm.deal.list\", new { last })); if (50 > rows.Count) break; last = rows[^1]; }", "⌈(1 + rows.crm.deal)/50⌉")]
    [InlineData("do { var page = await portal.CallAsync(\"crm.deal.list\", new { start }); more = Rows(page).Count == 50; start += 50; } while (more);", "⌈(1 + rows.crm.deal)/50⌉")]
    [InlineData("while (true) { var rows = Rows(await portal.CallAsync(\"crm.deal.list\", new { last })); if (rows.Count == 0) break; last = rows[^1]; }", "1 + ⌈rows.crm.deal/50⌉")]
    [InlineData("while (true) { var rows = Rows(await portal.CallAsync(\"crm.deal.list\", new { last })); if (!rows.Any()) break; last = rows[^1]; }", "1 + ⌈rows.crm.deal/50⌉")]
    [InlineData("while (true) { var rows = Rows(await portal.CallAsync(\"crm.deal.list\", new { last })); if (rows.Count == 0) break; last = rows[^1]; if (rows.Count < 50) break; }", "⌈(1 + rows.crm.deal)/50⌉")]
    [InlineData("await AllAsync(\"crm.deal.list\"); await AllAsync(\"crm.lead.list\");", "⌈rows.crm.deal/50⌉ + ⌈rows.crm.lead/50⌉")]
    public void WhatEndsAPagingLoop(string statements, string formula) => Sends(Run(statements), formula);

    [Theory]
    [InlineData("int? next = 0; while (next != null) { var page = await portal.CallAsync(\"crm.deal.list\", new { next }); foreach (var row in Rows(page)) await portal.CallAsync(\"crm.deal.get\", new { row }); next = page.Contains(\"next\") ? Next(page) : null; }", "⌈rows.crm.deal/50⌉ + rows.crm.deal")]
    [InlineData("int? next = 0; while (next != null) { var page = await portal.CallAsync(\"crm.deal.list\", new { next }); foreach (var id in ids) await portal.CallAsync(\"crm.deal.get\", new { id }); next = page.Contains(\"next\") ? Next(page) : null; }", "⌈rows.crm.deal/50⌉ + ids·⌈rows.crm.deal/50⌉")]
    public void RowsOfPages(string statements, string formula) => Sends(Run(statements), formula);

    [Theory]
    [InlineData("foreach (var chunk in ids.Chunk(50)) await portal.CallAsync(\"crm.deal.list\", new { chunk });", "⌈ids/50⌉")]
    [InlineData("foreach (var chunk in ids.Chunk(Size)) await portal.CallAsync(\"crm.deal.list\", new { chunk });", "⌈ids/20⌉")]
    [InlineData("for (var i = 0; i < ids.Count; i += 25) await portal.CallAsync(\"crm.deal.list\", new { part = ids.GetRange(i, 25) });", "⌈ids/25⌉")]
    [InlineData("foreach (var chunk in ids.Chunk(start)) await portal.CallAsync(\"crm.deal.list\", new { chunk });", "⌈ids/50⌉ + ?")]
    public void HowLargeAChunkIs(string statements, string formula) => Sends(Run(statements), formula);

    [Theory]
    [InlineData("if (more) await portal.CallAsync(\"crm.deal.get\"); else await portal.CallAsync(\"crm.deal.add\");", "1")]
    [InlineData("if (more) { await portal.CallAsync(\"crm.deal.get\"); await portal.CallAsync(\"crm.deal.update\"); } else await portal.CallAsync(\"crm.deal.add\");", "2")]
    [InlineData("foreach (var id in ids) { if (id > last) { await portal.CallAsync(\"crm.deal.update\", new { id }); continue; } await portal.CallAsync(\"crm.deal.add\", new { id }); }", "ids")]
    [InlineData("await portal.CallAsync(more ? \"crm.deal.get\" : \"crm.lead.get\"); _ = more ? await portal.CallAsync(\"crm.deal.get\") : await portal.CallAsync(\"crm.lead.get\");", "2")]
    [InlineData("if (more) await portal.CallAsync(\"crm.deal.get\"); if (last > 0) await portal.CallAsync(\"crm.deal.add\");", "2")]
    [InlineData("foreach (var id in ids) { if (id > last) { await portal.CallAsync(\"crm.deal.update\", new { id }); await portal.CallAsync(\"crm.deal.get\", new { id }); break; } await portal.CallAsync(\"crm.deal.add\", new { id }); }", "2 + ids")]
    [InlineData("switch (last) { case 1: await portal.CallAsync(\"crm.deal.get\"); break; case 2: await portal.CallAsync(\"crm.deal.add\"); await portal.CallAsync(\"crm.deal.get\"); break; default: await portal.CallAsync(\"crm.lead.get\"); break; }", "2")]
    [InlineData("switch (last) { case 1: await portal.CallAsync(\"crm.deal.get\"); goto case 2; case 2: await portal.CallAsync(\"crm.deal.add\"); break; }", "2")]
    [InlineData("_ = last switch { 1 => await portal.CallAsync(\"crm.deal.get\"), 2 => await portal.CallAsync(\"crm.lead.get\"), _ => \"\" };", "1")]
    [InlineData("foreach (var id in ids) { switch (id) { case 1: await portal.CallAsync(\"crm.deal.get\"); break; case 2: await portal.CallAsync(\"crm.lead.get\"); break; } }", "ids")]
    [InlineData("foreach (var id in ids) { switch (id) { case 1: await portal.CallAsync(\"crm.deal.get\"); return; case 2: await portal.CallAsync(\"crm.lead.get\"); break; } }", "1 + ids")]
    public void CallsThatExcludeEachOther(string statements, string formula) => Sends(Run(statements), formula, atMost: true);

    [Theory]
    [InlineData("foreach (var id in ids) { try { if (id > last) continue; Console.WriteLine(id); } catch (FormatException) { Console.WriteLine(last); } await portal.CallAsync(\"crm.deal.get\", new { id }); }")]
    [InlineData("foreach (var id in ids) { try { Console.WriteLine(id); } catch (FormatException) { continue; } await portal.CallAsync(\"crm.deal.get\", new { id }); }")]
    [InlineData("foreach (var id in ids) { lock (ids) { if (id > last) continue; } await portal.CallAsync(\"crm.deal.get\", new { id }); }")]
    public void RoundsThatMayEndBeforeTheCall(string statements) => Sends(Run(statements), "ids", atMost: true);

    [Theory]
    [InlineData("foreach (var id in ids) { try { Console.WriteLine(id); } catch (FormatException) { throw; } await portal.CallAsync(\"crm.deal.get\", new { id }); }")]
    [InlineData("foreach (var id in ids) { foreach (var other in ids) { if (other > id) break; } await portal.CallAsync(\"crm.deal.get\", new { id }); }")]
    public void RoundsThatDoNot(string statements) => Sends(Run(statements), "ids");

    [Fact]
    public void ACounterInANumberIsNoPage() =>
        Sends(Run("for (var i = 1; i <= last; i++) await portal.CallAsync(\"crm.deal.update\", new { id = i, fields = new { OPPORTUNITY = i * 1.5m } });"), "last");

    [Fact]
    public void WhatIsKeptCountsInTheOneRunOfAProgram() => Sends(Code.InClass("""
        string? _fields;

        public static async Task Main()
        {
            var program = new Sync(new Portal(new HttpClient(), "https://acme.bitrix24.com/rest/1/x"));
            foreach (var id in new[] { 1, 2, 3, 4, 5 })
                await program.SaveAsync(id);
        }

        async Task SaveAsync(int id)
        {
            _fields ??= await portal.CallAsync("crm.deal.fields");
            await portal.CallAsync("crm.deal.update", new { id });
        }
        """), "6");
}
