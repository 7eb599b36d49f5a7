using Microsoft.CodeAnalysis.CSharp;
using static Bitrix24.Analyzers.Tests.Fixes.UserCode;

namespace Bitrix24.Analyzers.Tests.Fixes;

/// <summary>Writes that keep their places in the loop and wait there for each other.</summary>
public class CollectTests
{
    const string Created = """
        await using var batch = Bitrix24Batch.Collect(
            (string method, object body) => client.CallAsync(method, body));

        """;

    const string Branches = """
        foreach (var deal in deals)
        {
            if (deal.Closed)
            {
                await client.{|BX1001:CallAsync|}("crm.deal.update", new { id = deal.Id, fields = new { TITLE = deal.Title } });
            }
            else
            {
                await client.{|BX1001:CallAsync|}("crm.deal.add", new { fields = new { TITLE = deal.Title } });
            }
        }
        """;

    const string Number = """
        var number = 0;
        foreach (var deal in deals)
        {
            number++;
            await client.{|BX1001:CallAsync|}("crm.deal.update", new { id = deal.Id, fields = new { SORT = number } });
        }
        """;

    static Task Fixes(string before, string after) => FixCase.Fixes(InMethod(before), InMethod(after), Client);

    static Task Stays(string statements, string usings = "") => FixCase.Stays(InMethod(statements, usings), Client);

    [Fact]
    public Task TheBranchesOfARound() => Fixes(Branches, Created + """
        foreach (var deal in deals)
        {
            if (deal.Closed)
            {
                await batch.AddAsync(Bitrix24Batch.Command("crm.deal.update", new { id = deal.Id, fields = new { TITLE = deal.Title } }));
            }
            else
            {
                await batch.AddAsync(Bitrix24Batch.Command("crm.deal.add", new { fields = new { TITLE = deal.Title } }));
            }
        }
        await batch.FlushAsync();
        """);

    [Fact]
    public Task TwoWritesOneAfterTheOther() => Fixes(
        """
        foreach (var deal in deals)
        {
            await client.{|BX1001:CallAsync|}("crm.deal.update", new { id = deal.Id });
            await client.{|BX1001:CallAsync|}("crm.timeline.comment.add", new { fields = new { ENTITY_ID = deal.Id } });
        }
        """,
        Created + """
        foreach (var deal in deals)
        {
            await batch.AddAsync(Bitrix24Batch.Command("crm.deal.update", new { id = deal.Id }));
            await batch.AddAsync(Bitrix24Batch.Command("crm.timeline.comment.add", new { fields = new { ENTITY_ID = deal.Id } }));
        }
        await batch.FlushAsync();
        """);

    [Fact]
    public Task WhatTheRoundsCount() => Fixes(Number, "var number = 0;\n" + Created + """
        foreach (var deal in deals)
        {
            number++;
            await batch.AddAsync(Bitrix24Batch.Command("crm.deal.update", new { id = deal.Id, fields = new { SORT = number } }));
        }
        await batch.FlushAsync();
        """);

    [Fact]
    public Task AWayOutOfTheLoop() => Fixes(
        """
        foreach (var deal in deals)
        {
            if (deal.Id == 0)
                return;
            await client.{|BX1001:CallAsync|}("crm.deal.delete", new { id = deal.Id });
        }
        """,
        Created + """
        foreach (var deal in deals)
        {
            if (deal.Id == 0)
                return;
            await batch.AddAsync(Bitrix24Batch.Command("crm.deal.delete", new { id = deal.Id }));
        }
        await batch.FlushAsync();
        """);

    [Fact]
    public Task ParametersThatTheRoundMakes() => Fixes(
        """
        var number = 0;
        foreach (var deal in deals)
        {
            var fields = new Dictionary<string, object>();
            fields["SORT"] = number++;
            await client.{|BX1001:CallAsync|}("crm.deal.update", fields);
        }
        """,
        "var number = 0;\n" + Created + """
        foreach (var deal in deals)
        {
            var fields = new Dictionary<string, object>();
            fields["SORT"] = number++;
            await batch.AddAsync(Bitrix24Batch.Command("crm.deal.update", fields));
        }
        await batch.FlushAsync();
        """);

    static string Handled(string handler) => $$"""
        var number = 0;
        var failures = 0;
        foreach (var deal in deals)
        {
            number++;
            try
            {
                await client.{|BX1001:CallAsync|}("crm.deal.update", new { id = deal.Id, fields = new { SORT = number } });
            }
            catch (Exception exception)
            {
                {{handler}}
            }
        }
        Console.WriteLine(failures);
        """;

    [Fact]
    public Task AHandlerInTheRound() => Fixes(Handled("Console.WriteLine(exception.Message + deal.Title + failures++);"), """
        var number = 0;
        var failures = 0;
        await using var batch = Bitrix24Batch.Collect(
            (string method, object body) => client.CallAsync(method, body),
            halt: false);
        foreach (var deal in deals)
        {
            number++;
            try
            {
                await batch.AddAsync(
                    Bitrix24Batch.Command("crm.deal.update", new { id = deal.Id, fields = new { SORT = number } }),
                    failed: exception =>
                    {
                        Console.WriteLine(exception.Message + deal.Title + failures++);
                    });
            }
            catch (Exception exception)
            {
                Console.WriteLine(exception.Message + deal.Title + failures++);
            }
        }
        await batch.FlushAsync();
        Console.WriteLine(failures);
        """);

