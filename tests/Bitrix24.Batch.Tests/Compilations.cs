using System.Collections.Immutable;
using System.Reflection;
using Bitrix24.Analyzers.Batch;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bitrix24.Batch.Tests;

/// <summary>Users' projects in memory.</summary>
static class Compilations
{
    public static readonly string[] NetStandard = Directory.GetFiles(PathOf("netstandard2.0"), "*.dll");

    public static readonly string[] NetFramework = [.. new[] { "mscorlib.dll", "System.dll", "System.Core.dll" }.Select(name => Path.Combine(PathOf("net472"), name))];

    public static readonly string[] NetFrameworkHttp = [.. NetFramework, Path.Combine(PathOf("net472"), "System.Net.Http.dll")];

    public static readonly string[] Net = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll"))];

    /// <summary>What a web project has; the files of ASP.NET Core lie beside those of .NET.</summary>
    public static readonly string[] Web = [.. Net, .. Directory.GetFiles(AspNetCore(), "Microsoft.*.dll")];

    public static readonly string[] Newtonsoft = [Path.Combine(PathOf("Newtonsoft.Json"), "Newtonsoft.Json.dll")];

    public static CSharpCompilation Create(string[] references, LanguageVersion version, params string[] sources)
    {
        var parse = Parse(version);
        return CSharpCompilation.Create(
            "User",
            sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, parse, $"{index}.cs")),
            references.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                generalDiagnosticOption: ReportDiagnostic.Error,
                warningLevel: 9999,
                nullableContextOptions: version >= LanguageVersion.CSharp8 ? NullableContextOptions.Enable : NullableContextOptions.Disable));
    }

    public static CSharpParseOptions Parse(LanguageVersion version) => new(version, DocumentationMode.Diagnose);

    public static GeneratorDriver Driver(LanguageVersion version) => CSharpGeneratorDriver.Create(
        [new Bitrix24BatchGenerator().AsSourceGenerator()],
        parseOptions: Parse(version),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static ImmutableArray<string> Generated(GeneratorDriver driver) =>
        [.. driver.GetRunResult().GeneratedTrees.Select(tree => Path.GetFileName(tree.FilePath))];

    static string AspNetCore()
    {
        var net = new DirectoryInfo(Path.GetDirectoryName(typeof(object).Assembly.Location)!);
        return Directory.GetDirectories(Path.Combine(net.Parent!.Parent!.FullName, "Microsoft.AspNetCore.App"), net.Name).Single();
    }

    static string PathOf(string name) => Assembly.GetExecutingAssembly()
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == name).Value!;
}
