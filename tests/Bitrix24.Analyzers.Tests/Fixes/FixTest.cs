using System.Collections.Immutable;
using System.Reflection;
using Bitrix24.Analyzers.Batch;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Newtonsoft.Json.Linq;

namespace Bitrix24.Analyzers.Tests.Fixes;

/// <summary>A user's project before and after a fix. What the fix leaves has to compile without a warning, next to the real helper.</summary>
class FixTest<TRule, TFix> : CSharpCodeFixTest<TRule, TFix, DefaultVerifier>
    where TRule : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    protected static readonly ImmutableArray<MetadataReference> Net = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(static path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll"))
        .Append(typeof(JObject).Assembly.Location)
        .Select(static path => MetadataReference.CreateFromFile(path))];

    static readonly AnalyzerFileReference Package = new(typeof(Bitrix24BatchGenerator).Assembly.Location, new Loader());

    readonly LanguageVersion _version;

    protected FixTest(LanguageVersion version)
    {
        _version = version;
        ReferenceAssemblies = new ReferenceAssemblies("net");
        TestState.AdditionalReferences.AddRange(Net);
        TestBehaviors |= TestBehaviors.SkipGeneratedSourcesCheck;
        CompilerDiagnostics = CompilerDiagnostics.Warnings;
        CodeFixTestBehaviors |= CodeFixTestBehaviors.SkipFixAllCheck;
        DisabledDiagnostics.AddRange(["CS1591", "CS1701"]);
        // As in an IDE, where a fix sees what the generator adds for the fix before it.
        SolutionTransforms.Add(static (solution, id) => solution.AddAnalyzerReference(id, Package));
    }

    sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => typeof(Bitrix24BatchGenerator).Assembly;
    }

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(_version, DocumentationMode.Parse);

    protected override CompilationOptions CreateCompilationOptions() => new CSharpCompilationOptions(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: _version >= LanguageVersion.CSharp8 ? NullableContextOptions.Enable : NullableContextOptions.Disable);
}
