using Bitrix24.Analyzers.Schedules;
using Bitrix24.LoadModel;

namespace Bitrix24.Analyzers.Polling;

/// <summary>A list that a schedule reads again and again.</summary>
/// <param name="Run">What runs.</param>
/// <param name="Call">The call that reads the list.</param>
sealed record Poll(ScheduledRun Run, CountedCall Call)
{
    /// <summary>What runs less often is no polling, but a nightly job.</summary>
    static readonly TimeSpan Seldom = TimeSpan.FromHours(1);

    public string RestMethod => Call.RestMethod;

    public string Entity => Call.Effect.Rest!.Method!.Entity;

    public Changes Changes => Changes.Of(Entity);

    /// <summary>Whether it only reads rows above or below something.</summary>
    public bool IsNarrowed => Call.IsNarrowed;

    /// <summary>The lists that a run reads. Dictionaries seldom change and have few rows; the offline queue is no list.</summary>
    public static IEnumerable<Poll> Of(ScheduledRun run) => IntervalOf(run.Entry.Schedule) is { } interval && interval <= Seldom
        ? run.Calls.Where(static c => c.Effect.Rest!.Method is { Kind: RestMethodKind.List, IsReferenceData: false, Entity.Length: > 0 } method && method.Entity != "event.offline")
            .GroupBy(static c => c.RestMethod, StringComparer.OrdinalIgnoreCase).Select(g => new Poll(run, g.OrderBy(static c => c.IsNarrowed).First()))
        : [];

    static TimeSpan? IntervalOf(Schedule schedule) => schedule switch
    {
        TimerSchedule timer => timer.Interval,
        LoopSchedule loop => loop.Pause,
        CronSchedule cron => TimeSpan.FromDays(1 / cron.RunsPerDay),
        _ => null,
    };
}
