using Bitrix24.Analyzers.Recognition;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Facts;

/// <summary>What to call the number of rounds of a loop: the collection as the source names it, else its elements.</summary>
static class SizeName
{
    static readonly HashSet<string> PageNames = new(["page", "pageNumber", "pageIndex", "pageNo", "currentPage", "start", "offset", "skip", "startIndex"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Names that say nothing about what they hold.</summary>
    static readonly HashSet<string> Vague = new(["Result", "Value", "Values", "Keys", "Items", "Rows", "Data", "Count", "Length", "List", "items", "list", "rows", "data", "result"], StringComparer.Ordinal);

    static readonly HashSet<string> Filters = new(["Where", "Take", "Skip", "TakeWhile", "SkipWhile", "TakeLast", "SkipLast", "Distinct", "DistinctBy", "OfType", "Except", "ExceptBy", "Intersect", "IntersectBy", "FindAll", "GroupBy"], StringComparer.Ordinal);

    public static bool IsPage(string variable) => PageNames.Contains(variable);

    public static string Of(ExpressionSyntax source, string variable) => Named(source) ?? Plural(variable);

    /// <summary><c>deals</c> of <c>deals.Count</c>, <c>deals.Count() - 1</c> or <c>grid.Rows.Count</c>.</summary>
    public static string OfBound(ExpressionSyntax? bound, string variable)
    {
        while (true)
        {
            switch (bound)
            {
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.SubtractExpression or (int)SyntaxKind.AddExpression } shifted:
                    bound = shifted.Left;
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "LongCount" or "GetLength" } access }:
                    return Of(access.Expression, variable);
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "Length" } access:
                    return Of(access.Expression, variable);
                case IdentifierNameSyntax name:
                    return name.Identifier.ValueText;
                default:
                    return variable;
            }
        }
    }

    /// <summary>Whether the elements are only some of those that the name stands for.</summary>
    public static bool LeavesOut(ExpressionSyntax source)
    {
        for (var call = source as InvocationExpressionSyntax; call is not null; call = (call.Expression as MemberAccessExpressionSyntax)?.Expression as InvocationExpressionSyntax)
        {
            if (SimpleName.Of(call.Expression) is { } name && Filters.Contains(name))
                return true;
        }

        return false;
    }

    static string? Named(ExpressionSyntax source)
    {
        switch (source)
        {
            case IdentifierNameSyntax name:
                return Vague.Contains(name.Identifier.ValueText) ? null : name.Identifier.ValueText.TrimStart('_');
            case MemberAccessExpressionSyntax access:
                return Vague.Contains(access.Name.Identifier.ValueText) ? Named(access.Expression) : access.Name.Identifier.ValueText;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
                when RepeatingCalls.IsKnown(access.Name.Identifier.ValueText) || access.Name.Identifier.ValueText is "ToList" or "ToArray" or "Distinct" or "AsParallel" or "WithDegreeOfParallelism" or "Reverse" or "Take" or "Skip" or "AsEnumerable" or "Chunk":
                return Named(access.Expression);
            case ParenthesizedExpressionSyntax parenthesized:
                return Named(parenthesized.Expression);
            case ElementAccessExpressionSyntax element:
                return Named(element.Expression);
            default:
                return null;
        }
    }

    static string Plural(string variable) =>
        variable.Length <= 1 ? "elements"
        : variable.EndsWith("s", StringComparison.Ordinal) ? variable
        : variable.EndsWith("y", StringComparison.Ordinal) && !"aeou".Contains(variable[variable.Length - 2]) ? variable.Substring(0, variable.Length - 1) + "ies"
        : variable + "s";
}
