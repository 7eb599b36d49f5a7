using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Facts;

/// <summary>Pauses that every round of a loop, or every run of a body, makes. One that only some rounds make bounds nothing.</summary>
static class Pauses
{
    public static double In(StatementSyntax? body, SemanticModel semantics, CancellationToken cancellation)
    {
        switch (body)
        {
            case null:
                return 0;
            case BlockSyntax block:
                return block.Statements.TakeWhile(static s => !MaySkipTheRest(s)).Sum(s => In(s, semantics, cancellation));
            case TryStatementSyntax attempt:
                return In(attempt.Block, semantics, cancellation) + In(attempt.Finally?.Block, semantics, cancellation);
            case UsingStatementSyntax scope:
                return In(scope.Statement, semantics, cancellation);
            case LockStatementSyntax scope:
                return In(scope.Statement, semantics, cancellation);
            case ExpressionStatementSyntax statement:
                return Pause(statement.Expression, semantics, cancellation);
            case IfStatementSyntax { Else: null } gap:
                return MinimumGap(gap, semantics, cancellation);
            default:
                return 0;
        }
    }

    /// <summary>A statement that may go on with the next round.</summary>
    static bool MaySkipTheRest(StatementSyntax statement) => statement.DescendantNodesAndSelf(static n => !LoopSyntax.IsLoop(n) && n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(static n => n is ContinueStatementSyntax);

    static double Pause(ExpressionSyntax expression, SemanticModel semantics, CancellationToken cancellation)
    {
        foreach (var call in expression.DescendantNodesAndSelf(static n => n is not AnonymousFunctionExpressionSyntax).OfType<InvocationExpressionSyntax>())
        {
            if (call.ArgumentList.Arguments is [var length, ..] && IsPause(call) && IsWaitedFor(call))
                return Seconds(length.Expression, semantics, cancellation);
        }

        return 0;
    }

    static bool IsPause(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var receiver }
        && (name, SimpleName.Of(receiver)) is ("Delay", "Task") or ("Sleep", "Thread");

    /// <summary>A delay is a pause only for who waits for it.</summary>
    static bool IsWaitedFor(InvocationExpressionSyntax call)
    {
        if (SimpleName.Of(call.Expression) == "Sleep")
            return true;
        SyntaxNode node = call;
        while (node.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } or InvocationExpressionSyntax or ParenthesizedExpressionSyntax)
            node = node.Parent;
        return node.Parent is AwaitExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait" or "GetAwaiter" };
    }

    /// <summary><c>if (gap &gt; passed) await Task.Delay(gap - passed)</c>: successive runs are at least the gap apart.</summary>
    static double MinimumGap(IfStatementSyntax condition, SemanticModel semantics, CancellationToken cancellation)
    {
        var delay = condition.Statement.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault(static c => c.ArgumentList.Arguments.Count > 0 && IsPause(c));
        if (delay is null || condition.Condition is not BinaryExpressionSyntax comparison)
            return 0;
        var given = delay.ArgumentList.Arguments[0].Expression;
        var length = Resolve(given, semantics, cancellation);
        return length is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.SubtractExpression } difference
            && comparison.ChildNodes().Any(n => Same(n, difference.Right) || Same(n, difference.Left) || Same(n, given))
                ? Seconds(difference.Left, semantics, cancellation)
                : 0;
    }

    static bool Same(SyntaxNode one, SyntaxNode other) => SyntaxFactory.AreEquivalent(one, other);

    /// <summary>Milliseconds as a number, or a <c>TimeSpan</c>; 0 where the code does not say.</summary>
    static double Seconds(ExpressionSyntax length, SemanticModel semantics, CancellationToken cancellation)
    {
        if (semantics.NumberOf(length, cancellation) is { } milliseconds)
            return milliseconds / 1000;
        var resolved = Resolve(length, semantics, cancellation);
        if (resolved is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 2 } parts })
            return OfParts(parts.Select(p => semantics.NumberOf(p.Expression, cancellation) ?? 0).ToList());
        if (resolved is not InvocationExpressionSyntax { ArgumentList.Arguments: [var amount] } call
            || semantics.NumberOf(amount.Expression, cancellation) is not { } number)
            return resolved != length && semantics.NumberOf(resolved, cancellation) is { } initial ? initial / 1000 : 0;
        return SimpleName.Of(call.Expression) switch
        {
            "FromMilliseconds" => number / 1000,
            "FromSeconds" => number,
            "FromMinutes" => number * 60,
            "FromHours" => number * 3600,
            _ => 0,
        };
    }

    /// <summary><c>new TimeSpan(hours, minutes, seconds)</c>, with days in front and milliseconds behind where there are more.</summary>
    static double OfParts(List<double> parts)
    {
        if (parts.Count > 3)
            return (parts[0] * 86_400) + OfParts(parts.GetRange(1, 3)) + (parts.Count > 4 ? parts[4] / 1000 : 0);
        return (parts[0] * 3600) + (parts[1] * 60) + parts[2];
    }

    static double? NumberOf(this SemanticModel semantics, ExpressionSyntax expression, CancellationToken cancellation)
    {
        if (expression is LiteralExpressionSyntax { Token.Value: { } literal } && literal is int or long or double)
            return Convert.ToDouble(literal, System.Globalization.CultureInfo.InvariantCulture);
        return expression.SyntaxTree == semantics.SyntaxTree && semantics.GetConstantValue(expression, cancellation) is { HasValue: true, Value: { } value } && value is int or long or double
            ? Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>The initial value behind a local or a field.</summary>
    static ExpressionSyntax Resolve(ExpressionSyntax expression, SemanticModel semantics, CancellationToken cancellation)
    {
        if (expression is not (IdentifierNameSyntax or MemberAccessExpressionSyntax))
            return expression;
        return semantics.GetSymbolInfo(expression, cancellation).Symbol?.DeclaringSyntaxReferences is [var reference]
            && reference.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: { } initial }
                ? initial
                : expression;
    }
}
