namespace Bitrix24.Analyzers.Tests.Dependence;

/// <summary>What the loop writes and the arguments read.</summary>
public class DependenceTests
{
    [Theory]
    [InlineData("Console.WriteLine(r.Title);", "deal in deals")]
    [InlineData("deal.Title = r.Title;", "deal in deals")]
    [InlineData("deal.Id = r.Total;", "- Id is read early, and the loop writes it")]
    [InlineData("var other = deals[0]; other.Id++;", "- Id is read early, and the loop writes it")]
    [InlineData("Rename(deal, r);", "deal in deals")]
    [InlineData("Renumber(deal, r);", "- Id is read early, and the loop writes it")]
    [InlineData("counter += r.Total;", "deal in deals")]
    [InlineData("last = deal;", "deal in deals")]
    [InlineData("deals.Add(new Deal());", "- deals is read and written on both sides of the call")]
    [InlineData("kept.Add(deal);", "- deals is read and written on both sides of the call")]
    [InlineData("var result = new Contact(); result.Id = r.Total; result.Name = r.Title; named.Add(result);", "deal in deals")]
    [InlineData("texts.Add(r.Title);", "deal in deals")]
    [InlineData("byId[deal.Id] = r;", "deal in deals")]
    [InlineData("log.AppendLine(r.Title);", "deal in deals")]
    [InlineData("logger.LogInformation(r.Title);", "deal in deals")]
    [InlineData("await store.SaveAsync(r);", "- Id is read early, and SaveAsync may write it")]
    [InlineData("done(deal);", "- Id is read early, and done may write it")]
    [InlineData("File.AppendAllText(\"log\", r.Title);", "deal in deals")]
    [InlineData("await Task.Delay(500, cancellation);", "deal in deals")]
    [InlineData("var watch = Stopwatch.StartNew(); watch.Stop(); Console.WriteLine(watch.Elapsed);", "deal in deals")]
    [InlineData("Interlocked.Increment(ref counter);", "deal in deals")]
    [InlineData("dynamic d = r; Console.WriteLine(d.Title);", "deal in deals")]
    [InlineData("d2.Id = 5;", "- Id is read early, and an assignment may write it")]
    [InlineData("texts.Add(d2.Title);", "deal in deals")]
    [InlineData("Renumber(d2, d2);", "- Id is read early, and the loop writes it")]
    [InlineData("Recurse(3);", "- Id is read early, and Recurse may write it")]
    public void After(string after, string expected) => Assert.Equal(expected, Loop.Judge(
        "Action<Deal> done = d => d.Id = 0; var named = new List<Contact>(); var texts = new List<string>(); var byId = new Dictionary<int, Answer>(); var log = new StringBuilder(); dynamic d2 = deals[0];"
        + """foreach (var deal in deals) { var r = await /*call*/client.CallAsync("crm.deal.get", new { id = deal.Id }); """ + after + "}", members: Members));

