using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Bitrix24.Analyzers.CodeFixes.Fixes;

/// <summary>Where a diagnostic is, and what its rule said for the fix.</summary>
sealed record FixedFinding(TextSpan Span, ImmutableDictionary<string, string?> Payload)
{
    /// <summary>The calls on the way to the HTTP client that stand in the same file, each by its name.</summary>
    public ImmutableArray<TextSpan> Way { get; init; } = ImmutableArray<TextSpan>.Empty;

    public static FixedFinding Of(Diagnostic diagnostic) => new(diagnostic.Location.SourceSpan, diagnostic.Properties)
    {
        Way = diagnostic.AdditionalLocations.Where(l => l.SourceTree == diagnostic.Location.SourceTree).Select(static l => l.SourceSpan).ToImmutableArray(),
    };

    public string? this[string key] => Payload.TryGetValue(key, out var value) ? value : null;
}
