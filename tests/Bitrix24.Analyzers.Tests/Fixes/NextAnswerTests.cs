using static Bitrix24.Analyzers.Tests.Fixes.UserCode;

namespace Bitrix24.Analyzers.Tests.Fixes;

/// <summary>A loop that does more than the call stays, and takes its answers from the batch.</summary>
public class NextAnswerTests
{
    static Task Fixes(string before, string after) => FixCase.Fixes(InMethod(before), InMethod(after), Client);

    const string Create = """
        var batch = Bitrix24Batch.Create(
            deals.Select(deal => Bitrix24Batch.Command("crm.deal.get", new { id = deal.Id })),
            (string method, object body) => client.CallAsync(method, body));

        """;

    [Theory]
    [InlineData("""
        foreach (var deal in deals)
        {
            var answer = await client.{|BX1001:CallAsync|}("crm.deal.get", new { id = deal.Id });
            Console.WriteLine(answer);
        }
        """, """
        foreach (var deal in deals)
        {
            var answer = await batch.NextAsync();
            Console.WriteLine(answer);
        }
        """)]
    [InlineData("""
        foreach (var deal in deals)
            Console.WriteLine((await client.{|BX1001:CallAsync|}("crm.deal.get", new { id = deal.Id }).ConfigureAwait(false)).GetProperty("result"));
        """, """
        foreach (var deal in deals)
            Console.WriteLine((await batch.NextAsync().ConfigureAwait(false)).GetProperty("result"));
        """)]
    [InlineData("""
        foreach (var deal in deals)
        {
            var id = deal.Id;
            Console.WriteLine(await client.{|BX1001:CallAsync|}("crm.deal.get", new { id = deal.Id }));
            Console.WriteLine(id);
        }
        """, """
        foreach (var deal in deals)
        {
            var id = deal.Id;
            Console.WriteLine(await batch.NextAsync());
            Console.WriteLine(id);
        }
        """)]
    public Task Uses(string before, string after) => Fixes(before, Create + after);

    [Theory]
    [InlineData("deal.Closed ? {0} : default", "deal => deal.Closed")]
    [InlineData("deal.Closed ? default : {0}", "deal => !deal.Closed")]
    [InlineData("deal.Closed && deal.Id > 0 ? {0} : default", "deal => deal.Closed && deal.Id > 0")]
    public Task OfAChoice(string choice, string guard)
    {
        string Loop(string call) => $$"""
            foreach (var deal in deals)
            {
                var answer = {{choice.Replace("{0}", call, StringComparison.Ordinal)}};
                Console.WriteLine(answer);
            }
            """;
        return Fixes(Loop("await client.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id = deal.Id })"), Create.Replace("deals.Select", $"deals.Where({guard}).Select", StringComparison.Ordinal) + Loop("await batch.NextAsync()"));
    }

    [Theory]
    [InlineData("deal.Closed && (await client.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id = deal.Id })).GetBoolean()")]
    [InlineData("closed++ > 3 ? await client.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id = deal.Id }) : default")]
    [InlineData("DateTime.Now.Hour > 3 ? await client.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id = deal.Id }) : default")]
    public Task OfAnotherChoice(string value) => FixCase.Stays(InMethod($$"""
        var closed = 0;
        foreach (var deal in deals)
        {
            var answer = {{value}};
            Console.WriteLine(answer + $"{closed}");
        }
        """), Client);

    const string Steps = """

        public static class Steps
        {
            static Action? _later;

            public static void Run(Action step) => step();

            public static void RunTwice(Action step)
            {
                Run(step);
                Run(() => step());
            }

            public static void RunAnother(Action step)
            {
                step = _later ?? step;
                step();
            }

            public static void RunLater(Action step) => _later = step;

            public static void RunNow() => _later?.Invoke();
        }
        """;

    static string Stepwise(string step, string call = "await client.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id = deal.Id + shift })", string batch = "") => InMethod($$"""
        var shift = 0;
        {{batch}}foreach (var deal in deals)
        {
            {{step}};
            Console.WriteLine({{call}});
        }
        Console.WriteLine(shift);
        """) + Steps;

