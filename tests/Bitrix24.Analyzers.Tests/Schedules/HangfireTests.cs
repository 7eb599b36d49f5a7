using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Schedules;

/// <summary>Jobs that Hangfire repeats.</summary>
public sealed class HangfireTests
{
    static Scenario App(string statement, string usings = "using Hangfire;", string types = "") => Code.WithPortal($$"""
        {{usings}}
        namespace App;

        public sealed class Startup(Portal portal, Dictionary<string, string> settings)
        {
            const string EveryFive = "*/5 * * * *";

            public void Configure({{(usings.Contains("Hangfire;", StringComparison.Ordinal) ? "IRecurringJobManager manager, " : "")}}int minutes)
            {
                {{statement}}
            }

            public Task ScanAsync() => portal.CallAsync("crm.deal.get");

            public Task OtherAsync() => Task.CompletedTask;

            public string Seen => EveryFive + settings.Count;
        }

        public interface ISync
        {
            Task RunAsync(CancellationToken token);
        }

        public sealed class SyncJob(Portal portal) : ISync
        {
            public Task RunAsync(CancellationToken token) => portal.CallAsync("crm.deal.get", null, token);
        }

        {{types}}
        """);

    [Theory]
    [InlineData("RecurringJob.AddOrUpdate<SyncJob>(\"sync\", x => x.RunAsync(CancellationToken.None), \"*/5 * * * *\");", "RunAsync | by cron '*/5 * * * *'")]
    [InlineData("RecurringJob.AddOrUpdate<ISync>(\"sync\", x => x.RunAsync(CancellationToken.None), EveryFive);", "RunAsync | by cron '*/5 * * * *'")]
    [InlineData("RecurringJob.AddOrUpdate<SyncJob>(\"sync\", \"slow\", x => x.RunAsync(CancellationToken.None), Cron.Daily());", "RunAsync | every 1 day")]
    [InlineData("RecurringJob.AddOrUpdate<SyncJob>(\"sync\", x => x.RunAsync(CancellationToken.None), Cron.Daily, TimeZoneInfo.Local);", "RunAsync | every 1 day")]
    [InlineData("RecurringJob.AddOrUpdate<SyncJob>(x => x.RunAsync(CancellationToken.None), Cron.MinuteInterval(10));", "RunAsync | every 10 min")]
    [InlineData("RecurringJob.AddOrUpdate(\"sync\", () => ScanAsync(), Cron.Hourly(15));", "ScanAsync | every 1 h")]
    [InlineData("RecurringJob.AddOrUpdate(() => ScanAsync(), Cron.Minutely());", "ScanAsync | every 1 min")]
    [InlineData("RecurringJob.AddOrUpdate(() => ScanAsync(), Hangfire.Cron.HourInterval(2));", "ScanAsync | every 2 h")]
    [InlineData("RecurringJob.AddOrUpdate(() => portal.CallAsync(\"crm.deal.get\", null, default), Cron.Monthly);", "CallAsync | by cron '0 0 1 * *'")]
    [InlineData("RecurringJob.AddOrUpdate(\"sync\", () => ScanAsync(), settings[\"Cron\"] ?? \"*/30 * * * *\");", "ScanAsync | by default by cron '*/30 * * * *'")]
    [InlineData("RecurringJob.AddOrUpdate(\"sync\", () => ScanAsync(), settings[\"Cron\"] ?? Cron.Hourly());", "ScanAsync | by default every 1 h")]
    [InlineData("var cron = Cron.Hourly(); RecurringJob.AddOrUpdate(\"sync\", () => ScanAsync(), cron);", "ScanAsync | every 1 h")]
    [InlineData("RecurringJob.AddOrUpdate(\"sync\", cronExpression: \"0 3 * * *\", methodCall: () => ScanAsync());", "ScanAsync | by cron '0 3 * * *'")]
    [InlineData("manager.AddOrUpdate<SyncJob>(\"sync\", x => x.RunAsync(CancellationToken.None), \"*/15 * * * *\");", "RunAsync | by cron '*/15 * * * *'")]
    [InlineData("manager.AddOrUpdate(\"sync\", Hangfire.Common.Job.FromExpression<SyncJob>(x => x.RunAsync(default)), Cron.Hourly());", "RunAsync | every 1 h")]
    public void ARecurringJobHasASchedule(string statement, string expected) => App(statement).WithStub("Hangfire").AreExactly($"AddOrUpdate | {expected} | crm.deal.get: 1");

    [Theory]
    [InlineData("RecurringJob.AddOrUpdate(\"sync\", () => ScanAsync(), settings[\"Cron\"]);")]
    [InlineData("RecurringJob.AddOrUpdate(\"sync\", () => ScanAsync(), Cron.Never());")]
    [InlineData("RecurringJob.AddOrUpdate(\"sync\", () => ScanAsync(), Cron.MinuteInterval(minutes));")]
    [InlineData("RecurringJob.AddOrUpdate(\"sync\", () => ScanAsync(), \"whenever\");")]
    [InlineData("RecurringJob.AddOrUpdate(\"sync\", () => OtherAsync(), Cron.Hourly()); _ = ScanAsync();")]
    [InlineData("BackgroundJob.Enqueue<SyncJob>(x => x.RunAsync(default));")]
    public void OthersHaveNone(string statement) => App(statement).WithStub("Hangfire").AreExactly();

    [Fact]
    public void ANeighbourOfTheSameNameIsNone() =>
        App("RecurringJob.AddOrUpdate(() => ScanAsync(), \"* * * * *\");", "", "public static class RecurringJob { public static void AddOrUpdate(Func<Task> test, string name) => Console.WriteLine(name + test); }").AreExactly();

    [Theory]
    [InlineData("RecurringJob.AddOrUpdate<ISync>(\"sync\", x => x.RunAsync(default), Cron.Daily, TimeZoneInfo.Local);", "RunAsync | every 1 day")]
    [InlineData("RecurringJob.AddOrUpdate(\"sync\", () => ScanAsync(), \"*/5 * * * *\");", "ScanAsync | by cron '*/5 * * * *'")]
    [InlineData("_recurringJobManager.AddOrUpdate(\"sync\", () => ScanAsync(), Cron.MinuteInterval(5));", "ScanAsync | every 5 min")]
    public void NamesDoWhereTheLibraryIsNotThere(string statement, string expected) => App(statement, "").Unrestored().AreExactly($"AddOrUpdate | {expected} | crm.deal.get: 1");
}
