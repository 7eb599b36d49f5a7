using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Summaries;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>
/// Calls that most runs leave out, nobody knows how many: the code on the way waits for a time of day or for a time that it then sets
/// anew, makes every n-th run only, takes from a queue that may be empty, or waits for a flag that it takes down itself.
/// </summary>
sealed class Occasional(RestModel model)
{
    static readonly HashSet<string> Clocks = new(["Now", "UtcNow", "Today", "GetUtcNow", "GetLocalNow", "Elapsed", "ElapsedMilliseconds", "TickCount", "TickCount64"], StringComparer.Ordinal);

    static readonly HashSet<string> Takers = new(["TryDequeue", "TryTake", "TryRead", "TryPop", "TryPeek"], StringComparer.Ordinal);

    /// <summary>By block, where the part begins that few runs come to.</summary>
    readonly Dictionary<BlockSyntax, int> _seldomFrom = [];

    /// <param name="effect">The call.</param>
    /// <param name="run">The piece of code that is one run, null for a whole method: conditions around it are those of the schedule.</param>
    public bool Is(Effect effect, SyntaxNode? run)
    {
        if (!effect.Conditional)
            return false;
        foreach (var call in effect.Path.Select(static h => h.Node).OfType<SyntaxNode>())
        {
            var (isSeldom, isRepeated) = Read(call, run, effect);
            if (isSeldom)
                return true;
            // What is behind a loop chooses elements, not runs.
            if (isRepeated)
                return false;
        }

        return false;
    }

    (bool IsSeldom, bool IsRepeated) Read(SyntaxNode call, SyntaxNode? run, Effect effect)
    {
        var (isSeldom, isRepeated) = (false, false);
        for (var node = call; node != run && node.Parent is { } parent and not (MemberDeclarationSyntax or LocalFunctionStatementSyntax); node = parent)
        {
            if (parent is AnonymousFunctionExpressionSyntax && !effect.Repetitions.Any(r => r.Construct.SyntaxTree == parent.SyntaxTree && r.Construct.Span.Contains(parent.Span)))
                return (isSeldom, isRepeated);
            if (LoopSyntax.IsLoop(parent) || parent is AnonymousFunctionExpressionSyntax)
                (isSeldom, isRepeated) = (false, true);
            else
                isSeldom |= IsSeldom(parent, node);
        }

        return (isSeldom, isRepeated);
    }

    bool IsSeldom(SyntaxNode parent, SyntaxNode child) => parent switch
    {
        IfStatementSyntax branch when child == branch.Statement => Holds(branch.Condition, true, branch.Statement),
        ElseClauseSyntax { Parent: IfStatementSyntax branch } other => Holds(branch.Condition, false, other.Statement),
        ConditionalExpressionSyntax choice when child != choice.Condition => Holds(choice.Condition, child == choice.WhenTrue, child),
        BlockSyntax block => SeldomFrom(block) <= child.SpanStart,
        _ => false,
    };

    /// <summary>Behind <c>if (DateTime.Now.Hour != 3) return;</c></summary>
    int SeldomFrom(BlockSyntax block)
    {
        if (!_seldomFrom.TryGetValue(block, out var known))
        {
            known = block.Statements.OfType<IfStatementSyntax>().FirstOrDefault(s => s.Else is null && OnePass.Leaves(s.Statement) && Holds(s.Condition, false, block))?.Span.End ?? int.MaxValue;
            _seldomFrom.Add(block, known);
        }

        return known;
    }

    /// <summary>Whether a condition is seldom so (or not so, where <paramref name="is"/> says that); <paramref name="then"/> runs when it is.</summary>
    bool Holds(ExpressionSyntax condition, bool @is, SyntaxNode then) => condition switch
    {
        ParenthesizedExpressionSyntax inner => Holds(inner.Expression, @is, then),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => Holds(not.Operand, !@is, then),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both => condition.IsKind(SyntaxKind.LogicalAndExpression) == @is
            ? Holds(both.Left, @is, then) || Holds(both.Right, @is, then)
            : Holds(both.Left, @is, then) && Holds(both.Right, @is, then),
        BinaryExpressionSyntax comparison => IsOneOfMany(comparison, @is) || SetsTimeAnew(comparison, then),
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax } pattern => @is && AsksClock(pattern.Expression),
        InvocationExpressionSyntax call => @is && SimpleName.Of(call.Expression) is { } name && Takers.Contains(name),
        IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } => @is && SimpleName.Of(condition) is { } flag && TakesDown(flag, then),
        _ => false,
    };

    /// <summary>One time of day, one of the rounds: <c>Now.Hour == 3</c>, <c>ticks++ % 60 == 0</c>.</summary>
    bool IsOneOfMany(BinaryExpressionSyntax comparison, bool @is) => (comparison.IsKind(@is ? SyntaxKind.EqualsExpression : SyntaxKind.NotEqualsExpression) || (@is && comparison.IsKind(SyntaxKind.IsExpression)))
        && (AsksClock(comparison) || comparison.Left.DescendantNodesAndSelf().Any(static n => n.IsKind(SyntaxKind.ModuloExpression)));

    /// <summary>A time that the code behind the comparison sets anew: <c>if (DateTime.Now &gt;= _next) { _next = …; }</c></summary>
    bool SetsTimeAnew(BinaryExpressionSyntax comparison, SyntaxNode then) => AsksClock(comparison)
        && comparison.DescendantNodes().OfType<IdentifierNameSyntax>().Any(n => Index(then).Assignments(n.Identifier.ValueText).Any(a => then.Span.Contains(a.Span)));

    bool AsksClock(ExpressionSyntax expression) => expression.DescendantNodesAndSelf().OfType<SimpleNameSyntax>()
        .Any(n => Clocks.Contains(n.Identifier.ValueText) || Index(n).Declarations(n.Identifier.ValueText).OfType<VariableDeclaratorSyntax>().Any(static v => v.Initializer is { Value: var value } && IsClock(value)));

    /// <summary><c>DateTime.Now</c>, <c>DateTime.UtcNow.AddHours(3).Hour</c>; what is asked of somebody is something else.</summary>
    static bool IsClock(ExpressionSyntax value) => value switch
    {
        MemberAccessExpressionSyntax access => Clocks.Contains(access.Name.Identifier.ValueText) || IsClock(access.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => Clocks.Contains(access.Name.Identifier.ValueText) || IsClock(access.Expression),
        BinaryExpressionSyntax difference => IsClock(difference.Left) || IsClock(difference.Right),
        ParenthesizedExpressionSyntax inner => IsClock(inner.Expression),
        _ => false,
    };

    /// <summary>A flag of the object that somebody else raises. One that the member raises itself only keeps runs apart.</summary>
    bool TakesDown(string flag, SyntaxNode then)
    {
        var index = Index(then);
        var set = index.Assignments(flag).ToList();
        return !index.Declares(flag) && set.Exists(a => then.Span.Contains(a.Span)) && set.TrueForAll(static a => a.Right.IsKind(SyntaxKind.FalseLiteralExpression));
    }

    BodyIndex Index(SyntaxNode node) => model.IndexOf(node);
}