    /// <summary>What a method is given to call is known where the method is called.</summary>
    [Theory]
    [InlineData("Steps.Run(() => Console.WriteLine(deal.Id))")]
    [InlineData("Steps.RunTwice(() => Console.WriteLine(deal.Id))")]
    [InlineData("Steps.Run(Console.WriteLine)")]
    public Task BesideFunctions(string step) =>
        FixCase.Fixes(Stepwise(step), Stepwise(step, "await batch.NextAsync()", Create.Replace("deal.Id", "deal.Id + shift", StringComparison.Ordinal)), Client);

    [Theory]
    [InlineData("Steps.Run(() => shift++)")]
    [InlineData("Steps.RunTwice(() => shift++)")]
    [InlineData("Steps.RunAnother(() => shift++)")]
    [InlineData("Steps.RunLater(() => shift++); Steps.RunNow()")]
    [InlineData("Action step = () => shift++; Steps.Run(step)")]
    public Task BesideFunctionsThatChangeTheCall(string step) => FixCase.Stays(Stepwise(step), Client);

    const string Written = """
        var batch = Bitrix24Batch.Create(
            deals.Select(deal => Bitrix24Batch.Command("{0}", new { id = deal.Id })),
            (string method, object body) => client.CallAsync(method, body));
        foreach (var deal in deals)
        {
            await batch.NextAsync();
            Console.WriteLine(await client.{|BX1001:CallAsync|}("{1}", new { id = deal.Id }));
        }
        """;

    /// <summary>A read may pass a read, and nothing may pass a write.</summary>
    [Theory]
    [InlineData("crm.deal.update", "crm.deal.get")]
    [InlineData("crm.lead.get", "crm.deal.update")]
    [InlineData("crm.company.unheard", "crm.deal.get")]
    public Task BesideABatch(string first, string second) => FixCase.Stays(InMethod(Written.Replace("{0}", first, StringComparison.Ordinal).Replace("{1}", second, StringComparison.Ordinal)), Client);

    /// <summary>The command would be made of the old value.</summary>
    [Theory]
    [InlineData("var k = deal.Id; Console.WriteLine(\"{0} {1}\", ++k, await client.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id = k }));")]
    [InlineData("var k = deal.Id; Console.WriteLine(\"{0} {1}\", k++, k > 5 ? (await client.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id = deal.Id })).ToString() : \"none\");")]
    [InlineData("var id = deal.Id; var (a, b) = (id *= 2, await client.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id })); Console.WriteLine($\"{a} {b}\");")]
    [InlineData("var bytes = new byte[1]; var stream = new MemoryStream(bytes); stream.WriteByte(7); Console.WriteLine(stream.Length); Console.WriteLine(await client.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id = deal.Id, b = bytes[0] }));")]
    [InlineData("var text = new StringBuilder(); var writer = new StringWriter(text); writer.Write(deal.Title); Console.WriteLine(await client.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id = deal.Id, text = text.ToString() }));")]
    public Task MadeOfWhatTheRoundChanges(string round) => FixCase.Stays(InMethod($"foreach (var deal in deals)\n{{\n    {round}\n}}", "using System.IO;\nusing System.Text;\n"), Client);

    /// <summary>A query reads when it is enumerated.</summary>
    [Fact]
    public Task MadeOfAQuery() => FixCase.Stays(InMethod("""
        var n = 0;
        var rest = deals.Where(d => d.Id > n);
        foreach (var deal in deals)
        {
            Console.WriteLine(await client.{|BX1001:CallAsync|}("crm.deal.get", new { id = deal.Id, left = rest.Count() }));
            n++;
        }
        """), Client);

