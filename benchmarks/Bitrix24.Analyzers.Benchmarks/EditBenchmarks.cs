using System.Globalization;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bitrix24.Analyzers.Benchmarks;

/// <summary>One key stroke in an editor: one tree of a compilation is replaced, and its document is looked at again.</summary>
[MemoryDiagnoser]
public class EditBenchmarks
{
    CSharpCompilation _compilation = null!;
    SyntaxTree _document = null!;
    int _edits;

    [Params(false, true)]
    public bool Evidence { get; set; }

    [GlobalSetup]
    public async Task OpenAsync()
    {
        _compilation = SyntheticCode.Compile(Evidence);
        _document = _compilation.SyntaxTrees[SyntheticCode.ServiceFile];
        await Driver.BuildAsync(_compilation, Driver.Ours);
    }

    [Benchmark(Baseline = true)]
    public Task<int> Binding() => EditAsync(Driver.Idle);

    [Benchmark]
    public Task<int> EmptyInvocationAction() => EditAsync(Driver.Floor);

    [Benchmark]
    public Task<int> Bitrix24Analyzers() => EditAsync(Driver.Ours);

    Task<int> EditAsync(System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzer> analyzers)
    {
        var text = SyntheticCode.Text(SyntheticCode.ServiceFile, Evidence)
            .Replace("answer.Length > 0", "answer.Length > " + (_edits++).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var edited = SyntheticCode.Parse(text, SyntheticCode.ServiceFile);
        return Driver.LookAsync(_compilation.ReplaceSyntaxTree(_document, edited), edited, analyzers);
    }
}
