using System.Collections.Immutable;
using Bitrix24.Analyzers.Summaries;
using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers;

/// <summary>How the way from a place to the HTTP client is put into words and shown, the same in every rule.</summary>
static class WayWording
{
    /// <summary>More places than this no list in an IDE shows.</summary>
    const int MaxPlaces = 60;

    /// <summary><c> (through ScanAsync → CallAsync)</c>, or nothing for a call that sends itself.</summary>
    public static string Way(this Effect effect) => effect.Path.Length < 2 ? "" : $" (through {string.Join(" → ", effect.Path.Select(static h => h.Name))})";

    public static ImmutableArray<Location> Places(this IEnumerable<Hop> hops) => hops.Select(static h => h.Location).Distinct().Take(MaxPlaces).ToImmutableArray();
}
