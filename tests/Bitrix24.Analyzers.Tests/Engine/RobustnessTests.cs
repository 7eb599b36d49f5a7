using System.Globalization;
using System.Text;
using Bitrix24.Analyzers.Tests.Verify;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bitrix24.Analyzers.Tests.Engine;

/// <summary>Code that is half typed, broken or enormous: no rule throws, and what can be told is told.</summary>
public sealed class RobustnessTests
{
    const string Method = """
        using System.Net;
        namespace App;
        public sealed partial class Bitrix24Sync<T>(HttpClient http, string webhook) where T : class
        {
            readonly Dictionary<int, string> _deals = new() { [1] = "crm.deal.get" };
            public event Action? Done;
            string Url => $"{webhook}/{Method}.json";
            const string Method = "crm.deal.list";
            public async Task<List<T>> RunAsync(IReadOnlyList<int> ids, Func<int, Task>? act = null, CancellationToken token = default)
            {
                var all = new List<T>();
                for (int? start = 0; start is not null; start = start < 100 ? start + 50 : null)
                    all.AddRange((await http.GetFromJsonAsync<List<T>>(Url + "?start=" + start, token))!);
                foreach (var (index, id) in ids.Index().Where(p => p is { Item2: > 0 }))
                {
                    if (!_deals.TryGetValue(id, out var deal) && id switch { > 5 => true, _ => false })
                        _deals[id] = deal = await CallAsync<string>("crm.deal.get", new { id, index }) ?? string.Empty;
                    try { await CallAsync<T>($"crm.{deal?.Trim()}.update", fields: new Dictionary<string, object> { ["ID"] = id }); }
                    catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.TooManyRequests) { await Task.Delay(TimeSpan.FromSeconds(1), token); continue; }
                    finally { Done?.Invoke(); }
                    await (act?.Invoke(id) ?? Task.CompletedTask);
                }
                await Task.WhenAll(from id in ids let m = id + 1 where m > 0 select http.PostAsync(new Uri(string.Format("{0}/crm.item.{1}", webhook, "get")), null, token));
                async Task<R?> CallAsync<R>(string method, object fields) where R : class { using var r = await http.PostAsJsonAsync(webhook + "/" + method, fields, token); return await r.Content.ReadFromJsonAsync<R>(token); }
                return [.. all];
            }
        }
        """;

