using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bitrix24.Analyzers.Tests.Verify;

/// <summary>The framework that runs the tests, and the stubs of libraries as compiled assemblies.</summary>
static class References
{
    static readonly ConcurrentDictionary<string, MetadataReference> Stubs = new(StringComparer.Ordinal);

    public static ImmutableArray<MetadataReference> Framework { get; } = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(System.IO.Path.PathSeparator)
        .Where(static path => System.IO.Path.GetFileNameWithoutExtension(path) is var name
            && (name is "netstandard" or "mscorlib" or "System" or "Newtonsoft.Json" || name.StartsWith("System.", StringComparison.Ordinal)))
        .Select(static path => MetadataReference.CreateFromFile(path))];

    public static string StubSource(string name)
    {
        using var stream = typeof(References).Assembly.GetManifestResourceStream($"Stubs/{name}.cs")
            ?? throw new ArgumentException($"There is no stub of {name}.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static MetadataReference Stub(string name) => Stubs.GetOrAdd(name, static n =>
        Image(Compile(n, [CSharpSyntaxTree.ParseText(StubSource(n))], [], OutputKind.DynamicallyLinkedLibrary)));

    /// <summary>Kept so that the framework is read once for all tests.</summary>
    static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "App", [], Framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static CSharpCompilation Compile(string name, IEnumerable<SyntaxTree> trees, IReadOnlyCollection<MetadataReference> others, OutputKind kind)
    {
        var compilation = Empty.AddSyntaxTrees(trees);
        if (others.Count > 0)
            compilation = compilation.AddReferences(others);
        if (kind != Empty.Options.OutputKind)
            compilation = compilation.WithOptions(Empty.Options.WithOutputKind(kind));
        return name == Empty.AssemblyName ? compilation : compilation.WithAssemblyName(name);
    }

    /// <summary>What a build gives to the projects above this one.</summary>
    public static MetadataReference Image(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join(Environment.NewLine, result.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error)));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
