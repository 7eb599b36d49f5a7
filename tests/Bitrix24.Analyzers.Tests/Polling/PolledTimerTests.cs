using static Bitrix24.Analyzers.Tests.Polling.PollCode;

namespace Bitrix24.Analyzers.Tests.Polling;

/// <summary>Timers: what changed is known to a variable that their code captures, or to a field of the object whose method they run.</summary>
public sealed class PolledTimerTests
{
    const string OfflineCall = "Bitrix24Changes.Offline((string method, object body) => client.CallAsync(method, body), \"ID\", \"OnCrmDealAdd\", \"OnCrmDealUpdate\")";

    static readonly string Work = Pages(Row("Show(deal);"));
    static readonly string Done = Changed(Pages(Row("Show(deal);"), "new { start, filter = changed.Filter }"));

    static string Started(string work, string ahead, string mark) => Service($$"""
        public IDisposable Start()
        {
            {{Inside(ahead, 1)}}return {{mark}} Timer(async _ =>
            {
                {{Inside(work, 2)}}
            }, null, 0, 60000);
        }
        """);

    [Fact]
    public Task ALambdaIsCalled() => PollCase.Fixes(PollCase.ChangedSince, Started(Work, "", "{|BX4001:new|}"), Started(Done, Since, "new"));

    static string Ticking(string work, string field, string mark, string subscription = "timer.{0} += OnElapsed;") => Service($$"""
        public void Start(System.Timers.Timer timer)
        {
            timer.Interval = 60000;
            {{subscription.Replace("{0}", mark, StringComparison.Ordinal)}}
        }

        private async void OnElapsed(object? sender, System.Timers.ElapsedEventArgs e)
        {
            {{Inside(work, 1)}}
        }
        """).Replace("    public int Count", $"{field}    public int Count", StringComparison.Ordinal);

    [Fact]
    public Task AMethodIsCalled() => PollCase.Fixes(
        PollCase.ChangedSince, Ticking(Work, "", "{|BX4001:Elapsed|}"),
        Ticking(Done, "    private readonly Bitrix24Changes dealChanges = Bitrix24Changes.Since(\"DATE_MODIFY\", \"ID\");\n", "Elapsed"));

    [Fact]
    public Task AClientIsThereOnlyOnceTheObjectIs() => PollCase.Fixes(
        PollCase.Offline, Ticking(Work, "", "{|BX4001:Elapsed|}"),
        Ticking($"dealChanges ??= {OfflineCall};\n{Done}", "    private Bitrix24Changes? dealChanges;\n", "Elapsed"));

    [Fact]
    public Task AMethodThatOthersCallHasNoFix() => PollCase.Stays(
        Ticking(Work, "", "{|BX4001:Elapsed|}").Replace("    private void Show", "    public void Now() => OnElapsed(null, null!);\n\n    private void Show", StringComparison.Ordinal));

    static string Thrown(string callback, string work, string field, string mark) => Service($$"""
        public Task? Last { get; private set; }

        public IDisposable Start() => {{mark}} Timer({{callback}}, null, 0, 60000);

        private async Task ScanAsync()
        {
            {{Inside(work, 1)}}
        }
        """).Replace("    public int Count", $"{field}    public int Count", StringComparison.Ordinal);

    [Theory]
    [InlineData("_ => _ = ScanAsync()")]
    [InlineData("async _ => await ScanAsync()")]
    public Task ALambdaCallsAMethod(string callback) => PollCase.Fixes(
        PollCase.ChangedSince, Thrown(callback, Work, "", "{|BX4001:new|}"),
        Thrown(callback, Done, "    private readonly Bitrix24Changes dealChanges = Bitrix24Changes.Since(\"DATE_MODIFY\", \"ID\");\n", "new"));

    [Fact]
    public Task ARoundThatIsKeptHasNoFix() => PollCase.Stays(Thrown("_ => Last = ScanAsync()", Work, "", "{|BX4001:new|}"));

    [Fact]
    public Task WhatCountsHasNoFix() => PollCase.Stays(Ticking(Work + "\nCount++;", "", "{|BX4001:Elapsed|}"));
}
