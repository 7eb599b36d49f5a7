// The part of Coravel's surface that schedules tasks.
using System;
using System.Threading.Tasks;

namespace Coravel.Invocable
{
    public interface IInvocable
    {
        Task Invoke();
    }
}

namespace Coravel.Scheduling.Schedule.Interfaces
{
    public interface IScheduler
    {
        IScheduleInterval Schedule(Action task);

        IScheduleInterval ScheduleAsync(Func<Task> task);

        IScheduleInterval Schedule<T>()
            where T : Coravel.Invocable.IInvocable;

        IScheduler OnWorker(string name);
    }

    public interface IScheduleInterval
    {
        IScheduledEventConfiguration EverySeconds(int seconds);

        IScheduledEventConfiguration EveryMinute();

        IScheduledEventConfiguration EveryFiveMinutes();

        IScheduledEventConfiguration Hourly();

        IScheduledEventConfiguration DailyAt(int hour, int minute);

        IScheduledEventConfiguration Monthly();

        IScheduledEventConfiguration Cron(string expression);
    }

    public interface IScheduledEventConfiguration
    {
        IScheduledEventConfiguration Weekday();

        IScheduledEventConfiguration PreventOverlapping(string identifier);

        IScheduledEventConfiguration Once();
    }
}
