using System.Collections.Immutable;
using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Tests.Dependence;

/// <summary>A loop in a class that has a client, and what is proved about the call behind <c>/*call*/</c>.</summary>
static class Loop
{
    const string Before = """
        using System;
        using System.Collections;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Data;
        using System.Diagnostics;
        using System.IO;
        using System.Linq;
        using System.Net.Http;
        using System.Text;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using Newtonsoft.Json.Linq;

        public class Answer { public string Title { get; set; } = ""; public bool Ok { get; set; } public int Total; public void EnsureSuccess() { if (!Ok) throw new InvalidOperationException(); } }
        public class Contact { public int Id { get; set; } public string Name { get; set; } = ""; }
        public class Deal { public int Id { get; set; } public string Title { get; set; } = ""; public bool Active { get; set; } public Contact Contact { get; set; } = new(); public List<string> Tags { get; set; } = new(); public decimal Sum => Id * 2; }
        public sealed record Row(int Id, string Title);
        public interface IStore { Task SaveAsync(Answer answer); void Keep(Deal deal); }
        public interface ILogger { void LogInformation(string text); }
        public class Client
        {
            readonly HttpClient _http = new();
            int _count;
            public string Token { get; set; } = "";
            public int Count => _count;
            public async Task<Answer> CallAsync(string method, object body, CancellationToken cancellation = default)
            {
                _count++;
                var response = await _http.PostAsync("https://x.bitrix24.com/rest/1/" + Token + "/" + method, new StringContent(JsonSerializer.Serialize(body)));
                return JsonSerializer.Deserialize<Answer>(await response.Content.ReadAsStringAsync())!;
            }
            public Answer Call(string method, object body) { _count++; return CallAsync(method, body).Result; }
        }
        public class Portal { public Client Client { get; } = new(); public int Id { get; set; } }

        public partial class Sync
        {
            readonly Client client = new();
            readonly IStore store = null!;
            readonly ILogger logger = null!;
            readonly List<Deal> kept = new();
            int counter;
            Deal? last;

        """;

    static readonly ImmutableArray<MetadataReference> References = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(static p => Path.GetFileName(p) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "Newtonsoft.Json.dll"))
        .Select(static p => (MetadataReference)MetadataReference.CreateFromFile(p)).ToImmutableArray();

    /// <summary>The plan in one line, or the refusal after a <c>-</c>.</summary>
    public static string Judge(string statements, bool writes = false, string others = "none", string members = "", string signature = "async Task Run(List<Deal> deals, CancellationToken cancellation)", bool nullable = true) =>
        JudgeSource(Before + signature + "\n{\n" + statements + "\n}\n" + members + "\n}", writes, others, nullable);

    public static string JudgeSource(string source, bool writes = false, string others = "none", bool nullable = true, bool mustCompile = true)
    {
        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest));
        var compilation = CSharpCompilation.Create("User", [tree], References, new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: nullable ? NullableContextOptions.Enable : NullableContextOptions.Disable));
        if (mustCompile)
            Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error));
        var mark = source.IndexOf("/*call*/", StringComparison.Ordinal);
        var call = tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Where(i => i.SpanStart > mark).MinBy(static i => (i.SpanStart, -i.Span.Length));
        if (call is null)
            return "- there is no call";
        var plan = Fission.Plan(Innermost(call), compilation.GetSemanticModel(tree), writes, others, CancellationToken.None, out var refusal);
        return plan is null ? "- " + refusal : Text(plan);
    }

    /// <summary>Of <c>x.Call().Result.First()</c>, the call.</summary>
    static InvocationExpressionSyntax Innermost(InvocationExpressionSyntax call)
    {
        while (call.Expression.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault() is { } inner)
            call = inner;
        return call;
    }

    static string Text(LoopPlan plan)
    {
        var text = $"{plan.Element} in {plan.Elements}";
        if (plan.HoistElements)
            text += " hoisted";
        var index = 0;
        foreach (var statement in plan.Slice)
        {
            if (plan.Guard is not null && index == plan.BeforeGuard)
                text += " where " + plan.Guard;
            text += (plan.Moved.Contains(statement) ? " move " : " copy ") + Flat(statement);
            index++;
        }

        if (plan.Guard is not null && plan.BeforeGuard >= index)
            text += " where " + plan.Guard;
        if (!plan.Halts)
            text += " goes on";
        text += plan.IsAsync ? "" : plan.BlocksOnTask ? " blocking" : " sync";
        text += plan.IsWholeBody ? " whole" : plan.AnswerIsUsed ? "" : " unused";
        return text;
    }

    static string Flat(StatementSyntax statement) => string.Join(' ', statement.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
