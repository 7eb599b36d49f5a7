using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.Tests.Verify;

/// <summary>A diagnostic as a test compares it.</summary>
sealed record Reported(string Id, string Path, int Start, int Length, string Message, string Elsewhere)
{
    public static Reported Of(Diagnostic diagnostic) => new(
        diagnostic.Id,
        PathOf(diagnostic.Location),
        diagnostic.Location.SourceSpan.Start,
        diagnostic.Location.SourceSpan.Length,
        diagnostic.GetMessage(CultureInfo.InvariantCulture),
        string.Join(", ", diagnostic.AdditionalLocations.Select(static l => Place(PathOf(l), l.SourceSpan.Start, l.SourceSpan.Length))));

    public static string PathOf(Location location) => location.SourceTree?.FilePath ?? location.GetLineSpan().Path;

    public static string Place(string path, int start, int length) => string.Create(CultureInfo.InvariantCulture, $"{path}[{start}..{start + length})");

    public static IReadOnlyList<Reported> InOrder(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Select(Of).OrderBy(static f => f.Path, StringComparer.Ordinal).ThenBy(static f => f.Start).ThenBy(static f => f.Id, StringComparer.Ordinal).ThenBy(static f => f.Message, StringComparer.Ordinal)];

    public override string ToString() => $"{Id} at {Place(Path, Start, Length)}: {Message} | also {Elsewhere}";
}