    /// <summary>The neighbour: nothing changes what the query reads.</summary>
    [Fact]
    public Task MadeOfAQueryOverWhatStays()
    {
        static string Loop(string call) => $$"""
            foreach (var deal in deals)
            {
                Console.WriteLine({{call}});
                n++;
            }
            Console.WriteLine(n);
            """;
        const string Query = "var n = 0;\nvar rest = deals.Where(d => d.Closed);\n";
        return Fixes(
            Query + Loop("await client.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id = deal.Id, left = rest.Count() })"),
            Query + Create.Replace("id = deal.Id", "id = deal.Id, left = rest.Count()", StringComparison.Ordinal) + Loop("await batch.NextAsync()"));
    }

    /// <summary>A batch that a method sends is out of sight.</summary>
    [Fact]
    public Task BesideABatchInAMethod() => FixCase.Stays(WithService("""
        foreach (var deal in deals)
        {
            Console.WriteLine(await service.Client.{|BX1001:CallAsync|}("crm.deal.get", new { id = deal.Id }));
            await service.UpdateAllAsync(deals);
        }
        """), Service("""
        public Task UpdateAllAsync(List<Deal> deals) => Bitrix24Batch.SendAsync(
            System.Linq.Enumerable.Select(deals, deal => Bitrix24Batch.Command("crm.deal.update", new { id = deal.Id })),
            (string method, object body) => Client.CallAsync(method, body));
        """, "public readonly BitrixClient Client"), Client);

    /// <summary>The writer is a window on the text, and the view one on the list.</summary>
    [Theory]
    [InlineData("var writer = new StringWriter(text); Console.WriteLine(await client.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id = deal.Id, text = text.ToString() })); writer.Write(1);")]
    [InlineData("var view = new Collection<int>(list); Console.WriteLine(await client.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id = deal.Id, n = list.Count })); view.Add(deal.Id);")]
    public Task ThroughAWindow(string round) => FixCase.Stays(InMethod($"var text = new StringBuilder();\nvar list = new List<int>();\nforeach (var deal in deals)\n{{\n    {round}\n}}\nConsole.WriteLine(text.Length + list.Count);", "using System.Collections.ObjectModel;\nusing System.IO;\nusing System.Text;\n"), Client);

    const string Counting = """
        IDictionary<string, int> counts = Counts;
        foreach (var card in Cards)
        {
            counts["cards"] = 1;
            await client.{|BX1001:CallAsync|}("crm.deal.add", card);
        }
        """;

    static string Cards(string loop, string heir) => InMethod(loop).Replace("public Sync", "public static readonly Dictionary<string, int> Counts = new(); public List<Card> Cards = new();\n\n    public Sync", StringComparison.Ordinal)
        + "\n\npublic class Card { public string Title = \"\"; }\n" + heir;

    /// <summary>A card cannot be the dictionary.</summary>
    [Fact]
    public Task BesideACollection() => FixCase.Fixes(Cards(Counting, ""), Cards("""
        IDictionary<string, int> counts = Counts;
        var batch = Bitrix24Batch.Create(
            Cards.Select(card => Bitrix24Batch.Command("crm.deal.add", card)),
            (string method, object body) => client.CallAsync(method, body));
        foreach (var card in Cards)
        {
            counts["cards"] = 1;
            await batch.NextAsync();
        }
        """, ""), Client);

    /// <summary>It can be now.</summary>
    [Fact]
    public Task BesideACollectionThatAnElementMayBe() => FixCase.Stays(Cards(Counting, """
        public abstract class Counter : Card, IDictionary<string, int>
        {
            public abstract int this[string key] { get; set; }
            public abstract ICollection<string> Keys { get; }
            public abstract ICollection<int> Values { get; }
            public abstract int Count { get; }
            public abstract bool IsReadOnly { get; }
            public abstract void Add(string key, int value);
            public abstract void Add(KeyValuePair<string, int> item);
            public abstract void Clear();
            public abstract bool Contains(KeyValuePair<string, int> item);
            public abstract bool ContainsKey(string key);
            public abstract void CopyTo(KeyValuePair<string, int>[] array, int arrayIndex);
            public abstract IEnumerator<KeyValuePair<string, int>> GetEnumerator();
            public abstract bool Remove(string key);
            public abstract bool Remove(KeyValuePair<string, int> item);
            public abstract bool TryGetValue(string key, out int value);
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
        }
        """), Client);

