using Bitrix24.Analyzers.CodeFixes.Dependence;
using Bitrix24.Analyzers.CodeFixes.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Rewriting;

/// <summary>The commands of a loop as a query over its elements.</summary>
static class CommandSequence
{
    public static string Of(CallSite site, string command)
    {
        var (plan, layout) = (site.Plan, site.Layout);
        var elements = site.Hoisted ?? Elements(site);
        var parameter = plan.Element;
        if (!IsBlock(plan))
        {
            var guard = plan.Guard is null ? "" : $".Where({parameter} => {layout.Code(plan.Guard, 1)})";
            return $"{elements}{guard}.Select({parameter} => {command})";
        }

        var lines = plan.Slice.Take(plan.BeforeGuard).Select(s => Lines(s, layout)).ToList();
        if (plan.Guard is not null)
            lines.Add($"if ({Negated(plan.Guard, layout)}){layout.Break(3)}return null;{layout.NewLine}");
        lines.AddRange(plan.Slice.Skip(plan.BeforeGuard).Select(s => Lines(s, layout)));
        lines.Add($"return {command};");
        var body = string.Concat(lines.Select(line => layout.Break(2) + line));
        return $"{elements}.Select({parameter} =>{layout.Break(1)}{{{body}{layout.Break(1)}}})";
    }

    /// <summary>What a condition says of null, and what it declares, is known only in the same lambda.</summary>
    public static bool IsBlock(LoopPlan plan) => !plan.Slice.IsEmpty || plan.Guard?.DescendantNodesAndSelf().Any(static n => n.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.IsPatternExpression
        or SyntaxKind.SingleVariableDesignation || n is IdentifierNameSyntax { Identifier.ValueText: "HasValue" or "IsNullOrEmpty" or "IsNullOrWhiteSpace" }) == true;

    /// <summary>A statement with the comments above it.</summary>
    static string Lines(StatementSyntax statement, Layout layout)
    {
        var comments = statement.GetLeadingTrivia().Where(Comments.Is).Select(c => c.ToString() + layout.Break(2));
        var behind = statement.GetTrailingTrivia().Where(Comments.Is).Select(c => " " + c.ToString());
        return string.Concat(comments) + layout.Code(statement, 2) + string.Concat(behind);
    }

    static string Elements(CallSite site)
    {
        var elements = site.Plan.Elements;
        var code = site.Layout.Code(elements, 1);
        return IsPrimary(elements) ? code : $"({code})";
    }

    static bool IsPrimary(ExpressionSyntax expression) => expression is SimpleNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax
        or ParenthesizedExpressionSyntax or ThisExpressionSyntax or ImplicitArrayCreationExpressionSyntax or ArrayCreationExpressionSyntax or BaseObjectCreationExpressionSyntax or LiteralExpressionSyntax;

    static string Negated(ExpressionSyntax condition, Layout layout) => condition switch
    {
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => layout.Code(not.Operand is ParenthesizedExpressionSyntax p ? p.Expression : not.Operand, 2),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } unequal => $"{layout.Code(unequal.Left, 2)} == {layout.Code(unequal.Right, 2)}",
        _ when IsPrimary(condition) => "!" + layout.Code(condition, 2),
        _ => $"!({layout.Code(condition, 2)})",
    };
}
