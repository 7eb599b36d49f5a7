using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Facts;

/// <summary>Whether code reads a setting that may be absent: then the value that it gives instead is a default, and not one of several.</summary>
static class Settings
{
    static readonly HashSet<string> Readers = new(["TryParse", "Parse", "ParseExact", "TryGetValue", "GetValue", "GetValueOrDefault", "GetSection", "GetEnvironmentVariable", "AppSettings", "Configuration", "IsNullOrEmpty", "IsNullOrWhiteSpace", "HasValue"], StringComparer.Ordinal);

    public static bool AreReadIn(SyntaxNode code) => code.DescendantNodesAndSelf().Any(static n => n is SimpleNameSyntax name && Readers.Contains(name.Identifier.ValueText))
        || code is ConditionalExpressionSyntax { Condition: var condition } && ComparesWithNull(condition);

    static bool ComparesWithNull(ExpressionSyntax condition) => condition.DescendantNodesAndSelf().Any(static n => n.IsKind(SyntaxKind.NullLiteralExpression));
}
