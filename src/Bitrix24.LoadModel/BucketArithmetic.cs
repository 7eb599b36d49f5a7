namespace Bitrix24.LoadModel;

/// <summary>
/// Closed forms for a steady stream of requests into the bucket of a <see cref="Plan"/> that starts empty. With
/// threshold X and drain Y a stream of r > Y requests a second is first refused after X / (r − Y) seconds; a stream of
/// at most Y never is. A <c>batch</c> is one request.
/// </summary>
public static class BucketArithmetic
{
    /// <summary>Seconds until the first refusal; null when there never is one.</summary>
    /// <param name="requestsPerSecond">Zero or more, finite.</param>
    /// <param name="plan">The bucket.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative, infinite or not a number.</exception>
    public static double? SecondsToFirstRefusal(double requestsPerSecond, Plan plan) =>
        Figure.NotNegative(requestsPerSecond, nameof(requestsPerSecond)) > plan.Drain ? plan.Threshold / (requestsPerSecond - plan.Drain) : null;

    /// <summary>Requests let through before the first refusal, rounded down; null when none is ever refused.</summary>
    /// <inheritdoc cref="SecondsToFirstRefusal"/>
    public static long? RequestsToFirstRefusal(double requestsPerSecond, Plan plan) =>
        ElementsToFirstRefusal(requestsPerSecond, 1, plan);

    /// <summary>Elements of a loop handled before the first refusal, rounded down; null when none is ever refused.</summary>
    /// <param name="requestsPerSecond">Zero or more, finite.</param>
    /// <param name="requestsPerElement">Requests that one element costs, positive and finite.</param>
    /// <param name="plan">The bucket.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate or the cost is out of range.</exception>
    public static long? ElementsToFirstRefusal(double requestsPerSecond, double requestsPerElement, Plan plan)
    {
        Figure.Positive(requestsPerElement, nameof(requestsPerElement));
        if (SecondsToFirstRefusal(requestsPerSecond, plan) is null)
            return null;

        // A whole number that rounding has put just below itself is still that number.
        var elements = plan.Threshold * requestsPerSecond / ((requestsPerSecond - plan.Drain) * requestsPerElement) * (1 + 1e-12);
        return elements < long.MaxValue ? (long)elements : long.MaxValue;
    }

    /// <summary>Requests a second of a loop that waits for each answer: 1 / latency.</summary>
    /// <param name="latency">Seconds from request to answer, positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The latency is out of range.</exception>
    public static double SequentialRate(double latency) => 1 / Figure.Positive(latency, nameof(latency));

    /// <summary>Requests a second of workers that each wait for their answers: workers / latency.</summary>
    /// <param name="latency">Seconds from request to answer, positive and finite.</param>
    /// <param name="workers">Calls under way at once, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The latency or the number of workers is out of range.</exception>
    public static double ParallelRate(double latency, int workers) =>
        Figure.Positive(workers, nameof(workers)) * SequentialRate(latency);

    /// <summary>Requests a second of a loop whose rounds send requests one after another and then pause.</summary>
    /// <param name="latency">Seconds from request to answer, zero or more; zero gives the bound that the pause alone sets.</param>
    /// <param name="pause">Seconds that each round waits, zero or more.</param>
    /// <param name="requestsPerRound">Requests of one round, positive and finite; below one for one pause in several rounds.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is out of range, or latency and pause are both zero.</exception>
    public static double PausedRate(double latency, double pause, double requestsPerRound = 1)
    {
        var sending = Figure.NotNegative(latency, nameof(latency)) * Figure.Positive(requestsPerRound, nameof(requestsPerRound));
        return requestsPerRound / Figure.Positive(sending + Figure.NotNegative(pause, nameof(pause)), nameof(pause));
    }
}
