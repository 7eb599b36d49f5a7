using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Facts;

/// <summary>Whether code reads a setting that may be absent: then the value that it gives instead is a default, and not one of several.</summary>
static class Settings
{
    static readonly HashSet<string> Readers = new(["TryParse", "Parse", "ParseExact", "TryGetValue", "GetValue", "GetValueOrDefault", "GetSection", "GetEnvironmentVariable", "AppSettings", "Configuration", "IsNullOrEmpty", "IsNullOrWhiteSpace"], StringComparer.Ordinal);

    public static bool AreReadIn(SyntaxNode code) => code.DescendantNodesAndSelf().Any(static n => n is SimpleNameSyntax name && Readers.Contains(name.Identifier.ValueText))
        || code is ConditionalExpressionSyntax choice && (IsOrElse(choice.Condition, choice.WhenTrue) || IsOrElse(choice.Condition, choice.WhenFalse));

    /// <summary><c>minutes == null ? 5 : minutes.Value</c>: what is asked whether it is there is what is used where it is.</summary>
    static bool IsOrElse(ExpressionSyntax condition, ExpressionSyntax value) => condition.DescendantNodesAndSelf().Any(static n => n.IsKind(SyntaxKind.NullLiteralExpression) || n is SimpleNameSyntax { Identifier.ValueText: "HasValue" })
        && SimpleName.Root(value) is { } root && condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(n => n.Identifier.ValueText == root);
}
