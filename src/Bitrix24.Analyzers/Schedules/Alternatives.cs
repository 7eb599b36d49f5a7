using System.Collections.Immutable;
using Bitrix24.Analyzers.Facts;
using Bitrix24.LoadModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>
/// Adds up calls of which some exclude each other: those in the branches of an <c>if</c>, a <c>?:</c> or a <c>switch</c>, and those
/// before and after a branch that always leaves. Of such the largest count is taken.
/// </summary>
static class Alternatives
{
    /// <summary>A fork of the code, reached in one way, and the branch of it; null for what follows a branch that leaves.</summary>
    readonly record struct Choice(string Way, SyntaxNode Fork, SyntaxNode? Branch);

    public static RequestCount Sum(IEnumerable<CountedCall> calls) =>
        Sum(calls.Select(static c => (c.Count, Choices: Choices(c).ToImmutableArray())).ToList(), 0);

    static RequestCount Sum(List<(RequestCount Count, ImmutableArray<Choice> Choices)> calls, int depth) =>
        calls.GroupBy(c => c.Choices.Length > depth ? (c.Choices[depth].Way, c.Choices[depth].Fork) : default)
            .Select(g => g.Key.Fork is null
                ? g.Aggregate(RequestCount.Zero, static (sum, c) => sum + c.Count)
                : g.GroupBy(c => c.Choices[depth].Branch).Select(branch => Sum(branch.ToList(), depth + 1)).Aggregate(RequestCount.Max))
            .Aggregate(RequestCount.Zero, static (sum, count) => sum + count);

    /// <summary>From the outside in.</summary>
    static IEnumerable<Choice> Choices(CountedCall call)
    {
        var way = "";
        foreach (var hop in call.Effect.Path)
        {
            if (hop.Node is { } node)
            {
                foreach (var (fork, branch) in Forks(node).Reverse())
                    yield return new Choice(way, fork, branch);
            }

            way += $"{hop.Location.SourceTree?.FilePath}:{hop.Location.SourceSpan.Start} ";
        }
    }

    /// <summary>In a loop, a branch that ends it comes on top of what other rounds did.</summary>
    static bool ExcludesTheRest(IfStatementSyntax branch) => !IsInLoop(branch) || !Contains(branch, static n => n is BreakStatementSyntax or ReturnStatementSyntax or GotoStatementSyntax or ThrowStatementSyntax);

    /// <summary>The same for a <c>switch</c>, whose own <c>break</c> ends no loop; a section that goes on to another adds to it.</summary>
    static bool ExcludesTheRest(SwitchStatementSyntax choice) => !Contains(choice, static n => n is GotoStatementSyntax) && (!IsInLoop(choice) || !Contains(choice, static n => n is ReturnStatementSyntax or ThrowStatementSyntax));

    static bool IsInLoop(StatementSyntax statement) => statement.Ancestors().TakeWhile(static a => !IsBoundary(a)).Any(LoopSyntax.IsLoop);

    static bool Contains(StatementSyntax statement, Func<SyntaxNode, bool> isMeant) => statement.DescendantNodes(static n => !IsBoundary(n)).Any(isMeant);

    static bool IsBoundary(SyntaxNode node) => node is MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;

    static IEnumerable<(SyntaxNode Fork, SyntaxNode? Branch)> Forks(SyntaxNode call)
    {
        for (var node = call; node.Parent is { } parent && !IsBoundary(parent); node = parent)
        {
            switch (parent)
            {
                case IfStatementSyntax branch when node == branch.Statement && ExcludesTheRest(branch):
                    yield return (branch, branch.Statement);
                    break;
                case ElseClauseSyntax { Parent: IfStatementSyntax branch } when ExcludesTheRest(branch):
                    yield return (branch, null);
                    break;
                case ConditionalExpressionSyntax choice when node != choice.Condition:
                    yield return (choice, node);
                    break;
                case SwitchSectionSyntax { Parent: SwitchStatementSyntax choice } section when ExcludesTheRest(choice):
                    yield return (choice, section);
                    break;
                case SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } arm when node == arm.Expression:
                    yield return (choice, arm);
                    break;
                case BlockSyntax block:
                    foreach (var earlier in block.Statements.TakeWhile(s => s != node).OfType<IfStatementSyntax>().Where(static s => s.Else is null && OnePass.Leaves(s.Statement) && ExcludesTheRest(s)).Reverse())
                        yield return (earlier, null);
                    break;
            }
        }
    }
}
