// The part of Quartz's surface that says which job runs, and when.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace Quartz
{
    public interface IJobExecutionContext
    {
        CancellationToken CancellationToken { get; }
    }

    public interface IJob
    {
        Task Execute(IJobExecutionContext context);
    }

    public interface IJobDetail
    {
    }

    public interface ITrigger
    {
    }

    public interface IScheduleBuilder
    {
    }

    public sealed class JobKey
    {
        public JobKey(string name, string group = "")
        {
        }

        public static JobKey Create(string name) => throw new NotSupportedException();
    }

    public enum IntervalUnit
    {
        Second,
        Minute,
        Hour,
        Day,
    }

    public interface IScheduler
    {
        Task ScheduleJob(IJobDetail job, ITrigger trigger, CancellationToken token = default);

        Task ScheduleJob(IJobDetail job, IReadOnlyCollection<ITrigger> triggers, bool replace, CancellationToken token = default);

        Task ScheduleJob(ITrigger trigger, CancellationToken token = default);

        Task AddJob(IJobDetail job, bool replace, CancellationToken token = default);
    }

    public sealed class JobBuilder
    {
        public static JobBuilder Create<T>()
            where T : IJob => throw new NotSupportedException();

        public static JobBuilder Create(Type job) => throw new NotSupportedException();

        public JobBuilder WithIdentity(string name, string group = "") => this;

        public JobBuilder WithIdentity(JobKey key) => this;

        public JobBuilder StoreDurably() => this;

        public IJobDetail Build() => throw new NotSupportedException();
    }

    public sealed class TriggerBuilder
    {
        public static TriggerBuilder Create() => throw new NotSupportedException();

        public TriggerBuilder WithIdentity(string name, string group = "") => this;

        public TriggerBuilder ForJob(string name, string group = "") => this;

        public TriggerBuilder ForJob(JobKey key) => this;

        public TriggerBuilder ForJob(IJobDetail job) => this;

        public TriggerBuilder StartNow() => this;

        public TriggerBuilder WithSchedule(IScheduleBuilder schedule) => this;

        public ITrigger Build() => throw new NotSupportedException();
    }

    public static class TriggerSchedules
    {
        public static TriggerBuilder WithCronSchedule(this TriggerBuilder trigger, string cronExpression) => trigger;

        public static TriggerBuilder WithSimpleSchedule(this TriggerBuilder trigger, Action<SimpleScheduleBuilder> schedule) => trigger;

        public static TriggerBuilder WithDailyTimeIntervalSchedule(this TriggerBuilder trigger, Action<DailyTimeIntervalScheduleBuilder> schedule) => trigger;

        public static ITriggerConfigurator WithCronSchedule(this ITriggerConfigurator trigger, string cronExpression) => trigger;

        public static ITriggerConfigurator WithSimpleSchedule(this ITriggerConfigurator trigger, Action<SimpleScheduleBuilder> schedule) => trigger;
    }

    public sealed class CronScheduleBuilder : IScheduleBuilder
    {
        public static CronScheduleBuilder CronSchedule(string cronExpression) => throw new NotSupportedException();

        public static CronScheduleBuilder DailyAtHourAndMinute(int hour, int minute) => throw new NotSupportedException();
    }

    public sealed class SimpleScheduleBuilder : IScheduleBuilder
    {
        public static SimpleScheduleBuilder Create() => throw new NotSupportedException();

        public static SimpleScheduleBuilder RepeatMinutelyForever(int minutes = 1) => throw new NotSupportedException();

        public static SimpleScheduleBuilder RepeatHourlyForTotalCount(int count) => throw new NotSupportedException();

        public SimpleScheduleBuilder WithInterval(TimeSpan interval) => this;

        public SimpleScheduleBuilder WithIntervalInSeconds(int seconds) => this;

        public SimpleScheduleBuilder WithIntervalInMinutes(int minutes) => this;

        public SimpleScheduleBuilder WithIntervalInHours(int hours) => this;

        public SimpleScheduleBuilder WithRepeatCount(int count) => this;

        public SimpleScheduleBuilder RepeatForever() => this;
    }

    public sealed class DailyTimeIntervalScheduleBuilder : IScheduleBuilder
    {
        public DailyTimeIntervalScheduleBuilder WithInterval(int interval, IntervalUnit unit) => this;

        public DailyTimeIntervalScheduleBuilder WithIntervalInHours(int hours) => this;

        public DailyTimeIntervalScheduleBuilder OnEveryDay() => this;
    }

    public interface IJobConfigurator
    {
        IJobConfigurator WithIdentity(string name, string group = "");

        IJobConfigurator WithIdentity(JobKey key);
    }

    public interface ITriggerConfigurator
    {
        ITriggerConfigurator ForJob(string name, string group = "");

        ITriggerConfigurator ForJob(JobKey key);

        ITriggerConfigurator WithIdentity(string name);
    }

    public interface IQuartzConfigurator
    {
        void AddJob<T>(Action<IJobConfigurator> configure)
            where T : IJob;

        void AddJob<T>(JobKey key, Action<IJobConfigurator>? configure = null)
            where T : IJob;

        void AddTrigger(Action<ITriggerConfigurator> configure);

        void ScheduleJob<T>(Action<ITriggerConfigurator> trigger, Action<IJobConfigurator>? job = null)
            where T : IJob;
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public interface IServiceCollection
    {
    }

    public static class QuartzServices
    {
        public static IServiceCollection AddQuartz(this IServiceCollection services, Action<Quartz.IQuartzConfigurator> configure) => services;
    }
}
