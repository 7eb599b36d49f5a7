using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml.Linq;

namespace Bitrix24.Package.Tests;

[Collection(nameof(Packed))]
public sealed class ContentTests(PackedPackage package)
{
    [Fact]
    public void Holds_the_analyzers_and_nothing_else()
    {
        using var archive = ZipFile.OpenRead(package.File);
        var files = archive.Entries.Select(static e => e.FullName)
            .Where(static n => !n.StartsWith("_rels/", StringComparison.Ordinal) && !n.StartsWith("package/", StringComparison.Ordinal) && n != "[Content_Types].xml")
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "Bitrix24.Analyzers.nuspec",
                "README.md",
                "THIRD-PARTY-NOTICES.txt",
                "analyzers/dotnet/cs/Bitrix24.Analyzers.CodeFixes.dll",
                "analyzers/dotnet/cs/Bitrix24.Analyzers.dll",
                "analyzers/dotnet/cs/Bitrix24.LoadModel.dll",
                "analyzers/dotnet/cs/Cronos.dll",
                "build/Bitrix24.Analyzers.props",
                "icon.png",
            ],
            files);
    }

    [Fact]
    public void Is_a_development_dependency_without_dependencies()
    {
        var metadata = Metadata();
        Assert.Equal("true", Value(metadata, "developmentDependency"));
        Assert.Null(Element(metadata, "dependencies"));
        Assert.Null(Element(metadata, "frameworkReferences"));
    }

    [Fact]
    public void Says_what_it_is()
    {
        var metadata = Metadata();
        Assert.Equal("Bitrix24.Analyzers", Value(metadata, "id"));
        Assert.Equal(PackedPackage.Version, Value(metadata, "version"));
        Assert.Equal("MIT", Value(metadata, "license"));
        Assert.Equal("expression", Element(metadata, "license")!.Attribute("type")!.Value);
        Assert.Equal("README.md", Value(metadata, "readme"));
        Assert.Equal("icon.png", Value(metadata, "icon"));
        Assert.Contains("bitrix24", Value(metadata, "tags")!.Split(' '));
        Assert.NotEmpty(Value(metadata, "description")!);
    }

    [Fact]
    public void Icon_has_128_pixels_a_side()
    {
        var icon = Read("icon.png");
        Assert.Equal(128u, BinaryPrimitives.ReadUInt32BigEndian(icon.AsSpan(16)));
        Assert.Equal(128u, BinaryPrimitives.ReadUInt32BigEndian(icon.AsSpan(20)));
    }

    [Fact]
    public void Readme_has_no_links_to_files_that_a_gallery_does_not_have()
    {
        var readme = System.Text.Encoding.UTF8.GetString(Read("README.md"));
        Assert.DoesNotMatch(@"\]\((?!https?:|#)", readme);
        Assert.Contains("Bitrix24.Analyzers", readme, StringComparison.Ordinal);
    }

    XElement Metadata()
    {
        using var stream = new MemoryStream(Read("Bitrix24.Analyzers.nuspec"));
        return XDocument.Load(stream).Root!.Elements().First(static e => e.Name.LocalName == "metadata");
    }

    byte[] Read(string entry)
    {
        using var archive = ZipFile.OpenRead(package.File);
        using var stream = archive.GetEntry(entry)!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    static XElement? Element(XElement metadata, string name) => metadata.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    static string? Value(XElement metadata, string name) => Element(metadata, name)?.Value;
}
