namespace Bitrix24.Emulator;

/// <summary>The request-intensity limit: a counter that grows by one a request and drains every second.</summary>
public sealed record RateLimit(int Threshold, int DrainPerSecond)
{
    /// <summary>Every plan but Enterprise.</summary>
    public static readonly RateLimit Standard = new(50, 2);

    /// <summary>The Enterprise plan.</summary>
    public static readonly RateLimit Enterprise = new(250, 5);
}

/// <summary>Whose operating time is added up.</summary>
public enum OperatingScope
{
    /// <summary>Of one application or webhook, as documented since July 2026.</summary>
    Caller,

    /// <summary>Of the whole portal, as documented before.</summary>
    Portal,
}

/// <summary>An incoming webhook: a credential, so its code is never logged or shown.</summary>
public sealed record Webhook(long UserId, string Code)
{
    /// <summary>The permissions it was given; null for all.</summary>
    public IReadOnlySet<string>? Scopes { get; init; }

    /// <summary>Whether its user is an administrator.</summary>
    public bool IsAdmin { get; init; } = true;

    /// <summary>Says nothing of the code.</summary>
    public override string ToString() => $"webhook of user {UserId}";
}

/// <summary>How a portal behaves.</summary>
public sealed record PortalOptions
{
    /// <summary>A SQLite file that keeps the portal's rows, or null for memory.</summary>
    public string? File { get; init; }

    /// <summary>Addresses to listen on; port 0 takes a free one.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:0"];

    /// <summary>The time everything goes by; null makes a <see cref="VirtualClock"/>, <see cref="TimeProvider.System"/> is real time.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>Where a clock made by the portal starts.</summary>
    public DateTimeOffset Start { get; init; } = new(2026, 1, 12, 6, 0, 0, TimeSpan.Zero);

    /// <summary>Real time for which concurrent callers must be quiet before a clock made by the portal jumps. A single caller is not waited for.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>The request-intensity limit, null for none.</summary>
    public RateLimit? Rate { get; init; } = RateLimit.Standard;

    /// <summary>The operating time that a method may use in ten minutes, null for no limit.</summary>
    public TimeSpan? OperatingLimit { get; init; } = TimeSpan.FromSeconds(480);

    /// <summary>Whose operating time counts together.</summary>
    public OperatingScope OperatingScope { get; init; }

    /// <summary>How long one request may take, a batch with all its commands included; null for ever.</summary>
    public TimeSpan? RequestLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long calls take.</summary>
    public ServiceTime ServiceTime { get; init; } = new();

    /// <summary>The incoming webhooks; by default one of the first administrator with a random code.</summary>
    public IReadOnlyList<Webhook> Webhooks { get; init; } = [];

    /// <summary>Refuses plain http, as a portal in the cloud does.</summary>
    public bool RequireHttps { get; init; }

    /// <summary>Whether every call is kept for <see cref="Portal.Calls"/>.</summary>
    public bool KeepCalls { get; init; } = true;

    /// <summary>Whether rows that a new portal has (the first user, stages, a department) are there.</summary>
    public bool Seeded { get; init; } = true;
}
