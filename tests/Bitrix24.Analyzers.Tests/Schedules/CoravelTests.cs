using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Schedules;

/// <summary>Tasks and classes that Coravel runs.</summary>
public sealed class CoravelTests
{
    static Scenario App(string statement, string usings = "using Coravel.Invocable; using Coravel.Scheduling.Schedule.Interfaces;", string types = "") => Code.WithPortal($$"""
        {{usings}}
        namespace App;

        public sealed class Startup(Portal portal, Dictionary<string, string> settings)
        {
            public void Configure(IScheduler scheduler, int seconds)
            {
                {{statement}}
            }

            public Task ScanAsync() => portal.CallAsync("crm.deal.get");

            public string Seen => "" + settings.Count;
        }

        {{types}}
        """).With("Job.cs", $$"""
        {{usings}}
        namespace App;

        public sealed class LeadJob(Portal portal) : IInvocable
        {
            public async Task Invoke() => await portal.CallAsync("crm.lead.get");
        }
        """);

    [Theory]
    [InlineData("scheduler.ScheduleAsync(ScanAsync).EveryFiveMinutes();", "ScheduleAsync | ScanAsync | every 5 min | crm.deal.get: 1")]
    [InlineData("scheduler.ScheduleAsync(async () => await portal.CallAsync(\"crm.deal.get\")).EverySeconds(10).PreventOverlapping(\"scan\");", "ScheduleAsync | the task | every 10 s | crm.deal.get: 1")]
    [InlineData("scheduler.Schedule(() => ScanAsync().Wait()).Cron(\"*/5 * * * *\").Weekday();", "Schedule | the task | by cron '*/5 * * * *' | crm.deal.get: 1")]
    [InlineData("scheduler.ScheduleAsync(ScanAsync).Cron(settings[\"Cron\"] ?? \"0 3 * * *\");", "ScheduleAsync | ScanAsync | by default by cron '0 3 * * *' | crm.deal.get: 1")]
    [InlineData("scheduler.ScheduleAsync(ScanAsync).DailyAt(3, 30);", "ScheduleAsync | ScanAsync | every 1 day | crm.deal.get: 1")]
    [InlineData("scheduler.ScheduleAsync(ScanAsync).Monthly();", "ScheduleAsync | ScanAsync | by cron '0 0 1 * *' | crm.deal.get: 1")]
    [InlineData("scheduler.OnWorker(\"slow\").ScheduleAsync(ScanAsync).Hourly();", "ScheduleAsync | ScanAsync | every 1 h | crm.deal.get: 1")]
    [InlineData("scheduler.Schedule<LeadJob>().EveryMinute();", "Invoke | Invoke | every 1 min | crm.lead.get: 1")]
    [InlineData("scheduler.Schedule<LeadJob>().Hourly(); scheduler.Schedule<LeadJob>().EveryFiveMinutes();", "Invoke | Invoke | every 5 min | crm.lead.get: 1")]
    public void ATaskHasASchedule(string statement, string expected)
    {
        App(statement).WithStub("Coravel").AreExactly(expected);
        App(statement, "").Unrestored().AreExactly(expected);
    }

    [Theory]
    [InlineData("scheduler.ScheduleAsync(ScanAsync);")]
    [InlineData("scheduler.ScheduleAsync(ScanAsync).EveryMinute().Once();")]
    [InlineData("scheduler.ScheduleAsync(ScanAsync).EverySeconds(seconds);")]
    [InlineData("scheduler.ScheduleAsync(ScanAsync).Cron(settings[\"Cron\"]);")]
    [InlineData("scheduler.ScheduleAsync(() => Task.CompletedTask).EveryMinute(); _ = ScanAsync();")]
    [InlineData("scheduler.Schedule<LeadJob>();")]
    public void OthersHaveNone(string statement) => App(statement).WithStub("Coravel").AreExactly();

    [Fact]
    public void ASchedulerOfSomebodyElseIsNone() => App("scheduler.ScheduleAsync(ScanAsync).EveryMinute(); scheduler.Schedule<LeadJob>().EveryMinute();", "",
        "public interface IInvocable { Task Invoke(); } public interface IScheduler { IScheduler ScheduleAsync(Func<Task> task); IScheduler Schedule<T>(); void EveryMinute(); }").AreExactly();
}