    [Theory]
    [InlineData("new { id = deal.Id, page }", "page++;", "- page is read early, and the loop writes it")]
    [InlineData("new { id = deal.Id, page }", "", "deal in deals")]
    [InlineData("new { id = deal.Id, counter }", "counter = r.Total;", "- counter is read early, and the loop writes it")]
    [InlineData("new { id = deal.Id, texts.Count }", "texts.Add(r.Title);", "- texts is read early, and the loop writes it")]
    [InlineData("new { id = deal.Id, texts }", "texts.Add(r.Title);", "- texts is read early, and the loop writes it")]
    [InlineData("new { id = deal.Id, texts }", "others.Add(r.Title);", "deal in deals")]
    [InlineData("new { id = deal.Id, deal.Tags }", "texts.Add(r.Title);", "deal in deals")]
    [InlineData("new { id = deal.Id, deal.Tags }", "deal.Tags.Clear();", "- Tags is read early, and the loop writes it")]
    [InlineData("deal", "deal.Title = r.Title;", "- deal is read early, and the loop writes it")]
    [InlineData("deal", "Console.WriteLine(r.Title);", "deal in deals")]
    [InlineData("new { id = Next() }", "", "- every round makes the same call")]
    [InlineData("new { id = Next(deal) }", "", "- the arguments are not pure: it changes something")]
    [InlineData("new { id = Double(deal) }", "", "deal in deals")]
    [InlineData("new { id = Double(deal) }", "factor = 3;", "- factor is read early, and the loop writes it")]
    [InlineData("Fields(deal)", "", "deal in deals")]
    [InlineData("Fields(deal)", "deal.Title = r.Title;", "- Title is read early, and the loop writes it")]
    [InlineData("new { id = deal.Sum }", "deal.Id = 1;", "- Id is read early, and the loop writes it")]
    [InlineData("new { id = deal.Sum }", "deal.Title = r.Title;", "deal in deals")]
    [InlineData("new { id = done(deal) }", "", "- the arguments are not pure: done is not known to be free of effects")]
    [InlineData("new { id = deal.Id, at = DateTime.Now, key = Guid.NewGuid() }", "", "deal in deals")]
    [InlineData("new { id = (await client.CallAsync(\"x\", deal)).Total }", "", "- the arguments are not pure: it waits for something")]
    [InlineData("new { id = deal.Id, file = File.ReadAllText(deal.Title) }", "", "- the arguments are not pure: it talks to the outside")]
    [InlineData("new { id = deal?.Contact?.Id ?? throw new InvalidOperationException() }", "", "- the arguments are not pure: it may throw by design")]
    [InlineData("new { id = int.Parse(deal.Title), text = string.Join(\",\", deal.Tags.Select(t => t.Trim())) }", "", "deal in deals")]
    [InlineData("new { fields = new Dictionary<string, object> { [\"TITLE\"] = deal.Title, [\"SUM\"] = deal.Sum } }", "", "deal in deals")]
    [InlineData("new Contact { Id = deal.Id }", "", "deal in deals")]
    [InlineData("new Counted(deal.Id)", "", "- the arguments are not pure: it changes something")]
    [InlineData("new { deal.Id, row }", "row.Title = r.Title;", "- row is read early, and the loop writes it")]
    public void Arguments(string body, string after, string expected) => Assert.Equal(expected, Loop.Judge(
        "var page = 0; var texts = new List<string>(); var others = new List<string>(); Func<Deal, int> done = d => d.Id; Deal row = deals[0];"
        + """foreach (var deal in deals) { var r = await /*call*/client.CallAsync("crm.deal.get", """ + body + ");" + after + "}", members: Members));

    [Theory]
    [InlineData("deal.Title = deal.Title.Trim();", "new { deal.Title }", "- Title is read early, and the loop writes it")]
    [InlineData("Console.WriteLine(deal.Title);", "new { deal.Title }", "deal in deals")]
    [InlineData("client.Token = deal.Title;", "new { deal.Id }", "- Token is read and written on both sides of the call")]
    [InlineData("Console.WriteLine(client.Token);", "new { deal.Id }", "deal in deals")]
    [InlineData("Console.WriteLine(client.Count);", "new { deal.Id }", "- _count is read and written on both sides of the call")]
    public void Ahead(string ahead, string body, string expected) => Assert.Equal(expected, Loop.Judge(
        "foreach (var deal in deals) { " + ahead + """ var r = await /*call*/client.CallAsync("crm.deal.get", """ + body + "); Console.WriteLine(r.Title); }"));

    [Theory]
    [InlineData("portal.Client.CallAsync(\"profile\", new { portal.Id })", "- the client differs from round to round")]
    [InlineData("client.CallAsync(\"profile\", new { portal.Id })", "portal in portals")]
    [InlineData("new Client().CallAsync(\"profile\", new { portal.Id })", "portal in portals")]
    [InlineData("client.CallAsync(\"profile\", new { id = 1 })", "- every round makes the same call")]
    public void Clients(string call, string expected) => Assert.Equal(expected, Loop.Judge(
        "foreach (var portal in portals) { var r = await /*call*/" + call + "; Console.WriteLine(r.Title); }", signature: "async Task Run(List<Portal> portals)"));

    [Theory]
    [InlineData("none", false, "deal in deals")]
    [InlineData("read", false, "deal in deals")]
    [InlineData("write", false, "- other calls in the loop see or make changes on the portal")]
    [InlineData("read", true, "- other calls in the loop see or make changes on the portal")]
    public void Portal(string others, bool writes, string expected) => Assert.Equal(expected, Loop.Judge(
        """foreach (var deal in deals) { var r = await /*call*/client.CallAsync("crm.deal.get", new { deal.Id }); Console.WriteLine(r.Title); }""", writes, others));

