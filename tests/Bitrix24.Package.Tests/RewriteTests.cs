using System.Text.RegularExpressions;
using Bitrix24.Emulator;

namespace Bitrix24.Package.Tests;

/// <summary>From an empty folder to a rewritten program, with the commands that a user types.</summary>
[Collection(nameof(Packed))]
public sealed partial class RewriteTests(PackedPackage package)
{
    const int Deals = 120;

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public async Task The_program_does_the_same_in_fewer_requests(string framework)
    {
        var folder = await NewAsync(framework, SalesProgram.Modern);

        Assert.Equal(["BX1001", "BX1001"], await BuildAsync(folder));
        var before = await RunAsync(folder, framework);
        await FormatAsync(folder);
        Assert.Empty(await BuildAsync(folder));
        var after = await RunAsync(folder, framework);

        Assert.Equal(string.Join('\n', [.. Enumerable.Range(1, Deals).Select(static n => $"{n}: {Title(n)}"), "60 deals won", ""]), before.Printed);
        Assert.Equal(before.Printed, after.Printed);
        Assert.Equal(Deals + 60, before.Commands.Count);
        Assert.Equal(before.Commands, after.Commands);
        Assert.NotEqual(before.Untouched, before.State);
        Assert.Equal(before.State, after.State);
        Assert.Equal([(120, 120), (60, 60)], before.Methods("crm.deal.get", "crm.deal.update"));
        Assert.Equal([(3, 120), (2, 60)], after.Methods("crm.deal.get", "crm.deal.update"));
        Assert.Equal((180, 5), (before.Counters.Requests, after.Counters.Requests));
    }

    [Fact]
    public async Task A_program_for_NET_Framework_is_clean_after_the_rewrite()
    {
        var folder = await NewAsync("net472", SalesProgram.Framework, "--langVersion", "7.3");
        var project = Path.Combine(folder, "Sales.csproj");
        await File.WriteAllTextAsync(project, (await File.ReadAllTextAsync(project)).Replace("</Project>", """
              <ItemGroup>
                <Reference Include="System.Net.Http" />
                <PackageReference Include="Newtonsoft.Json" Version="13.0.4" />
              </ItemGroup>
            </Project>
            """, StringComparison.Ordinal));

        Assert.Equal(["BX1001", "BX1001"], await BuildAsync(folder));
        await FormatAsync(folder);
        Assert.Empty(await BuildAsync(folder));

        var code = await File.ReadAllTextAsync(Path.Combine(folder, "Program.cs"));
        Assert.Equal(["Bitrix24Batch.Create", "Bitrix24Batch.Command", "batch.NextAsync", "Bitrix24Batch.SendAsync", "Bitrix24Batch.Command"], BatchCalls().Matches(code).Select(static m => m.Value));
    }

    /// <summary>A console project with the package and a program.</summary>
    async Task<string> NewAsync(string framework, string program, params string[] more)
    {
        var folder = Directory.CreateDirectory(Path.Combine(package.Folder, Path.GetRandomFileName())).FullName;
        await Dotnet.RunAsync(folder, ["new", "console", "-n", "Sales", "-o", ".", "--target-framework-override", framework, "--no-restore", .. more]);
        await Dotnet.RunAsync(folder, "add", "package", "Bitrix24.Analyzers", "--version", PackedPackage.Version, "--no-restore");
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), program);
        return folder;
    }

    static async Task<IEnumerable<string>> BuildAsync(string folder) => Dotnet.Warnings(await Dotnet.BuildAsync(folder));

    static Task FormatAsync(string folder) => Dotnet.RunAsync(folder, "format", "analyzers", "--diagnostics", "BX1001", "--severity", "warn", "--no-restore");

    /// <summary>Runs the program on a portal of its own that refuses nothing.</summary>
    static async Task<Run> RunAsync(string folder, string framework)
    {
        await using var portal = await Portal.StartAsync(new PortalOptions { Rate = null, OperatingLimit = null, ServiceTime = ServiceTime.None });
        portal.Seed("crm.deal", Deals, static n => new { TITLE = Title(n) });
        var untouched = portal.State();
        // Where the runtime of the target is not installed, a newer one does.
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["BITRIX24_WEBHOOK"] = portal.WebhookUrl, ["DOTNET_ROLL_FORWARD"] = "Major" };
        var printed = await Dotnet.RunAsync(folder, environment, Path.Combine("bin", "Debug", framework, "Sales.dll"));
        return new Run(printed.ReplaceLineEndings("\n"), untouched, portal.State(), portal.Commands, portal.Counters);
    }

    static string Title(int number) => number % 2 == 0 ? $"Deal {number}, large" : $"Deal {number}";

    [GeneratedRegex(@"\b(Bitrix24Batch|batch)\.\w+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex BatchCalls();

    /// <summary>What came of a run.</summary>
    /// <param name="Printed">What the program wrote.</param>
    /// <param name="Untouched">The portal's rows before it.</param>
    /// <param name="State">The portal's rows after it.</param>
    /// <param name="Commands">What was asked of the portal, in order, alone or in batches.</param>
    /// <param name="Counters">What the portal counted.</param>
    sealed record Run(string Printed, string Untouched, string State, IReadOnlyList<string> Commands, Counters Counters)
    {
        /// <summary>The requests and the executions of methods, and that there was nothing else, no error and no refusal.</summary>
        public IEnumerable<(long Requests, long Commands)> Methods(params string[] expected)
        {
            Assert.Equal(expected, Counters.Methods.Keys);
            Assert.All(Counters.Methods.Values, static m => Assert.Equal((0, 0), (m.Errors, m.Refusals)));
            return Counters.Methods.Values.Select(static m => (m.Requests, m.Commands));
        }
    }
}
