using System.Net;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Limits;

/// <summary>The buckets of a portal, one for each source address, and their levels of the last minutes.</summary>
internal sealed class RateGuard(RateLimit? limit)
{
    /// <summary>How many seconds of levels are kept for the chart.</summary>
    private const int KeptSeconds = 600;

    private readonly Dictionary<string, LeakyBucket> _buckets = new(StringComparer.Ordinal);
    private readonly Queue<BucketSample> _samples = new();
    private BucketSample? _newest;

    /// <summary>The highest level of each second in which a request came.</summary>
    public IReadOnlyList<BucketSample> Samples => [.. _samples, .. _newest is null ? [] : new[] { _newest }];

    public void Admit(IPAddress source, DateTimeOffset now)
    {
        if (limit is null)
            return;
        var name = source.IsIPv4MappedToIPv6 ? source.MapToIPv4().ToString() : source.ToString();
        if (!_buckets.TryGetValue(name, out var bucket))
            _buckets[name] = bucket = new LeakyBucket(limit);
        var admitted = bucket.Admit(now);
        Sample(now.ToUnixTimeSeconds(), bucket.Level, refused: !admitted);
        if (!admitted)
            throw RestError.Of("QUERY_LIMIT_EXCEEDED");
    }

    public IReadOnlyDictionary<string, double> Levels(DateTimeOffset now) =>
        new SortedDictionary<string, double>(_buckets.ToDictionary(pair => pair.Key, pair => (double)pair.Value.LevelAt(now)), StringComparer.Ordinal);

    private void Sample(long second, long level, bool refused)
    {
        if (_newest is { } newest && newest.Second == second)
        {
            _newest = new BucketSample(second, Math.Max(newest.Level, level), newest.Requests + 1, newest.Refused + (refused ? 1 : 0));
            return;
        }

        if (_newest is not null)
            _samples.Enqueue(_newest);
        while (_samples.TryPeek(out var oldest) && (oldest.Second < second - KeptSeconds || _samples.Count > KeptSeconds))
            _samples.Dequeue();
        _newest = new BucketSample(second, level, 1, refused ? 1 : 0);
    }
}
