namespace Bitrix24.LoadModel;

/// <summary>Whose operating time is added up for a method.</summary>
public enum OperatingScope
{
    /// <summary>Of the whole portal, as documented until May 2026: the stricter reading.</summary>
    Portal,

    /// <summary>Of one application or webhook, as documented since July 2026.</summary>
    Application,
}

/// <summary>
/// What an estimate has to know and no code says. Each figure carries where it comes from; what is not set is assumed,
/// and what nobody can assume (sizes, the rate of web requests) is unknown until it is set. Names of REST methods compare
/// without case.
/// </summary>
public sealed record LoadSettings
{
    /// <summary>Nothing is configured.</summary>
    public static LoadSettings Default { get; } = new();

    /// <summary>The bucket; assumed to be <see cref="Plan.Standard"/>, the stricter one.</summary>
    public Sourced<Plan> Plan { get; init; } = Assumed(LoadModel.Plan.Standard);

    /// <summary>Seconds from request to answer, at least; a request on which the portal works longer takes longer. Assumed to be 0.2.</summary>
    /// <remarks>Why 0.2: <c>docs/decisions/0005-assumed-latency.md</c>.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or not finite.</exception>
    public Sourced<double> LatencySeconds { get; init => field = Checked(value, Figure.Positive); } = Assumed(0.2);

    /// <summary>Seconds that a method may work within ten minutes; null when the portal has no such limit. Assumed to be 480.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or not finite.</exception>
    public Sourced<double?> OperatingLimitSeconds { get; init => field = Checked(value, Figure.Positive); } = Assumed<double?>(Limits.CloudOperatingSeconds);

    /// <summary>Whose operating time counts together; assumed to be that of the portal.</summary>
    public Sourced<OperatingScope> OperatingScope { get; init; } = Assumed(LoadModel.OperatingScope.Portal);

    /// <summary>Incoming web requests a minute, for <see cref="Schedule.PerWebRequest"/>; null while unknown.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or not finite.</exception>
    public Sourced<double>? WebRequestsPerMinute { get; init => field = value is null ? null : Checked(value, Figure.Positive); }

    /// <summary>Numbers by the names of the sizes of formulas: <c>rows.crm.activity</c>, <c>deals</c>. Zero or more.</summary>
    public IReadOnlyDictionary<string, Sourced<long>> Sizes { get; init; } = new Dictionary<string, Sourced<long>>(StringComparer.Ordinal);

    /// <summary>Operating seconds of one call by REST method, zero or more; <see cref="ServiceTime"/> stands in for the others.</summary>
    public IReadOnlyDictionary<string, Sourced<double>> MethodSeconds { get; init; } = new Dictionary<string, Sourced<double>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a call costs the portal where nobody has measured it.</summary>
    public Sourced<ServiceTime> ServiceTime { get; init; } = Assumed(new ServiceTime());

    internal Sourced<double>? SecondsOf(string restMethod) =>
        MethodSeconds.FirstOrDefault(pair => string.Equals(pair.Key, restMethod, StringComparison.OrdinalIgnoreCase)).Value;

    private static Sourced<T> Assumed<T>(T value) => new(value, Provenance.Assumed);

    private static Sourced<double> Checked(Sourced<double> value, Func<double, string, double> check)
    {
        check(value.Value, nameof(value));
        return value;
    }

    private static Sourced<double?> Checked(Sourced<double?> value, Func<double, string, double> check)
    {
        if (value.Value is { } number)
            check(number, nameof(value));
        return value;
    }
}
