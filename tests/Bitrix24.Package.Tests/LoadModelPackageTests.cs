using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Bitrix24.Package.Tests;

/// <summary>The library as a package of its own.</summary>
[Collection(nameof(Packed))]
public sealed partial class LoadModelPackageTests(PackedPackage package)
{
    [Fact]
    public void Holds_the_library_its_documentation_and_its_page()
    {
        using var archive = ZipFile.OpenRead(package.LoadModelFile);
        var files = archive.Entries.Select(static e => e.FullName)
            .Where(static n => !n.StartsWith("_rels/", StringComparison.Ordinal) && !n.StartsWith("package/", StringComparison.Ordinal) && n != "[Content_Types].xml")
            .Order(StringComparer.Ordinal);

        Assert.Equal(["Bitrix24.LoadModel.nuspec", "README.md", "icon.png", "lib/netstandard2.0/Bitrix24.LoadModel.dll", "lib/netstandard2.0/Bitrix24.LoadModel.xml"], files);
    }

    [Fact]
    public void Is_a_library_without_dependencies()
    {
        using var archive = ZipFile.OpenRead(package.LoadModelFile);
        using var nuspec = archive.GetEntry("Bitrix24.LoadModel.nuspec")!.Open();
        var metadata = XDocument.Load(nuspec).Root!.Elements().First(static e => e.Name.LocalName == "metadata");

        Assert.DoesNotContain(metadata.Descendants(), static e => e.Name.LocalName is "dependency" or "frameworkReference" or "developmentDependency");
        Assert.Equal(
            ["Bitrix24.LoadModel", PackedPackage.Version, "MIT", "README.md", "icon.png"],
            ((string[])["id", "version", "license", "readme", "icon"]).Select(name => metadata.Elements().Single(e => e.Name.LocalName == name).Value));
    }

    [Fact]
    public void Documents_its_members()
    {
        using var archive = ZipFile.OpenRead(package.LoadModelFile);
        using var documentation = archive.GetEntry("lib/netstandard2.0/Bitrix24.LoadModel.xml")!.Open();
        var members = XDocument.Load(documentation).Descendants("member").Select(static e => e.Attribute("name")!.Value).ToList();

        Assert.Contains("T:Bitrix24.LoadModel.LoadEstimator", members);
        Assert.Contains("P:Bitrix24.LoadModel.LoadSettings.LatencySeconds", members);
    }

    [Fact]
    public async Task Its_page_shows_a_program_that_prints_what_the_page_says()
    {
        using var archive = ZipFile.OpenRead(package.LoadModelFile);
        using var reader = new StreamReader(archive.GetEntry("README.md")!.Open());
        var page = await reader.ReadToEndAsync();
        var program = Program().Match(page).Groups["program"].Value;

        Assert.DoesNotMatch(@"\]\((?!https?:|#)", page);
        Assert.Equal(Printed().Matches(program).Select(static m => m.Groups["text"].Value.TrimEnd()), await RunAsync(program));
    }

    /// <summary>Older frameworks lack the attributes of required and init-only members; the library brings what it needs.</summary>
    [Theory]
    [InlineData("net472")]
    [InlineData("netstandard2.0")]
    public async Task Compiles_in_a_project_for(string framework)
    {
        var folder = await NewAsync(framework, "Library", """
            using Bitrix24.LoadModel;

            public static class Load
            {
                public static Verdict Of(long deals) => LoadEstimator.Estimate(new Workload { Requests = RequestCount.Of(deals), Schedule = Schedule.Once }).Verdict;
            }
            """);

        Assert.Empty(Dotnet.Warnings(await Dotnet.BuildAsync(folder)));
    }

    async Task<IEnumerable<string>> RunAsync(string program)
    {
        var folder = await NewAsync("net10.0", "Exe", program);
        var output = await Dotnet.RunAsync(folder, "run");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    async Task<string> NewAsync(string framework, string kind, string code)
    {
        var folder = Directory.CreateDirectory(Path.Combine(package.Folder, Path.GetRandomFileName())).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "Code.cs"), code);
        await File.WriteAllTextAsync(Path.Combine(folder, "Consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{framework}</TargetFramework>
                <OutputType>{kind}</OutputType>
                <LangVersion>12</LangVersion>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup Condition="'$(TargetFramework)' == 'net472'">
                <Using Remove="System.Net.Http" />
              </ItemGroup>
              <ItemGroup>
                <PackageReference Include="Bitrix24.LoadModel" Version="{PackedPackage.Version}" />
              </ItemGroup>
            </Project>
            """);
        return folder;
    }

    [GeneratedRegex("```csharp\n(?<program>.*?)```", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Program();

    [GeneratedRegex("// (?<text>.*)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Printed();
}
