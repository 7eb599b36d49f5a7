using System.Globalization;
using System.Text.RegularExpressions;
using Bitrix24.Emulator;
using Microsoft.CodeAnalysis;

namespace Bitrix24.EndToEnd.Tests;

/// <summary>Every program of the catalogue does the same before and after its fixes, with fewer requests.</summary>
public partial class CatalogueTests
{
    public static TheoryData<string> Programs => [.. ProgramFile.Names];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task SameResult(string name)
    {
        var program = ProgramFile.Read(name);
        var before = UserProject.Of(program.Code, program.Clients);
        var (after, fixes) = await FixedAsync(before);
        Assert.Equal(program.One("fixes") is { } wanted ? int.Parse(wanted, CultureInfo.InvariantCulture) : 1, fixes);
        foreach (var n in program.Sizes)
            await CompareAsync(program, before, after, n);
    }

    static async Task<(UserProject Project, int Fixes)> FixedAsync(UserProject project)
    {
        for (var fixes = 0; ; fixes++)
        {
            if (await project.FixAsync() is not { } changed)
                return (project, fixes);
            project = changed;
        }
    }

    static async Task CompareAsync(ProgramFile program, UserProject before, UserProject after, int n)
    {
        var sizes = Sizes(program, n);
        var (old, changed) = (await Run.OfAsync(before, n, () => StartAsync(program, sizes)), await Run.OfAsync(after, n, () => StartAsync(program, sizes)));
        var code = $"n = {n}\n{await after.CodeAsync()}";
        Same(old.Printed, changed.Printed, code);
        Same(old.Failure, changed.Failure, code);
        Same(old.State, changed.State, code);
        Same(old.Writes, changed.Writes, code);
        Assert.True(changed.Requests <= old.Requests, $"{old.Requests} requests before, {changed.Requests} after; {code}");
        if (program.One("after") is { } wanted)
            Same(Formula.Evaluate(wanted, sizes), changed.Requests, code);
        if (program.One("counts") != "differ")
            Counted(await before.FindAsync(), old, sizes, code);
    }

    /// <summary>The formulas of the diagnostics are what the portal counted.</summary>
    static void Counted(IReadOnlyList<Diagnostic> findings, Run run, IReadOnlyDictionary<string, long> sizes, string code)
    {
        foreach (var finding in findings)
        {
            var message = Message().Match(finding.GetMessage(CultureInfo.InvariantCulture));
            var method = message.Groups["method"].Value;
            var all = findings.Where(f => f.GetMessage(CultureInfo.InvariantCulture).StartsWith($"'{method}' ", StringComparison.Ordinal)).Sum(f => Formula.Evaluate(Message().Match(f.GetMessage(CultureInfo.InvariantCulture)).Groups["count"].Value, sizes));
            Same(all, run.Executions.GetValueOrDefault(method), $"{finding.GetMessage(CultureInfo.InvariantCulture)}\n{code}");
        }
    }

    static void Same<T>(T before, T after, string code) =>
        Assert.True(EqualityComparer<T>.Default.Equals(before, after), $"Before:\n{before}\nAfter:\n{after}\n{code}");

    static Dictionary<string, long> Sizes(ProgramFile program, int n)
    {
        var sizes = new Dictionary<string, long>(StringComparer.Ordinal) { ["n"] = n };
        foreach (var size in program.All("size").Select(static s => s.Split('=', 2, StringSplitOptions.TrimEntries)))
            sizes[size[0]] = Formula.Evaluate(size[1], sizes);
        return sizes;
    }

    static async Task<Portal> StartAsync(ProgramFile program, IReadOnlyDictionary<string, long> sizes)
    {
        var portal = await Portal.StartAsync(new PortalOptions { Rate = null, OperatingLimit = null, ServiceTime = ServiceTime.None });
        foreach (var seed in program.All("seed").Select(static s => s.Split(' ', 2)))
            portal.Seed(seed[0], (int)Formula.Evaluate(seed[1], sizes), static i => new { TITLE = $"Row {i}", NAME = $"Name {i}", COMMENTS = $"{i % 7}" });
        foreach (var failure in program.All("fail").Select(static s => s.Split(' ')))
            portal.Fail(failure[0], int.Parse(failure[1], CultureInfo.InvariantCulture), failure.ElementAtOrDefault(2) ?? "ERROR_CORE");
        return portal;
    }

    [GeneratedRegex("^'(?<method>[^']+)' is called.*?: (up to )?(?<count>[^:;]+) requests;", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Message();
}
