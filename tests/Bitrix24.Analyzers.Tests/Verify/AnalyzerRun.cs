using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bitrix24.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bitrix24.Analyzers.Tests.Verify;

/// <summary>Runs the rules as a build does and as an IDE does. A rule that throws fails the test.</summary>
static class AnalyzerRun
{
    /// <summary>All that there are, in the order of their ids.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Rules { get; } = [.. typeof(BX1001CallInLoop).Assembly.GetTypes()
        .Where(static t => !t.IsAbstract && t.IsSubclassOf(typeof(DiagnosticAnalyzer))).OrderBy(static t => t.Name, StringComparer.Ordinal).Select(static t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!)];

    /// <summary>Over the whole compilation, as a build does.</summary>
    public static Task<IReadOnlyList<Reported>> BuildAsync(CSharpCompilation compilation, params AdditionalText[] files) => BuildAsync(compilation, new AnalyzerOptions([.. files]), CancellationToken.None);

    /// <summary>As a build that is given up.</summary>
    public static async Task<IReadOnlyList<Reported>> BuildAsync(CSharpCompilation compilation, AnalyzerOptions options, CancellationToken cancellation)
    {
        var thrown = new ConcurrentBag<Exception>();
        var diagnostics = await With(compilation, options, thrown).GetAnalyzerDiagnosticsAsync(cancellation);
        return Checked(diagnostics, thrown);
    }

    /// <summary>Tree by tree, as an IDE does, on a compilation that no rule has seen.</summary>
    public static Task<IReadOnlyList<Reported>> IdeAsync(CSharpCompilation compilation) => IdeAsync(compilation, compilation.SyntaxTrees, new AnalyzerOptions([]));

    /// <summary>Tree by tree, in the order given.</summary>
    public static async Task<IReadOnlyList<Reported>> IdeAsync(CSharpCompilation compilation, IEnumerable<SyntaxTree> trees, AnalyzerOptions options)
    {
        var thrown = new ConcurrentBag<Exception>();
        var fresh = compilation.Clone();
        var run = With(fresh, options, thrown);
        var diagnostics = new List<Diagnostic>();
        foreach (var tree in trees)
            diagnostics.AddRange(await run.GetAnalyzerSemanticDiagnosticsAsync(fresh.GetSemanticModel(tree), filterSpan: null, CancellationToken.None));
        foreach (var file in options.AdditionalFiles)
            diagnostics.AddRange((await run.GetAnalysisResultAsync(file, CancellationToken.None)).GetAllDiagnostics());
        return Checked(diagnostics, thrown);
    }

    static CompilationWithAnalyzers With(CSharpCompilation compilation, AnalyzerOptions options, ConcurrentBag<Exception> thrown) => new(
        compilation,
        Rules,
        new CompilationWithAnalyzersOptions(
            options, (exception, _, _) => thrown.Add(exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: false));

    static IReadOnlyList<Reported> Checked(IReadOnlyCollection<Diagnostic> diagnostics, ConcurrentBag<Exception> thrown)
    {
        Assert.True(thrown.IsEmpty, $"A rule threw: {thrown.FirstOrDefault()}");
        Assert.DoesNotContain(diagnostics, static d => string.Equals(d.Id, "AD0001", StringComparison.Ordinal));
        return Reported.InOrder(diagnostics);
    }
}
