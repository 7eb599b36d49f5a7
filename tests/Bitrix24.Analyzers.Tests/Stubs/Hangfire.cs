// The part of Hangfire's surface that makes jobs recur.
using System;
using System.Linq.Expressions;
using System.Threading.Tasks;

namespace Hangfire
{
    public static class Cron
    {
        public static string Minutely() => "* * * * *";

        public static string Hourly() => "0 * * * *";

        public static string Hourly(int minute) => "";

        public static string Daily() => "";

        public static string Daily(int hour, int minute = 0) => "";

        public static string Monthly() => "";

        public static string Never() => "";

        public static string MinuteInterval(int interval) => "";

        public static string HourInterval(int interval) => "";
    }

    public sealed class RecurringJobOptions
    {
    }

    public static class RecurringJob
    {
        public static void AddOrUpdate(Expression<Action> methodCall, Func<string> cronExpression, TimeZoneInfo? timeZone = null, string queue = "default")
        {
        }

        public static void AddOrUpdate(Expression<Func<Task>> methodCall, string cronExpression, TimeZoneInfo? timeZone = null, string queue = "default")
        {
        }

        public static void AddOrUpdate<T>(Expression<Func<T, Task>> methodCall, string cronExpression, TimeZoneInfo? timeZone = null, string queue = "default")
        {
        }

        public static void AddOrUpdate(string recurringJobId, Expression<Func<Task>> methodCall, string cronExpression, RecurringJobOptions? options = null)
        {
        }

        public static void AddOrUpdate<T>(string recurringJobId, Expression<Func<T, Task>> methodCall, string cronExpression, RecurringJobOptions? options = null)
        {
        }

        public static void AddOrUpdate<T>(string recurringJobId, Expression<Func<T, Task>> methodCall, Func<string> cronExpression, TimeZoneInfo? timeZone = null)
        {
        }

        public static void AddOrUpdate<T>(string recurringJobId, string queue, Expression<Func<T, Task>> methodCall, string cronExpression, RecurringJobOptions? options = null)
        {
        }
    }

    public interface IRecurringJobManager
    {
        void AddOrUpdate(string recurringJobId, Common.Job job, string cronExpression, RecurringJobOptions? options = null);
    }

    public static class RecurringJobManagerExtensions
    {
        public static void AddOrUpdate<T>(this IRecurringJobManager manager, string recurringJobId, Expression<Func<T, Task>> methodCall, string cronExpression)
        {
        }
    }

    public static class BackgroundJob
    {
        public static string Enqueue<T>(Expression<Func<T, Task>> methodCall) => "";
    }
}

namespace Hangfire.Common
{
    public sealed class Job
    {
        public static Job FromExpression<T>(Expression<Func<T, Task>> methodCall) => throw new NotSupportedException();
    }
}