    [Fact]
    public async Task AWholeMethodReports()
    {
        var findings = await AnalyzerRun.BuildAsync(Compile(Method));
        Assert.Equal(["'crm.deal.get'", "'crm.*.update'", "'crm.item.get'"], findings.Select(static f => f.Message.Split(" is called")[0]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(15)]
    public async Task HalfTypedCodeThrowsNothing(int from)
    {
        for (var length = from; length < Method.Length; length += 20)
            await AnalyzerRun.BuildAsync(Compile(Method[..length]));
    }

    [Fact]
    public async Task CodeWithAPieceMissingThrowsNothing()
    {
        for (var start = 0; start + 30 < Method.Length; start += 30)
            await AnalyzerRun.BuildAsync(Compile(Method.Remove(start, 30)));
    }

    [Fact]
    public async Task CodeWithoutAnyReferenceThrowsNothing()
    {
        var compilation = CSharpCompilation.Create("App", [CSharpSyntaxTree.ParseText(Method), Code.GlobalUsings]);
        Assert.Equal(await AnalyzerRun.BuildAsync(compilation), await AnalyzerRun.IdeAsync(compilation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("// crm.deal.get")]
    [InlineData("#region /rest/\n#endregion")]
    [InlineData("#if BITRIX24\nforeach (var x in y) http.GetAsync(\"crm.deal.get\");\n#endif")]
    [InlineData("#error bitrix24")]
    [InlineData("using System;")]
    [InlineData("namespace Bitrix24 { }")]
    [InlineData("foreach (var x in bitrix)")]
    [InlineData("class Bitrix24 { void M() { foreach")]
    [InlineData("class Bitrix24 { void M() => ; int P { get; } int this[int i] => ; ~Bitrix24() }")]
    [InlineData("delegate void Bitrix24(); enum B24 { A } record struct Bx24(int X); interface IBitrix { void M(); }")]
    [InlineData("[assembly: System.Reflection.AssemblyTitle(\"crm.deal.get\")]")]
    public async Task OddFilesAreQuiet(string text)
    {
        var compilation = Compile(text);
        Assert.Empty(await AnalyzerRun.BuildAsync(compilation));
        Assert.Empty(await AnalyzerRun.IdeAsync(compilation));
    }

    [Theory]
    [InlineData("public class A : B { public override Task Save(int id) => null!; } public class B : A { public virtual Task Save(int id) => null!; }")]
    [InlineData("public interface A : B { Task Save(int id); } public interface B : A { } public class C : A { public Task Save(int id) => portal.CallAsync(\"crm.deal.update\"); }")]
    [InlineData("public abstract class A : A { public abstract Task Save(int id); }")]
    [InlineData("public abstract class A : X.Y<A> { public abstract Task Save(int id); }")]
    [InlineData("public class A { public Task Save(int id) => Save(id); public Task Save(int id) => portal.CallAsync(\"crm.deal.update\"); }")]
    public async Task BrokenInheritanceThrowsNothing(string types)
    {
        var compilation = Compile($"namespace App; {types} public class Sync(A a) {{ async Task Run(int[] ids) {{ foreach (var id in ids) await a.Save(id); }} }}");
        await AnalyzerRun.BuildAsync(compilation);
        await AnalyzerRun.IdeAsync(compilation);
    }

    [Fact]
    public async Task ATypeDeclaredTwiceThrowsNothing()
    {
        var one = CSharpSyntaxTree.ParseText(Method, path: "1.cs");
        var two = CSharpSyntaxTree.ParseText(Method, path: "2.cs");
        await AnalyzerRun.BuildAsync(References.Compile("App", [one, two, Code.GlobalUsings], [], OutputKind.DynamicallyLinkedLibrary));
    }

    [Fact]
    public async Task AScriptThrowsNothing()
    {
        var tree = CSharpSyntaxTree.ParseText(
            "var ids = new[] { 1, 2, 3, 4, 5 }; foreach (var id in ids) new HttpClient().GetAsync($\"https://example.bitrix24.com/rest/1/secret/crm.deal.get?id={id}\").Wait();",
            new CSharpParseOptions(kind: SourceCodeKind.Script));
        await AnalyzerRun.BuildAsync(CSharpCompilation.CreateScriptCompilation("App", tree, References.Framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, usings: ["System.Net.Http"])));
    }

    [Fact]
    public async Task AMethodOfTenThousandLinesTakesSeconds()
    {
        var body = new StringBuilder();
        for (var i = 0; i < 2500; i++)
        {
            body.AppendLine(CultureInfo.InvariantCulture, $"foreach (var id{i} in ids)").AppendLine("{")
                .AppendLine(CultureInfo.InvariantCulture, $"await portal.CallAsync(\"crm.deal.get\", new {{ id = id{i} }});").AppendLine("}");
        }

        var findings = await InTimeAsync(Code.InMethod(body.ToString()));
        Assert.Equal(2500, findings.Count);
    }

    [Theory]
    [InlineData("var i = 0; i > int.MinValue; i--")]
    [InlineData("var i = int.MinValue; i <= int.MaxValue; i++")]
    public async Task ACountBeyondAnIntegerReports(string header) =>
        Assert.Single(await InTimeAsync(Code.InMethod($$"""for ({{header}}) await portal.CallAsync("crm.deal.get", new { id = i });""")));

    [Fact]
    public async Task AChainOfThreeThousandMethodsReports()
    {
        var members = new StringBuilder();
        for (var i = 0; i < 3000; i++)
            members.AppendLine(CultureInfo.InvariantCulture, $"Task M{i}(int id) => M{i + 1}(id);");
        members.AppendLine("""Task M3000(int id) => portal.CallAsync("crm.deal.update", new { id });""");
        members.AppendLine("public async Task RunAsync(List<int> ids) { foreach (var id in ids) await M0(id); }");
        var finding = Assert.Single(await InTimeAsync(Code.InClass(members.ToString())));
        Assert.StartsWith("'crm.deal.update' is called for each of 'ids'", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACircleOfThousandMethodsReports()
    {
        var members = new StringBuilder();
        for (var i = 0; i < 1000; i++)
            members.AppendLine(CultureInfo.InvariantCulture, $"async Task M{i}(int id) {{ await M{(i + 1) % 1000}(id); await portal.CallAsync(\"crm.deal.update\", new {{ id }}); }}");
        members.AppendLine("public async Task RunAsync(List<int> ids) { foreach (var id in ids) await M500(id); }");
        Assert.Single(await InTimeAsync(Code.InClass(members.ToString())));
    }

    [Fact]
    public async Task ASumOfTwoThousandPartsReports()
    {
        var sum = string.Join(" + ", Enumerable.Range(0, 2000).Select(static i => i % 2 == 0 ? "\"/\"" : "webhook"));
        Assert.Single(await InTimeAsync(Code.WithHttp($"foreach (var id in ids) await http.GetAsync({sum} + \"/crm.deal.get\");")));
    }

    [Fact]
    public async Task TwoHundredNestedParenthesesReport()
    {
        var expression = new string('(', 200) + "\"crm.deal.get\"" + new string(')', 200);
        Assert.Single(await InTimeAsync(Code.InMethod($"foreach (var id in ids) await portal.CallAsync({expression});")));
    }

    [Fact]
    public async Task TwoHundredNestedLambdasThrowNothing()
    {
        var lambda = string.Concat(Enumerable.Range(0, 200).Select(static i => string.Create(CultureInfo.InvariantCulture, $"new Action(() => "))) + "portal.CallAsync(\"crm.deal.get\")" + new string(')', 200);
        await AnalyzerRun.BuildAsync(Compile($"namespace App; class Sync(Portal portal) {{ void Run(int[] ids) {{ foreach (var id in ids) {{ var x = {lambda}; x(); }} }} }} {Code.Portal.Replace("namespace App;", "", StringComparison.Ordinal)}"));
    }

    [Fact]
    public async Task TwoHundredNestedLoopsReport()
    {
        var loops = string.Concat(Enumerable.Range(0, 200).Select(static i => string.Create(CultureInfo.InvariantCulture, $"foreach (var id{i} in ids) ")));
        Assert.Single(await InTimeAsync(Code.InMethod($"{loops} await portal.CallAsync(\"crm.deal.get\", new {{ id = id199 }});")));
    }

    [Fact]
    public async Task AFluentChainOfFiveHundredCallsReports()
    {
        var chain = "new System.Text.StringBuilder(webhook)" + string.Concat(Enumerable.Repeat(".Append('/')", 500));
        Assert.Single(await InTimeAsync(Code.WithHttp($"foreach (var id in ids) {{ var text = {chain}; await http.GetAsync($\"{{text}}/crm.deal.get?id={{id}}\"); }}")));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(60)]
    [InlineData(1000)]
    public async Task ALocalThatIsBuiltFromItselfReports(int times)
    {
        var assignments = string.Concat(Enumerable.Repeat("url = url + \"/\" + webhook;\n", times));
        Assert.Single(await InTimeAsync(Code.WithHttp($"var url = webhook; {assignments} foreach (var id in ids) await http.GetAsync(url + \"/crm.deal.get\");")));
    }

    static CSharpCompilation Compile(string text) =>
        References.Compile("App", [CSharpSyntaxTree.ParseText(text, path: "App.cs"), Code.GlobalUsings], [], OutputKind.DynamicallyLinkedLibrary);

    static async Task<IReadOnlyList<Reported>> InTimeAsync(Scenario scenario)
    {
        var compilation = scenario.Compile();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            return await AnalyzerRun.BuildAsync(compilation, new AnalyzerOptions([]), limit.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail("The rules need more than 30 seconds.");
            throw;
        }
    }
}