    [Theory]
    [InlineData("Console.WriteLine(exception.Message + number);")]
    [InlineData("Console.WriteLine(exception.Message); number = 0;")]
    [InlineData("Console.WriteLine(exception.Message); if (failures++ > 3) throw;")]
    [InlineData("Console.WriteLine(exception.Message); if (failures++ > 3) break;")]
    [InlineData("Console.WriteLine(exception.Message); await Task.Delay(failures++);")]
    public Task AHandlerThatCannotWait(string handler) => Stays(Handled(handler));

    [Fact]
    public Task AQueryOverACollection() => Fixes(
        Number.Replace("in deals", "in deals.Where(d => d.Closed)", StringComparison.Ordinal),
        "var number = 0;\n" + Created + """
        foreach (var deal in deals.Where(d => d.Closed))
        {
            number++;
            await batch.AddAsync(Bitrix24Batch.Command("crm.deal.update", new { id = deal.Id, fields = new { SORT = number } }));
        }
        await batch.FlushAsync();
        """);

    [Theory]
    [InlineData("", "deals.Where(d => { Console.WriteLine(d.Id); return true; })")]
    [InlineData("var open = deals.Where(d => { Console.WriteLine(d.Id); return true; });\n", "open")]
    [InlineData("var seen = 0; var open = deals.Where(d => { d.Closed = true; return true; });\n", "open.Skip(seen)")]
    public Task AQueryThatDoesMore(string before, string source) => Stays(before + Number.Replace("in deals", "in " + source, StringComparison.Ordinal));

    [Fact]
    public Task WithoutUsingDeclarations() => FixCase.Fixes(
        LanguageVersion.CSharp7_3,
        InMethod(Number.Replace("new { SORT", "new { sort", StringComparison.Ordinal)),
        InMethod("""
            var number = 0;
            var batch = Bitrix24Batch.Collect(
                (string method, object body) => client.CallAsync(method, body));
            try
            {
                foreach (var deal in deals)
                {
                    number++;
                    await batch.AddAsync(Bitrix24Batch.Command("crm.deal.update", new { id = deal.Id, fields = new { sort = number } }));
                }
            }
            finally
            {
                await batch.FlushAsync();
            }
            """),
        Client);

    [Theory]
    [InlineData("Console.WriteLine(deal.Id);")]
    [InlineData("deal.Closed = true;")]
    [InlineData("await Task.WhenAll(deals.Select(d => Task.FromException(new Exception(d.Title))));\n    System.IO.File.Delete(deal.Title);")]
    public Task WhatCouldBeSeenOrMissed(string statement) => Stays(Number.Replace("number++;", "number++;\n    " + statement, StringComparison.Ordinal));

    [Fact]
    public Task ACountThatAHandlerReads() => Stays($$"""
        var seen = 0;
        try
        {
            {{Number.Replace("number++;", "number++;\n    seen++;", StringComparison.Ordinal).ReplaceLineEndings("\n    ")}}
        }
        catch (Exception)
        {
            Console.WriteLine(seen);
        }
        """);

    [Fact]
    public Task ParametersThatTheNextRoundChanges() => Stays("""
        var fields = new Dictionary<string, object>();
        foreach (var deal in deals)
        {
            fields["ID"] = deal.Id;
            await client.{|BX1001:CallAsync|}("crm.deal.update", fields);
        }
        """);

    [Fact]
    public Task ParametersThatChangeBehindTheCall() => Stays("""
        var number = 0;
        foreach (var deal in deals)
        {
            var fields = new Dictionary<string, object>();
            fields["SORT"] = number++;
            await client.{|BX1001:CallAsync|}("crm.deal.update", fields);
            fields.Clear();
        }
        """);

    [Fact]
    public Task AReadInTheSameRound() => Stays("""
        foreach (var deal in deals)
        {
            var answer = await client.{|BX1001:CallAsync|}("crm.deal.get", new { id = deal.Id });
            if (answer.GetArrayLength() > 0)
                await client.{|BX1001:CallAsync|}("crm.deal.update", new { id = deal.Id });
        }
        """);

    [Fact]
    public Task AnAnswerThatDecides() => Stays("""
        foreach (var deal in deals)
        {
            var answer = await client.{|BX1001:CallAsync|}("crm.deal.add", new { fields = new { TITLE = deal.Title } });
            if (answer.GetArrayLength() > 0)
                await client.{|BX1001:CallAsync|}("crm.deal.update", new { id = deal.Id });
        }
        """);

