using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Facts;

/// <summary>Loops that are always left on the way from a call: a retry that returns, a search that breaks, an optimistic write.</summary>
static class OnePass
{
    public static bool LeavesAfter(SyntaxNode call, SyntaxNode loop)
    {
        for (var node = call; node != loop && node.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case ReturnStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax:
                    return true;
                case BlockSyntax block when LeavesFrom(block.Statements, node, loop) is { } leaves:
                    return leaves;
                case SwitchSectionSyntax section when LeavesFrom(section.Statements, node, loop) is { } leaves:
                    return leaves;
                case AnonymousFunctionExpressionSyntax:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Whether what follows leaves the loop, or may go on with its next round; null where it does neither.</summary>
    static bool? LeavesFrom(SyntaxList<StatementSyntax> statements, SyntaxNode from, SyntaxNode loop)
    {
        var index = -1;
        for (var i = 0; i < statements.Count; i++)
        {
            if (statements[i] == from)
                index = i;
        }

        for (var i = index + 1; index >= 0 && i < statements.Count; i++)
        {
            if (AlwaysLeaves(statements[i], loop))
                return true;
            if (Continues(statements[i], loop))
                return false;
        }

        return null;
    }

    /// <summary>Whether a statement never goes on with the one after it.</summary>
    public static bool Leaves(StatementSyntax statement) => statement is ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax
        || statement is BlockSyntax block && block.Statements.Any(Leaves);

    static bool Continues(StatementSyntax statement, SyntaxNode loop) =>
        statement.DescendantNodesAndSelf(static n => n is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax)
            .Any(n => n is ContinueStatementSyntax && n.Ancestors().First(static a => a is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax) == loop);

    static bool AlwaysLeaves(StatementSyntax? statement, SyntaxNode loop) => statement switch
    {
        ReturnStatementSyntax or ThrowStatementSyntax => true,
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax flag, Right: LiteralExpressionSyntax value } } => Ends(loop, flag.Identifier.ValueText, value),
        BreakStatementSyntax => ResultFlow.BreakTarget(statement) == loop,
        BlockSyntax block => block.Statements.Any(s => AlwaysLeaves(s, loop)),
        IfStatementSyntax { Else: { } other } branch => AlwaysLeaves(branch.Statement, loop) && AlwaysLeaves(other.Statement, loop),
        TryStatementSyntax attempt => AlwaysLeaves(attempt.Block, loop) || AlwaysLeaves(attempt.Finally?.Block, loop),
        UsingStatementSyntax scope => AlwaysLeaves(scope.Statement, loop),
        LockStatementSyntax scope => AlwaysLeaves(scope.Statement, loop),
        _ => false,
    };

    /// <summary><c>while (!done)</c> ends by <c>done = true</c>, <c>while (again)</c> by <c>again = false</c>.</summary>
    static bool Ends(SyntaxNode loop, string flag, LiteralExpressionSyntax value)
    {
        var condition = (loop as WhileStatementSyntax)?.Condition ?? (loop as DoStatementSyntax)?.Condition;
        return condition switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText == flag && value.IsKind(SyntaxKind.FalseLiteralExpression),
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: IdentifierNameSyntax name } => name.Identifier.ValueText == flag && value.IsKind(SyntaxKind.TrueLiteralExpression),
            _ => false,
        };
    }
}
