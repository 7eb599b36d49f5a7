using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Schedules;

/// <summary>Jobs of Quartz: the class is in one file, what says when it runs in another.</summary>
public sealed class QuartzTests
{
    const string Job = """
        using Quartz;
        namespace App;

        public sealed class DealJob(Portal portal) : IJob
        {
            public Task Execute(IJobExecutionContext context) => portal.CallAsync("crm.deal.get");
        }
        """;

    static Scenario App(string body, string members = "", string types = "") => Code.WithPortal(Job).With("Startup.cs", $$"""
        using Microsoft.Extensions.DependencyInjection;
        using Quartz;
        namespace App;

        public sealed class Startup(IScheduler scheduler, Dictionary<string, string> settings)
        {
            const string EveryFive = "0 0/5 * * * ?";

            public async Task StartAsync(IServiceCollection services, int minutes)
            {
                await Task.Yield();
                {{body}}
            }

            public string Seen => EveryFive + settings.Count + scheduler;

            {{members}}
        }

        public sealed class OtherJob : IJob
        {
            public Task Execute(IJobExecutionContext context) => Task.CompletedTask;
        }

        public sealed record JobSchedule(Type Job, string Cron);

        {{types}}
        """);

    static Scenario Scheduled(string trigger) => App($"var job = JobBuilder.Create<DealJob>().Build(); var trigger = TriggerBuilder.Create().StartNow(){trigger}.Build(); await scheduler.ScheduleJob(job, trigger);").WithStub("Quartz");

    [Theory]
    [InlineData(".WithCronSchedule(\"0 0/5 * * * ?\")", "by cron '0 0/5 * * * ?'")]
    [InlineData(".WithCronSchedule(EveryFive)", "by cron '0 0/5 * * * ?'")]
    [InlineData(".WithCronSchedule(settings[\"Cron\"] ?? EveryFive)", "by default by cron '0 0/5 * * * ?'")]
    [InlineData(".WithCronSchedule(string.IsNullOrEmpty(settings[\"Cron\"]) ? EveryFive : settings[\"Cron\"])", "by default by cron '0 0/5 * * * ?'")]
    [InlineData(".WithSchedule(CronScheduleBuilder.CronSchedule(\"0 0 3 * * ?\"))", "by cron '0 0 3 * * ?'")]
    [InlineData(".WithSchedule(CronScheduleBuilder.DailyAtHourAndMinute(3, 0))", "every 1 day")]
    [InlineData(".WithSimpleSchedule(x => x.WithIntervalInMinutes(5).RepeatForever())", "every 5 min")]
    [InlineData(".WithSimpleSchedule(x => x.WithInterval(TimeSpan.FromHours(2)).RepeatForever())", "every 2 h")]
    [InlineData(".WithSimpleSchedule(x => { x.WithIntervalInSeconds(30); x.RepeatForever(); })", "every 30 s")]
    [InlineData(".WithSchedule(SimpleScheduleBuilder.RepeatMinutelyForever(10))", "every 10 min")]
    [InlineData(".WithSchedule(SimpleScheduleBuilder.RepeatMinutelyForever())", "every 1 min")]
    [InlineData(".WithSchedule(SimpleScheduleBuilder.Create().WithIntervalInHours(1).RepeatForever())", "every 1 h")]
    [InlineData(".WithDailyTimeIntervalSchedule(x => x.WithIntervalInHours(24).OnEveryDay())", "every 1 day")]
    [InlineData(".WithDailyTimeIntervalSchedule(x => x.WithInterval(15, IntervalUnit.Minute))", "every 15 min")]
    public void ATriggerHasASchedule(string trigger, string expected) => Scheduled(trigger).AreExactly($"Execute | Execute | {expected} | crm.deal.get: 1");

    [Theory]
    [InlineData("")]
    [InlineData(".WithCronSchedule(settings[\"Cron\"])")]
    [InlineData(".WithSimpleSchedule(x => x.WithIntervalInMinutes(minutes).RepeatForever())")]
    [InlineData(".WithSimpleSchedule(x => x.WithIntervalInMinutes(5))")]
    [InlineData(".WithSimpleSchedule(x => x.WithIntervalInMinutes(5).WithRepeatCount(3))")]
    [InlineData(".WithSchedule(SimpleScheduleBuilder.RepeatHourlyForTotalCount(5))")]
    public void OtherTriggersHaveNone(string trigger) => Scheduled(trigger).AreExactly();

