using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>
/// Code that catches an exception and goes on. A round that reads everything makes good in the next one what failed in this;
/// one that reads what changed does so only if it hears of it.
/// </summary>
static class Swallowing
{
    public static bool Is(SyntaxNode code, Scene scene) => new CalledCode(scene).Any(code, static (node, _) => node is CatchClauseSyntax handler && !EndsInThrow(handler.Block) && !TriesAgain(handler));

    static bool EndsInThrow(BlockSyntax block) => block.Statements.LastOrDefault() is ThrowStatementSyntax && !block.DescendantNodes().Any(static n => n is ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax);

    /// <summary>A handler that waits, of a loop that is left by success or by an exception only; its filter lets the last exception through.</summary>
    static bool TriesAgain(CatchClauseSyntax handler) => handler is { Filter.FilterExpression: BinaryExpressionSyntax, Parent: TryStatementSyntax { Parent: BlockSyntax { Parent: StatementSyntax loop } } attempt }
        && handler.Block.Statements.All(static s => s is ContinueStatementSyntax || s is ExpressionStatementSyntax { Expression: var wait } && Waits.Are(wait))
        && attempt.Block.DescendantNodes().OfType<ReturnStatementSyntax>().Any() && !loop.DescendantNodes().Any(n => n is BreakStatementSyntax or GotoStatementSyntax || n is ReturnStatementSyntax or YieldStatementSyntax && !attempt.Block.Span.Contains(n.Span))
        && IsEndless(loop);

    static bool IsEndless(StatementSyntax loop) => loop is ForStatementSyntax { Condition: null } or WhileStatementSyntax { Condition: LiteralExpressionSyntax { Token.ValueText: "true" } }
        || loop is ForStatementSyntax or WhileStatementSyntax && loop.Parent is BlockSyntax block && block.Statements.SkipWhile(s => s != loop).ElementAtOrDefault(1) is ThrowStatementSyntax;
}
