namespace Bitrix24.LoadModel;

/// <summary>The documented figures that bound a caller. The path after each is its page in the Bitrix24 REST documentation.</summary>
public static class Limits
{
    /// <summary>Requests in the bucket above which one is refused, on every cloud plan but Enterprise.</summary>
    /// <remarks><c>settings/performance/limits.md</c></remarks>
    public const int StandardThreshold = 50;

    /// <summary>Requests a second that leave the bucket, on every cloud plan but Enterprise.</summary>
    /// <remarks><c>settings/performance/limits.md</c></remarks>
    public const int StandardDrain = 2;

    /// <summary>Requests in the bucket above which one is refused, on Enterprise.</summary>
    /// <remarks><c>settings/performance/limits.md</c></remarks>
    public const int EnterpriseThreshold = 250;

    /// <summary>Requests a second that leave the bucket, on Enterprise.</summary>
    /// <remarks><c>settings/performance/limits.md</c></remarks>
    public const int EnterpriseDrain = 5;

    /// <summary>Requests that a day of the highest steady rate brings, on every cloud plan but Enterprise.</summary>
    /// <remarks><c>settings/performance/limits.md</c></remarks>
    public const int StandardDayRequests = 24 * 60 * 60 * StandardDrain;

    /// <summary>The error of a request that finds the bucket full; it did not run.</summary>
    /// <remarks><c>settings/performance/limits.md</c></remarks>
    public const string RateRefusal = "QUERY_LIMIT_EXCEEDED";

    /// <summary>The HTTP status of <see cref="RateRefusal"/>; documentation before December 2024 says 429.</summary>
    /// <remarks><c>settings/performance/limits.md</c></remarks>
    public const int RateRefusalStatus = 503;

    /// <summary>The error of an application that Bitrix24 blocked by hand (HTTP 503); only support lifts it, no threshold is published.</summary>
    /// <remarks><c>_includes/system-errors.md</c></remarks>
    public const string OverloadBlock = "OVERLOAD_LIMIT";

    /// <summary>The error of a portal on a free plan, which has no REST (HTTP 403).</summary>
    /// <remarks><c>_includes/system-errors.md</c></remarks>
    public const string NoAccess = "ACCESS_DENIED";

    /// <summary>Seconds that one request may take in the cloud, a batch with all its commands included.</summary>
    /// <remarks><c>settings/performance/limits.md</c></remarks>
    public const int RequestSeconds = 60;

    /// <summary>Bytes that a POST may carry.</summary>
    /// <remarks><c>api-reference/files/index.md</c></remarks>
    public const long PostBytes = 2L * 1024 * 1024 * 1024;

    /// <summary>Characters that the URL of a GET may have, roughly.</summary>
    /// <remarks><c>api-reference/files/index.md</c></remarks>
    public const int GetUrlCharacters = 2048;

    /// <summary>Rows of a page of a REST 2 list method with <c>start</c>; a caller cannot raise it.</summary>
    /// <remarks><c>settings/how-to-call-rest-api/list-methods-pecularities.md</c></remarks>
    public const int PageRows = 50;

    /// <summary>Seconds over which the operating time of a method is summed.</summary>
    /// <remarks><c>settings/performance/limits.md</c></remarks>
    public const int OperatingWindowSeconds = 600;

    /// <summary>Parts of the window; each leaves the sum a whole window after its first call.</summary>
    /// <remarks><c>settings/performance/limits.md</c></remarks>
    public const int OperatingBuckets = 10;

    /// <summary>Seconds of one part of the window.</summary>
    /// <remarks><c>settings/performance/limits.md</c></remarks>
    public const int OperatingBucketSeconds = OperatingWindowSeconds / OperatingBuckets;

    /// <summary>Seconds of operating time above which the cloud refuses a method: the documentation's example, which SDKs rely on.</summary>
    /// <remarks><c>settings/performance/limits.md</c></remarks>
    public const int CloudOperatingSeconds = 480;

    /// <summary>Seconds of operating time above which a self-hosted portal refuses a method, once its administrator turns the limit on.</summary>
    /// <remarks><c>settings/performance/limits.md</c></remarks>
    public const int SelfHostedOperatingSeconds = 420;

    /// <summary>The error of a method that is out of operating time; other methods still work.</summary>
    /// <remarks><c>settings/performance/limits.md</c></remarks>
    public const string OperatingRefusal = "OPERATION_TIME_LIMIT";

    /// <summary>The HTTP status of <see cref="OperatingRefusal"/>.</summary>
    /// <remarks><c>settings/performance/limits.md</c></remarks>
    public const int OperatingRefusalStatus = 429;

    /// <summary>Seconds of a call at or below which a self-hosted portal was measured to record nothing.</summary>
    /// <remarks><c>github.com/bitrix24/b24jssdk, issue 459</c></remarks>
    public const double OperatingTraceSeconds = 0.1;

    /// <summary>The share of its time charged to <c>batch</c>, measured on a self-hosted portal; the documentation charges the commands.</summary>
    /// <remarks><c>github.com/bitrix24/b24jssdk, issue 459</c></remarks>
    public const double MeasuredBatchShare = 0.5;

    /// <summary>Commands of one batch; each command after them fails on its own. For REST 3.0 only an SDK says so.</summary>
    /// <remarks><c>settings/how-to-call-rest-api/batch.md</c></remarks>
    public const int BatchCommands = 50;

    /// <summary>Rows that one batch of list commands can bring.</summary>
    /// <remarks><c>settings/performance/limits.md</c></remarks>
    public const int BatchRows = BatchCommands * PageRows;

    /// <summary>The error of each command past <see cref="BatchCommands"/>, inside an answer with status 200.</summary>
    /// <remarks><c>settings/how-to-call-rest-api/batch.md</c></remarks>
    public const string BatchTooLong = "ERROR_BATCH_LENGTH_EXCEEDED";

    /// <summary>The error of a nested batch and of file transfers in a batch, inside an answer with status 200.</summary>
    /// <remarks><c>settings/how-to-call-rest-api/batch.md</c></remarks>
    public const string NotInBatch = "ERROR_BATCH_METHOD_NOT_ALLOWED";

    /// <summary>Items of one <c>crm.item.batchImport</c>.</summary>
    /// <remarks><c>api-reference/crm/universal/import/crm-item-batch-import.md</c></remarks>
    public const int BatchItemImport = 20;

    /// <summary>Values of one <c>crm.duplicate.findbycomm</c>.</summary>
    /// <remarks><c>api-reference/crm/duplicates/crm-duplicate-find-by-comm.md</c></remarks>
    public const int DuplicateSearchValues = 20;

    /// <summary>Votes of one <c>vote.AttachedVote.getMany</c>.</summary>
    /// <remarks><c>api-reference/vote/vote.attachedvote.getMany.md</c></remarks>
    public const int AttachedVotes = 50;

    /// <summary>Seconds that an access token lives.</summary>
    /// <remarks><c>settings/oauth/auto-renewal.md</c></remarks>
    public const int AccessTokenSeconds = 60 * 60;

    /// <summary>Days that a refresh token lives.</summary>
    /// <remarks><c>settings/oauth/auto-renewal.md</c></remarks>
    public const int RefreshTokenDays = 180;
}
