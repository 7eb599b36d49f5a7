using System.Globalization;
using Bitrix24.LoadModel;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bitrix24.Analyzers.Configuration;

/// <summary>A value of <c>.editorconfig</c> that cannot be read; the value itself is never shown.</summary>
sealed record UnreadableValue(string Key, string Reason);

/// <summary>What <c>.editorconfig</c> says of the portal and the load for one tree, and what was measured for all of them.</summary>
sealed class LoadConfiguration
{
    readonly AnalyzerConfigOptions _options;
    readonly LoadTable _measured;
    readonly List<UnreadableValue> _unreadable = [];
    readonly LoadSettings _settings;
    readonly Sourced<PortalSize>? _portalSize;

    public LoadConfiguration(AnalyzerConfigOptions options, LoadTable measured)
    {
        _options = options;
        _measured = measured;
        _portalSize = Choice(LoadKeys.PortalSize, ("small", PortalSize.Small), ("medium", PortalSize.Medium), ("large", PortalSize.Large));
        var settings = LoadSettings.Default with { MethodSeconds = measured.Seconds };
        if (PlanOf() is { } plan)
            settings = settings with { Plan = plan };
        if (Positive(LoadKeys.RequestLatencyMilliseconds) is { } milliseconds)
            settings = settings with { LatencySeconds = milliseconds / 1000 };
        if (OperatingLimit() is { } limit)
            settings = settings with { OperatingLimitSeconds = limit };
        if (Choice(LoadKeys.OperatingScope, ("portal", OperatingScope.Portal), ("application", OperatingScope.Application)) is { } scope)
            settings = settings with { OperatingScope = scope };
        if (Positive(LoadKeys.WebRequestsPerMinute) is { } webRequests)
            settings = settings with { WebRequestsPerMinute = webRequests };
        _settings = settings;
        Auth = Choice(LoadKeys.Auth, ("webhook", PortalAuth.Webhook), ("oauth", PortalAuth.OAuth))?.Value ?? PortalAuth.Unknown;
        PollingFix = Choice(LoadKeys.PollingFix, (FixPayload.Offline, FixPayload.Offline), (FixPayload.Online, FixPayload.Online), (FixPayload.ChangedSince, FixPayload.ChangedSince))?.Value;
    }

    /// <summary>How the code proves to the portal who it is.</summary>
    public PortalAuth Auth { get; }

    /// <summary>Which fix of a poll comes first, or null.</summary>
    public string? PollingFix { get; }

    /// <summary>What was written and cannot be read; the defaults stand in. Most trees have no key of ours at all.</summary>
    public static IReadOnlyList<UnreadableValue> UnreadableIn(AnalyzerConfigOptions options)
    {
        var keys = options.Keys.Where(static k => k.StartsWith(LoadKeys.Prefix, StringComparison.OrdinalIgnoreCase)).ToList();
        if (keys.Count == 0)
            return [];
        var configuration = new LoadConfiguration(options, LoadTable.Empty);
        return [.. configuration._unreadable,
            .. keys.Where(IsSize).Where(k => configuration.Count(k) is null).Select(static k => new UnreadableValue(k, "it must be a whole number, zero or more")),
            .. keys.Where(IsUnknown).Select(static k => new UnreadableValue(k, "there is no such key"))];
    }

    /// <summary>Whether any size or rate is known that no code says.</summary>
    public bool SaysHowMuch => _portalSize is not null || _settings.WebRequestsPerMinute is not null || _measured.HasRows || _options.Keys.Any(IsSize);

    /// <summary>The settings for a formula with these sizes.</summary>
    public LoadSettings For(RequestCount formula) => _settings with
    {
        Sizes = formula.Sizes.Select(size => (size, Number: NumberOf(size))).Where(static s => s.Number is not null).ToDictionary(static s => s.size, static s => s.Number!, StringComparer.Ordinal),
    };

    Sourced<long>? NumberOf(string size) => size == RowsSize.OfAnyList || RowsSize.EntityOf(size) is not null
        ? Read(Count(LoadKeys.Prefix + size) ?? _measured.RowsOf(size) ?? (_portalSize is { } portal ? PortalSizes.RowsOf(size, portal.Value) : null))
        : Count(LoadKeys.Elements + size);

    /// <summary>To learn that a list is empty takes the request that a single row would take.</summary>
    static Sourced<long>? Read(Sourced<long>? rows) => rows is { Value: 0 } ? rows with { Value = 1 } : rows;

    Sourced<Plan>? PlanOf()
    {
        var threshold = Positive(LoadKeys.BucketThreshold);
        var drain = Positive(LoadKeys.BucketDrain);
        return Choice(LoadKeys.Plan, ("standard", Plan.Standard), ("enterprise", Plan.Enterprise), ("self_hosted", Plan.SelfHosted(threshold ?? Limits.StandardThreshold, drain ?? Limits.StandardDrain)));
    }

    /// <summary>A limit, or <c>off</c>: a portal on a server of one's own has none unless somebody turns it on.</summary>
    Sourced<double?>? OperatingLimit() => _options.TryGetValue(LoadKeys.OperatingLimitSeconds, out var text) && text.Trim().Equals("off", StringComparison.OrdinalIgnoreCase)
        ? new Sourced<double?>(null, Provenance.Configured)
        : Positive(LoadKeys.OperatingLimitSeconds, " or 'off'") is { } seconds ? new Sourced<double?>(seconds, Provenance.Configured) : null;

    Sourced<T>? Choice<T>(string key, params (string Word, T Value)[] choices)
    {
        if (!_options.TryGetValue(key, out var text))
            return null;
        foreach (var (word, value) in choices)
        {
            if (text.Trim().Equals(word, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        _unreadable.Add(new UnreadableValue(key, $"it must be {string.Join(", ", choices.Take(choices.Length - 1).Select(static c => c.Word))} or {choices[choices.Length - 1].Word}"));
        return null;
    }

    /// <summary>No portal, plan or program has more of anything that is configured.</summary>
    const double Largest = 1_000_000;

    double? Positive(string key, string orElse = "")
    {
        if (!_options.TryGetValue(key, out var text))
            return null;
        if (double.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= Largest)
            return number;
        _unreadable.Add(new UnreadableValue(key, $"it must be a number above zero, at most 1,000,000{orElse}"));
        return null;
    }

    Sourced<long>? Count(string key) => _options.TryGetValue(key, out var text) && long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static bool IsSize(string key) => key.StartsWith(LoadKeys.Rows, StringComparison.OrdinalIgnoreCase) || key.StartsWith(LoadKeys.Elements, StringComparison.OrdinalIgnoreCase);

    static bool IsUnknown(string key) => key.StartsWith(LoadKeys.Prefix, StringComparison.OrdinalIgnoreCase) && !IsSize(key) && !Known.Contains(key);

    static readonly HashSet<string> Known = new(
        [LoadKeys.Plan, LoadKeys.BucketThreshold, LoadKeys.BucketDrain, LoadKeys.PortalSize, LoadKeys.RequestLatencyMilliseconds, LoadKeys.OperatingLimitSeconds, LoadKeys.OperatingScope, LoadKeys.WebRequestsPerMinute, LoadKeys.Auth, LoadKeys.PollingFix],
        StringComparer.OrdinalIgnoreCase);
}
