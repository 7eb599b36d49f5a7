using System.Collections.Immutable;
using Bitrix24.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bitrix24.Analyzers.Benchmarks;

/// <summary>Runs analyzers on one thread, so that time is work.</summary>
static class Driver
{
    public static readonly ImmutableArray<DiagnosticAnalyzer> Idle = [.. new DiagnosticAnalyzer[] { new IdleAnalyzer() }];

    public static readonly ImmutableArray<DiagnosticAnalyzer> Floor = [.. new DiagnosticAnalyzer[] { new FloorAnalyzer() }];

    public static readonly ImmutableArray<DiagnosticAnalyzer> Ours =
        [.. typeof(BX1001CallInLoop).Assembly.GetTypes().Where(static t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(DiagnosticAnalyzer))).Select(static t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!)];

    static readonly CompilationWithAnalyzersOptions Options = new(
        new AnalyzerOptions(ImmutableArray<AdditionalText>.Empty), onAnalyzerException: static (e, _, _) => throw e, concurrentAnalysis: false, logAnalyzerExecutionTime: false);

    /// <summary>What a build does: everything is bound, and analyzers see all of it.</summary>
    public static async Task<int> BuildAsync(CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var diagnostics = await new CompilationWithAnalyzers(compilation, analyzers, Options).GetAllDiagnosticsAsync(CancellationToken.None);
        return diagnostics.Length;
    }

    /// <summary>What an editor does for the document in front: the compiler's errors, then the analyzers' diagnostics, of this document alone.</summary>
    public static async Task<int> LookAsync(CSharpCompilation compilation, SyntaxTree document, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var model = compilation.GetSemanticModel(document);
        var errors = model.GetDiagnostics();
        var diagnostics = await new CompilationWithAnalyzers(compilation, analyzers, Options).GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, CancellationToken.None);
        return errors.Length + diagnostics.Length;
    }
}
