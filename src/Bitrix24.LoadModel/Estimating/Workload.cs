namespace Bitrix24.LoadModel;

/// <summary>What one entry point of a program does to a portal: how much each run sends, how, and how often it runs.</summary>
public sealed record Workload
{
    /// <summary>HTTP requests of one run. A <c>batch</c> is one, whatever it holds.</summary>
    public required RequestCount Requests { get; init; }

    /// <summary>The calls of one run, by REST method, those in a batch included. A method that is not listed is not judged.</summary>
    public IReadOnlyList<MethodLoad> Methods { get; init; } = [];

    /// <summary>How often a run starts.</summary>
    public Schedule Schedule { get; init; } = Schedule.Once;

    /// <summary>Requests under way at once, positive; null when that is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public int? Concurrency { get; init => field = value is { } number ? Figure.Positive(number, nameof(value)) : null; } = 1;

    /// <summary>Seconds that the run waits for each request on average, zero or more: a pause of 1 s every 10 requests is 0.1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or not finite.</exception>
    public double PauseSeconds { get; init => field = Figure.NotNegative(value, nameof(value)); }
}

/// <summary>The calls of one REST method in a run.</summary>
/// <param name="RestMethod">The name, in any case.</param>
/// <param name="Calls">Calls that the portal charges to the method, in a batch or not.</param>
public sealed record MethodLoad(string RestMethod, RequestCount Calls)
{
    /// <summary>
    /// Rows that each call reads or writes; null for what is usual: a page for a list, else one. For <c>batch</c>, unknown where
    /// the calls of its commands are not among the methods.
    /// </summary>
    public RequestCount? RowsPerCall { get; init; }

    /// <summary>Rows that the portal counts in each call for its total: the whole list with <c>start</c> ≥ 0, none with <c>start=-1</c>.</summary>
    public RequestCount CountedRowsPerCall { get; init; } = RequestCount.Zero;

    internal IEnumerable<RequestCount> Formulas => [Calls, RowsPerCall ?? RequestCount.Zero, CountedRowsPerCall];
}
