namespace Bitrix24.Analyzers.Tests.Dependence;

/// <summary>How the answer is taken.</summary>
public class AnswerTests
{
    const string NotInPlace = "- the task of the call is not waited for in place";

    [Theory]
    [InlineData("await CALL;", "deal in deals whole")]
    [InlineData("await CALL.ConfigureAwait(false);", "deal in deals whole")]
    [InlineData("_ = await CALL;", "deal in deals whole")]
    [InlineData("counter++; await CALL;", "deal in deals unused")]
    [InlineData("var r = await CALL; Console.WriteLine(r.Title);", "deal in deals")]
    [InlineData("var r = CALL.Result; Console.WriteLine(r.Title);", "deal in deals blocking")]
    [InlineData("CALL.Wait();", "deal in deals blocking whole")]
    [InlineData("CALL.GetAwaiter().GetResult();", "deal in deals blocking whole")]
    [InlineData("var r = CALL.ConfigureAwait(false).GetAwaiter().GetResult(); Console.WriteLine(r.Title);", "deal in deals blocking")]
    [InlineData("var r = (await CALL).Title; Console.WriteLine(r);", "deal in deals")]
    [InlineData("titles.Add((await CALL).Title);", "deal in deals")]
    [InlineData("var t = CALL; await t;", NotInPlace)]
    [InlineData("_ = CALL;", NotInPlace)]
    [InlineData("tasks.Add(CALL);", NotInPlace)]
    [InlineData("await Task.WhenAll(CALL);", NotInPlace)]
    [InlineData("await CALL.ContinueWith(t => t.Result);", NotInPlace)]
    [InlineData("await Task.Run(() => CALL);", "- the call is inside a function of its own")]
    public void Taken(string statement, string expected) => Assert.Equal(expected, Loop.Judge(
        "var titles = new List<string>(); var tasks = new List<Task>(); foreach (var deal in deals) { " + statement.Replace("CALL", "/*call*/client.CallAsync(\"crm.deal.get\", new { deal.Id })", StringComparison.Ordinal) + " }"));

    [Theory]
    [InlineData("void Run(in int shift, List<Deal> deals)", "new { id = deal.Id + shift }", "- shift cannot be used in a lambda")]
    [InlineData("void Run(int shift, List<Deal> deals)", "new { id = deal.Id + shift }", "deal in deals sync whole")]
    [InlineData("void Run(Span<int> shift, List<Deal> deals)", "new { id = deal.Id + shift.Length }", "- shift cannot be used in a lambda")]
    public void Captured(string signature, string body, string expected) => Assert.Equal(expected, Loop.Judge(
        "foreach (var deal in deals) { /*call*/client.Call(\"crm.deal.get\", " + body + "); }", signature: signature));

    [Fact]
    public void A_struct_lends_no_members_to_a_lambda() => Assert.Equal(
        "- a struct's own members cannot be used in a lambda",
        Loop.Judge("}} public class C2 { public int Call(string m, object b) => 0; } public struct S { int shift; C2 c; void Go(List<Deal> deals) { foreach (var deal in deals) { /*call*/c.Call(\"crm.deal.get\", new { id = deal.Id + shift }); }", signature: "void Run()", members: ""));

    [Theory]
    [InlineData("foreach (var deal in deals) { var r = await /*call*/client.CallAsync(\"crm.deal.get\", new { deal.Idd }); }")]
    [InlineData("foreach (var deal in unknown) { var r = await /*call*/client.CallAsync(\"crm.deal.get\", new { deal.Id }); }")]
    [InlineData("foreach (var deal in deals) { await /*call*/client.Missing(deal); }")]
    [InlineData("foreach (var deal in deals) { await /*call*/client.CallAsync(\"crm.deal.get\", new { deal.Id }")]
    [InlineData("foreach (var deal in ) { await /*call*/client.CallAsync(\"crm.deal.get\", new { deal.Id }); }")]
    [InlineData("for (;;) { await /*call*/client.CallAsync(\"crm.deal.get\", new { }); }")]
    [InlineData("while (queue.Count > 0) { var deal = queue.Dequeue(); await /*call*/client.CallAsync(deal); }")]
    public void Half_typed_code_is_refused(string loop) => Assert.StartsWith("- ", Loop.JudgeSource(
        "using System.Threading.Tasks; using System.Collections.Generic; class Deal { public int Id; } class Client { public Task<int> CallAsync(string m, object b) => null; } class A { Client client; async Task Run(List<Deal> deals) { " + loop + " } }", mustCompile: false), StringComparison.Ordinal);
}
