namespace Bitrix24.Analyzers.Tests.Dependence;

/// <summary>What the arguments are made of, ahead of the call.</summary>
public class SliceTests
{
    [Theory]
    [InlineData("var id = deal.Id;", "new { id }", "", "deal in deals move var id = deal.Id;")]
    [InlineData("var id = deal.Id;", "new { id }", "Console.WriteLine(id);", "deal in deals copy var id = deal.Id;")]
    [InlineData("var id = deal.Id; var key = id + 1;", "new { key }", "", "deal in deals move var id = deal.Id; move var key = id + 1;")]
    [InlineData("var id = deal.Id; var key = id + 1;", "new { key }", "Console.WriteLine(id);", "deal in deals copy var id = deal.Id; move var key = id + 1;")]
    [InlineData("var id = deal.Id; var text = deal.Title;", "new { id }", "Console.WriteLine(text);", "deal in deals move var id = deal.Id;")]
    [InlineData("var id = counter++;", "new { id, t = deal.Id }", "", "- what the arguments are made of is not pure: it changes something")]
    [InlineData("var id = await Task.FromResult(deal.Id);", "new { id }", "", "- what the arguments are made of is not pure: it waits for something")]
    [InlineData("var key = Guid.NewGuid();", "new { key, deal.Id }", "", "deal in deals move var key = Guid.NewGuid();")]
    [InlineData("var key = Guid.NewGuid();", "new { key, deal.Id }", "Console.WriteLine(key);", "- a value that differs each time is used by the loop too")]
    [InlineData("int id = 0, other = 1;", "new { id, deal.Id2 }", "", "- id is not declared by a statement of its own ahead of the call")]
    [InlineData("int.TryParse(deal.Title, out var id);", "new { id }", "", "- id is not declared by a statement of its own ahead of the call")]
    [InlineData("var fields = new Dictionary<string, object>(); fields[\"TITLE\"] = deal.Title;", "fields", "", "deal in deals move var fields = new Dictionary<string, object>(); move fields[\"TITLE\"] = deal.Title;")]
    [InlineData("var fields = new Dictionary<string, object>(); if (deal.Active) fields.Add(\"SUM\", deal.Sum);", "fields", "", "deal in deals move var fields = new Dictionary<string, object>(); move if (deal.Active) fields.Add(\"SUM\", deal.Sum);")]
    [InlineData("var fields = new Dictionary<string, object>(); foreach (var tag in deal.Tags) fields[tag] = true;", "fields", "", "deal in deals move var fields = new Dictionary<string, object>(); move foreach (var tag in deal.Tags) fields[tag] = true;")]
    [InlineData("var fields = new Dictionary<string, object>(); fields[\"N\"] = counter++;", "fields", "", "- what the arguments are made of is not pure: it changes something")]
    [InlineData("var fields = new Dictionary<string, object>(); Fill(fields);", "fields", "", "- what the arguments are made of is not pure: Keep is not known to be free of effects")]
    [InlineData("var fields = new Dictionary<string, object> { [\"ID\"] = deal.Id };", "fields", "fields.Clear();", "deal in deals copy var fields = new Dictionary<string, object> { [\"ID\"] = deal.Id };")]
    [InlineData("var tags = deal.Tags; tags.Add(\"x\");", "new { tags }", "", "- what the arguments are made of is not pure: it changes something")]
    [InlineData("var tags = deal.Tags;", "new { tags }", "", "deal in deals move var tags = deal.Tags;")]
    [InlineData("var tags = deal.Tags;", "new { tags }", "tags.Clear();", "- Tags is read early, and the loop writes it")]
    [InlineData("string name; if (deal.Active) name = \"a\"; else name = deal.Title;", "new { name }", "", "deal in deals move string name; move if (deal.Active) name = \"a\"; else name = deal.Title;")]
    [InlineData("var contact = new Contact(); contact.Id = deal.Id; contact.Name = deal.Title;", "contact", "", "deal in deals move var contact = new Contact(); move contact.Id = deal.Id; move contact.Name = deal.Title;")]
    [InlineData("var contact = deal.Contact; contact.Name = deal.Title;", "contact", "", "- what the arguments are made of is not pure: it changes something")]
    [InlineData("var fields = new Dictionary<string, object>(); fields[\"ID\"] = deal.Id; Console.WriteLine(fields.Count);", "fields", "", "deal in deals copy var fields = new Dictionary<string, object>(); copy fields[\"ID\"] = deal.Id;")]
    [InlineData("var id = int.Parse(deal.Title); Console.WriteLine();", "new { id }", "", "deal in deals copy var id = int.Parse(deal.Title);")]
    [InlineData("var id = int.Parse(deal.Title); if (!deal.Active) continue;", "new { id }", "", "deal in deals copy var id = int.Parse(deal.Title); where deal.Active")]
    [InlineData("var id = deal.Id; if (!deal.Active) continue;", "new { id }", "", "deal in deals move var id = deal.Id; where deal.Active")]
    [InlineData("using var stream = new MemoryStream();", "new { deal.Id, stream }", "", "- stream is not declared by a statement of its own ahead of the call")]
    [InlineData("var r0 = await client.CallAsync(\"x\", deal);", "new { id = r0.Total }", "", "- what the arguments are made of is not pure: it waits for something")]
    [InlineData("var sb = new StringBuilder(); sb.Append(deal.Title).Append(','); var text = sb.ToString();", "new { text }", "", "deal in deals move var sb = new StringBuilder(); move sb.Append(deal.Title).Append(','); move var text = sb.ToString();")]
    public void Made(string ahead, string body, string after, string expected) => Assert.Equal(expected, Loop.Judge(
        "foreach (var deal in deals) { " + ahead + """ var r = await /*call*/client.CallAsync("crm.deal.get", """ + body.Replace("deal.Id2", "x = deal.Id", StringComparison.Ordinal) + "); Console.WriteLine(r.Title); " + after + " }",
        members: "void Fill(Dictionary<string, object> fields) => store.Keep(new Deal());"));

    [Fact]
    public void A_value_that_the_rounds_hand_on_is_no_slice() => Assert.Equal("- previous is read early, and the loop writes it", Loop.Judge(
        """var previous = 0; foreach (var deal in deals) { var r = await /*call*/client.CallAsync("crm.deal.get", new { deal.Id, previous }); previous = deal.Id; Console.WriteLine(r.Title); }"""));
}
