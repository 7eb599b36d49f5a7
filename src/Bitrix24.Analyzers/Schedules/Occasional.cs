using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Summaries;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>
/// Calls that most runs leave out, nobody knows how many: the code on the way asks the clock or counts rounds, takes from a queue
/// that may be empty, or waits for a flag that it takes down itself.
/// </summary>
static class Occasional
{
    static readonly HashSet<string> Signs = new(
        ["Now", "UtcNow", "Today", "GetUtcNow", "GetLocalNow", "Elapsed", "ElapsedMilliseconds", "TickCount", "TickCount64", "TryDequeue", "TryTake", "TryRead", "TryPop", "TryPeek"], StringComparer.Ordinal);

    /// <param name="effect">The call.</param>
    /// <param name="run">The piece of code that is one run, null for a whole method: conditions around it are those of the schedule.</param>
    public static bool Is(Effect effect, SyntaxNode? run) => effect.Conditional && effect.Path.Select(static h => h.Node).OfType<SyntaxNode>().Any(call => Conditions(call, run).Exists(c => IsSeldom(c, BodyIndex.ScopeOf(call))));

    /// <summary>What has to hold, or not to hold, for a run to make a call; conditions inside a loop choose elements, not runs.</summary>
    static List<ExpressionSyntax> Conditions(SyntaxNode call, SyntaxNode? run)
    {
        var conditions = new List<ExpressionSyntax>();
        for (var node = call; node != run && node.Parent is { } parent and not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax); node = parent)
        {
            if (LoopSyntax.IsLoop(parent))
                conditions.Clear();
            switch (parent)
            {
                case IfStatementSyntax branch when node != branch.Condition:
                    conditions.Add(branch.Condition);
                    break;
                case ConditionalExpressionSyntax choice when node != choice.Condition:
                    conditions.Add(choice.Condition);
                    break;
                case BlockSyntax block:
                    conditions.AddRange(block.Statements.TakeWhile(s => s != node).OfType<IfStatementSyntax>().Where(static s => OnePass.Leaves(s.Statement)).Select(static s => s.Condition));
                    break;
            }
        }

        return conditions;
    }

    static bool IsSeldom(ExpressionSyntax condition, SyntaxNode member)
    {
        var names = Names(condition);
        return condition.DescendantNodesAndSelf().Any(static n => n.IsKind(SyntaxKind.ModuloExpression)) || names.Overlaps(Signs)
            || names.Any(name => IsTakenDown(name, member) || Values(name, member).Any(static v => Names(v).Overlaps(Signs)));
    }

    static HashSet<string> Names(SyntaxNode expression) => new(expression.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(static n => n.Identifier.ValueText), StringComparer.Ordinal);

    static IEnumerable<ExpressionSyntax> Values(string local, SyntaxNode member) =>
        member.DescendantNodes().OfType<VariableDeclaratorSyntax>().Where(v => v.Identifier.ValueText == local).Select(static v => v.Initializer?.Value).OfType<ExpressionSyntax>();

    /// <summary>A flag that somebody else raises. One that the member raises itself only keeps runs apart.</summary>
    static bool IsTakenDown(string flag, SyntaxNode member)
    {
        var set = member.DescendantNodes().OfType<AssignmentExpressionSyntax>().Where(a => SimpleName.Of(a.Left) == flag).Select(static a => a.Right.Kind()).ToList();
        return set.Contains(SyntaxKind.FalseLiteralExpression) && set.TrueForAll(static kind => kind == SyntaxKind.FalseLiteralExpression);
    }
}
