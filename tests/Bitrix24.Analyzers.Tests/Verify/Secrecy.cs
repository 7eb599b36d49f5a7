using System.Text.RegularExpressions;
using Bitrix24.LoadModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bitrix24.Analyzers.Tests.Verify;

/// <summary>No message shows an address, a webhook code or an argument: of the texts in the code only REST methods may be seen.</summary>
static partial class Secrecy
{
    /// <summary>Shorter texts occur in any sentence.</summary>
    const int ShortestArgument = 4;

    public static void Check(IEnumerable<Reported> findings, Compilation compilation)
    {
        var arguments = compilation.SyntaxTrees.SelectMany(static t => t.GetRoot().DescendantTokens())
            .Where(static t => t.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken)
            .Select(static t => t.ValueText.Trim('/')).Where(static v => v.Length >= ShortestArgument).Distinct(StringComparer.Ordinal).ToList();
        foreach (var finding in findings.Where(static f => f.Id.StartsWith("BX1", StringComparison.Ordinal)))
        {
            Assert.DoesNotContain("://", finding.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("/rest", finding.Message, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("secret", finding.Message, StringComparison.OrdinalIgnoreCase);
            var shown = Quoted().Replace(finding.Message, static m => IsMethod(m.Groups["text"].Value) ? "" : m.Value);
            foreach (var argument in arguments)
                Assert.DoesNotContain(argument, shown, StringComparison.Ordinal);
        }
    }

    static bool IsMethod(string text) => RestCatalogue.Default.TryFind(text, out _) || RestCatalogue.Default.TryGuess(text, out _)
        || (text.Contains('*', StringComparison.Ordinal) && RestCatalogue.Default.MatchesTemplate(text.Split('*')));

    [GeneratedRegex("'(?<text>[^']*)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
