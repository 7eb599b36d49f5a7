using System.Globalization;
using Bitrix24.Analyzers.Schedules;
using Bitrix24.Emulator;
using Bitrix24.LoadModel;
using Xunit.Abstractions;
using ServiceTime = Bitrix24.Emulator.ServiceTime;

namespace Bitrix24.EndToEnd.Tests;

/// <summary>What the analyzer reads in a program is what a portal counts while the program runs for simulated hours.</summary>
/// <remarks>
/// <code>
/// // n: 0 49 50 120                   sizes that it is run with
/// // seed: crm.deal n                 rows that the portal has, and the configuration says
/// // size: orders = n                 a size of the program that the configuration says
/// // runs: every 300                  the schedule where the program does not state it, in seconds; or once
/// // ticks: every 300                 how often somebody else runs it, by the schedule that the program states
/// // entries: 2                       how many entry points the analyzer finds, if not one
/// // horizon: 7200                    simulated seconds, if not an hour
/// // plan: enterprise                 the bucket
/// // takes: crm.activity.list 2.5     how long the portal works on a call of a method; 0.03 s where nothing is said, of 0.2 s for a request
/// // time: portal                     the emulator's own times instead, which depend on rows and fields
/// // ends: AverageExceedsDrain        the verdict, if not Fits
/// // kept: 1                          requests of the first run whose results are kept, which the estimate leaves out
/// // counts: at most                  some calls may not be made: the portal counts no more
/// // counts: at least                 how many are under way at once, or how long a batch takes, is not known; the count is right all the same
/// </code>
/// </remarks>
public class EstimateTests(ITestOutputHelper output)
{
    const double Tolerance = 0.05;

    public static TheoryData<string> Programs => [.. ProgramFile.Estimated];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task AsCounted(string name)
    {
        var program = ProgramFile.Read(name);
        var project = await UserProject.Of(program.Code, program.Clients, program.Language).CompileAsync();
        var runs = Estimated.Runs(project, ScheduleOf(program));
        Assert.Equal(int.Parse(program.One("entries") ?? "1", CultureInfo.InvariantCulture), runs.Count);
        using var executable = Executable.Of(Redirection.Of(project));
        foreach (var n in program.Sizes)
            await CompareAsync(program, runs, executable, n);
    }

    async Task CompareAsync(ProgramFile program, IReadOnlyList<ScheduledRun> runs, Executable executable, int n)
    {
        var horizon = TimeSpan.FromSeconds(Number(program.One("horizon") ?? "3600"));
        var free = await RunAsync(program, executable, n, horizon, Portal(program) with { Rate = null, OperatingLimit = null, RequestLimit = null });
        var limited = await RunAsync(program, executable, n, horizon, Portal(program));
        var configuration = Estimated.Configuration(Keys(program, n, free), free.FirstCalls);
        var loads = runs.Select(r => new RunLoad(r, configuration)).ToList();
        var told = $"{program.Name}, n = {n}: {string.Join(" and ", loads.Select(static l => $"{l.Run.Requests} {l.Run.Entry.Schedule}"))}, at {free.Answered:0.###} s";

        var sent = loads.Select(l => l.Estimate.RequestsOver(horizon)).ToList();
        var atMost = program.One("counts") == "at most";
        Assert.True(atMost == runs.Any(static r => r.IsAtMost), $"{told}: at most or not");
        var atLeast = program.One("counts") == "at least";
        Assert.True(sent.TrueForAll(s => s.IsExact != atLeast), $"{told}: {string.Join(", ", loads.SelectMany(static l => l.Estimate.Unknowns))}");
        var counted = free.Requests - Number(program.One("kept") ?? "0");
        Assert.True(atMost ? counted <= sent.Sum(static s => s.AtLeast) : counted == sent.Sum(static s => s.AtLeast), $"{told}: {sent.Sum(static s => s.AtLeast)} estimated, {counted} counted");

        output.WriteLine($"{told}: {free.Requests} requests");
        foreach (var method in loads.SelectMany(static l => l.Estimate.Methods).GroupBy(static m => m.RestMethod, StringComparer.OrdinalIgnoreCase))
        {
            if (!string.Equals(method.Key, "batch", StringComparison.OrdinalIgnoreCase))
                Near(method.Sum(static m => m.SecondsPerWindow.AtLeast), free.Peaks.GetValueOrDefault(method.Key), atMost, $"{told}: operating seconds of {method.Key}");
        }

        var breaches = loads.SelectMany(static l => l.Estimate.Breaches).Where(b => b.Seconds < horizon.TotalSeconds).ToList();
        foreach (var (code, isOperating) in new[] { (Limits.RateRefusal, false), (Limits.OperatingRefusal, true) })
        {
            var breach = breaches.Where(b => b.Verdict == Verdict.OperatingBlocked == isOperating).Select(static b => (double?)b.Seconds).Min();
            var refused = limited.Refused.TryGetValue(code, out var seconds) ? seconds : (double?)null;
            Assert.True(breach.HasValue == refused.HasValue || (atMost && refused is null), $"{told}: {code} estimated at {breach} s, counted at {refused} s");
            if (breach is { } expected && refused is { } first && !atMost)
                Near(expected, first, false, $"{told}: {code}");
        }

        if (n == program.Sizes.Max())
            Assert.Equal(program.One("ends") ?? "Fits", string.Join(" ", loads.Select(static l => l.Estimate.Verdict.ToString()).Distinct(StringComparer.Ordinal)));
    }

