namespace Bitrix24.LoadModel;

/// <summary>
/// How large a size may be, found by trying twice as much each time: a formula never falls when a size grows. The load can,
/// where the size also makes each request slower, so that the first size that breaks a limit is looked for.
/// </summary>
internal sealed class ThresholdSearch(Workload workload, LoadSettings settings, SizeTable sizes, string size)
{
    /// <summary>Numbers up to here are tried; a limit that they keep counts as one that no size breaks.</summary>
    private const long Largest = 1L << 53;

    public IEnumerable<SizeThreshold> Thresholds()
    {
        if (LargestThat(number => new FluidBucket(settings.Plan.Value, Case(number).Single).SecondsToOverflow() is null) is { } burst)
            yield return new(size, burst, Verdict.BurstsRefused);

        if (DrainedRequests() is { } drained && LargestThat(number => Case(number).Requests <= drained) is { } average)
            yield return new(size, average, Verdict.AverageExceedsDrain);

        var operating = workload.Methods.Where(load => load.Formulas.Any(formula => formula.Sizes.Contains(size, StringComparer.Ordinal)))
            .Select(load => load.RestMethod).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(method => (Method: method, Number: LargestThat(number => Case(number).KeepsOperatingLimit(method))))
            .Where(found => found.Number.HasValue).OrderBy(found => found.Number).ToList();
        if (operating.Count > 0)
            yield return new(size, operating[0].Number!.Value, Verdict.OperatingBlocked, operating[0].Method);
    }

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
