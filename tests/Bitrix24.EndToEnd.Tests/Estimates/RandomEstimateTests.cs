using Bitrix24.Emulator;
using Bitrix24.LoadModel;
using Xunit.Abstractions;
using ServiceTime = Bitrix24.Emulator.ServiceTime;

namespace Bitrix24.EndToEnd.Tests;

/// <summary>Programs that nobody wrote never send more than is estimated, and mostly just that.</summary>
public class RandomEstimateTests(ITestOutputHelper output)
{
    static readonly PortalOptions Portal = new() { Rate = null, OperatingLimit = null, ServiceTime = ServiceTime.None };

    int _programs;
    int _known;
    int _exact;
    int _equal;

    [Fact]
    public async Task NeverBelow()
    {
        await RandomProgram.EachAsync(CheckAsync);
        var told = $"{_programs} programs: {_known} whose bounds are known, {_exact} of them neither upper bounds nor ended by an exception, {_equal} of those as counted";
        output.WriteLine(told);
        Assert.True(_known >= _programs * 0.9, told);
        Assert.True(_exact >= _programs * 0.2, told);
        Assert.True(_equal >= _exact * 0.9, told);
    }

    async Task CheckAsync(string code)
    {
        var client = ProgramFile.Parse("random", "// client: HttpJson\n" + code).Clients;
        var project = await UserProject.Of(code, client, Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp12).CompileAsync();
        var run = Estimated.Runs(project, Schedule.Once).Single();
        _programs++;
        if (!run.Requests.IsKnown)
            return;
        _known++;
        using var executable = Executable.Of(Redirection.Of(project));
        var (isEqual, isExact) = (true, !run.IsAtMost);
        foreach (var (n, (counted, ends)) in await CountedAsync(executable))
        {
            var estimated = run.Requests.Evaluate(new Dictionary<string, long>(StringComparer.Ordinal) { ["ids"] = n, ["n"] = n });
            Assert.True(counted <= estimated, $"n = {n}: {run.Requests} = {estimated} estimated, {counted} counted\n{code}");
            isEqual &= counted == estimated;
            isExact &= ends;
        }

        if (isExact && !isEqual)
            output.WriteLine($"{run.Requests} is more than what is sent by\n{code}");
        _exact += isExact ? 1 : 0;
        _equal += isExact && isEqual ? 1 : 0;
    }

    /// <summary>A program that asks for a row that is not there ends in an exception, and early.</summary>
    static async Task<Dictionary<int, (long Requests, bool Ends)>> CountedAsync(Executable executable)
    {
        var counted = new Dictionary<int, (long Requests, bool Ends)>();
        Portal? asked = null;
        await Simulation.OfAsync(Portal, portal => Seed(asked = portal), RunAsync, null, TimeSpan.FromHours(1));
        return counted;

        async Task RunAsync(string webhook, CancellationToken stop)
        {
            foreach (var n in (int[])[0, 3, 60])
            {
                asked!.ResetCounters();
                var failure = await Record.ExceptionAsync(() => executable.Main(webhook, n, TextWriter.Null));
                counted[n] = (asked.Counters.Requests, failure is null);
            }
        }
    }

    static void Seed(Portal portal)
    {
        portal.Seed("crm.deal", 100, static i => new { TITLE = $"Deal {i}" });
        portal.Seed("crm.contact", 100, static i => new { NAME = $"Name {i}" });
    }
}
