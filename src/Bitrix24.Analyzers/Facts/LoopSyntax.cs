using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Facts;

/// <summary>The parts of a loop, by their shape.</summary>
static class LoopSyntax
{
    /// <summary>A variable that counts from <paramref name="Start"/> to <paramref name="Bound"/>.</summary>
    public sealed record Counter(string Variable, ExpressionSyntax? Start, ExpressionSyntax? Bound, int Step, bool Inclusive);

    /// <summary>What a loop takes its elements from until it is empty.</summary>
    public sealed record Supply(string Name, bool Endless);

    /// <summary>Nobody makes chunks of less.</summary>
    const int FewestInChunk = 10;

    static readonly HashSet<string> Takers = new(["Dequeue", "TryDequeue", "Pop", "TryPop", "TryTake", "Take", "Read", "ReadAsync", "ReadLine", "ReadLineAsync", "MoveNext", "MoveNextAsync", "ReadNextAsync", "RemoveFirst", "RemoveAt"], StringComparer.Ordinal);

    static readonly HashSet<string> EndlessTakers = new(["WaitToReadAsync", "TryRead", "ReadAllAsync", "Receive", "ReceiveAsync", "Consume"], StringComparer.Ordinal);

    public static bool IsLoop(SyntaxNode node) => node is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax;

    public static StatementSyntax? Body(SyntaxNode loop) => loop switch
    {
        CommonForEachStatementSyntax each => each.Statement,
        ForStatementSyntax @for => @for.Statement,
        WhileStatementSyntax @while => @while.Statement,
        DoStatementSyntax @do => @do.Statement,
        _ => null,
    };

    public static ExpressionSyntax? Condition(SyntaxNode loop) => (loop as WhileStatementSyntax)?.Condition ?? (loop as DoStatementSyntax)?.Condition ?? (loop as ForStatementSyntax)?.Condition;

    /// <summary>Whether <paramref name="child"/>, a child of the loop, runs in every round.</summary>
    public static bool RunsEachRound(SyntaxNode loop, SyntaxNode child) => loop switch
    {
        CommonForEachStatementSyntax each => child == each.Statement,
        ForStatementSyntax @for => child != @for.Declaration && !(child is ExpressionSyntax expression && @for.Initializers.Contains(expression)),
        _ => true,
    };

