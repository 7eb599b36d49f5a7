using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Facts;

/// <summary>What tells a paging loop that it has read the last page, the soonest first.</summary>
enum PageEnd
{
    /// <summary>The answer: <c>next</c>, or <c>total</c>. Also where nothing is known. ⌈rows/50⌉ pages.</summary>
    Told,

    /// <summary>A page that is not full. One request more where the last page is.</summary>
    NotFull,

    /// <summary>A page without rows. Always one request more.</summary>
    Empty,
}

/// <summary>Reads from the condition of a loop, and from the branches that leave it, which page ends it.</summary>
static class PageEndReader
{
    /// <summary>A flag that is set from a flag that is set from a comparison: more nobody writes.</summary>
    const int MaxDepth = 4;

    public static PageEnd Of(SyntaxNode loop)
    {
        var ends = Conditions(loop).Select(c => Of(c, loop, 0)).Where(static e => e is not null).ToList();
        return ends.Count == 0 ? PageEnd.Told : ends.Min()!.Value;
    }

    static IEnumerable<ExpressionSyntax> Conditions(SyntaxNode loop)
    {
        var own = loop switch
        {
            WhileStatementSyntax @while => @while.Condition,
            DoStatementSyntax @do => @do.Condition,
            ForStatementSyntax @for => @for.Condition,
            _ => null,
        };
        return loop.DescendantNodes(static n => n is not LocalFunctionStatementSyntax).OfType<IfStatementSyntax>().Where(b => ResultFlow.Leaves(b, loop)).Select(static b => b.Condition).Concat(own is null ? [] : [own]);
    }

    static PageEnd? Of(ExpressionSyntax condition, SyntaxNode loop, int depth)
    {
        PageEnd? soonest = null;
        foreach (var node in condition.DescendantNodesAndSelf())
        {
            var end = node switch
            {
                BinaryExpressionSyntax comparison => Compared(comparison, loop),
                InvocationExpressionSyntax call when SimpleName.Of(call.Expression) == "Any" => PageEnd.Empty,
                LiteralExpressionSyntax { Token.ValueText: var text } when SaysMore(text) => PageEnd.Told,
                IdentifierNameSyntax name => Flag(name.Identifier.ValueText, loop, depth) ?? (SaysMore(name.Identifier.ValueText) ? PageEnd.Told : null),
                _ => null,
            };
            if (end is { } found && !(soonest <= found))
                soonest = found;
        }

        return soonest;
    }

    static bool SaysMore(string text) => text.IndexOf("next", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("total", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>What a variable of the condition is set from, in the loop.</summary>
    static PageEnd? Flag(string name, SyntaxNode loop, int depth)
    {
        if (depth == MaxDepth)
            return null;
        foreach (var node in loop.DescendantNodes(static n => n is not LocalFunctionStatementSyntax))
        {
            var value = node switch
            {
                AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment when SimpleName.Of(assignment.Left) == name => assignment.Right,
                VariableDeclaratorSyntax { Initializer.Value: { } initial } variable when variable.Identifier.ValueText == name => initial,
                _ => null,
            };
            if (value is not null and not AwaitExpressionSyntax && Of(value, loop, depth + 1) is { } end)
                return end;
        }

        return null;
    }

    /// <summary>A number of rows against none, or against that of a full page.</summary>
    static PageEnd? Compared(BinaryExpressionSyntax comparison, SyntaxNode loop)
    {
        if (comparison.Kind() is not (SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression
            or SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression))
            return null;
        var (counted, against) = Counts(comparison.Left, loop, 0) ? (true, comparison.Right) : (Counts(comparison.Right, loop, 0), comparison.Left);
        return !counted ? null
            : against is LiteralExpressionSyntax { Token.Value: 0 or 1 } ? PageEnd.Empty
            : against is LiteralExpressionSyntax { Token.Value: int } || SimpleName.Of(against) is { } size && SizesPage(size) ? PageEnd.NotFull
            : null;
    }

    static bool SizesPage(string name) => name.EndsWith("Size", StringComparison.OrdinalIgnoreCase) || name.EndsWith("Limit", StringComparison.OrdinalIgnoreCase);

    static bool Counts(ExpressionSyntax expression, SyntaxNode loop, int depth) => SimpleName.Of(expression) switch
    {
        "Count" or "Length" or "GetArrayLength" => true,
        { } name when depth < MaxDepth && expression is IdentifierNameSyntax => loop.DescendantNodes().Any(n => n is VariableDeclaratorSyntax { Initializer.Value: { } initial } variable && variable.Identifier.ValueText == name && Counts(initial, loop, depth + 1)
            || n is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment && SimpleName.Of(assignment.Left) == name && Counts(assignment.Right, loop, depth + 1)),
        _ => false,
    };
}
