using Bitrix24.Emulator;
using ServiceTime = Bitrix24.Emulator.ServiceTime;

namespace Bitrix24.EndToEnd.Tests;

/// <summary>What a poller did in some simulated time, while its portal's rows changed.</summary>
/// <param name="First">Requests of its first round.</param>
/// <param name="Requests">All requests.</param>
/// <param name="Printed">A line for each row that it worked on: <c>3 its name</c>.</param>
/// <param name="Made">What was edited meanwhile.</param>
sealed record PollRun(long First, long Requests, IReadOnlyList<(TimeSpan After, string Line)> Printed, IReadOnlyList<Edit> Made)
{
    static readonly PortalOptions Options = new() { Rate = null, OperatingLimit = null, RequestLimit = null, ServiceTime = ServiceTime.None };

    static readonly TimeSpan Before = TimeSpan.FromMinutes(10);

    /// <summary>The edits that a round had to see and did not: another edit of the row came before the next round.</summary>
    public IEnumerable<Edit> Missed(TimeSpan interval, TimeSpan horizon)
    {
        var lines = Printed.Select(static p => p.Line).ToHashSet(StringComparer.Ordinal);
        return Made.Where(e => e.Name is not null && e.After + interval < horizon && !lines.Contains($"{e.Id} {e.Name}")
            && !Made.Any(other => other.Id == e.Id && other.After >= e.After && other != e && other.After <= e.After + interval));
    }

    /// <summary>Rows that were deleted and that nobody noticed, or noticed twice.</summary>
    public IEnumerable<Edit> Unnoticed(TimeSpan interval, TimeSpan horizon) => Made.Where(e => e.Name is null && e.After + interval < horizon && Printed.Count(p => p.After > e.After && p.Line == $"{e.Id} gone") != 1);

    /// <summary>Lines that came more often than so many times.</summary>
    public IEnumerable<string> Repeated(int times) => Printed.GroupBy(static p => p.Line, StringComparer.Ordinal).Where(g => g.Count() > times).Select(static g => $"{g.Key}: {string.Join(", ", g.Select(static p => p.After))}");

    /// <summary>Rows that nobody edited, seen after the first round.</summary>
    public IEnumerable<string> Unasked(TimeSpan first) => Printed.Where(p => p.After > first && !Made.Any(e => p.Line == $"{e.Id} {e.Name ?? "gone"}")).Select(static p => $"{p.Line} after {p.After}");

    /// <param name="executables">The program, and who takes its place after it was down.</param>
    /// <param name="rows">What it reads.</param>
    /// <param name="number">How many rows there are.</param>
    /// <param name="every">How often it is called, where it is not a loop of its own.</param>
    /// <param name="firstRound">When its first round is over.</param>
    /// <param name="down">Minutes between which it does not run.</param>
    /// <param name="horizon">How long all that takes.</param>
    /// <param name="work">The edits.</param>
    public static async Task<PollRun> OfAsync(IReadOnlyList<Executable> executables, ListedRows rows, int number, TimeSpan? every, TimeSpan firstRound, (int From, int To)? down, TimeSpan horizon, Action<Edits> work)
    {
        var timeline = new Timeline(Options.Start);
        await using var portal = await Portal.StartAsync(Options with { Clock = timeline });
        portal.Seed(rows.Entity, number, rows.Seeded, rows.Beside);
        // Nothing was edited for some time when the program starts.
        timeline.Run(static () => false, static () => Options.Start + Before);
        var application = portal.Install("sync");
        var printed = new Stamped(timeline);
        var listening = executables[0];
        var isDown = false;
        var edits = new Edits(portal, rows, (name, id) => { if (!isDown) listening.Receive(name, id); });
        work(edits);
        var first = 0L;
        edits.At(0, (int)firstRound.TotalSeconds, () => first = portal.Counters.Requests);
        using var stop = new CancellationTokenSource();
        // A program that blocks its thread comes back only when it ends.
        edits.At((int)horizon.TotalMinutes, 0, stop.Cancel);
        Simulated.Use(timeline, portal.Direct);
        try
        {
            var runs = new List<Task>();
            if (down is { } pause)
            {
                using var gone = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
                Start(executables[0], gone.Token);
                edits.At(pause.From, 0, () => (isDown, _) = (true, gone.CancelAsync()));
                edits.At(pause.To, 0, () => { (isDown, listening) = (false, executables[1]); Start(executables[1], stop.Token); });
                Run();
            }
            else
            {
                Start(executables[0], stop.Token);
                Run();
            }

            var requests = portal.Counters.Requests;
            await stop.CancelAsync();
            timeline.Run(() => runs.TrueForAll(static r => r.IsCompleted), () => Options.Start + Before + horizon + TimeSpan.FromMinutes(10));
            foreach (var run in runs.Where(static r => r.IsFaulted))
                run.GetAwaiter().GetResult();
            return new(first, requests, printed.Lines, edits.Made);

            void Run() => timeline.Run(() => runs.Exists(static r => r.IsFaulted), () => Options.Start + Before + horizon);

            void Start(Executable executable, CancellationToken token)
            {
                if (every is { } interval)
                    _ = timeline.CreateTimer(_ => { if (!token.IsCancellationRequested) Once(); }, null, TimeSpan.Zero, interval);
                else
                    Once();

                void Once() => runs.Add(timeline.Start(() => executable.Method<Func<string, string, TextWriter, CancellationToken, Task>>()(portal.Url.ToString().TrimEnd('/'), Secret(portal, application), printed, token)));
            }
        }
        finally
        {
            Simulated.Use(null, null);
        }
    }

    /// <summary>A program knows its portal by a webhook or by a token; the client takes which it needs.</summary>
    static string Secret(Portal portal, Installation application) => portal.WebhookUrl[(portal.Url + "rest/").Length..].TrimEnd('/') + " " + application.AccessToken;

    sealed class Stamped(TimeProvider clock) : StringWriter
    {
        readonly DateTimeOffset _start = clock.GetUtcNow();

        public List<(TimeSpan After, string Line)> Lines { get; } = [];

        public override void WriteLine(string? value) => Lines.Add((clock.GetUtcNow() - _start, value ?? ""));
    }
}
