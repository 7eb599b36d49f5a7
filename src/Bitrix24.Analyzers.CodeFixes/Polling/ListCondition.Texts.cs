using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>The condition at the end of a query that is text.</summary>
sealed partial class ListCondition
{
    /// <summary>What stands for a value in the text of a query.</summary>
    const char Hole = '\0';

    static readonly Regex Suffix = new(@"^(\.json)?(\?|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>A query without an address.</summary>
    (ExpressionSyntax Old, ExpressionSyntax New)? InText(ExpressionSyntax query) =>
        Written(query) is { } written && IsOnlyRead(query) && TextOf(written) is { } text && text.IndexOf('?') < 0 && text.Length > 0 && AreAside(text) ? (written, Longer(written, "&")) : null;

    /// <summary>An address with or without a query.</summary>
    public (ExpressionSyntax Old, ExpressionSyntax New)? InAddress(ExpressionSyntax address, string restMethod)
    {
        if (Written(address) is not { } written || !IsOnlyRead(address) || TextOf(written) is not { } text || text.LastIndexOf(restMethod, StringComparison.OrdinalIgnoreCase) is not (>= 0 and var at))
            return null;
        var tail = text.Substring(at + restMethod.Length);
        if (!Suffix.IsMatch(tail))
            return null;
        var question = tail.IndexOf('?');
        var query = question < 0 ? "" : tail.Substring(question + 1);
        return AreAside(query) ? (written, Longer(written, question < 0 ? "?" : query.Length == 0 || query[query.Length - 1] == '&' ? "" : "&")) : null;
    }

    bool IsOnlyRead(ExpressionSyntax value) => reading.OwnOf(value) is not { } own || !reading.Scene.Locals.IsReassigned(own);

    bool AreAside(string query) => query.Split(['&'], StringSplitOptions.RemoveEmptyEntries).All(p => p.IndexOf('=') is > 0 and var at && IsAsidePair(Uri.UnescapeDataString(p.Substring(0, at))) && IsValue(p.Substring(at + 1)) && (!p.StartsWith("start=", StringComparison.OrdinalIgnoreCase) || p.Substring(at + 1) is "0" or "-1" || p.IndexOf(Hole) > 0));

    /// <summary>A text that is known, or one that is not, which may have no pairs of its own in it.</summary>
    static bool IsValue(string text) => text.IndexOf(Hole) < 0 || text.Length == 1;

    /// <summary>The text with holes where values go; null where it is not known how it is made.</summary>
    string? TextOf(ExpressionSyntax expression)
    {
        if (Text(expression) is { } constant)
            return constant;
        return expression switch
        {
            InterpolatedStringExpressionSyntax { StringStartToken.RawKind: (int)SyntaxKind.InterpolatedStringStartToken } interpolated =>
                string.Concat(interpolated.Contents.Select(c => c is InterpolatedStringTextSyntax text ? text.TextToken.ValueText : Text(((InterpolationSyntax)c).Expression) ?? Hole.ToString())),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => TextOf(sum.Left) is { } left && TextOf(sum.Right) is { } right ? left + right : null,
            ParenthesizedExpressionSyntax inner => TextOf(inner.Expression),
            IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax => Hole.ToString(),
            _ => null,
        };
    }

    ExpressionSyntax Longer(ExpressionSyntax text, string with)
    {
        var code = text.ToString();
        var longer = text switch
        {
            InterpolatedStringExpressionSyntax => $"{code.Substring(0, code.Length - 1)}{with}{{{changed}.Query}}\"",
            LiteralExpressionSyntax when code.StartsWith("\"", StringComparison.Ordinal) && !code.StartsWith("\"\"\"", StringComparison.Ordinal) => $"${code.Substring(0, code.Length - 1).Replace("{", "{{").Replace("}", "}}")}{with}{{{changed}.Query}}\"",
            _ => with.Length == 0 ? $"{code} + {changed}.Query" : $"{code} + \"{with}\" + {changed}.Query",
        };
        return Code(longer).WithTriviaFrom(text);
    }
}