    [Fact]
    public Task ElementsMadeOneByOne() => Stays("""
        IEnumerable<Deal> Made() { foreach (var d in deals) { Console.WriteLine(d.Id); yield return d; } }
        var number = 0;
        foreach (var deal in Made())
        {
            number++;
            await client.{|BX1001:CallAsync|}("crm.deal.update", new { id = deal.Id, fields = new { SORT = number } });
        }
        """);

    [Fact]
    public Task ALoopThatWaits() => Stays("""
        var queue = new Queue<Deal>(deals);
        while (queue.Count > 0)
        {
            var deal = queue.Dequeue();
            deal.Title.Trim();
            if (deal.Id == 0)
                return;
            await client.{|BX1001:CallAsync|}("crm.deal.delete", new { id = deal.Id });
            await Task.Delay(1);
        }
        """);

    /// <summary>What waits would be another when it is sent.</summary>
    [Theory]
    [InlineData("number++; await client.{|BX1001:CallAsync|}(\"crm.deal.update\", new { id = deal.Id, ids = all.Where(x => x >= number) });")]
    [InlineData("number++; var ids = all.Where(x => x >= number); var body = new Dictionary<string, object> { [\"id\"] = deal.Id, [\"ids\"] = ids }; await client.{|BX1001:CallAsync|}(\"crm.deal.update\", body);")]
    [InlineData("number++; shared[\"n\"] = number; var body = new Dictionary<string, object> { [\"id\"] = deal.Id, [\"fields\"] = shared }; try { await client.{|BX1001:CallAsync|}(\"crm.deal.update\", body); } catch (Exception e) { Console.WriteLine(e.Message); }")]
    [InlineData("number++; shared[\"n\"] = number; var body = new Dictionary<string, object>(); body[\"id\"] = deal.Id; body[\"fields\"] = shared; try { await client.{|BX1001:CallAsync|}(\"crm.deal.update\", body); } catch (Exception e) { Console.WriteLine(e.Message); }")]
    [InlineData("number++; shared[\"n\"] = number; var body = new Dictionary<string, object>(); body.Add(\"fields\", shared); try { await client.{|BX1001:CallAsync|}(\"crm.deal.update\", body); } catch (Exception e) { Console.WriteLine(e.Message); }")]
    public Task ParametersThatHoldWhatChanges(string round) => Stays($$"""
        var number = 0;
        var all = new List<int> { 1, 2, 3 };
        var shared = new Dictionary<string, int>();
        foreach (var deal in deals)
        {
            {{round}}
        }
        Console.WriteLine(all.Count + shared.Count);
        """);

    /// <summary>The inner object changes when the outer one waits already.</summary>
    [Fact]
    public Task ParametersThatHoldWhatTheRoundChangesLater() => Stays("""
        var number = 0;
        foreach (var deal in deals)
        {
            number++;
            var fields = new Dictionary<string, int>();
            var body = new Dictionary<string, object> { ["id"] = number, ["fields"] = fields };
            await client.{|BX1001:CallAsync|}("crm.deal.update", body);
            fields["n"] = number;
        }
        """);

    /// <summary>The neighbour: the round makes it, of what does not change.</summary>
    [Fact]
    public Task ParametersThatHoldWhatTheRoundMade() => Fixes(
        """
        var number = 0;
        foreach (var deal in deals)
        {
            number++;
            var fields = new Dictionary<string, int>();
            fields["n"] = number;
            var body = new Dictionary<string, object> { ["id"] = deal.Id, ["fields"] = fields };
            await client.{|BX1001:CallAsync|}("crm.deal.update", body);
        }
        """,
        "var number = 0;\n" + Created.Replace("body", "batchBody", StringComparison.Ordinal) + """
        foreach (var deal in deals)
        {
            number++;
            var fields = new Dictionary<string, int>();
            fields["n"] = number;
            var body = new Dictionary<string, object> { ["id"] = deal.Id, ["fields"] = fields };
            await batch.AddAsync(Bitrix24Batch.Command("crm.deal.update", body));
        }
        await batch.FlushAsync();
        """);

    /// <summary>The one handler would run at once for what is thrown ahead, and later for the call.</summary>
    [Fact]
    public Task AHandlerOfTwo() => Stays("""
        var number = 0;
        var errors = new List<int>();
        foreach (var deal in deals)
        {
            number++;
            try
            {
                var sort = int.Parse(deal.Title);
                await client.{|BX1001:CallAsync|}("crm.deal.update", new { id = deal.Id, fields = new { SORT = number, X = sort } });
            }
            catch (Exception)
            {
                errors.Add(deal.Id);
            }
        }
        Console.WriteLine(string.Join(", ", errors));
        """);

    [Fact]
    public Task AFinallyAroundALoopInACatch() => Stays("""
        var number = 0;
        try
        {
            Console.WriteLine("start");
        }
        catch (InvalidOperationException)
        {
            foreach (var deal in deals)
            {
                number++;
                await client.{|BX1001:CallAsync|}("crm.deal.update", new { id = deal.Id, fields = new { SORT = number } });
            }
        }
        finally
        {
            Console.WriteLine(number);
        }
        """);
}
