using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Facts;

/// <summary>Loops that are always left on the way from a call: a retry that returns, a search that breaks, an optimistic write.</summary>
static class OnePass
{
    public static bool LeavesAfter(SyntaxNode call, SyntaxNode loop)
    {
        var breakLeaves = true;
        for (var node = call; node != loop && node.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case ReturnStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax:
                    return true;
                case BlockSyntax block when LeavesFrom(block.Statements, node, loop, breakLeaves):
                    return true;
                case SwitchSectionSyntax section when LeavesFrom(section.Statements, node, loop, false):
                    return true;
                case AnonymousFunctionExpressionSyntax:
                    return false;
                case CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or SwitchStatementSyntax when parent != loop:
                    breakLeaves = false;
                    break;
            }
        }

        return false;
    }

    static bool LeavesFrom(SyntaxList<StatementSyntax> statements, SyntaxNode from, SyntaxNode loop, bool breakLeaves)
    {
        var index = -1;
        for (var i = 0; i < statements.Count; i++)
        {
            if (statements[i] == from)
                index = i;
        }

        for (var i = index + 1; index >= 0 && i < statements.Count; i++)
        {
            if (AlwaysLeaves(statements[i], breakLeaves))
                return true;
            if (Continues(statements[i], loop))
                return false;
        }

        return false;
    }

    static bool Continues(StatementSyntax statement, SyntaxNode loop) =>
        statement.DescendantNodesAndSelf(static n => n is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax)
            .Any(n => n is ContinueStatementSyntax && n.Ancestors().First(static a => a is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax) == loop);

    static bool AlwaysLeaves(StatementSyntax? statement, bool breakLeaves) => statement switch
    {
        ReturnStatementSyntax or ThrowStatementSyntax => true,
        BreakStatementSyntax => breakLeaves,
        BlockSyntax block => block.Statements.Any(s => AlwaysLeaves(s, breakLeaves)),
        IfStatementSyntax { Else: { } other } branch => AlwaysLeaves(branch.Statement, breakLeaves) && AlwaysLeaves(other.Statement, breakLeaves),
        TryStatementSyntax attempt => AlwaysLeaves(attempt.Block, breakLeaves) || AlwaysLeaves(attempt.Finally?.Block, breakLeaves),
        UsingStatementSyntax scope => AlwaysLeaves(scope.Statement, breakLeaves),
        LockStatementSyntax scope => AlwaysLeaves(scope.Statement, breakLeaves),
        _ => false,
    };
}
