namespace Bitrix24.Analyzers.Tests.Dependence;

/// <summary>Ends of the loop, errors and what catches them.</summary>
public class ExitTests
{
    const string Send = """var r = await /*call*/client.CallAsync("crm.deal.update", new { deal.Id });""";
    const string LoopEnds = "- the loop may end between two writes";
    const string LoopThrows = "- the loop may throw between two writes";

    [Theory]
    [InlineData("SEND if (!r.Ok) break;", "deal in deals", LoopEnds)]
    [InlineData("SEND if (!r.Ok) return;", "deal in deals", LoopEnds)]
    [InlineData("SEND if (!r.Ok) throw new InvalidOperationException();", "deal in deals", LoopThrows)]
    [InlineData("SEND r.EnsureSuccess();", "deal in deals", LoopThrows)]
    [InlineData("SEND Check(r);", "deal in deals", LoopThrows)]
    [InlineData("SEND Safe(r);", "deal in deals", "deal in deals")]
    [InlineData("SEND ArgumentNullException.ThrowIfNull(r);", "deal in deals", LoopThrows)]
    [InlineData("SEND var t = r.Title ?? throw new InvalidOperationException();", "deal in deals", LoopThrows)]
    [InlineData("SEND if (!r.Ok) goto end;", "deal in deals", LoopEnds)]
    [InlineData("SEND switch (r.Total) { case 1: break; }", "deal in deals", "deal in deals")]
    [InlineData("SEND foreach (var tag in deal.Tags) { if (tag == \"\") break; }", "deal in deals", "deal in deals")]
    [InlineData("SEND if (!r.Ok) continue; Console.WriteLine();", "deal in deals", "deal in deals")]
    [InlineData("if (cancellation.IsCancellationRequested) break; SEND", "deal in deals", "deal in deals")]
    [InlineData("if (cancellation.IsCancellationRequested) { return; } SEND", "deal in deals", "deal in deals")]
    [InlineData("cancellation.ThrowIfCancellationRequested(); SEND", "deal in deals", "deal in deals")]
    [InlineData("if (deal.Active) break; SEND", "deal in deals", LoopEnds)]
    public void Left(string round, string read, string write)
    {
        var loop = "foreach (var deal in deals) { " + round.Replace("SEND", Send, StringComparison.Ordinal) + " } end: return;";
        const string Members = "void Check(Answer a) { if (!a.Ok) throw new InvalidOperationException(); } void Safe(Answer a) { try { Check(a); } catch (Exception) { counter++; } }";
        Assert.Equal(read, Loop.Judge(loop, members: Members));
        Assert.Equal(write, Loop.Judge(loop, writes: true, members: Members));
    }

    [Theory]
    [InlineData("try { SEND } catch (Exception e) { Console.WriteLine(e); }", "deal in deals goes on")]
    [InlineData("try { SEND } catch { }", "deal in deals goes on")]
    [InlineData("try { SEND } catch (HttpRequestException) { }", "deal in deals")]
    [InlineData("try { SEND } catch (HttpRequestException) { } catch (Exception) { }", "deal in deals goes on")]
    [InlineData("try { SEND } catch (Exception e) when (e.Message == \"\") { }", "deal in deals")]
    [InlineData("try { SEND } catch (Exception e) { Console.WriteLine(e); throw; }", "deal in deals")]
    [InlineData("try { SEND } catch (Exception e) { throw new InvalidOperationException(\"\", e); }", "deal in deals")]
    [InlineData("try { SEND } catch (Exception) { break; }", "deal in deals")]
    [InlineData("try { try { SEND } catch (HttpRequestException) { throw; } } catch (Exception) { continue; }", "deal in deals goes on")]
    [InlineData("try { SEND } finally { counter++; }", "deal in deals")]
    [InlineData("try { SEND r.EnsureSuccess(); } catch (Exception) { counter++; }", "deal in deals goes on")]
    [InlineData("try { SEND r.EnsureSuccess(); } catch (Exception) { throw; }", LoopThrows)]
    [InlineData("try { Console.WriteLine(); } catch (Exception) { SEND }", "- the call is in a catch or finally")]
    public void Caught(string round, string expected) => Assert.Equal(expected, Loop.Judge(
        "foreach (var deal in deals) { " + round.Replace("SEND", Send, StringComparison.Ordinal) + " }", writes: true));

