using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>The construct that repeats a call.</summary>
static class InnermostLoop
{
    /// <summary>A loop statement, or the lambda of a <c>ForEach</c>.</summary>
    public static SyntaxNode? Of(SyntaxNode call, out string refusal)
    {
        refusal = "no loop repeats the call";
        for (SyntaxNode node = call; node.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case CommonForEachStatementSyntax loop when loop.Statement == node:
                    return loop;
                case ForStatementSyntax loop when loop.Statement == node:
                    return loop;
                case WhileStatementSyntax loop when loop.Statement == node:
                    return loop;
                case ForStatementSyntax loop when loop.Condition == node || loop.Incrementors.Contains(node):
                case WhileStatementSyntax:
                case DoStatementSyntax:
                    refusal = parent is DoStatementSyntax ? "a do loop has no elements" : "the loop's own condition makes the call";
                    return null;
                case AnonymousFunctionExpressionSyntax function when IsGivenToForEach(function):
                    return function;
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax:
                    refusal = "the call is inside a function of its own";
                    return null;
                case MemberDeclarationSyntax and not GlobalStatementSyntax:
                    return null;
            }
        }

        return null;
    }

    static bool IsGivenToForEach(AnonymousFunctionExpressionSyntax function) => function.Parent is ArgumentSyntax
    {
        Parent: ArgumentListSyntax
        {
            Arguments.Count: 1,
            Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ForEach" }, Parent: ExpressionStatementSyntax },
        },
    };
}