    [Theory]
    [InlineData("await scheduler.ScheduleJob(JobBuilder.Create(typeof(DealJob)).Build(), TriggerBuilder.Create().WithCronSchedule(EveryFive).Build());")]
    [InlineData("IJobDetail job; ITrigger trigger; job = Make(typeof(OtherJob)); trigger = Hourly(); await scheduler.ScheduleJob(job, trigger); job = Make(typeof(DealJob)); trigger = EveryFiveMinutes(); await scheduler.ScheduleJob(job, trigger);")]
    [InlineData("var job = JobBuilder.Create<DealJob>().Build(); await scheduler.ScheduleJob(job, new HashSet<ITrigger> { Hourly(), EveryFiveMinutes() }, true);")]
    [InlineData("var job = JobBuilder.Create<DealJob>().Build(); var often = EveryFiveMinutes(); await scheduler.ScheduleJob(job, [Hourly(), often], true);")]
    [InlineData("var job = JobBuilder.Create<DealJob>().WithIdentity(\"deals\").StoreDurably().Build(); await scheduler.AddJob(job, true); await scheduler.ScheduleJob(TriggerBuilder.Create().ForJob(\"deals\").WithCronSchedule(EveryFive).Build());")]
    [InlineData("var job = JobBuilder.Create<DealJob>().Build(); await scheduler.AddJob(job, true); await scheduler.ScheduleJob(TriggerBuilder.Create().ForJob(job).WithCronSchedule(EveryFive).Build());")]
    [InlineData("services.AddQuartz(q => { var key = new JobKey(\"deals\"); q.AddJob<OtherJob>(o => o.WithIdentity(\"other\")); q.AddJob<DealJob>(o => o.WithIdentity(key)); q.AddTrigger(t => t.ForJob(\"other\").WithCronSchedule(\"* * * * * ?\")); q.AddTrigger(t => t.ForJob(key).WithIdentity(\"t\").WithCronSchedule(EveryFive)); });")]
    [InlineData("services.AddQuartz(q => { q.AddJob<DealJob>(new JobKey(nameof(DealJob))); q.AddTrigger(t => t.ForJob(nameof(DealJob)).WithCronSchedule(EveryFive)); });")]
    [InlineData("services.AddQuartz(q => q.ScheduleJob<DealJob>(t => t.WithCronSchedule(EveryFive), j => j.WithIdentity(\"deals\")));")]
    [InlineData("services.AddQuartz(q => { q.ScheduleJob<DealJob>(t => t.WithCronSchedule(\"0 0 3 * * ?\")); q.ScheduleJob<DealJob>(t => t.WithCronSchedule(EveryFive)); });")]
    [InlineData("Console.WriteLine(new JobSchedule(typeof(DealJob), EveryFive)); ")]
    [InlineData("Add<DealJob>(services, \"0 0/5 * * * ?\");")]
    public void ARegistrationFindsItsJob(string body) => App(body, """
        static IJobDetail Make(Type job) => JobBuilder.Create(job).Build();

        static ITrigger Hourly() => TriggerBuilder.Create().WithCronSchedule("0 0 * * * ?").Build();

        ITrigger EveryFiveMinutes()
        {
            return TriggerBuilder.Create().WithIdentity("five").WithCronSchedule(EveryFive).Build();
        }

        static void Add<T>(IServiceCollection services, string cron)
            where T : IJob => services.AddQuartz(q => q.ScheduleJob<T>(t => t.WithCronSchedule(cron)));
        """).WithStub("Quartz").AreExactly("Execute | Execute | by cron '0 0/5 * * * ?' | crm.deal.get: 1");

    [Theory]
    [InlineData("await scheduler.ScheduleJob(JobBuilder.Create<OtherJob>().Build(), TriggerBuilder.Create().WithCronSchedule(EveryFive).Build());")]
    [InlineData("services.AddQuartz(q => { q.AddJob<DealJob>(o => o.WithIdentity(\"deals\")); q.AddJob<OtherJob>(o => o.WithIdentity(\"other\")); q.AddTrigger(t => t.ForJob(\"other\").WithCronSchedule(EveryFive)); });")]
    [InlineData("await scheduler.AddJob(JobBuilder.Create<DealJob>().StoreDurably().Build(), true);")]
    [InlineData("Console.WriteLine(new JobSchedule(typeof(DealJob), \"every five minutes\"));")]
    public void AJobOfAnotherRegistrationHasNone(string body) => App(body).WithStub("Quartz").AreExactly();

    [Fact]
    public void AnAttributeMayCarryTheExpression() => Code.WithPortal(Job.Replace("public sealed class", "[Scheduled(\"0 0/5 * * * ?\")] public sealed class", StringComparison.Ordinal)
            + "public sealed class ScheduledAttribute(string cron) : Attribute { public string Cron => cron; }").WithStub("Quartz")
        .AreExactly("Execute | Execute | by cron '0 0/5 * * * ?' | crm.deal.get: 1");

    [Fact]
    public void AnInheritedMethodRunsForItsHeirs() => App("services.AddQuartz(q => q.ScheduleJob<NightJob>(t => t.WithCronSchedule(\"0 0 3 * * ?\")));",
            types: "public abstract class SyncJob(Portal portal) : IJob { public async Task Execute(IJobExecutionContext context) => await portal.CallAsync(\"crm.lead.get\"); } public sealed class NightJob(Portal portal) : SyncJob(portal);")
        .WithStub("Quartz").AreExactly("Execute | Execute | by cron '0 0 3 * * ?' | crm.lead.get: 1");

    [Fact]
    public void AJobOfSomebodyElseIsNone() => Code.WithPortal(Job.Replace("using Quartz;", "", StringComparison.Ordinal) + """
        public interface IJob { Task Execute(IJobExecutionContext context); }
        public interface IJobExecutionContext;
        public sealed record JobSchedule(Type Job, string Cron);
        public sealed class Startup { public JobSchedule Deals { get; } = new(typeof(DealJob), "0 0/5 * * * ?"); }
        """).AreExactly();

    [Fact]
    public void NamesDoWhereTheLibraryIsNotThere() => App("services.AddQuartz(q => { q.AddJob<DealJob>(o => o.WithIdentity(\"deals\")); q.AddTrigger(t => t.ForJob(\"deals\").WithSimpleSchedule(x => x.WithIntervalInMinutes(5).RepeatForever())); });")
        .Unrestored().AreExactly("Execute | Execute | every 5 min | crm.deal.get: 1");
}
