using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bitrix24.Analyzers.Tests.Verify;

/// <summary>A user's code with what the rules must say about it, or that they must say nothing.</summary>
sealed record Scenario
{
    ImmutableArray<MarkedSource> Sources { get; init; } = [];

    ImmutableArray<(string Name, MarkedSource Source)> Libraries { get; init; } = [];

    bool LibrariesAsMetadata { get; init; }

    ImmutableArray<MetadataReference> References { get; init; } = [];

    ImmutableArray<MarkedSource> Files { get; init; } = [];

    ImmutableArray<string> Messages { get; init; } = [];

    ImmutableArray<string> RestMethods { get; init; } = [];

    Options Configuration { get; init; } = new("");

    ImmutableArray<string> Ids { get; init; } = [];

    bool MayBeBroken { get; init; }

    OutputKind Kind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    public Scenario With(string path, string marked) => this with { Sources = Sources.Add(MarkedSource.Parse(path, marked)) };

    /// <summary>A library by its stub, as a compiled assembly or as source.</summary>
    public Scenario WithStub(string name, bool asSource = false) => asSource
        ? With($"Stubs/{name}.cs", Verify.References.StubSource(name))
        : this with { References = References.Add(Verify.References.Stub(name)) };

    /// <summary>Another project that this one refers to; it refers to those added before it.</summary>
    public Scenario WithProject(string name, string marked) => this with { Libraries = Libraries.Add((name, MarkedSource.Parse($"{name}.cs", marked))) };

    /// <summary>Other projects are seen as a build sees them: compiled.</summary>
    public Scenario AsBuilt() => this with { LibrariesAsMetadata = true };

    public Scenario WithWrappers(string marked, string path = "Bitrix24.Wrappers.txt") => this with { Files = Files.Add(MarkedSource.Parse(path, marked)) };

    /// <summary>Any other additional file.</summary>
    public Scenario WithFile(string path, string marked) => this with { Files = Files.Add(MarkedSource.Parse(path, marked)) };

    /// <summary>What <c>.editorconfig</c> says for all files but these.</summary>
    public Scenario Configured(string lines, params string[] without) => this with { Configuration = new Options(lines, without) };

    /// <summary>The code uses a library that has not been restored.</summary>
    public Scenario Unrestored() => this with { MayBeBroken = true };

    public Scenario AsProgram() => this with { Kind = OutputKind.ConsoleApplication };

    /// <summary>Only these rules are asked, where others have their say too.</summary>
    public Scenario For(params string[] ids) => this with { Ids = [.. ids] };

    /// <summary>The exact message of each expected diagnostic, in the order of the source.</summary>
    public Scenario Saying(params string[] messages) => this with { Messages = [.. messages] };

    /// <summary>The REST method that each expected diagnostic names, in the order of the source.</summary>
    public Scenario Naming(params string[] restMethods) => this with { RestMethods = [.. restMethods] };

    /// <summary>Exactly the marked diagnostics are reported.</summary>
    public async Task ReportsAsync()
    {
        Assert.Contains(Marks, static m => IsExpectation(m));
        await VerifyAsync();
    }

    /// <summary>Nothing is reported.</summary>
    public async Task QuietAsync()
    {
        Assert.Empty(Marks);
        Assert.Empty(Messages);
        await VerifyAsync();
    }

    IEnumerable<Mark> Marks => Sources.Concat(Libraries.Select(static l => l.Source)).Concat(Files).SelectMany(static s => s.Marks);

    static bool IsExpectation(Mark mark) => mark.Label.StartsWith("BX", StringComparison.Ordinal);

    async Task VerifyAsync()
    {
        var compilation = Compile();
        var options = new AnalyzerOptions([.. Files.Select(static f => new AdditionalFile(f.Path, f.Text))], Configuration);
        var build = Asked(await AnalyzerRun.BuildAsync(compilation, options, CancellationToken.None));
        Assert.Equal(build, Asked(await AnalyzerRun.IdeAsync(compilation, compilation.SyntaxTrees, options)));
        Secrecy.Check(build, compilation);
        Compare(build);
        if (!Messages.IsEmpty)
            Assert.True(Messages.SequenceEqual(build.Select(static f => f.Message), StringComparer.Ordinal), $"""
                Expected:
                {string.Join(Environment.NewLine, Messages)}
                Said:
                {string.Join(Environment.NewLine, build.Select(static f => f.Message))}
                """);
        if (!RestMethods.IsEmpty)
            Assert.Equal(RestMethods.Select(static m => $"'{m}'"), build.Select(static f => f.Message.Split(" is called for each of ")[0]));
    }

    IReadOnlyList<Reported> Asked(IReadOnlyList<Reported> all) => Ids.IsEmpty ? all : [.. all.Where(f => Ids.Contains(f.Id))];

    public CSharpCompilation Compile()
    {
        var references = References;
        foreach (var (name, source) in Libraries)
        {
            var library = Compile(name, [source], references, OutputKind.DynamicallyLinkedLibrary, mayBeBroken: false);
            references = references.Add(LibrariesAsMetadata ? Verify.References.Image(library) : library.ToMetadataReference());
        }

        return Compile("App", Sources, references, Kind, MayBeBroken);
    }

    static CSharpCompilation Compile(string name, IEnumerable<MarkedSource> sources, ImmutableArray<MetadataReference> references, OutputKind kind, bool mayBeBroken)
    {
        var trees = sources.Select(static s => CSharpSyntaxTree.ParseText(s.Text, path: s.Path)).Append(Code.GlobalUsings);
        var compilation = Verify.References.Compile(name, trees, references, kind);
        var errors = compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(mayBeBroken == (errors.Count > 0), $"The code of the test {(mayBeBroken ? "compiles" : "does not compile")}: {string.Join(Environment.NewLine, errors)}");
        return compilation;
    }

    void Compare(IReadOnlyList<Reported> actual)
    {
        var expected = Marks.Where(IsExpectation).OrderBy(static m => m.Path, StringComparer.Ordinal).ThenBy(static m => m.Span.Start)
            .Select(m => Shown(m.Label, m.Path, m.Span.Start, m.Span.Length)).ToList();
        var reported = actual.Select(f => Shown(f.Id, f.Path, f.Start, f.Length)).ToList();
        Assert.True(expected.SequenceEqual(reported, StringComparer.Ordinal), $"""
            Expected:
            {string.Join(Environment.NewLine, expected)}
            Reported:
            {string.Join(Environment.NewLine, reported.Zip(actual, static (place, finding) => $"{place}: {finding.Message}"))}
            """);
        var via = Marks.Where(static m => m.Label == MarkedSource.Via).Select(static m => Reported.Place(m.Path, m.Span.Start, m.Span.Length)).ToHashSet(StringComparer.Ordinal);
        if (via.Count > 0)
            Assert.Equal(via.Order(StringComparer.Ordinal), actual.SelectMany(static f => f.Elsewhere.Split(", ")).Where(static e => e.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    /// <summary>A place as a person finds it: the file, the line and what stands there.</summary>
    string Shown(string id, string path, int start, int length)
    {
        var text = Sources.Concat(Files).First(s => s.Path == path).Text;
        var line = text.AsSpan(0, start).Count('\n') + 1;
        return $"{id} {path}({line}) {text.Substring(start, length)} [{start}]";
    }
}
