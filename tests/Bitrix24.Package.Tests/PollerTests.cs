using System.Reflection;
using Bitrix24.Emulator;

namespace Bitrix24.Package.Tests;

/// <summary>The sample that polls, rewritten by the commands that a user types, and run while deals are edited.</summary>
[Collection(nameof(Packed))]
public sealed class PollerTests(PackedPackage package)
{
    const int Deals = 120;

    [Fact]
    public async Task The_sample_reads_only_what_changed()
    {
        var folder = await CopyAsync();

        Assert.Equal(["BX4001", "BX6001"], await BuildAsync(folder));
        var before = await RunAsync(folder);
        await Dotnet.RunAsync(folder, "format", "analyzers", "--diagnostics", "BX4001", "--severity", "warn", "--no-restore");
        Assert.Contains("Bitrix24Changes.Since(\"DATE_MODIFY\", \"ID\")", await File.ReadAllTextAsync(Path.Combine(folder, "DealMirror.cs")), StringComparison.Ordinal);
        Assert.Empty(await BuildAsync(folder));
        var after = await RunAsync(folder);

        // Three pages a round before; three in the first round and one in each of the others after.
        Assert.True(before.Count(static l => l == "50: Deal 50") >= 3, string.Join('\n', before));
        Assert.Equal(Enumerable.Range(1, Deals).Select(static n => $"{n}: Deal {n}"), after.Where(static l => l.Contains("Deal", StringComparison.Ordinal)));
        Assert.Equal(["3: edited", "121: new"], after.Where(static l => !l.Contains("Deal", StringComparison.Ordinal)).Distinct());
    }

    /// <summary>A copy of the sample with the package.</summary>
    async Task<string> CopyAsync()
    {
        var repository = typeof(PollerTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(static a => a.Key == "Repository").Value!;
        var folder = Directory.CreateDirectory(Path.Combine(package.Folder, "Acme.Crm.Mirror")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(repository, "samples", "Acme.Crm.Mirror")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        await Dotnet.RunAsync(folder, "add", "package", "Bitrix24.Analyzers", "--version", PackedPackage.Version, "--no-restore");
        return folder;
    }

    static async Task<IEnumerable<string>> BuildAsync(string folder) => Dotnet.Warnings(await Dotnet.BuildAsync(folder));

    /// <summary>Runs the program for twelve requests, while a deal is edited and one is added after its first round.</summary>
    static async Task<IReadOnlyList<string>> RunAsync(string folder)
    {
        var clock = new ClockBehind { By = TimeSpan.FromHours(1) };
        await using var portal = await Portal.StartAsync(new PortalOptions { Rate = null, OperatingLimit = null, ServiceTime = ServiceTime.None, Clock = clock });
        portal.Seed("crm.deal", Deals, static n => new { TITLE = $"Deal {n}" });
        clock.By = TimeSpan.Zero;
        var isEdited = false;
        return await Dotnet.RunUntilAsync(
            folder, new Dictionary<string, string>(StringComparer.Ordinal) { ["BITRIX24_WEBHOOK"] = portal.WebhookUrl, ["MIRROR_SECONDS"] = "1" },
            lines =>
            {
                if (!isEdited && lines.Contains($"{Deals}: Deal {Deals}"))
                {
                    portal.Edit("crm.deal.update", new { id = 3, fields = new { TITLE = "edited" } });
                    portal.Edit("crm.deal.add", new { fields = new { TITLE = "new" } });
                    isEdited = true;
                }

                return portal.Counters.Requests >= 12 && lines.Contains($"{Deals + 1}: new");
            },
            Path.Combine("bin", "Debug", "net10.0", "Acme.Crm.Mirror.dll"));
    }

    /// <summary>Deals that were made long before the program starts have been made by this clock.</summary>
    sealed class ClockBehind : TimeProvider
    {
        public TimeSpan By { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - By;
    }
}
