namespace Bitrix24.LoadModel;

/// <summary>
/// How large a size may be, found by trying twice as much each time: a formula never falls when a size grows. The load can,
/// where the size also makes each request slower, so that the first size that breaks a limit is looked for.
/// </summary>
internal sealed class ThresholdSearch(Workload workload, LoadSettings settings, SizeTable sizes, string size)
{
    /// <summary>Numbers up to here are tried; a limit that they keep counts as one that no size breaks.</summary>
    private const long Largest = 1L << 53;

    public IEnumerable<SizeThreshold> Thresholds() =>
        new[] { Verdict.BurstsRefused, Verdict.AverageExceedsDrain, Verdict.OperatingBlocked }.Select(Of).Where(found => found is not null)!;

    public SizeThreshold? Of(Verdict verdict) => verdict switch
    {
        Verdict.BurstsRefused => At(LargestThat(number => new FluidBucket(settings.Plan.Value, Case(number).Single).SecondsToOverflow() is null), verdict),
        Verdict.AverageExceedsDrain => DrainedRequests() is { } drained ? At(LargestThat(number => Case(number).Requests <= drained), verdict) : null,
        Verdict.OperatingBlocked => workload.Methods.Where(load => load.Formulas.Any(formula => formula.Sizes.Contains(size, StringComparer.Ordinal)))
            .Select(load => load.RestMethod).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(method => At(LargestThat(number => Case(number).KeepsOperatingLimit(method)), verdict, method))
            .Where(found => found is not null).OrderBy(found => found!.Largest).FirstOrDefault(),
        _ => null,
    };

    private SizeThreshold? At(long? largest, Verdict verdict, string? restMethod = null) => largest is { } number ? new(size, number, verdict, restMethod) : null;

    /// <summary>The requests that leave the bucket from one run to the next; null when there is no time between runs to speak of.</summary>
    private double? DrainedRequests() => settings.Plan.Value.Drain * workload.Schedule switch
    {
        TimerSchedule timer => timer.Interval.TotalSeconds,
        LoopSchedule loop when loop.Pause > TimeSpan.Zero && !IsPacedBelowTheDrain => loop.Pause.TotalSeconds,
        CronSchedule cron => 24 * 60 * 60 / cron.RunsPerDay,
        WebRequestSchedule when settings.WebRequestsPerMinute is { } rate => 60 / rate.Value,
        _ => (double?)null,
    };

    /// <summary>A loop whose runs themselves never exceed the drain does not either, however long they are.</summary>
    private bool IsPacedBelowTheDrain => workload.PauseSeconds * settings.Plan.Value.Drain >= (workload.Concurrency ?? double.PositiveInfinity);

    private LoadCase Case(long number) => new(workload, settings, sizes.With(size, number));

    /// <summary>Null when even zero breaks the limit, and when nothing does.</summary>
    private static long? LargestThat(Func<long, bool> keeps)
    {
        if (!keeps(0))
            return null;

        var (kept, broken) = (0L, 1L);
        while (keeps(broken))
        {
            if (broken == Largest)
                return null;
            (kept, broken) = (broken, broken * 2);
        }

        while (broken - kept > 1)
        {
            var middle = kept + ((broken - kept) / 2);
            (kept, broken) = keeps(middle) ? (middle, broken) : (kept, middle);
        }

        return kept;
    }
}
