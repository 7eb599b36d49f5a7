using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Bitrix24.Analyzers.CodeFixes.Fixes;

/// <summary>Where a diagnostic is, and what its rule said for the fix.</summary>
sealed record FixedFinding(TextSpan Span, ImmutableDictionary<string, string?> Payload)
{
    public static FixedFinding Of(Diagnostic diagnostic) => new(diagnostic.Location.SourceSpan, diagnostic.Properties);

    public string? this[string key] => Payload.TryGetValue(key, out var value) ? value : null;
}
