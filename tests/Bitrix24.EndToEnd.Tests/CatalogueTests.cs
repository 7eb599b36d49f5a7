using System.Globalization;
using System.Text.RegularExpressions;
using Bitrix24.Emulator;
using Microsoft.CodeAnalysis;
using static Bitrix24.EndToEnd.Tests.Run;

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
        if (program.One("broken") is { } reason)
            Assert.True(await Record.ExceptionAsync(() => ProveAsync(program)) is Xunit.Sdk.XunitException, $"'{reason}' is mended: its line can go.");
        else
            await ProveAsync(program);
    }

    static async Task ProveAsync(ProgramFile program)
    {
        var before = UserProject.Of(program.Code, program.Clients, program.Language);
        var findings = await before.FindAsync();
        var (after, fixes) = await before.FixedAsync();
        var code = await after.CodeAsync();
        Same(int.Parse(program.One("fixes") ?? "1", CultureInfo.InvariantCulture), fixes, code);
        using var old = await Executable.OfAsync(before);
        using var changed = await Executable.OfAsync(after);
        var last = default(Run);
        foreach (var n in program.Sizes)
        {
            var sizes = Sizes(program, n);
            last = await RunAsync(old, program, sizes);
            if (fixes > 0)
                Compare(program, sizes, last, await RunAsync(changed, program, sizes), $"n = {n}\n{code}");
            Counted(findings, last, sizes, program.One("counts") == "at most", $"n = {n}\n{code}");
        }

        Proves(program, last!);
    }

    static void Compare(ProgramFile program, IReadOnlyDictionary<string, long> sizes, Run old, Run changed, string code)
    {
        Same(old.Printed, changed.Printed, code);
        Same(old.Failure, changed.Failure, code);
        Same(old.Writes, changed.Writes, code);
        // A batch that is refused as a whole never gets to its commands.
        if (!program.All("fail").Any(static f => f.StartsWith("batch ", StringComparison.Ordinal)))
            Same(old.Refused, changed.Refused, code);
        Same(old.State, changed.State, code);
        Assert.True(changed.Requests <= old.Requests, $"{old.Requests} requests before, {changed.Requests} after; {code}");
        Same(Formula.Evaluate(program.One($"after-{sizes["n"]}") ?? program.One("after") ?? throw new InvalidOperationException($"{program.Name} does not say how many requests there are after the fix."), sizes), changed.Requests, code);
        if (sizes["n"] == program.Sizes.Max())
            Assert.True(changed.Requests < old.Requests, $"{old.Requests} requests before, {changed.Requests} after; {code}");
    }

    /// <summary>A program that does nothing, or breaks where it should not, would be the same after any fix.</summary>
    static void Proves(ProgramFile program, Run run)
    {
        Assert.NotEqual("", run.Printed + run.Writes);
        Assert.NotEqual(0, run.Requests);
        if (program.One("throws") is { } wanted)
            Assert.Contains(wanted + ":", run.Failure, StringComparison.Ordinal);
        else
            Assert.Null(run.Failure);
    }

    static async Task<Run> RunAsync(Executable project, ProgramFile program, IReadOnlyDictionary<string, long> sizes)
    {
        await using var portal = await StartAsync(program, sizes);
        return await Run.OfAsync(project.Main, (int)sizes["n"], portal);
    }

    /// <summary>The formulas of the diagnostics are what the portal counted, or, for "up to" and where an exception ends the loop, no less.</summary>
    static void Counted(IReadOnlyList<Diagnostic> findings, Run run, IReadOnlyDictionary<string, long> sizes, bool endsEarly, string code)
    {
        Assert.NotEmpty(findings);
        foreach (var said in findings.Select(static f => Message().Match(f.GetMessage(CultureInfo.InvariantCulture))).GroupBy(static m => m.Groups["method"].Value))
        {
            var all = said.Sum(m => Formula.Evaluate(m.Groups["count"].Value, sizes));
            var counted = run.Executions.GetValueOrDefault(said.Key);
            if (endsEarly || said.Any(static m => m.Groups["most"].Success))
                Assert.True(counted <= all, $"{said.Key}: {counted} calls, more than {all}; {code}");
            else
                Same(all, counted, $"{said.Key}: {string.Join(" + ", said.Select(static m => m.Groups["count"].Value))} requests; {code}");
        }
    }

    static Dictionary<string, long> Sizes(ProgramFile program, int n)
    {
        var sizes = new Dictionary<string, long>(StringComparer.Ordinal) { ["n"] = n };
        foreach (var size in program.All("size").Select(static s => s.Split('=', 2, StringSplitOptions.TrimEntries)))
            sizes[size[0]] = Formula.Evaluate(size[1], sizes);
        return sizes;
    }

    static async Task<Portal> StartAsync(ProgramFile program, IReadOnlyDictionary<string, long> sizes)
    {
        var portal = await Run.StartAsync();
        foreach (var seed in program.All("seed").Select(static s => s.Split(' ', 2)))
            portal.Seed(seed[0], (int)Formula.Evaluate(seed[1], sizes), static i => new { TITLE = $"Row {i}", NAME = $"Name {i}", COMMENTS = $"{i % 7}" });
        foreach (var failure in program.All("fail").Select(static s => s.Split(' ')))
            portal.Fail(failure[0], int.Parse(failure[1], CultureInfo.InvariantCulture), failure.ElementAtOrDefault(2) ?? "ERROR_CORE", Status(failure), repeats: false);
        foreach (var failure in program.All("failing").Select(static s => s.Split(' ')))
            portal.FailWhen(failure[0], failure[1], failure.ElementAtOrDefault(2) ?? "ERROR_CORE", Status(failure));
        return portal;
    }

    static int? Status(string[] failure) => failure.ElementAtOrDefault(3) is { } status ? int.Parse(status, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex("^'(?<method>[^']+)' is called.*?: (?<most>up to )?(?<count>[^:;]+?) requests?\\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Message();
}
