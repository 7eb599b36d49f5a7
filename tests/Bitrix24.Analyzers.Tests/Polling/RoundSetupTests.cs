using static Bitrix24.Analyzers.Tests.Polling.PollCode;

namespace Bitrix24.Analyzers.Tests.Polling;

/// <summary>What a round begins with, what keeps rounds apart, and who runs them.</summary>
public sealed class RoundSetupTests
{
    static readonly (string Name, string Code)[] Members =
    [
        ("stores", "public interface IStoreFactory\n{\n    IStore CreateScope();\n    Task<IStore> BeginAsync();\n}\n\nprivate readonly IStoreFactory stores = null!;"),
        ("Turn()", "private readonly Queue<BitrixClient> portals = new();\nprivate BitrixClient Turn()\n{\n    portals.Enqueue(portals.Peek());\n    return portals.Dequeue();\n}"),
        ("gate", "private readonly SemaphoreSlim gate = new(1, 1);"),
        ("ref busy", "private int busy;"),
        ("isBusy", "private bool isBusy;"),
    ];

    static readonly string Work = Pages(Row("Show(deal);"));
    static readonly string Done = Changed(Pages(Row("Show(deal);"), "new { start, filter = changed.Filter }"));

    /// <summary>Members that the program mentions.</summary>
    static string With(string program) => program.Replace("    public int Count", string.Concat(Members.Where(m => program.Contains(m.Name, StringComparison.Ordinal)).Select(static m => "    " + Inside(m.Code, 1) + "\n")) + "    public int Count", StringComparison.Ordinal);

    static string Save(string round) => round.Replace("Show(deal);", "await saved.SaveAsync(deal.GetRawText(), \"\");", StringComparison.Ordinal);

    [Theory]
    [InlineData("var saved = stores.CreateScope();\n")]
    [InlineData("var saved = (IStore)stores.CreateScope()!;\n")]
    public Task TheSameKindOfThingInEveryRound(string before) => PollCase.Fixes(PollCase.ChangedSince, With(Every(before + Save(Work))), With(Every(before + Save(Done), Since, "while")));

    [Theory]
    [InlineData("var saved = await stores.BeginAsync();\n")] // an export that is begun anew
    [InlineData("using var saved = new System.IO.StreamWriter(\"deals.csv\");\n")]
    public Task SomethingThatRowsFill(string before) => PollCase.Stays(With(Every(before + (before.Contains("Stream", StringComparison.Ordinal) ? Work.Replace("Show(deal);", "saved.WriteLine(deal);", StringComparison.Ordinal) : Save(Work)))));

    [Fact]
    public Task AnotherPortalInEveryRound() => PollCase.Stays(With(Every("var bitrix = Turn();\n" + Work.Replace("client.", "bitrix.", StringComparison.Ordinal))));

    [Theory]
    [InlineData("if (!await gate.WaitAsync(0))\n    return;\n", "gate.Release();")]
    [InlineData("if (Interlocked.Exchange(ref busy, 1) == 1)\n    return;\n", "Interlocked.Exchange(ref busy, 0);")]
    [InlineData("if (isBusy)\n    return;\nisBusy = true;\n", "isBusy = false;")]
    public Task RoundsAreKeptApart(string enter, string leave)
    {
        string Guarded(string work) => $$"""
            {{enter}}try
            {
                {{Inside(work, 1)}}
            }
            finally
            {
                {{leave}}
            }
            """;
        // Behind the fields that are there.
        const string field = "    private readonly Bitrix24Changes dealChanges = Bitrix24Changes.Since(\"DATE_MODIFY\", \"ID\");\n    public int Count";
        return PollCase.Fixes(PollCase.ChangedSince, With(Ticking(Guarded(Work), "", "{|BX4001:Elapsed|}")), With(Ticking(Guarded(Done), "", "Elapsed")).Replace("    public int Count", field, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("if (Count > 5)\n    return;\n")]
    [InlineData("if (store.Has(\"x\"))\n    return;\n")]
    public Task RoundsAreLeftOutForAnotherReason(string enter) => PollCase.Stays(With(Ticking(enter + Work, "", "{|BX4001:Elapsed|}")));

    [Fact]
    public Task WhoRunsItSaysOfWhat() => PollCase.Stays(With(Ticking(Work.Replace("Show(deal);", "Console.WriteLine(sender);", StringComparison.Ordinal), "", "{|BX4001:Elapsed|}")));

    /// <summary>A client that ends with the round is none to read the queue with; the time asks nobody.</summary>
    [Fact]
    public Task AClientOfTheRoundIsNotKept() => PollCase.Stays(With(Ticking("var mine = new BitrixClient(new System.Net.Http.HttpClient(), \"\");\ntry\n{\n    " + Inside(Work.Replace("client.", "mine.", StringComparison.Ordinal), 1) + "\n}\ncatch (Exception error)\n{\n    Console.WriteLine(error);\n}", "", "{|BX4001:Elapsed|}")), PollCase.Offline);

    [Theory]
    [InlineData("event.offline.get")]
    [InlineData("event.offline.list")]
    public Task TheQueueHasAReader(string method) => PollCase.Stays(Every(Work).Replace("    private void Number(", $"    public Task PeekAsync() => client.CallAsync(\"{method}\", new {{ }});\n\n    private void Number(", StringComparison.Ordinal), PollCase.Offline);

    static string Ticking(string work, string field, string mark) => Service($$"""
        public void Start(System.Timers.Timer timer)
        {
            timer.Interval = 60000;
            timer.{{mark}} += OnElapsed;
        }

        private async void OnElapsed(object? sender, System.Timers.ElapsedEventArgs e)
        {
            {{Inside(work, 1)}}
        }
        """).Replace("    public int Count", $"{field}    public int Count", StringComparison.Ordinal);
}