    [Fact]
    public Task SliceLeavesTheLoop() => Fixes(
        """
        foreach (var deal in deals)
        {
            var id = deal.Id;
            var answer = await client.{|BX1001:CallAsync|}("crm.deal.get", new { id });
            Console.WriteLine(answer);
        }
        """,
        """
        var batch = Bitrix24Batch.Create(
            deals.Select(deal =>
            {
                var id = deal.Id;
                return Bitrix24Batch.Command("crm.deal.get", new { id });
            }),
            (string method, object body) => client.CallAsync(method, body));
        foreach (var deal in deals)
        {
            var answer = await batch.NextAsync();
            Console.WriteLine(answer);
        }
        """);

    [Fact]
    public Task AnErrorThatIsCaughtDoesNotHalt() => Fixes(
        """
        foreach (var deal in deals)
        {
            try
            {
                await client.{|BX1001:CallAsync|}("crm.deal.get", new { id = deal.Id });
            }
            catch (Exception e)
            {
                Console.WriteLine(e.Message);
            }
        }
        """,
        """
        var batch = Bitrix24Batch.Create(
            deals.Select(deal => Bitrix24Batch.Command("crm.deal.get", new { id = deal.Id })),
            (string method, object body) => client.CallAsync(method, body),
            halt: false);
        foreach (var deal in deals)
        {
            try
            {
                await batch.NextAsync();
            }
            catch (Exception e)
            {
                Console.WriteLine(e.Message);
            }
        }
        """);

    [Fact]
    public Task ElementsThatAreMadeOnce() => Fixes(
        """
        // The open ones.
        foreach (var open in deals.Where(d => !d.Closed).ToList())
        {
            Console.WriteLine(await client.{|BX1001:CallAsync|}("crm.deal.get", new { id = open.Id }));
        }
        """,
        """
        // The open ones.
        var opens = deals.Where(d => !d.Closed).ToList();
        var batch = Bitrix24Batch.Create(
            opens.Select(open => Bitrix24Batch.Command("crm.deal.get", new { id = open.Id })),
            (string method, object body) => client.CallAsync(method, body));
        foreach (var open in opens)
        {
            Console.WriteLine(await batch.NextAsync());
        }
        """);

    [Fact]
    public Task ALoopWithoutABlockAroundIt() => Fixes(
        """
        if (deals.Count > 0)
            foreach (var deal in deals)
                Console.WriteLine(await client.{|BX1001:CallAsync|}("crm.deal.get", new { id = deal.Id }));
        """,
        """
        if (deals.Count > 0)
        {
            var batch = Bitrix24Batch.Create(
                deals.Select(deal => Bitrix24Batch.Command("crm.deal.get", new { id = deal.Id })),
                (string method, object body) => client.CallAsync(method, body));
            foreach (var deal in deals)
                Console.WriteLine(await batch.NextAsync());
        }
        """);

    [Theory]
    [InlineData("var last = 0; foreach (var deal in deals) { var answer = await client.{|BX1001:CallAsync|}(\"crm.deal.get\", new { id = last }); last = answer.GetProperty(\"result\").GetInt32(); }")]
    [InlineData("foreach (var deal in deals) { await client.{|BX1001:CallAsync|}(\"crm.deal.update\", new { id = deal.Id }); var a = await client.{|BX1001:CallAsync|}(\"crm.deal.list\", new { }); Console.WriteLine(a); }")]
    [InlineData("foreach (var deal in deals) { await client.{|BX1001:CallAsync|}(\"crm.deal.update\", new { id = deal.Id++ }); }")]
    [InlineData("foreach (var deal in deals) { var c = new BitrixClient(new(), deal.Title); await c.{|BX1001:CallAsync|}(\"crm.deal.get\", new { deal.Id }); }")]
    public Task Stays(string statements) => FixCase.Stays(InMethod(statements), Client);
}
