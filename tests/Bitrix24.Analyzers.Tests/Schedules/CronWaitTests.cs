using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Schedules;

/// <summary>Loops that wait until a cron expression comes true.</summary>
public sealed class CronWaitTests
{
    static Scenario Worker(string body, string usings = "using NCrontab;", string type = "CrontabSchedule", string types = "") => Code.WithPortal($$"""
        {{usings}}
        namespace App;

        public sealed class Worker
        {
            readonly Portal _portal;
            readonly {{type}} _schedule = {{type}}.Parse("*/10 * * * *");
            readonly {{type}} _given;
            readonly {{type}} _set;
            DateTime _next;

            public Worker(Portal portal, Dictionary<string, string> settings)
            {
                _portal = portal;
                _given = {{type}}.Parse(settings["Cron"]);
                _set = {{type}}.Parse(settings["Cron"] ?? "0 3 * * *");
            }

            public async Task RunAsync(CancellationToken token)
            {
                await Task.Yield();
                {{body}}
            }

            public string Seen => "" + _schedule + _given + _set + _next;
        }

        {{types}}
        """);

    [Theory]
    [InlineData("while (!token.IsCancellationRequested) { var now = DateTime.Now; var next = _schedule.GetNextOccurrence(now); await Task.Delay(next - now, token); await _portal.CallAsync(\"crm.deal.get\"); }", "while | RunAsync | by cron '*/10 * * * *'")]
    [InlineData("do { if (DateTime.Now > _next) { await _portal.CallAsync(\"crm.deal.get\"); _next = _schedule.GetNextOccurrence(DateTime.Now); } await Task.Delay(5000, token); } while (!token.IsCancellationRequested);", "do | RunAsync | by cron '*/10 * * * *'")]
    [InlineData("var hourly = CrontabSchedule.Parse(\"0 * * * *\"); while (true) { await _portal.CallAsync(\"crm.deal.get\"); await Task.Delay(hourly.GetNextOccurrence(DateTime.Now) - DateTime.Now, token); }", "while | RunAsync | by cron '0 * * * *'")]
    [InlineData("while (true) { await _portal.CallAsync(\"crm.deal.get\"); await Task.Delay(_set.GetNextOccurrence(DateTime.Now) - DateTime.Now, token); }", "while | RunAsync | by default by cron '0 3 * * *'")]
    public void ALoopWaitsForTheExpression(string body, string expected)
    {
        Worker(body).WithStub("Crontab").AreExactly(expected + " | crm.deal.get: 1");
        Worker(body, "").Unrestored().AreExactly(expected + " | crm.deal.get: 1");
    }

    [Fact]
    public void CronosToo() => Worker(
            "while (true) { await _portal.CallAsync(\"crm.deal.get\"); var next = _schedule.GetNextOccurrence(DateTime.UtcNow); if (next is not null) await Task.Delay(next.Value - DateTime.UtcNow, token); }", "using Cronos;", "CronExpression")
        .WithStub("Crontab").AreExactly("while | RunAsync | by cron '*/10 * * * *' | crm.deal.get: 1");

    [Theory]
    [InlineData("while (true) { await _portal.CallAsync(\"crm.deal.get\"); await Task.Delay(_given.GetNextOccurrence(DateTime.Now) - DateTime.Now, token); }")]
    [InlineData("do { if (DateTime.Now > _next) { await _portal.CallAsync(\"crm.deal.get\"); _next = _given.GetNextOccurrence(DateTime.Now); } await Task.Delay(5000, token); } while (true);")]
    [InlineData("await _portal.CallAsync(\"crm.deal.get\"); await Task.Delay(_schedule.GetNextOccurrence(DateTime.Now) - DateTime.Now, token);")]
    [InlineData("while (true) { Console.WriteLine(); await Task.Delay(_schedule.GetNextOccurrence(DateTime.Now) - DateTime.Now, token); }")]
    public void OthersHaveNone(string body) => Worker(body).WithStub("Crontab").AreExactly();

    [Fact]
    public void AnExpressionOfSomebodyElseIsNone() => Worker(
            "while (true) { await _portal.CallAsync(\"crm.deal.get\"); _next = _schedule.GetNextOccurrence(DateTime.Now); await Task.Delay(5000, token); }", "",
            types: "public sealed class CrontabSchedule { public static CrontabSchedule Parse(string text) => new(); public DateTime GetNextOccurrence(DateTime from) => from; }")
        .AreExactly("while | RunAsync | with 5 s between runs | crm.deal.get: 1");
}
