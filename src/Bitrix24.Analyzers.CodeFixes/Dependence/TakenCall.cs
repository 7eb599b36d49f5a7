using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>A call together with how its answer is taken.</summary>
sealed record TakenCall(ExpressionSyntax Whole, bool IsAsync, bool BlocksOnTask, bool AnswerIsUsed)
{
    public static TakenCall? Of(InvocationExpressionSyntax call, SemanticModel semantics, CancellationToken cancellation)
    {
        var whole = Around(call);
        var isTask = IsTask(semantics.GetTypeInfo(call, cancellation).Type);
        var isAsync = false;
        if (isTask)
        {
            if (IsCalledFor(whole, "ConfigureAwait", out var configured))
                whole = configured;
            if (whole.Parent is AwaitExpressionSyntax awaited)
            {
                whole = awaited;
                isAsync = true;
            }
            else if (BlockingEnd(whole) is { } end)
                whole = end;
            else
                return null;
        }

        return new(whole, isAsync, isTask && !isAsync, !IsDropped(Around(whole)));
    }

    static ExpressionSyntax Around(ExpressionSyntax expression)
    {
        while (expression.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
            expression = (ExpressionSyntax)expression.Parent;
        return expression;
    }

    static ExpressionSyntax? BlockingEnd(ExpressionSyntax task)
    {
        if (IsCalledFor(task, "GetAwaiter", out var awaiter) && IsCalledFor(awaiter, "GetResult", out var result))
            return result;
        if (IsCalledFor(task, "Wait", out var waited) && waited is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 })
            return waited;
        return task.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } access && access.Expression == task ? access : null;
    }

    static bool IsCalledFor(ExpressionSyntax target, string member, out ExpressionSyntax called)
    {
        called = target;
        if (target.Parent is not MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax invocation } access
            || access.Expression != target || access.Name.Identifier.ValueText != member)
            return false;
        called = Around(invocation);
        return true;
    }

    static bool IsDropped(ExpressionSyntax whole) => whole.Parent switch
    {
        ExpressionStatementSyntax => true,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax } => true,
        AnonymousFunctionExpressionSyntax => true,
        _ => false,
    };

    public static bool IsTask(ITypeSymbol? type) =>
        type is { Name: "Task" or "ValueTask", ContainingNamespace: { } space } && space.ToDisplayString() == "System.Threading.Tasks";
}
