using System.Collections.Immutable;
using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Recognition;
using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.Summaries;

/// <summary>A place on the way from a site to the HTTP client, and the name that is called there.</summary>
sealed record Hop(Location Location, string Name)
{
    /// <summary>What is called there, in source.</summary>
    public SyntaxNode? Node => Location.SourceTree?.GetRoot().FindNode(Location.SourceSpan);

    /// <summary>The member that the call stands in.</summary>
    public SyntaxNode? Member => Node is { } node ? BodyIndex.ScopeOf(node) : null;
}

/// <summary>One REST call that a run of a method causes, in terms of the method's own parameters.</summary>
sealed record Effect
{
    /// <summary>The address or REST method as far as it is known.</summary>
    public required Text Target { get; init; }

    /// <summary>The REST method, once it is known.</summary>
    public RestTarget? Rest { get; init; }

    /// <summary>The parameter that is invoked instead, where this is not a request but a delegate; else -1.</summary>
    public int DelegateOrdinal { get; init; } = -1;

    public bool NameEvidence { get; init; }

    /// <summary>From the outside in.</summary>
    public ImmutableArray<Repetition> Repetitions { get; init; } = ImmutableArray<Repetition>.Empty;

    /// <summary>From the method's own call to the request.</summary>
    public ImmutableArray<Hop> Path { get; init; } = ImmutableArray<Hop>.Empty;

    /// <summary>Seconds that pass at least between two such requests, because the code on the way pauses.</summary>
    public double Spacing { get; init; }

    /// <summary>The result outlives the method: for ever, or under <see cref="MemoKey"/>.</summary>
    public bool IsKept { get; init; }

    public Text? MemoKey { get; init; }

    public bool Conditional { get; init; }

    /// <summary>A run of the method can cause it again, because the method calls itself.</summary>
    public bool Recurs { get; init; }

    /// <summary>Whether something repeats it more than a few times.</summary>
    public bool Repeats => Repetitions.Any(static r => r.Kind != RepetitionKind.Few);

    /// <summary>Whether it may be made less often than what repeats it says.</summary>
    public bool IsUpperBound => Conditional || Repetitions.Any(static r => r.IsUpperBound);

    /// <summary>The REST method is a pattern; a caller may know the whole name.</summary>
    public bool IsTemplate => Rest is { Method: null };

    public bool IsRequest => DelegateOrdinal < 0;

    /// <summary>Two effects with one key differ in nothing that is ever shown.</summary>
    public string Key() => $"{Rest?.Name}\u0003{DelegateOrdinal}\u0003{(Rest is null ? Target.Key() : "")}\u0003{(IsRequest ? string.Join("\u0004", Path.Select(static h => h.Location)) : "")}";
}

/// <summary>What one run of a method causes.</summary>
/// <param name="Truncated">More than can be kept: what is missing is unknown, not nothing.</param>
sealed record Summary(ImmutableArray<Effect> Effects, bool Truncated)
{
    public static readonly Summary Nothing = new(ImmutableArray<Effect>.Empty, false);
}
