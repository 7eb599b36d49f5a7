using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Facts;

/// <summary>Finds what keeps the result of a call, so that it is not made again: <c>??=</c>, a guard on a field, a dictionary.</summary>
sealed class Memoisation(BodyIndex index)
{
    public sealed record Holder(string Name, ExpressionSyntax? Key);

    /// <summary>The holder that <paramref name="parent"/>, an ancestor of the call, makes of it, or null.</summary>
    public Holder? At(SyntaxNode parent, SyntaxNode child, SyntaxNode call)
    {
        switch (parent)
        {
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression } assignment when child == assignment.Right:
                return Of(assignment.Left);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce when child == coalesce.Right && Kept(coalesce.Right, coalesce.Left):
                return Of(coalesce.Left);
            case IfStatementSyntax branch when child == branch.Statement:
                return Guarded(branch.Condition, branch.Statement, call);
            case BlockSyntax block:
                return ReturnedEarlier(block, child, call);
            default:
                return null;
        }
    }

    static Holder? Of(ExpressionSyntax target) => target switch
    {
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [var key] } element when SimpleName.Root(element.Expression) is { } name => new Holder(name, key.Expression),
        _ when SimpleName.Root(target) is { } name => new Holder(name, null),
        _ => null,
    };

    /// <summary><c>x ?? (x = Load())</c></summary>
    static bool Kept(ExpressionSyntax right, ExpressionSyntax left) => SimpleName.Root(left) is { } name
        && right.DescendantNodesAndSelf().OfType<AssignmentExpressionSyntax>().Any(a => SimpleName.Root(a.Left) == name);

    /// <summary>A branch that runs only while something is missing, and that fills it.</summary>
    Holder? Guarded(ExpressionSyntax condition, StatementSyntax branch, SyntaxNode call)
    {
        foreach (var name in condition.DescendantNodesAndSelf().Where(IsAbsence).SelectMany(static n => n.DescendantNodesAndSelf()).OfType<IdentifierNameSyntax>())
        {
            var holder = name.Identifier.ValueText;
            if (index.Filling(branch, holder, call.Span.End) is { } filling && !IsUnderAnotherCondition(filling, branch))
                return new Holder(holder, KeyIn(condition) ?? KeyOf(filling));
        }

        return null;
    }

    /// <summary>What is put in only sometimes is asked for again the other times.</summary>
    static bool IsUnderAnotherCondition(SyntaxNode filling, StatementSyntax branch) =>
        filling.Ancestors().TakeWhile(a => a != branch).Any(static a => a is IfStatementSyntax or SwitchSectionSyntax);

    static ExpressionSyntax? KeyOf(SyntaxNode filling) => filling is AssignmentExpressionSyntax assignment
        ? assignment.Left.DescendantNodesAndSelf().OfType<ElementAccessExpressionSyntax>().FirstOrDefault()?.ArgumentList.Arguments[0].Expression
        : null;

    static bool IsAbsence(SyntaxNode node) => node switch
    {
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } => true,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } equality => equality.Right is LiteralExpressionSyntax || equality.Left is LiteralExpressionSyntax,
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax } => true,
        InvocationExpressionSyntax call => SimpleName.Of(call.Expression) is "IsNullOrEmpty" or "IsNullOrWhiteSpace",
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.GreaterThanOrEqualExpression or (int)SyntaxKind.LessThanExpression or (int)SyntaxKind.LessThanOrEqualExpression } age
            => age.DescendantNodes().Any(static d => d is IdentifierNameSyntax { Identifier.ValueText: "Now" or "UtcNow" }),
        _ => false,
    };

    static ExpressionSyntax? KeyIn(ExpressionSyntax condition) => condition.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>()
        .FirstOrDefault(static c => SimpleName.Of(c.Expression) is "ContainsKey" or "TryGetValue" or "Contains" && c.ArgumentList.Arguments.Count > 0)
        ?.ArgumentList.Arguments[0].Expression;

    /// <summary><c>if (_token != null) return _token;</c> before the call, and the field set after it.</summary>
    Holder? ReturnedEarlier(BlockSyntax block, SyntaxNode child, SyntaxNode call)
    {
        foreach (var statement in block.Statements)
        {
            if (statement == child)
                return null;
            if (statement is not IfStatementSyntax { Else: null } guard || !guard.Statement.DescendantNodesAndSelf().Any(static n => n is ReturnStatementSyntax))
                continue;
            foreach (var name in guard.Condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
            {
                var holder = name.Identifier.ValueText;
                if ((Returns(guard.Statement, guard.Condition, holder) || ReturnsNothing(guard.Statement)) && index.Filling(block, holder, call.Span.End) is not null)
                    return new Holder(holder, KeyIn(guard.Condition));
            }
        }

        return null;
    }

    static bool ReturnsNothing(StatementSyntax statement) => statement.DescendantNodesAndSelf().OfType<ReturnStatementSyntax>().All(static r => r.Expression is null);

    /// <summary>The early return gives the holder itself, or what <c>TryGetValue</c> took from it.</summary>
    static bool Returns(StatementSyntax statement, ExpressionSyntax condition, string holder)
    {
        var taken = condition.DescendantNodes().OfType<SingleVariableDesignationSyntax>().Select(static d => d.Identifier.ValueText).ToList();
        return statement.DescendantNodesAndSelf().OfType<ReturnStatementSyntax>().Any(r => r.Expression is { } value
            && value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(i => i.Identifier.ValueText == holder || taken.Contains(i.Identifier.ValueText)));
    }
}
