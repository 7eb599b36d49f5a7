using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis.CSharp;

namespace Bitrix24.Analyzers.Benchmarks;

/// <summary>A whole build's binding, with and without analyzers.</summary>
[MemoryDiagnoser]
public class BuildBenchmarks
{
    CSharpCompilation _compilation = null!;

    [Params(false, true)]
    public bool Evidence { get; set; }

    [GlobalSetup]
    public async Task CheckAsync()
    {
        var errors = SyntheticCode.Compile(Evidence).GetDiagnostics().Where(static d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
            throw new InvalidOperationException(errors[0].ToString());
        var warnings = await Driver.BuildAsync(SyntheticCode.Compile(Evidence), Driver.Ours) - await Driver.BuildAsync(SyntheticCode.Compile(Evidence), Driver.Idle);
        if (warnings > 0 != Evidence)
            throw new InvalidOperationException($"{warnings} warnings where evidence is {Evidence}.");
    }

    [IterationSetup]
    public void Parse() => _compilation = SyntheticCode.Compile(Evidence);

    [Benchmark(Baseline = true)]
    public Task<int> Binding() => Driver.BuildAsync(_compilation, Driver.Idle);

    [Benchmark]
    public Task<int> EmptyInvocationAction() => Driver.BuildAsync(_compilation, Driver.Floor);

    [Benchmark]
    public Task<int> Bitrix24Analyzers() => Driver.BuildAsync(_compilation, Driver.Ours);
}
