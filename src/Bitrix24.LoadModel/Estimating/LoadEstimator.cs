namespace Bitrix24.LoadModel;

/// <summary>Says what a workload does to a portal.</summary>
public static class LoadEstimator
{
    /// <summary>Estimates a workload.</summary>
    public static LoadEstimate Estimate(Workload workload, LoadSettings settings) => throw new NotSupportedException();
}

internal sealed class Traffic
{
    public double SentBefore(double seconds) => throw new NotSupportedException();
}
