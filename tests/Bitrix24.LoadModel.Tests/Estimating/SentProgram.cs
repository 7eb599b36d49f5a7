namespace Bitrix24.LoadModel.Tests.Estimating;

/// <summary>A program that sends its requests one by one, in whole milliseconds: what estimates are held against.</summary>
internal static class SentProgram
{
    /// <summary>When each request of a workload without operating time is sent, in order, until just before the end.</summary>
    public static IEnumerable<TimeSpan> Times(Workload workload, double latency, TimeSpan horizon)
    {
        var (requests, workers, step) = Shape(workload, latency);
        if (requests == 0)
            return [];

        var end = (long)horizon.TotalMilliseconds;
        var length = (requests + workers - 1) / workers * step;
        var period = workload.Schedule switch
        {
            TimerSchedule timer => (long)timer.Interval.TotalMilliseconds,
            LoopSchedule loop => length + (long)loop.Pause.TotalMilliseconds,
            _ => long.MaxValue / 2,
        };

        var times = new List<long>();
        for (var start = 0L; start < end; start += period)
        {
            for (var i = 0L; i < requests && start + (i / workers * step) < end; i++)
                times.Add(start + (i / workers * step));
        }

        times.Sort();
        return times.Select(time => TimeSpan.FromMilliseconds(time));
    }

    /// <summary>Seconds until a counting bucket refuses the first request; null when it refuses none until the horizon.</summary>
    public static double? FirstRefusal(Workload workload, double latency, Plan plan, TimeSpan horizon)
    {
        var bucket = new LeakyBucket(plan);
        foreach (var time in Times(workload, latency, horizon))
        {
            if (!bucket.Admit(time))
                return time.TotalSeconds;
        }

        return null;
    }

    /// <summary>The most runs that are under way at once.</summary>
    public static double RunsUnderWay(Workload workload, double latency)
    {
        var (requests, workers, step) = Shape(workload, latency);
        return workload.Schedule is TimerSchedule timer ? Math.Ceiling((requests + workers - 1) / workers * step / timer.Interval.TotalMilliseconds) + 1 : 1;
    }

    private static (long Requests, long Workers, long Step) Shape(Workload workload, double latency) =>
        (workload.Requests.Constant!.Value, workload.Concurrency!.Value, (long)Math.Round((latency + workload.PauseSeconds) * 1_000));
}
