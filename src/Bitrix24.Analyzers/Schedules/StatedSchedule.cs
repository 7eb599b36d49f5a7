using Bitrix24.Analyzers.Facts;
using Bitrix24.LoadModel;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>A schedule as the code states it.</summary>
/// <param name="IsDefault">It is what the code falls back to, and configuration may give another.</param>
sealed record StatedSchedule(Schedule Schedule, bool IsDefault)
{
    /// <summary>Timers count in milliseconds.</summary>
    const double Shortest = 0.001;

    /// <summary>A run starts each so many seconds; null where that is no time to wait.</summary>
    public static StatedSchedule? Every(Stated? seconds) => Span(seconds) is { } span ? new(Schedule.Every(span), seconds!.Value.Basis == Basis.Default) : null;

    /// <summary>A run starts so many seconds after the end of the one before.</summary>
    public static StatedSchedule? After(Stated? seconds) => Span(seconds) is { } span ? new(Schedule.After(span), seconds!.Value.Basis == Basis.Default) : null;

    public static StatedSchedule? Cron((string? Text, Basis Basis) stated) => stated.Basis != Basis.First && CronText.Read(stated.Text) is { } schedule ? new(schedule, stated.Basis == Basis.Default) : null;

    static TimeSpan? Span(Stated? seconds) => seconds is { Value: >= Shortest and <= Pauses.Longest, Basis: not Basis.First } stated ? TimeSpan.FromSeconds(stated.Value) : null;

    /// <summary>Of several schedules of the same code, the one that runs it most often.</summary>
    public static StatedSchedule? MostFrequent(IEnumerable<StatedSchedule?> schedules) =>
        schedules.Where(static s => s is not null).OrderBy(static s => s!.Schedule.Interval() ?? TimeSpan.MaxValue).FirstOrDefault();
}
