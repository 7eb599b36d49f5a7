using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Facts;

/// <summary>
/// Which names inside a loop depend on the result of a call, and whether they decide when the loop ends. A loop that its
/// own answers end is paging, waiting or retrying; it does not go over elements.
/// </summary>
static class ResultFlow
{
    /// <summary>Assignments chain; more rounds than this change nothing in any loop a person wrote.</summary>
    const int MaxRounds = 6;

    public static bool EndsLoop(SyntaxNode loop, ExpressionSyntax? condition, SyntaxNode call)
    {
        if (condition is not null && condition.Span.Contains(call.Span))
            return true;
        var names = NamesFrom(loop, call);
        if (condition is not null && Mentions(condition, names))
            return true;
        foreach (var node in Inside(loop))
        {
            if (node is IfStatementSyntax branch && Leaves(branch, loop) && (Mentions(branch.Condition, names) || branch.Condition.Span.Contains(call.Span)))
                return true;
        }

        return false;
    }

    public static HashSet<string> NamesFrom(SyntaxNode loop, SyntaxNode call)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 0; round < MaxRounds; round++)
        {
            var before = names.Count;
            foreach (var node in Inside(loop))
            {
                switch (node)
                {
                    case VariableDeclaratorSyntax { Initializer.Value: { } value } declarator when Depends(value, call, names):
                        names.Add(declarator.Identifier.ValueText);
                        break;
                    case AssignmentExpressionSyntax assignment when Depends(assignment.Right, call, names) && SimpleName.Root(assignment.Left) is { } target:
                        names.Add(target);
                        break;
                    case ForEachStatementSyntax each when Depends(each.Expression, call, names):
                        names.Add(each.Identifier.ValueText);
                        break;
                    case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } invocation
                        when access.Name.Identifier.ValueText.StartsWith("Add", StringComparison.Ordinal) && SimpleName.Root(access.Expression) is { } holder
                            && Depends(invocation.ArgumentList, call, names):
                        names.Add(holder);
                        break;
                    case ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword } output when output.Parent is { } list && Depends(list.Parent!, call, names):
                        if (output.Expression is DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax designation })
                            names.Add(designation.Identifier.ValueText);
                        else if (SimpleName.Root(output.Expression) is { } variable)
                            names.Add(variable);
                        break;
                }
            }

            if (names.Count == before)
                break;
        }

        return names;
    }

    static bool Depends(SyntaxNode value, SyntaxNode call, HashSet<string> names) => value.Span.Contains(call.Span) || Mentions(value, names);

    public static bool Mentions(SyntaxNode node, HashSet<string> names) => names.Count > 0
        && node.DescendantNodesAndSelf().Any(n => n is IdentifierNameSyntax identifier && names.Contains(identifier.Identifier.ValueText));

    static IEnumerable<SyntaxNode> Inside(SyntaxNode loop) => loop.DescendantNodes(static n => n is not LocalFunctionStatementSyntax);

    /// <summary>Whether a branch leaves the loop: by return, throw or goto anywhere in it, or by a break that is the loop's own.</summary>
    static bool Leaves(IfStatementSyntax branch, SyntaxNode loop) =>
        branch.DescendantNodes(static n => n is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax).Any(n => n switch
        {
            ReturnStatementSyntax or GotoStatementSyntax => true,
            BreakStatementSyntax => BreakTarget(n) == loop,
            _ => false,
        });

    public static SyntaxNode? BreakTarget(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(static n => n is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or SwitchStatementSyntax);
}
