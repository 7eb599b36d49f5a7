using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>One thing that a round does before it makes the call.</summary>
/// <param name="Node">A statement, or a condition.</param>
/// <param name="IsGuard">The call is made only where the condition has a certain value.</param>
/// <param name="IsNegated">That value is false.</param>
/// <param name="IsCaught">What it throws is caught within the round, which then goes on without the call.</param>
sealed record Step(SyntaxNode Node, bool IsGuard, bool IsNegated, bool IsCaught);

/// <summary>The way of a round from the start of the loop's body to the call.</summary>
sealed class RoundPath(LoopHeader header, Jumps jumps)
{
    readonly List<Step> _steps = [];
    SyntaxNode? _call;
    bool _isCaught;

    public IReadOnlyList<Step> Steps => _steps;

    public IEnumerable<ExpressionSyntax> Guards => _steps.Where(static s => s.IsGuard).Select(static s => (ExpressionSyntax)s.Node);

    /// <summary>Resources that are open while the call runs.</summary>
    public List<SyntaxNode> Resources { get; } = [];

    /// <summary>Handlers of what the call throws.</summary>
    public List<CatchClauseSyntax> Handlers { get; } = [];

    /// <summary>What is thrown where the call stands is caught within the round.</summary>
    public bool IsCaught => _isCaught;

    /// <summary>What the statement of the call calculates ahead of it.</summary>
    public IEnumerable<SyntaxNode> Beside() => Ahead.Of(_call!, n => n is StatementSyntax || n == header.Body);

    /// <summary>An exception of the call can end the loop.</summary>
    public bool Halts { get; private set; } = true;

    /// <summary>Reads the way; a reason where there is more to it than conditions.</summary>
    public string? Read(ExpressionSyntax call)
    {
        _call = call;
        var chain = call.AncestorsAndSelf().TakeWhile(n => n != header.Body).Reverse().ToList();
        if (Jumps.Within(header.Body).Any(static n => n is LabeledStatementSyntax))
            return "a label is a loop of its own";
        var above = header.Body;
        FindHandlers(chain);
        foreach (var node in chain)
        {
            if (Enter(above, node) is { } refusal)
                return refusal;
            above = node;
        }

        return null;
    }

    string? Enter(SyntaxNode parent, SyntaxNode child)
    {
        switch (parent)
        {
            case BlockSyntax block:
                return Pass(block.Statements.TakeWhile(s => s != child));
            case IfStatementSyntax branch:
                if (child != branch.Condition)
                    _steps.Add(new(branch.Condition, true, child is ElseClauseSyntax, _isCaught));
                return null;
            case TryStatementSyntax attempt:
                if (child != attempt.Block)
                    return "the call is in a catch or finally";
                _isCaught |= attempt.Catches.Any(c => !AlwaysLeaves(c));
                return null;
            case UsingStatementSyntax resource:
                if (child == resource.Statement)
                    Resources.Add((SyntaxNode?)resource.Declaration ?? resource.Expression!);
                return null;
            case ConditionalExpressionSyntax choice:
                if (child != choice.Condition)
                    _steps.Add(new(choice.Condition, true, child == choice.WhenFalse, _isCaught));
                return null;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression } choice:
                return child == choice.Left ? null : "an expression decides whether the call is made";
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression }:
            case ConditionalAccessExpressionSyntax:
            case SwitchExpressionArmSyntax:
                return "an expression decides whether the call is made";
            case SwitchSectionSyntax:
                return "a switch decides whether the call is made";
            case LockStatementSyntax:
                return "the call is made under a lock";
            case LabeledStatementSyntax or CheckedStatementSyntax or UnsafeStatementSyntax or FixedStatementSyntax:
                return "the call is in a " + parent.GetType().Name.Replace("StatementSyntax", "").ToLowerInvariant() + " statement";
            case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax:
                return "the call is inside a function of its own";
            default:
                return null;
        }
    }

    string? Pass(IEnumerable<StatementSyntax> statements)
    {
        foreach (var statement in statements)
        {
            if (statement == header.Taking)
                continue;
            if (statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } resource)
                Resources.Add(resource.Declaration);
            if (!jumps.HasRoundEnd(statement))
                _steps.Add(new(statement, false, false, _isCaught));
            else if (statement is IfStatementSyntax { Else: null } branch && jumps.IsSkip(branch.Statement))
                _steps.Add(new(branch.Condition, true, true, _isCaught));
            else
                return "the round ends early in more than a plain if";
        }

        return null;
    }

    void FindHandlers(List<SyntaxNode> chain)
    {
        var direct = true;
        foreach (var attempt in Enumerable.Reverse(chain).Append(header.Body).OfType<TryStatementSyntax>())
        {
            Handlers.AddRange(attempt.Catches);
            if (!direct)
                continue;
            if (attempt.Catches.Any(LeavesLoop))
                direct = false;
            else if (attempt.Catches.Count > 0 && attempt.Catches.All(c => !Rethrows(c)) && attempt.Catches.Any(CatchClauses.TakesAll))
                (Halts, direct) = (false, false);
        }
    }

    bool LeavesLoop(CatchClauseSyntax clause) => Jumps.Within(clause.Block).Any(jumps.EndsLoop);

    bool AlwaysLeaves(CatchClauseSyntax clause) =>
        clause.Block.Statements.LastOrDefault() is { } last && (last is ThrowStatementSyntax || jumps.EndsLoop(last)) && !jumps.HasRoundEnd(clause.Block);

    static bool Rethrows(CatchClauseSyntax clause) => Jumps.Within(clause.Block).Any(static n => n is ThrowStatementSyntax or ThrowExpressionSyntax);
}
