using System.Reflection;

namespace Bitrix24.Package.Tests;

/// <summary>The packages, packed once for all tests into a folder that serves as a feed.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    /// <summary>A version that no feed has.</summary>
    public const string Version = "0.0.1-test";

    public string Folder { get; } = Directory.CreateTempSubdirectory("bitrix24-package-").FullName;

    public string File => FileOf("Bitrix24.Analyzers");

    public string LoadModelFile => FileOf("Bitrix24.LoadModel");

    public async Task InitializeAsync()
    {
        var assembly = typeof(PackedPackage).Assembly;
        var repository = assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(static a => a.Key == "Repository").Value!;
        var configuration = assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        foreach (var project in (string[])["src/Bitrix24.Analyzers.Package", "src/Bitrix24.LoadModel"])
        {
            await Dotnet.RunAsync(repository, "pack", project, "--no-build", "-c", configuration,
                $"-p:Version={Version}", $"-p:PackageOutputPath={Path.Combine(Folder, "feed")}");
        }

        await System.IO.File.WriteAllTextAsync(Path.Combine(Folder, "nuget.config"), NugetConfig());
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }

    string FileOf(string id) => Path.Combine(Folder, "feed", $"{id}.{Version}.nupkg");

    /// <summary>Restores the package into a folder of its own, and takes what else is needed from the user's.</summary>
    string NugetConfig()
    {
        var users = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
            ? set
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="{Path.Combine(Folder, "packages")}" />
              </config>
              <fallbackPackageFolders>
                <add key="users" value="{users}" />
              </fallbackPackageFolders>
              <packageSources>
                <add key="packed" value="{Path.Combine(Folder, "feed")}" />
              </packageSources>
            </configuration>
            """;
    }
}
