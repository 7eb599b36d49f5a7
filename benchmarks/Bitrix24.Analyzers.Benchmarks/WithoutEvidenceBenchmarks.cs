using BenchmarkDotNet.Attributes;
using Bitrix24.Analyzers.Batch;
using Bitrix24.Analyzers.Outline;
using Microsoft.CodeAnalysis.CSharp;

namespace Bitrix24.Analyzers.Benchmarks;

/// <summary>
/// What code pays that has nothing to do with Bitrix24, next to its binding: the C# files below the folder that
/// <c>BITRIX24_BENCH_SOURCES</c> names, or generated ones. Trees are parsed anew each time, so that nothing is known of them.
/// </summary>
[MemoryDiagnoser]
public class WithoutEvidenceBenchmarks
{
    string[] _texts = [];
    CSharpCompilation _compilation = null!;

    [GlobalSetup]
    public void Read() => _texts = Environment.GetEnvironmentVariable("BITRIX24_BENCH_SOURCES") is { Length: > 0 } folder
        ? [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText)]
        : [.. Enumerable.Range(0, SyntheticCode.Files).Select(static file => SyntheticCode.Text(file, evidence: false))];

    /// <summary>References are read here: whoever asks first would pay for all.</summary>
    [IterationSetup]
    public void Parse()
    {
        _compilation = SyntheticCode.Compile(_texts.Select(SyntheticCode.Parse));
        if (!_compilation.ReferencedAssemblyNames.Any())
            throw new InvalidOperationException("There are no references.");
    }

    [Benchmark(Baseline = true)]
    public int Binding() => _compilation.GetDiagnostics().Length;

    [Benchmark]
    public bool Gate() => EvidenceGate.Opens(_compilation, CancellationToken.None);

    [Benchmark]
    public int Generator() => CSharpGeneratorDriver.Create(new Bitrix24BatchGenerator()).RunGenerators(_compilation).GetRunResult().GeneratedTrees.Length;

    /// <summary>Last, so that a cold start stays one.</summary>
    [GlobalCleanup]
    public void Check()
    {
        Parse();
        if (Gate() || Generator() > 0)
            throw new InvalidOperationException("This code has evidence.");
    }
}