    void Near(double estimated, double counted, bool atMost, string told)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{told}: {estimated:0.###} estimated, {counted:0.###} counted, {(estimated - counted) / Math.Max(counted, 1e-9):P1}"));
        Assert.True(Math.Abs(estimated - counted) <= Tolerance * Math.Max(counted, 1e-9) || (atMost && counted < estimated), $"{told}: {estimated:0.###} estimated, {counted:0.###} counted");
    }

    static Task<Simulation> RunAsync(ProgramFile program, Executable executable, int n, TimeSpan horizon, PortalOptions options)
    {
        var main = executable.Method<Func<string, int, CancellationToken, Task>>();
        return Simulation.OfAsync(options, portal => Seed(program, n, portal), (webhook, token) => main(webhook, n, token), Every(program), horizon);
    }

    static void Seed(ProgramFile program, int n, Portal portal)
    {
        foreach (var (prefix, rows) in Seeds(program, n))
            portal.Seed(prefix, (int)rows, static i => new { TITLE = $"Row {i}", NAME = $"Name {i}", RESPONSIBLE_ID = 1 });
    }

    static IEnumerable<(string Prefix, long Rows)> Seeds(ProgramFile program, int n) =>
        program.All("seed").Select(static s => s.Split(' ', 2)).Select(s => (s[0], Formula.Evaluate(s[1], Named(n))));

    static Dictionary<string, long> Named(int n) => new(StringComparer.Ordinal) { ["n"] = n };

    static PortalOptions Portal(ProgramFile program) => new()
    {
        Rate = program.One("plan") == "enterprise" ? RateLimit.Enterprise : RateLimit.Standard,
        ServiceTime = program.One("time") == "portal" ? new ServiceTime() : ServiceTime.None with
        {
            Latency = TimeSpan.FromMilliseconds(170),
            Call = TimeSpan.FromMilliseconds(30),
            Methods = program.All("takes").Select(static t => t.Split(' ')).ToDictionary(static t => t[0], static t => TimeSpan.FromSeconds(Number(t[1]) - 0.03), StringComparer.OrdinalIgnoreCase),
        },
    };

    static IEnumerable<(string Key, string Value)> Keys(ProgramFile program, int n, Simulation measured) =>
    [
        ("plan", program.One("plan") ?? "standard"),
        ("request_latency_ms", (measured.Answered * 1000).ToString("0.######", CultureInfo.InvariantCulture)),
        .. Seeds(program, n).Select(static s => ($"rows.{s.Prefix}", s.Rows.ToString(CultureInfo.InvariantCulture))),
        .. program.All("size").Select(static s => s.Split('=', 2, StringSplitOptions.TrimEntries)).Select(s => ($"elements.{s[0]}", Formula.Evaluate(s[1], Named(n)).ToString(CultureInfo.InvariantCulture))),
    ];

    static Schedule? ScheduleOf(ProgramFile program) => program.One("runs") is null ? null : Every(program) is { } interval ? Schedule.Every(interval) : Schedule.Once;

    static TimeSpan? Every(ProgramFile program) => (program.One("runs") ?? program.One("ticks")) is { } runs && runs.StartsWith("every ", StringComparison.Ordinal) ? TimeSpan.FromSeconds(Number(runs["every ".Length..])) : null;

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