    /// <summary>Whether a round may leave the loop for good; to throw is no plan.</summary>
    public static bool MayEndEarly(SyntaxNode loop) => loop.DescendantNodes(static n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(n => n is ReturnStatementSyntax or GotoStatementSyntax || (n is BreakStatementSyntax && ResultFlow.BreakTarget(n) == loop));

    public static Counter? Induction(ForStatementSyntax loop)
    {
        foreach (var increment in loop.Incrementors)
        {
            if (Step(increment) is not { } step)
                continue;
            var start = loop.Declaration?.Variables.FirstOrDefault(v => v.Identifier.ValueText == step.Variable)?.Initializer?.Value
                ?? loop.Initializers.OfType<AssignmentExpressionSyntax>().FirstOrDefault(a => SimpleName.Of(a.Left) == step.Variable)?.Right;
            if (Bound(loop.Condition, step.Variable) is { } bound)
                return new Counter(step.Variable, start, bound.Expression, step.Size, bound.Inclusive);
        }

        return null;
    }

    /// <summary>A <c>while</c> that counts in its body.</summary>
    public static Counter? CountedIn(ExpressionSyntax? condition, StatementSyntax body)
    {
        foreach (var expression in body.DescendantNodes().OfType<ExpressionSyntax>())
        {
            if (Step(expression) is { } step && Bound(condition, step.Variable) is { } bound)
                return new Counter(step.Variable, null, bound.Expression, step.Size, bound.Inclusive);
        }

        return null;
    }

    static (string Variable, int Size)? Step(ExpressionSyntax expression) => expression switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression, Operand: IdentifierNameSyntax name } => (name.Identifier.ValueText, 1),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression, Operand: IdentifierNameSyntax name } => (name.Identifier.ValueText, 1),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression or (int)SyntaxKind.SubtractAssignmentExpression, Left: IdentifierNameSyntax name } sum =>
            (name.Identifier.ValueText, StepOf(sum.Right)),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax name, Right: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum }
            when SimpleName.Of(sum.Left) == name.Identifier.ValueText => (name.Identifier.ValueText, StepOf(sum.Right)),
        _ => null,
    };

    static int StepOf(ExpressionSyntax step) => step is LiteralExpressionSyntax { Token.Value: int size } ? size : 0;

    /// <summary>A step over several elements at a time, unless it merely skips some: <c>i += 2</c> with <c>ids[i]</c>.</summary>
    public static bool IsChunkStep(int step, StatementSyntax body, string variable) => step != 1 && !(step is > 1 and < FewestInChunk && Indexes(body, variable));

    static (ExpressionSyntax Expression, bool Inclusive)? Bound(ExpressionSyntax? condition, string variable)
    {
        foreach (var comparison in condition?.DescendantNodesAndSelf().OfType<BinaryExpressionSyntax>() ?? [])
        {
            if (comparison.Kind() is not (SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.NotEqualsExpression))
                continue;
            var inclusive = comparison.Kind() is SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanOrEqualExpression;
            if (SimpleName.Of(comparison.Left) == variable)
                return (comparison.Right, inclusive);
            if (SimpleName.Of(comparison.Right) == variable)
                return (comparison.Left, inclusive);
        }

        return null;
    }

    /// <summary>Whether the body uses the counter to pick an element: <c>deals[i]</c>, <c>grid[0, i]</c>, <c>ElementAt(i)</c>.</summary>
    public static bool Indexes(SyntaxNode body, string variable) => body.DescendantNodes().Any(n => n switch
    {
        BracketedArgumentListSyntax list => list.DescendantNodes().Any(i => i is IdentifierNameSyntax id && id.Identifier.ValueText == variable),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ElementAt" or "Item" } } call =>
            call.ArgumentList.Arguments.Any(a => SimpleName.Of(a.Expression) == variable),
        _ => false,
    });

    /// <summary>The queue, reader or enumerator that the loop empties, if that is how it goes on.</summary>
    public static Supply? Consumed(ExpressionSyntax? condition, StatementSyntax body)
    {
        if (condition is null)
            return null;
        foreach (var call in condition.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>())
        {
            var name = SimpleName.Of(call.Expression);
            if (name is not null && (IsTaker(name, call) || EndlessTakers.Contains(name)) && SimpleName.Root(call.Expression) is { } supply)
                return new Supply(SupplyName(supply), EndlessTakers.Contains(name));
        }

        var mentioned = new HashSet<string>(condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(static i => i.Identifier.ValueText), StringComparer.Ordinal);
        foreach (var call in body.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (SimpleName.Of(call.Expression) is { } name && IsTaker(name, call) && SimpleName.Root(call.Expression) is { } supply && (mentioned.Contains(supply) || LeavesWhenEmpty(call)))
                return new Supply(SupplyName(supply), false);
        }

        return null;
    }

    /// <summary><c>Take()</c> takes one from a queue, <c>Take(50)</c> is a query.</summary>
    static bool IsTaker(string name, InvocationExpressionSyntax call) => Takers.Contains(name) && (name != "Take" || call.ArgumentList.Arguments.Count == 0);

    /// <summary><c>if (!queue.TryDequeue(out var id)) break;</c></summary>
    static bool LeavesWhenEmpty(InvocationExpressionSyntax call) =>
        call.FirstAncestorOrSelf<IfStatementSyntax>() is { } branch && branch.Condition.Span.Contains(call.Span)
        && branch.Statement.DescendantNodesAndSelf().Any(static n => n is BreakStatementSyntax or ReturnStatementSyntax);

    static string SupplyName(string supply) => supply is "reader" or "dataReader" or "dr" or "sdr" or "rdr" ? "rows" : supply.TrimStart('_');
}
