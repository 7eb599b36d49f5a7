namespace Bitrix24.LoadModel;

/// <summary>
/// What a portal lets through: a bucket that holds <see cref="Threshold"/> requests and loses <see cref="Drain"/> of them a second.
/// </summary>
public sealed record Plan
{
    private Plan(string name, double threshold, double drain)
    {
        Name = name;
        Threshold = threshold;
        Drain = drain;
    }

    /// <summary>Every cloud plan but Enterprise: 50 requests, 2 a second.</summary>
    public static Plan Standard { get; } = new("Standard", Limits.StandardThreshold, Limits.StandardDrain);

    /// <summary>The Enterprise plan: 250 requests, 5 a second.</summary>
    public static Plan Enterprise { get; } = new("Enterprise", Limits.EnterpriseThreshold, Limits.EnterpriseDrain);

    /// <summary>A word for messages.</summary>
    public string Name { get; }

    /// <summary>Requests that the bucket holds; a request that finds more is refused.</summary>
    public double Threshold { get; }

    /// <summary>Requests a second that leave the bucket; the highest rate that is never refused.</summary>
    public double Drain { get; }

    /// <summary>A portal on the user's own server, whose administrator chose the limits.</summary>
    /// <param name="threshold">Requests, positive and finite.</param>
    /// <param name="drain">Requests a second, positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is not positive, or not finite.</exception>
    public static Plan SelfHosted(double threshold, double drain) =>
        new("Self-hosted", Figure.Positive(threshold, nameof(threshold)), Figure.Positive(drain, nameof(drain)));
}
