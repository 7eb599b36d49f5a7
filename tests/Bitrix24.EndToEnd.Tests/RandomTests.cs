using static Bitrix24.EndToEnd.Tests.Run;

namespace Bitrix24.EndToEnd.Tests;

/// <summary>Programs that nobody wrote: either no fix is offered, or they do the same after it.</summary>
public class RandomTests
{
    int _programs;
    int _fixed;

    [Fact]
    public async Task SameResult()
    {
        await RandomProgram.EachAsync(CheckAsync);
        Assert.True(_fixed >= _programs / 10, $"Only {_fixed} of {_programs} programs were fixed: the others prove little.");
    }

    async Task CheckAsync(string code)
    {
        var client = ProgramFile.Parse("random", "// client: HttpJson\n" + code).Clients;
        var before = UserProject.Of(code, client, Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp12);
        var (after, fixes) = await before.FixedAsync();
        _programs++;
        if (fixes == 0)
            return;
        _fixed++;
        using var old = await Executable.OfAsync(before);
        using var rewritten = await Executable.OfAsync(after);
        foreach (var n in (int[])[0, 3, 60])
        {
            var (one, other) = (await RunAsync(old, n), await RunAsync(rewritten, n));
            var told = $"n = {n}\n{await after.CodeAsync()}\nbefore:\n{code}";
            Same(one.Printed, other.Printed, told);
            Same(one.Failure, other.Failure, told);
            Same(one.Writes, other.Writes, told);
            Same(one.State, other.State, told);
            Assert.True(other.Requests <= one.Requests, $"{one.Requests} requests before, {other.Requests} after; {told}");
        }
    }

    static async Task<Run> RunAsync(Executable program, int n)
    {
        await using var portal = await StartAsync();
        portal.Seed("crm.deal", 50, static i => new { TITLE = $"Deal {i}" });
        portal.Seed("crm.contact", 20, static i => new { NAME = $"Name {i}" });
        return await Run.OfAsync(program.Main, n, portal);
    }
}
