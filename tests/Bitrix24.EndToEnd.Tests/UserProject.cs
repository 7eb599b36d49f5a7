using System.Collections.Immutable;
using System.Reflection;
using Bitrix24.Analyzers.Batch;
using Bitrix24.Analyzers.CodeFixes.Fixes;
using Bitrix24.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Bitrix24.EndToEnd.Tests;

/// <summary>A user's project with the package, in the state that a number of fixes left it in.</summary>
sealed class UserProject
{
    static readonly ImmutableArray<MetadataReference> References = Libraries(static name => name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll" or "Newtonsoft.Json.dll");

    static readonly ImmutableArray<MetadataReference> Web = Libraries(static name => name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));

    static readonly AnalyzerFileReference Package = new(typeof(Bitrix24BatchGenerator).Assembly.Location, new Loader());

    readonly Solution _solution;
    readonly DocumentId _document;
    Task<Compilation>? _compilation;
    Task<IReadOnlyList<Diagnostic>>? _findings;

    UserProject(Solution solution, DocumentId document) => (_solution, _document) = (solution, document);

    public static UserProject Of(string code, IEnumerable<string> others, LanguageVersion language)
    {
        var id = ProjectId.CreateNewId();
        var document = DocumentId.CreateNewId(id);
        using var workspace = new AdhocWorkspace();
        var project = ProjectInfo.Create(id, VersionStamp.Default, "Acme", "Acme", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: language >= LanguageVersion.CSharp8 ? NullableContextOptions.Enable : NullableContextOptions.Disable),
            parseOptions: new CSharpParseOptions(language),
            metadataReferences: References,
            analyzerReferences: [Package]);
        var solution = workspace.CurrentSolution.AddProject(project).AddDocument(document, "Program.cs", SourceText.From(code), filePath: "/Program.cs");
        foreach (var (other, number) in others.Select(static (o, i) => (o, i)))
            solution = solution.AddDocument(DocumentId.CreateNewId(id), $"Client{number}.cs", SourceText.From(other), filePath: $"/Client{number}.cs");
        return new(solution, document);
    }

    static ImmutableArray<MetadataReference> Libraries(Func<string, bool> isMeant) => [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(path => isMeant(Path.GetFileName(path))).Select(static path => MetadataReference.CreateFromFile(path))];

    /// <summary>The same project with ASP.NET Core.</summary>
    public UserProject ForWeb() => new(_solution.AddMetadataReferences(_document.ProjectId, Web), _document);

    /// <summary>The same project with settings of the analyzers.</summary>
    public UserProject Configured(string settings) =>
        new(_solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(_document.ProjectId), ".globalconfig", SourceText.From("is_global = true\n" + settings), filePath: "/.globalconfig"), _document);

    Document Document => _solution.GetDocument(_document)!;

    public async Task<string> CodeAsync() => string.Join("\n", await Task.WhenAll(Document.Project.Documents.Select(static async d => (await d.GetTextAsync()).ToString())));

    /// <summary>The compilation, the batch helper in it where it is mentioned; no warning, no error.</summary>
    public Task<Compilation> CompileAsync() => _compilation ??= CompiledAsync();

    /// <summary>The findings of BX1001, in the order of the code.</summary>
    public Task<IReadOnlyList<Diagnostic>> FindAsync() => _findings ??= FoundAsync();

    async Task<Compilation> CompiledAsync()
    {
        var compilation = (await Document.Project.GetCompilationAsync())!;
        var complaints = compilation.GetDiagnostics().Where(static d => d.Severity >= DiagnosticSeverity.Warning && d.Id is not "CS1701" and not "CS1702").ToList();
        Assert.True(complaints.Count == 0, string.Join("\n", complaints) + "\n" + await CodeAsync());
        return compilation;
    }

    async Task<IReadOnlyList<Diagnostic>> FoundAsync()
    {
        var compilation = await CompileAsync();
        var found = await new CompilationWithAnalyzers(compilation, [new BX1001CallInLoop()], Document.Project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(found, static d => d.Id == "AD0001");
        return [.. found.Where(static d => d.Id == "BX1001").OrderBy(static d => d.Location.SourceSpan.Start)];
    }

    /// <summary>The project after the first fix that is offered, or null.</summary>
    public async Task<UserProject?> FixAsync()
    {
        foreach (var finding in await FindAsync())
        {
            var actions = new List<CodeAction>();
            await new BX1001CallInLoopFix().RegisterCodeFixesAsync(new CodeFixContext(Document, finding, (action, _) => actions.Add(action), CancellationToken.None));
            if (actions is [var only])
                return new((await only.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution, _document);
        }

        return null;
    }

    /// <summary>The project after one fix after another, and how many there were.</summary>
    public async Task<(UserProject Project, int Fixes)> FixedAsync()
    {
        var project = this;
        for (var fixes = 0; ; fixes++)
        {
            if (await project.FixAsync() is not { } changed)
                return (project, fixes);
            project = changed;
        }
    }

    /// <summary>The project after the first fix that is offered for the one finding of a rule, or null.</summary>
    public async Task<UserProject?> FixedAsync(string rule)
    {
        var compilation = await CompileAsync();
        var analyzer = New<DiagnosticAnalyzer>(typeof(BX1001CallInLoop).Assembly, a => a.SupportedDiagnostics.Any(d => d.Id == rule));
        var found = await new CompilationWithAnalyzers(compilation, [analyzer], Document.Project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();
        var finding = Assert.Single(found, d => d.Id == rule);
        var actions = new List<CodeAction>();
        await New<CodeFixProvider>(typeof(BX1001CallInLoopFix).Assembly, f => f.FixableDiagnosticIds.Contains(rule))
            .RegisterCodeFixesAsync(new CodeFixContext(Document, finding, (action, _) => actions.Add(action), CancellationToken.None));
        return actions is [var first, ..] ? new((await first.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution, _document) : null;
    }

    static T New<T>(Assembly assembly, Func<T, bool> isMeant) =>
        assembly.GetTypes().Where(static t => !t.IsAbstract && typeof(T).IsAssignableFrom(t) && t.GetConstructor(Type.EmptyTypes) is not null).Select(static t => (T)Activator.CreateInstance(t)!).Single(isMeant);

    sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => typeof(Bitrix24BatchGenerator).Assembly;
    }
}
