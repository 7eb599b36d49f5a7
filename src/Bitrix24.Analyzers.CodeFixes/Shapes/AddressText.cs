using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Shapes;

/// <summary>An address, cut at the REST method in it.</summary>
/// <param name="Before">What stands before the method, as the inside of an interpolated string.</param>
/// <param name="Method">The method as it is spelt there.</param>
/// <param name="Suffix"><c>.json</c> or nothing.</param>
/// <param name="Query">The query, as the inside of an interpolated string.</param>
/// <param name="IsWhole">All of the query gets to the portal, whatever is in it.</param>
/// <param name="Fixed">The expressions that are used before the method.</param>
sealed record AddressText(string Before, string Method, string Suffix, string Query, bool IsWhole, IReadOnlyList<ExpressionSyntax> Fixed)
{
    const string Json = ".json";

    readonly record struct Part(string Code, string? Text, ExpressionSyntax? Hole);

    public static AddressText? Of(ExpressionSyntax address, string restMethod, SemanticModel semantics, Func<ExpressionSyntax, ExpressionSyntax> resolve)
    {
        var parts = Joined(Parts(address, semantics, resolve)).ToList();
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            if (parts[i].Text is not { } text || text.LastIndexOf(restMethod, StringComparison.OrdinalIgnoreCase) is not (>= 0 and var at))
                continue;
            if (at > 0 && text[at - 1] != '/')
                return null;
            var tail = text.Substring(at + restMethod.Length);
            var suffix = tail.StartsWith(Json, StringComparison.OrdinalIgnoreCase) ? tail.Substring(0, Json.Length) : "";
            tail = tail.Substring(suffix.Length);
            var last = tail.Length == 0 && i == parts.Count - 1;
            if (!last && !tail.StartsWith("?", StringComparison.Ordinal))
                return null;
            var before = string.Concat(parts.Take(i).Select(static p => p.Code)) + Escaped(text.Substring(0, at));
            var query = last ? "" : Escaped(tail.Substring(1)) + string.Concat(parts.Skip(i + 1).Select(static p => p.Code));
            var whole = WholeQuery.Is(tail) && parts.Skip(i + 1).All(p => p.Text is { } part ? WholeQuery.Is(part) : WholeQuery.Is(p.Hole, semantics));
            return new AddressText(before, text.Substring(at, restMethod.Length), suffix, query, whole, parts.Take(i).Select(static p => p.Hole).OfType<ExpressionSyntax>().ToList());
        }

        return null;
    }

    /// <summary>Texts next to each other as one, such as those around the name of a constant.</summary>
    static IEnumerable<Part> Joined(IEnumerable<Part> parts)
    {
        var before = default(Part);
        foreach (var part in parts)
        {
            if (before.Text is not null && part.Text is not null)
            {
                before = new Part(before.Code + part.Code, before.Text + part.Text, null);
                continue;
            }

            if (before.Code is not null)
                yield return before;
            before = part;
        }

        if (before.Code is not null)
            yield return before;
    }

    static IEnumerable<Part> Parts(ExpressionSyntax expression, SemanticModel semantics, Func<ExpressionSyntax, ExpressionSyntax> resolve)
    {
        expression = resolve(expression);
        if (semantics.GetConstantValue(expression) is { HasValue: true, Value: string text })
            return [new Part(Escaped(text), text, null)];
        return expression switch
        {
            ParenthesizedExpressionSyntax inner => Parts(inner.Expression, semantics, resolve),
            BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var uri }] } => Parts(uri, semantics, resolve),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => Parts(sum.Left, semantics, resolve).Concat(Parts(sum.Right, semantics, resolve)),
            InterpolatedStringExpressionSyntax { StringStartToken.RawKind: (int)SyntaxKind.InterpolatedStringStartToken } interpolated => interpolated.Contents.SelectMany(c => c switch
            {
                InterpolatedStringTextSyntax part => [new Part(part.TextToken.Text, part.TextToken.ValueText, null)],
                InterpolationSyntax { AlignmentClause: null, FormatClause: null } hole => Parts(hole.Expression, semantics, resolve),
                _ => new[] { new Part(c.ToString(), null, (c as InterpolationSyntax)?.Expression) },
            }),
            _ => [new Part("{" + (expression is ConditionalExpressionSyntax ? $"({expression})" : expression.ToString()) + "}", null, expression)],
        };
    }

    static string Escaped(string text) => SymbolDisplay.FormatLiteral(text, quote: true) is var literal ? literal.Substring(1, literal.Length - 2).Replace("{", "{{").Replace("}", "}}") : text;

    /// <summary>The address for another method.</summary>
    public string For(string method) => Before.Length == 0 && Suffix.Length == 0 ? method : $"$\"{Before}{{{method}}}{Suffix}\"";

    public string QueryText => Query.IndexOf('{') < 0 ? $"\"{Query}\"" : IsWhole ? $"$\"{Query}\"" : $"Bitrix24Batch.Query($\"{Query}\")";
}
