using System.Text.RegularExpressions;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bitrix24.Analyzers.Polling;

/// <summary>The address of an incoming webhook, written in the code: <c>/rest/{user}/{code}/</c>.</summary>
static class WebhookAddress
{
    static readonly Regex Form = new(@"/rest/[0-9]+/[a-z0-9]{3,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>More text than this is no address, and not worth a search.</summary>
    const int LongestAddress = 2000;

    /// <summary>Whether any text of the code is one.</summary>
    public static bool IsIn(Compilation compilation, CancellationToken cancellation) => compilation.SyntaxTrees.Any(tree => IsIn(tree, cancellation));

    static bool IsIn(SyntaxTree tree, CancellationToken cancellation) =>
        TextBlocks.Any(tree.GetText(cancellation), static (text, _, _) => text.IndexOf("/rest/".AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0)
        && tree.GetRoot(cancellation).DescendantTokens().Any(static t => t.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken && t.ValueText.Length <= LongestAddress && Form.IsMatch(t.ValueText));
}
