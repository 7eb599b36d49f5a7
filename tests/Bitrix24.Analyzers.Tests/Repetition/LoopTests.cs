using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Repetition;

/// <summary>Loop statements, and which of their parts repeat.</summary>
public sealed class LoopTests
{
    const string Call = """await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id = 1 });""";

    [Theory]
    [InlineData("""foreach (var id in ids) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id });""")]
    [InlineData("""foreach (var (index, id) in ids.Index()) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id });""")]
    [InlineData("""foreach (var id in ids.Where(i => i > 0).Distinct().ToList()) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id });""")]
    [InlineData("""for (var i = 0; i < ids.Count; i++) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id = ids[i] });""")]
    [InlineData("""for (var i = ids.Count - 1; i >= 0; i--) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id = ids[i] });""")]
    [InlineData("""for (var i = 0; i < ids.Count; i += 1) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id = ids[i] });""")]
    [InlineData("""for (var i = 0; i < ids.Count; i = i + 1) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id = ids.ElementAt(i) });""")]
    [InlineData("""for (int i = 0, n = ids.Count; i < n; ++i) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id = ids[i] });""")]
    [InlineData("""var i = 0; while (i < ids.Count) { await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id = ids[i] }); i++; }""")]
    [InlineData("""var i = 0; do { await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id = ids[i] }); i++; } while (i < ids.Count);""")]
    [InlineData("""await foreach (var id in ids.ToAsyncEnumerable()) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id });""")]
    [InlineData("""using var e = ids.GetEnumerator(); while (e.MoveNext()) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id = e.Current });""")]
    [InlineData("""foreach (var id in ids) { if (id > 0) { try { await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }); } catch (HttpRequestException) { } } }""")]
    [InlineData("""foreach (var id in ids) { switch (id) { case > 0: await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }); break; } }""")]
    [InlineData("""foreach (var id in ids) { using var s = new MemoryStream(); lock (s) { portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }).Wait(); } }""")]
    [InlineData("""foreach (var id in ids) { var deal = id > 0 ? await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }) : null; Console.WriteLine(deal); }""")]
    [InlineData("""foreach (var id in ids) Console.WriteLine((await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id })).Length);""")]
    [InlineData("""foreach (var id in ids) { if (id == 0) continue; await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }); }""")]
    [InlineData("""foreach (var id in ids) { if (id == 0) break; await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }); }""")]
    [InlineData("""foreach (var id in ids) { if (id == 0) return; await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }); }""")]
    [InlineData("""foreach (var id in ids) for (var attempt = 0; attempt < 3; attempt++) await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id });""")]
    public Task ALoopOverElementsReports(string loop) => Code.InMethod(loop).ReportsAsync();

    [Theory]
    [InlineData("""foreach (var row in await portal.CallAsync("crm.deal.list")) Console.WriteLine(row);""")]
    [InlineData("""foreach (var row in (await portal.CallAsync("crm.deal.list")).Split(',')) Console.WriteLine(row);""")]
    [InlineData("""for (var i = (await portal.CallAsync("crm.deal.list")).Length; i > 0; i--) Console.WriteLine(i);""")]
    [InlineData("""int i; for (i = (await portal.CallAsync("crm.deal.list")).Length; i > 0; i--) Console.WriteLine(i);""")]
    [InlineData("""var deal = await portal.CallAsync("crm.deal.get", new { id = 1 }); foreach (var id in ids) Console.WriteLine(deal + id);""")]
    [InlineData("""var sum = 0; foreach (var id in ids) sum += id; await portal.CallAsync("crm.deal.update", new { id = sum });""")]
    [InlineData("""foreach (var id in ids) Console.WriteLine(id); await portal.CallAsync("crm.deal.list");""")]
    [InlineData("""foreach (var id in ids) { } { await portal.CallAsync("crm.deal.list"); }""")]
    [InlineData("""if (ids.Count > 0) await portal.CallAsync("crm.deal.list");""")]
    [InlineData("""using (var s = new MemoryStream()) await portal.CallAsync("crm.deal.list");""")]
    public Task WhatRunsOnceIsQuiet(string statements) => Code.InMethod(statements).QuietAsync();

    [Fact]
    public Task TheConditionOfALoopOverElementsReports() => Code.InMethod("""
        for (var i = 0; i < ids.Count && (await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id = ids[i] })).Length > 0; i++)
            Console.WriteLine(i);
        """).ReportsAsync();

    [Fact]
    public Task ALoopInTheHeaderOfALoopReports() => Code.InMethod("""
        foreach (var id in ids)
            foreach (var row in (await portal.{|BX1001:CallAsync|}("crm.deal.productrows.get", new { id })).Split(','))
                Console.WriteLine(row);
        """).ReportsAsync();

    [Fact]
    public Task EachCallOfALoopReports() => Code.InMethod("""
        foreach (var id in ids)
        {
            await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id });
            await portal.{|BX1001:CallAsync|}("crm.deal.update", new { id });
        }
        """).Naming("crm.deal.get", "crm.deal.update").ReportsAsync();

    [Fact]
    public Task ABatchForEachElementIsNoSingleCall() => Code.InMethod("""
        foreach (var id in ids)
            await portal.CallAsync("batch", new { cmd = new { deal = $"crm.deal.get?id={id}" } });
        """).QuietAsync();

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public Task AConstantBoundReportsAboveThree(int bound, bool reports) => Constant($$"""for (var i = 0; i < {{bound}}; i++)""", reports);

    [Theory]
    [InlineData("for (var i = 1; i <= 3; i++)", false)]
    [InlineData("for (var i = 0; i <= 3; i++)", true)]
    [InlineData("const int n = 2; for (var i = 0; i < n; i++)", false)]
    [InlineData("const int n = 20; for (var i = 0; i < n; i++)", true)]
    [InlineData("for (var i = 3; i > 0; i--)", false)]
    [InlineData("for (var i = 10; i > 0; i--)", true)]
    [InlineData("foreach (var i in new[] { 1, 2, 3 })", false)]
    [InlineData("foreach (var i in new[] { 1, 2, 3, 4 })", true)]
    [InlineData("int[] few = [1, 2]; foreach (var i in few)", false)]
    [InlineData("int[] many = [1, 2, 3, 4, 5]; foreach (var i in many)", true)]
    [InlineData("foreach (var i in Enumerable.Range(0, 3))", false)]
    [InlineData("foreach (var i in Enumerable.Range(0, 30))", true)]
    [InlineData("var list = new List<int> { 1, 2 }; foreach (var i in list)", false)]
    [InlineData("var list = new List<int> { 1, 2 }; list.AddRange(ids); foreach (var i in list)", true)]
    [InlineData("int[] extended = [1, .. ids]; foreach (var i in extended)", true)]
    public Task ConstantRoundsAboveThreeReport(string header, bool reports) => Constant(header, reports);

    static Task Constant(string header, bool reports) => reports
        ? Code.InMethod($"{header} {Call}").ReportsAsync()
        : Code.InMethod($"{header} {Unmarked}").QuietAsync();

    static string Unmarked => Call.Replace("{|BX1001:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);
}
