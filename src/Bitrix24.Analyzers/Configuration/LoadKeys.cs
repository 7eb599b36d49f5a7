namespace Bitrix24.Analyzers.Configuration;

/// <summary>The keys of <c>.editorconfig</c> that estimates and fixes read; <c>docs/configuration.md</c> says what each means.</summary>
static class LoadKeys
{
    /// <summary>What all keys begin with.</summary>
    public const string Prefix = "bitrix24.";

    public const string Plan = "bitrix24.plan";
    public const string BucketThreshold = "bitrix24.bucket_threshold";
    public const string BucketDrain = "bitrix24.bucket_drain";
    public const string PortalSize = "bitrix24.portal_size";
    public const string RequestLatencyMilliseconds = "bitrix24.request_latency_ms";
    public const string OperatingLimitSeconds = "bitrix24.operating_limit_seconds";
    public const string OperatingScope = "bitrix24.operating_scope";
    public const string WebRequestsPerMinute = "bitrix24.web_requests_per_minute";
    public const string Auth = "bitrix24.auth";
    public const string PollingFix = "bitrix24.polling_fix";

    /// <summary>Followed by an entity: <c>bitrix24.rows.crm.deal</c>.</summary>
    public const string Rows = "bitrix24.rows.";

    /// <summary>Followed by a name of the source: <c>bitrix24.elements.orders</c>.</summary>
    public const string Elements = "bitrix24.elements.";
}