    [Theory]
    [InlineData("var keys = map.Keys;", "new { deal.Title, keys.Count }", "map.Remove(deal.Title);", "- keys is read early, and the loop writes it")]
    [InlineData("var view = texts.AsReadOnly();", "new { deal.Title, view.Count }", "texts.Add(r.Title);", "- view is read early, and the loop writes it")]
    [InlineData("var view = new System.Collections.ObjectModel.ReadOnlyCollection<string>(texts);", "new { deal.Title, view.Count }", "texts.Add(r.Title);", "- view is read early, and the loop writes it")]
    [InlineData("var mine = new List<string>(texts);", "new { deal.Title, mine.Count }", "texts.Add(r.Title);", "deal in deals")]
    [InlineData("var same = texts;", "new { deal.Title, same.Count }", "texts.Add(r.Title);", "- same is read early, and the loop writes it")]
    [InlineData("var active = texts.Where(t => t != \"\");", "new { deal.Title, n = active.Count() }", "texts.Add(r.Title);", "- active is read early, and the loop writes it")]
    [InlineData("var lazy = new Lazy<List<string>>(() => texts);", "new { deal.Title, texts.Count }", "lazy.Value.Add(r.Title);", "- texts is read early, and the loop writes it")]
    [InlineData("var page = 1; void Turn() => page++;", "new { deal.Title, page }", "Turn();", "- page is read early, and the loop writes it")]
    [InlineData("", "new { deal.Id }", "_ = Task.Run(() => deal.Id = 5);", "- Id is read early, and the loop writes it")]
    [InlineData("", "new { deal.Id }", "var made = new Deal(); Next(made).Id = 5; Deal Next(Deal d) => deals[0];", "- Id is read early, and the loop writes it")]
    [InlineData("", "new { deal.Id }", "(deal.Id, counter) = (1, 2);", "- Id is read early, and the loop writes it")]
    [InlineData("", "new { deal.Id }", "int.TryParse(r.Title, out counter);", "deal in deals")]
    public void Aliases(string before, string body, string after, string expected) => Assert.Equal(expected, Loop.Judge(
        "var texts = new List<string>(); var map = new Dictionary<string, int>();" + before
        + """foreach (var deal in deals) { var r = await /*call*/client.CallAsync("crm.deal.get", """ + body + "); " + after + "}"));

    [Theory]
    [InlineData("numbers[0]", "ref var first = ref numbers[0]; first = r.Total;", "- numbers is read early, and an assignment through a reference may write it")]
    [InlineData("numbers[0]", "numbers.AsSpan()[0] = r.Total;", "- numbers is read early, and a write through a Span may write it")]
    [InlineData("numbers[0]", "numbers[1] = r.Total;", "- numbers is read early, and the loop writes it")]
    [InlineData("page", "turn();", "- page is read early, and turn may write it")]
    [InlineData("numbers[0]", "Console.WriteLine(numbers[1]);", "row in rows sync")]
    public void Hidden_writes(string read, string after, string expected) => Assert.Equal(expected, Loop.Judge(
        """int page = 1; Action turn = () => page++; var numbers = new int[5]; foreach (var row in rows) { var r = /*call*/client.Call("crm.deal.get", new { row.Id, n = """ + read + """ }); """ + after + "}",
        signature: "void Run(List<Row> rows)"));

    [Fact]
    public void Another_call_of_the_client_keeps_its_own_state() => Assert.Equal("deal in deals", Loop.Judge(
        """foreach (var deal in deals) { var r = await /*call*/client.CallAsync("crm.deal.get", new { deal.Id }); var c = await client.CallAsync("crm.contact.get", new { id = r.Total }); Console.WriteLine(c.Title); }""", others: "read"));

    [Theory]
    [InlineData("foreach (var id in ids) { var r = await /*call*/client.CallAsync(\"crm.deal.get\", new { id }); await store.SaveAsync(r); }", "id in ids")]
    [InlineData("foreach (var row in rows) { var r = await /*call*/client.CallAsync(\"crm.deal.get\", new { row.Id }); await store.SaveAsync(r); }", "row in rows")]
    [InlineData("foreach (var id in ids) { var r = await /*call*/client.CallAsync(\"crm.deal.get\", new { id }); ids.Remove(id); }", "- ids is read and written on both sides of the call")]
    public void Fixed_values_are_safe_from_strangers(string loop, string expected) => Assert.Equal(expected, Loop.Judge(loop, signature: "async Task Run(List<int> ids, List<Row> rows)"));

    const string Members = """
        int factor = 2;
        void Rename(Deal deal, Answer answer) => deal.Title = answer.Title;
        void Renumber(Deal deal, Answer answer) { if (answer.Ok) deal.Id = answer.Total; }
        int Next() => counter++;
        int Next(Deal deal) => deal.Id + counter++;
        int Double(Deal deal) { var sum = deal.Id; sum *= factor; return sum; }
        void Recurse(int depth) { if (depth > 0) Recurse(depth - 1); }
        Dictionary<string, object> Fields(Deal deal) { var fields = new Dictionary<string, object>(); fields["TITLE"] = deal.Title; return fields; }
        sealed class Counted { static int s_made; public Counted(int id) { Id = id; s_made++; } public int Id { get; } }
        """;
}