    [Theory]
    [InlineData("var id = deal.Id;", "id", "deal in deals move var id = deal.Id; goes on")]
    [InlineData("var id = deal.Id; Console.WriteLine(id);", "id", "deal in deals copy var id = deal.Id; goes on")]
    [InlineData("var id = int.Parse(deal.Title);", "id", "deal in deals move var id = int.Parse(deal.Title); goes on")]
    [InlineData("var id = int.Parse(deal.Title); Console.WriteLine(id);", "id", "- an exception ahead of the call would be caught and skip it")]
    [InlineData("Check(deal);", "deal.Id", "- an exception ahead of the call would be caught and skip it")]
    [InlineData("if (int.Parse(deal.Title) == 0) continue;", "deal.Id", "- an exception ahead of the call would be caught and skip it")]
    [InlineData("if (!deal.Active) continue;", "deal.Id", "deal in deals where deal.Active goes on")]
    [InlineData("Console.WriteLine(deal.Title);", "deal.Id", "deal in deals goes on")]
    public void Skipped(string ahead, string id, string expected) => Assert.Equal(expected, Loop.Judge(
        "foreach (var deal in deals) { try { " + ahead + """ var r = await /*call*/client.CallAsync("crm.deal.update", new { id = """ + id + " }); } catch (Exception e) { Console.WriteLine(e.Message); } }",
        members: "void Check(Deal deal) { if (deal.Id == 0) throw new InvalidOperationException(); }"));

    [Theory]
    [InlineData("await Task.Delay(5);", "catch (Exception) { }", "deal in deals goes on")]
    [InlineData("await Task.Delay(5, cancellation);", "catch (Exception) { }", "- an exception ahead of the call would be caught and skip it")]
    [InlineData("deals[0].Contact.Tags();", "catch (Exception e) { if (e.Message == \"\") throw; }", "- an exception ahead of the call would be caught and skip it")]
    [InlineData("deals[0].Contact.Tags();", "catch (Exception) { throw; }", "deal in deals")]
    [InlineData("if (deal.Id == 0) goto skip;", "catch (Exception) { throw; } skip: counter++;", "- a label is a loop of its own")]
    public void Ahead(string ahead, string handler, string expected) => Assert.Equal(expected, Loop.Judge(
        "foreach (var deal in deals) { try { " + ahead.Replace("deals[0].Contact.Tags()", "Read(deal)", StringComparison.Ordinal) + Send + " } " + handler + " }",
        members: "void Read(Deal deal) => Console.WriteLine(deal.Tags[0]);"));

    [Fact]
    public void Without_nullable_annotations_a_null_element_could_skip_the_call() => Assert.Equal(
        "- an exception ahead of the call would be caught and skip it",
        Loop.Judge("foreach (var deal in deals) { try { Console.WriteLine(deal.Title); " + Send + " } catch (Exception e) { Console.WriteLine(e.Message); } }", nullable: false));

    [Theory]
    [InlineData("using var activity = source.StartActivity(\"x\"); SEND", "deal in deals")]
    [InlineData("using (File.OpenRead(deal.Title)) { SEND }", "deal in deals")]
    [InlineData("using (Open(deal)) { SEND }", "- the call is made while Keep is open")]
    public void Resource(string round, string expected) => Assert.Equal(expected, Loop.Judge(
        "var source = new ActivitySource(\"x\"); foreach (var deal in deals) { " + round.Replace("SEND", Send, StringComparison.Ordinal) + " }",
        members: "IDisposable Open(Deal deal) { store.Keep(deal); return null!; }"));

    [Theory]
    [InlineData("foreach (var deal in deals) { SEND yield return r; }", false, "- Id is read early, and the caller of the iterator may write it")]
    [InlineData("foreach (var id in ids) { var deal = new Row(id, \"\"); SEND yield return r; }", false, "id in ids move var deal = new Row(id, \"\");")]
    [InlineData("foreach (var id in ids) { var deal = new Row(id, \"\"); SEND yield return r; }", true, "- the caller of the iterator runs between the writes")]
    public void Iterator(string loop, bool writes, string expected) => Assert.Equal(expected, Loop.Judge(
        loop.Replace("SEND", Send, StringComparison.Ordinal), writes, signature: "async IAsyncEnumerable<Answer> Run(List<Deal> deals, int[] ids)"));
}
