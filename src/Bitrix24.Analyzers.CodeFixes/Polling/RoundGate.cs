using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>What keeps rounds of a timer apart: a round that comes while another is at work is left out as a whole.</summary>
static class RoundGate
{
    /// <summary><c>if (!await gate.WaitAsync(0)) return;</c></summary>
    public static bool IsPassed(StatementSyntax statement, Scene scene) => statement is IfStatementSyntax { Else: null, Statement: ReturnStatementSyntax { Expression: null } or BlockSyntax { Statements: [ReturnStatementSyntax { Expression: null }] } } choice && IsBusy(choice.Condition, scene);

    /// <summary><c>gate.Release()</c>, <c>timer.Start()</c>, <c>_busy = false</c></summary>
    public static bool IsHandled(ExpressionSyntax action, Scene scene) => action switch
    {
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: var flag, Right: LiteralExpressionSyntax } => IsFlag(flag, scene),
        ConditionalAccessExpressionSyntax { Expression: var timer, WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: var name } } } => Handles(scene.TypeOf(timer), name),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } call => IsExchange(call, scene) || scene.SymbolOf(call) is IMethodSymbol method && Handles(method.ContainingType, name),
        _ => false,
    };

    static bool Handles(ITypeSymbol? type, string name) => type is not null && Aliasing.IsOfFramework(type) && (type.Name, name) is ("Timer", "Start" or "Stop" or "Change") or ("SemaphoreSlim" or "Semaphore" or "Mutex", "Release" or "ReleaseMutex") or ("Monitor", "Exit");

    static bool IsBusy(ExpressionSyntax condition, Scene scene) => condition switch
    {
        ParenthesizedExpressionSyntax inner => IsBusy(inner.Expression, scene),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var entered } => IsEntering(entered, scene),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression, Left: InvocationExpressionSyntax exchange, Right: LiteralExpressionSyntax } => IsExchange(exchange, scene),
        IdentifierNameSyntax or MemberAccessExpressionSyntax => IsFlag(condition, scene),
        _ => false,
    };

    static bool IsEntering(ExpressionSyntax entering, Scene scene) => entering switch
    {
        AwaitExpressionSyntax awaited => IsEntering(awaited.Expression, scene),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var task } } => IsEntering(task, scene),
        InvocationExpressionSyntax call => scene.SymbolOf(call) is IMethodSymbol { ContainingType: { Name: var type } holder, Name: var name } && Aliasing.IsOfFramework(holder) && (type, name) is ("SemaphoreSlim" or "Semaphore" or "Mutex", "Wait" or "WaitAsync" or "WaitOne") or ("Monitor", "TryEnter"),
        _ => false,
    };

    static bool IsExchange(InvocationExpressionSyntax call, Scene scene) => scene.SymbolOf(call) is IMethodSymbol { ContainingType: { Name: "Interlocked" } type, Name: "Exchange" or "CompareExchange" } && Aliasing.IsOfFramework(type);

    /// <summary>A private flag that only the method itself uses.</summary>
    static bool IsFlag(ExpressionSyntax flag, Scene scene) => scene.SymbolOf(flag) is IFieldSymbol { DeclaredAccessibility: Accessibility.Private, Type.SpecialType: SpecialType.System_Boolean } field
        && flag.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member && Uses.Of(field, scene).All(u => member.Span.Contains(u.Span));
}
