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
                case BlockSyntax block when LeavesFrom(block.Statements, node, loop):
                    return true;
                case SwitchSectionSyntax section when LeavesFrom(section.Statements, node, loop):
                    return true;
                case AnonymousFunctionExpressionSyntax:
                    return false;
            }
        }

        return false;
    }

    static bool LeavesFrom(SyntaxList<StatementSyntax> statements, SyntaxNode from, SyntaxNode loop)
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

        return false;
    }

    static bool Continues(StatementSyntax statement, SyntaxNode loop) =>
        statement.DescendantNodesAndSelf(static n => n is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax)
            .Any(n => n is ContinueStatementSyntax && n.Ancestors().First(static a => a is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax) == loop);

    static bool AlwaysLeaves(StatementSyntax? statement, SyntaxNode loop) => statement switch
    {
        ReturnStatementSyntax or ThrowStatementSyntax => true,
        BreakStatementSyntax => ResultFlow.BreakTarget(statement) == loop,
        BlockSyntax block => block.Statements.Any(s => AlwaysLeaves(s, loop)),
        IfStatementSyntax { Else: { } other } branch => AlwaysLeaves(branch.Statement, loop) && AlwaysLeaves(other.Statement, loop),
        TryStatementSyntax attempt => AlwaysLeaves(attempt.Block, loop) || AlwaysLeaves(attempt.Finally?.Block, loop),
        UsingStatementSyntax scope => AlwaysLeaves(scope.Statement, loop),
        LockStatementSyntax scope => AlwaysLeaves(scope.Statement, loop),
        _ => false,
    };
}
