namespace Bitrix24.Analyzers.Tests.Dependence;

/// <summary>Conditions on the way to the call.</summary>
public class GuardTests
{
    const string Get = """var r = await /*call*/client.CallAsync("crm.deal.get", new { deal.Id }); Console.WriteLine(r.Title);""";

    [Theory]
    [InlineData("if (deal.Active) { CALL }", "deal in deals where deal.Active")]
    [InlineData("if (deal.Active) Console.WriteLine(); else { CALL }", "deal in deals where !deal.Active")]
    [InlineData("if (!deal.Active) continue; CALL", "deal in deals where deal.Active")]
    [InlineData("if (deal.Contact == null) continue; CALL", "deal in deals where deal.Contact != null")]
    [InlineData("if (deal.Contact is null) { Console.WriteLine(\"skip\"); continue; } CALL", "deal in deals where deal.Contact is not null")]
    [InlineData("if (deal.Id > 5 || deal.Active) continue; CALL", "deal in deals where !(deal.Id > 5 || deal.Active)")]
    [InlineData("if (deal.Id == 0) continue; if (deal.Id > 9 || deal.Active) { CALL }", "deal in deals where deal.Id != 0 && (deal.Id > 9 || deal.Active)")]
    [InlineData("if (string.IsNullOrEmpty(deal.Title)) continue; CALL", "deal in deals where !string.IsNullOrEmpty(deal.Title)")]
    [InlineData("var id = deal.Id; if (id == 0) continue; CALL", "deal in deals copy var id = deal.Id; where id != 0")]
    [InlineData("if (deal.Active) counter++; CALL", "deal in deals")]
    [InlineData("if (counter > 5) continue; CALL counter++;", "- counter is read early, and the loop writes it")]
    [InlineData("if (counter++ > 5) continue; CALL", "- the condition of the call is not pure: it changes something")]
    [InlineData("if (seen.Contains(deal.Id)) continue; CALL seen.Add(deal.Id);", "- seen is read early, and the loop writes it")]
    [InlineData("if (!seen.Add(deal.Id)) continue; CALL", "- the condition of the call is not pure: it changes something")]
    [InlineData("if (seen.Contains(deal.Id)) continue; CALL", "deal in deals where !seen.Contains(deal.Id)")]
    [InlineData("if (DateTime.Now.Hour > 9) continue; CALL", "- the condition of the call differs each time")]
    [InlineData("if ((await client.CallAsync(\"x\", deal)).Ok) { CALL }", "- the condition of the call is not pure: it waits for something")]
    [InlineData("if (deal.Contact is { } contact) { var r = await /*call*/client.CallAsync(\"x\", new { contact.Id }); Console.WriteLine(r.Title); }", "- contact is not declared by a statement of its own ahead of the call")]
    [InlineData("switch (deal.Id) { case 1: CALL break; }", "- a switch decides whether the call is made")]
    [InlineData("var r = deal.Active ? await /*call*/client.CallAsync(\"x\", deal) : null; Console.WriteLine(r);", "deal in deals where deal.Active")]
    [InlineData("var ok = deal.Active && (await /*call*/client.CallAsync(\"x\", deal)).Ok; Console.WriteLine(ok);", "- an expression decides whether the call is made")]
    [InlineData("if ((await /*call*/client.CallAsync(\"x\", new { deal.Id })).Ok) Console.WriteLine();", "deal in deals")]
    [InlineData("if (deal.Active) { if (deal.Id > 3) continue; } CALL", "- the round ends early in more than a plain if")]
    [InlineData("foreach (var tag in deal.Tags) { if (tag == \"\") continue; Console.WriteLine(tag); } CALL", "deal in deals")]
    [InlineData("lock (seen) { var r = /*call*/client.Call(\"x\", new { deal.Id }); Console.WriteLine(r); }", "- the call is made under a lock")]
    [InlineData("if (deal.Contact == null) continue; var id = deal.Contact.Id; var r = await /*call*/client.CallAsync(\"x\", new { id }); Console.WriteLine(r);", "deal in deals where deal.Contact != null move var id = deal.Contact.Id;")]
    [InlineData("if (deal.Title == null) continue; var id = int.Parse(deal.Title); if (id == 0) continue; var r = await /*call*/client.CallAsync(\"x\", new { id }); Console.WriteLine(r);", "- a condition needs what an earlier condition protects")]
    [InlineData("if (deal.Title == null) continue; var id = deal.Id + 1; if (id == 0) continue; var r = await /*call*/client.CallAsync(\"x\", new { id }); Console.WriteLine(r);", "deal in deals copy var id = deal.Id + 1; where deal.Title != null && id != 0")]
    public void Reached(string round, string expected) => Assert.Equal(expected, Loop.Judge(
        "var seen = new HashSet<int>(); foreach (var deal in deals) { " + round.Replace("CALL", Get, StringComparison.Ordinal) + " }"));
}
