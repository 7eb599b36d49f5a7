using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bitrix24.Analyzers.Tests.Verify;

/// <summary>What <c>.editorconfig</c> says: the same for every tree but those of <paramref name="without"/>.</summary>
sealed class Options(string lines, params string[] without) : AnalyzerConfigOptionsProvider
{
    static readonly AnalyzerConfigOptions Nothing = new Lines("");

    readonly AnalyzerConfigOptions _lines = new Lines(lines);

    public override AnalyzerConfigOptions GlobalOptions => Nothing;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => without.Contains(tree.FilePath) ? Nothing : _lines;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => Nothing;

    public static AnalyzerConfigOptions Of(string lines) => new Lines(lines);

    sealed class Lines(string text) : AnalyzerConfigOptions
    {
        readonly ImmutableDictionary<string, string> _values = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => line.Split('=', 2, StringSplitOptions.TrimEntries))
            .ToImmutableDictionary(static pair => pair[0].ToLowerInvariant(), static pair => pair[1], KeyComparer);

        public override IEnumerable<string> Keys => _values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => _values.TryGetValue(key, out value);
    }
}
