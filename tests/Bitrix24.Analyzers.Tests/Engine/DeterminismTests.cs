using System.Globalization;
using System.Text;
using Bitrix24.Analyzers.Tests.Verify;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bitrix24.Analyzers.Tests.Engine;

/// <summary>The same code gives the same diagnostics, whichever thread or file comes first.</summary>
public sealed class DeterminismTests
{
    const int Files = 30;

    /// <summary>Files that call into each other: a chain, circles, an interface, delegates, a cache, pages.</summary>
    static CSharpCompilation Solution()
    {
        var scenario = Code.Of("namespace App; public interface IStore { Task SaveAsync(int id); }").With("Portal.cs", Code.Portal);
        for (var i = 0; i < Files; i++)
            scenario = scenario.With(string.Create(CultureInfo.InvariantCulture, $"File{i}.cs"), FileOf(i));
        return scenario.Compile();
    }

    static string FileOf(int i)
    {
        var next = (i + 1) % Files;
        var store = i == 7 ? ", IStore" : "";
        return new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"namespace App; public class Base{i} {{ }}")
            .AppendLine(CultureInfo.InvariantCulture, $"public sealed class Sync{i}(Portal portal, IStore store) : Base{i}{store} {{")
            .AppendLine(CultureInfo.InvariantCulture, $"Sync{next} Next => new(portal, store); string? _kept;")
            .AppendLine(CultureInfo.InvariantCulture, $"public async Task RunAsync(List<int> items{i}) {{")
            .AppendLine(CultureInfo.InvariantCulture, $"foreach (var item in items{i}) {{ await portal.CallAsync(\"crm.deal.get\", new {{ item }}); await Next.OnceAsync(item); await Next.CircleAsync(item); await store.SaveAsync(item); await KeptAsync(); }}")
            .AppendLine(CultureInfo.InvariantCulture, $"await Next.EachAsync(items{i}, x => portal.CallAsync(\"crm.lead.update\", new {{ x }})); }}")
            .AppendLine(CultureInfo.InvariantCulture, $"public Task OnceAsync(int id) => {(i == Files - 1 ? "portal.CallAsync(\"crm.contact.update\", new { id })" : "Next.OnceAsync(id)")};")
            .AppendLine("public async Task CircleAsync(int id) { if (id > 0) await Next.CircleAsync(id - 1); await portal.CallAsync(\"crm.company.update\", new { id }); }")
            .AppendLine("public async Task EachAsync(List<int> all, Func<int, Task> act) { foreach (var one in all) await act(one); }")
            .AppendLine("public Task SaveAsync(int id) => portal.CallAsync(\"crm.item.update\", new { id });")
            .AppendLine("async Task<string> KeptAsync() => _kept ??= await portal.CallAsync(\"crm.deal.fields\"); }")
            .ToString();
    }

    [Fact]
    public async Task FiftyConcurrentRunsAgree()
    {
        var solution = Solution();
        var first = await AnalyzerRun.BuildAsync(solution.Clone());
        Assert.Equal(5 * Files, first.Count);
        var runs = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => AnalyzerRun.BuildAsync(solution.Clone()))));
        Assert.All(runs, run => Assert.Equal(first, run));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task FilesMayBeAskedForInAnyOrder(int seed)
    {
        var solution = Solution();
        var first = await AnalyzerRun.BuildAsync(solution.Clone());
        var trees = solution.SyntaxTrees.ToArray();
        Shuffle(trees, seed);
        Assert.Equal(first, await AnalyzerRun.IdeAsync(solution.Clone(), trees, new AnalyzerOptions([])));
    }

    [Fact]
    public async Task FilesMayStandInAnyOrder()
    {
        var solution = Solution();
        var trees = solution.SyntaxTrees.ToArray();
        Array.Reverse(trees);
        Assert.Equal(await AnalyzerRun.BuildAsync(solution.Clone()), await AnalyzerRun.BuildAsync(solution.RemoveAllSyntaxTrees().AddSyntaxTrees(trees)));
    }

    [Fact]
    public async Task AnEditElsewhereGivesWhatAFreshStartGives()
    {
        var solution = Solution();
        await AnalyzerRun.BuildAsync(solution);
        var old = solution.SyntaxTrees.Single(static t => t.FilePath == "File29.cs");
        var text = old.ToString().Replace("crm.contact.update", "crm.contact.delete", StringComparison.Ordinal);
        var edited = solution.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(text, path: old.FilePath));
        var fresh = solution.RemoveAllSyntaxTrees().AddSyntaxTrees(edited.SyntaxTrees.Select(static t => CSharpSyntaxTree.ParseText(t.ToString(), path: t.FilePath)));
        var after = await AnalyzerRun.BuildAsync(edited);
        Assert.Contains(after, static f => f.Message.Contains("'crm.contact.delete'", StringComparison.Ordinal));
        Assert.DoesNotContain(after, static f => f.Message.Contains("'crm.contact.update'", StringComparison.Ordinal));
        Assert.Equal(await AnalyzerRun.BuildAsync(fresh), after);
    }

    /// <summary>A reproducible order.</summary>
    static void Shuffle(SyntaxTree[] trees, int seed)
    {
        for (var i = trees.Length - 1; i > 0; i--)
        {
            seed = ((seed * 1103515245) + 12345) & int.MaxValue;
            var j = seed % (i + 1);
            (trees[i], trees[j]) = (trees[j], trees[i]);
        }
    }
}
