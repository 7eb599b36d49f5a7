namespace Bitrix24.LoadModel;

/// <summary>The documented figures that bound a caller. Paths are pages of the Bitrix24 REST documentation.</summary>
public static class Limits
{
    /// <summary>Requests in the bucket above which a request is refused, on every cloud plan but Enterprise. <c>settings/performance/limits.md</c></summary>
    public const int StandardThreshold = 50;

    /// <summary>Requests a second that leave the bucket, on every cloud plan but Enterprise. <c>settings/performance/limits.md</c></summary>
    public const int StandardDrain = 2;

    /// <summary>Requests in the bucket above which a request is refused, on Enterprise. <c>settings/performance/limits.md</c></summary>
    public const int EnterpriseThreshold = 250;

    /// <summary>Requests a second that leave the bucket, on Enterprise. <c>settings/performance/limits.md</c></summary>
    public const int EnterpriseDrain = 5;

}
