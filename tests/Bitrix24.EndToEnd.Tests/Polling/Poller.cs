using System.Globalization;

namespace Bitrix24.EndToEnd.Tests;

/// <summary>A program that polls, and the same program after one of its fixes.</summary>
sealed class Poller
{
    readonly ProgramFile _program;
    readonly Microsoft.CodeAnalysis.Compilation _before;
    readonly Microsoft.CodeAnalysis.Compilation _after;

    Poller(ProgramFile program, string way, string code, Microsoft.CodeAnalysis.Compilation before, Microsoft.CodeAnalysis.Compilation after) => (_program, Way, Fixed, _before, _after) = (program, way, code, before, after);

    public string Way { get; }

    /// <summary>The code after the fix.</summary>
    public string Fixed { get; }

    public TimeSpan Interval => TimeSpan.FromSeconds(int.Parse(_program.One("every")!, CultureInfo.InvariantCulture));

    /// <summary>By then the first round is over.</summary>
    public TimeSpan FirstRound => TimeSpan.FromSeconds(30 + int.Parse(_program.One("begins") ?? "0", CultureInfo.InvariantCulture));

    /// <summary>It says which rows are gone.</summary>
    public bool Notices => _program.All("gone").Any();

    /// <summary>How often a change may be worked on: a change of the last minute before a round that goes by time is in the next one too.</summary>
    public int Times => Way == "changed_since" || Fixed.Contains(".OnlineSince(", StringComparison.Ordinal) ? 2 : 1;

    public static async Task<Poller> OfAsync(ProgramFile program, string way)
    {
        var project = UserProject.Of(program.Code, program.Clients, program.Language).Configured($"bitrix24.polling_fix = {way}");
        if (program.All("web").Any())
            project = project.ForWeb();
        var rewritten = await project.FixedAsync(program.One("rule") ?? "BX4001") ?? throw new InvalidOperationException($"{program.Name} has no fix.");
        var code = await rewritten.CodeAsync();
        var called = way switch { "offline" => "Bitrix24Changes.Offline(", "online" => "Bitrix24Changes.Online", _ => "Bitrix24Changes.Since(" };
        Assert.Contains(called, code, StringComparison.Ordinal);
        return new(program, way, code, Redirection.Of(await project.CompileAsync()), Redirection.Of(await rewritten.CompileAsync()));
    }

    public async Task<(PollRun Before, PollRun After)> BothAsync(int rows, (int From, int To)? down, TimeSpan horizon, Action<Edits> work) =>
        (await RunAsync(_before, rows, down, horizon, work), await RunAsync(_after, rows, down, horizon, work));

    async Task<PollRun> RunAsync(Microsoft.CodeAnalysis.Compilation compilation, int rows, (int From, int To)? down, TimeSpan horizon, Action<Edits> work)
    {
        using var executable = Executable.Of(compilation);
        using var next = Executable.Of(compilation);
        return await PollRun.OfAsync([executable, next], ListedRows.Of(_program.One("list")!), rows, _program.All("ticks").Any() ? Interval : null, FirstRound, down, horizon, work);
    }
}
