namespace Bitrix24.Analyzers.Tests.Dependence;

/// <summary>Code as it looks while it is being typed: whatever is proved or refused, nothing is thrown.</summary>
public class RobustnessTests
{
    const string Source = """
        using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks;
        class Deal { public int Id { get; set; } public List<string> Tags = new(); }
        class Client { int n; public async Task<dynamic> CallAsync(string m, object b) { n++; await Task.Yield(); return b; } }
        class A
        {
            readonly Client client = new();
            async Task Run(List<Deal> deals, Queue<int> queue)
            {
                for (int i = deals.Count - 1; i > 0; i -= 2) { if (deals[i].Id == 0) continue; var r = await /*call*/client.CallAsync("x", new { deals[i].Id }); Console.WriteLine(r.Id); }
                foreach (var deal in deals.Where(d => d.Id > 0)) { try { var f = new Dictionary<string, object>(); f["A"] = deal.Id; await client.CallAsync("x", f); } catch (Exception e) { Console.WriteLine(e); } }
                while (queue.TryDequeue(out var id)) await client.CallAsync("x", new { id });
                deals.ForEach(d => { var tags = d.Tags; client.CallAsync("x", new { tags, d?.Id }).Wait(); });
            }
        }
        """;

    [Fact]
    public void Cut_off_anywhere()
    {
        var start = Source.IndexOf("/*call*/", StringComparison.Ordinal);
        for (var length = start + 20; length < Source.Length; length += 7)
            Assert.NotEmpty(Loop.JudgeSource(Source[..length], mustCompile: false));
    }

    [Fact]
    public void With_a_piece_missing_anywhere()
    {
        var calls = new[] { "await /*call*/client.CallAsync(\"x\", new", "await /*call*/client.CallAsync(\"x\", f", "out var id)) await /*call*/client.CallAsync(", "/*call*/client.CallAsync(\"x\", new { tags" };
        foreach (var call in calls)
        {
            var marked = Source.Replace("/*call*/", "", StringComparison.Ordinal).Replace(call.Replace("/*call*/", "", StringComparison.Ordinal), call, StringComparison.Ordinal);
            for (var at = marked.IndexOf("async Task Run", StringComparison.Ordinal); at < marked.Length - 5; at += 13)
            {
                var text = marked.Remove(at, 3);
                if (text.IndexOf("/*call*/client.CallAsync(", StringComparison.Ordinal) >= 0)
                    Assert.NotEmpty(Loop.JudgeSource(text, mustCompile: false));
            }
        }
    }
}
