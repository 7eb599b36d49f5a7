namespace Bitrix24.LoadModel;

/// <summary>
/// How often a run starts: one of <see cref="OnceSchedule"/>, <see cref="WebRequestSchedule"/>,
/// <see cref="TimerSchedule"/>, <see cref="LoopSchedule"/> and <see cref="CronSchedule"/>. Immutable; its text is a
/// phrase for a message, such as <c>every 5 min</c>.
/// </summary>
public abstract record Schedule
{
    private protected Schedule()
    {
    }

    /// <summary>A run of the program.</summary>
    public static Schedule Once { get; } = new OnceSchedule();

    /// <summary>A run for each incoming web request, at a rate that only the user knows.</summary>
    public static Schedule PerWebRequest { get; } = new WebRequestSchedule();

    /// <summary>A timer: a run starts each interval, however long it takes.</summary>
    /// <param name="interval">From start to start, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The interval is zero or negative.</exception>
    public static Schedule Every(TimeSpan interval) => new TimerSchedule(interval);

    /// <summary>A loop: run, wait, run again.</summary>
    /// <param name="pause">From end to start, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The pause is negative.</exception>
    public static Schedule After(TimeSpan pause) => new LoopSchedule(pause);

    /// <summary>A cron expression that the caller has worked out.</summary>
    /// <param name="text">The expression, for messages.</param>
    /// <param name="runsPerDay">Runs a day on average, positive and finite.</param>
    /// <param name="shortestGap">The least time from start to start, positive.</param>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is not positive, or not finite.</exception>
    public static Schedule Cron(string text, double runsPerDay, TimeSpan shortestGap) => new CronSchedule(text, runsPerDay, shortestGap);
}

/// <summary>A run of the program.</summary>
public sealed record OnceSchedule : Schedule
{
    internal OnceSchedule()
    {
    }

    /// <summary><c>once</c></summary>
    public override string ToString() => "once";
}

/// <summary>A run for each incoming web request.</summary>
public sealed record WebRequestSchedule : Schedule
{
    internal WebRequestSchedule()
    {
    }

    /// <summary><c>for each web request</c></summary>
    public override string ToString() => "for each web request";
}

/// <summary>A run each interval, however long it takes.</summary>
public sealed record TimerSchedule : Schedule
{
    internal TimerSchedule(TimeSpan interval) => Interval = Figure.Positive(interval, nameof(interval));

    /// <summary>From start to start, positive.</summary>
    public TimeSpan Interval { get; }

    /// <summary><c>every 5 min</c></summary>
    public override string ToString() => $"every {Duration.Text(Interval)}";
}

/// <summary>One run after another, with a pause between them.</summary>
public sealed record LoopSchedule : Schedule
{
    internal LoopSchedule(TimeSpan pause) => Pause = Figure.NotNegative(pause, nameof(pause));

    /// <summary>From end to start, zero or more.</summary>
    public TimeSpan Pause { get; }

    /// <summary><c>with 5 min between runs</c></summary>
    public override string ToString() => $"with {Duration.Text(Pause)} between runs";
}

/// <summary>Runs at the times of a cron expression.</summary>
public sealed record CronSchedule : Schedule
{
    internal CronSchedule(string text, double runsPerDay, TimeSpan shortestGap)
    {
        Text = string.IsNullOrWhiteSpace(text) ? throw new ArgumentException("A cron expression is not empty.", nameof(text)) : text;
        RunsPerDay = Figure.Positive(runsPerDay, nameof(runsPerDay));
        ShortestGap = Figure.Positive(shortestGap, nameof(shortestGap));
    }

    /// <summary>The expression.</summary>
    public string Text { get; }

    /// <summary>Runs a day on average, positive.</summary>
    public double RunsPerDay { get; }

    /// <summary>The least time from start to start, positive.</summary>
    public TimeSpan ShortestGap { get; }

    /// <summary><c>by cron '*/5 * * * *'</c></summary>
    public override string ToString() => $"by cron '{Text}'";
}
