using Bitrix24.LoadModel;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>How long it is from run to run.</summary>
static class ScheduleInterval
{
    /// <summary>On average; null for what somebody starts.</summary>
    public static TimeSpan? Interval(this Schedule schedule) => schedule switch
    {
        TimerSchedule timer => timer.Interval,
        LoopSchedule loop => loop.Pause,
        CronSchedule cron => TimeSpan.FromDays(1 / cron.RunsPerDay),
        _ => null,
    };
}
