using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>A use of one entry of a dictionary or set.</summary>
/// <param name="Whole">The whole expression: <c>known[id]</c>, <c>known.TryGetValue(id, out var old)</c>.</param>
/// <param name="Member">The member, <c>[]</c> for an indexer.</param>
/// <param name="Key">The key of the entry.</param>
/// <param name="Value">What else is given, or set, or null.</param>
sealed record EntryUse(ExpressionSyntax Whole, string Member, ExpressionSyntax Key, ExpressionSyntax? Value)
{
    static readonly HashSet<string> Members = EmbeddedRows.Names("RowByRow.tsv", "takes");

    /// <param name="store">The name of the collection.</param>
    public static EntryUse? Of(IdentifierNameSyntax store)
    {
        var whole = store.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own ? own : (ExpressionSyntax)store;
        return whole.Parent switch
        {
            ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }] } element when element.Expression == whole =>
                element.Parent is AssignmentExpressionSyntax { Right: var value } assignment && assignment.Left == element
                    ? assignment is { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax } ? new(assignment, "[]", key, value) : null
                    : element.Parent is PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression } or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } or ArgumentSyntax { RefKindKeyword.RawKind: not 0 } ? null
                    : new(element, "[]", key, null),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }, ..] given } call } access when access.Expression == whole && given.Count <= 2 && Members.Contains(name) =>
                new(call, name, key, given.Count == 2 ? given[1].Expression : null),
            _ => null,
        };
    }
}
