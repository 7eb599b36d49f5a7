using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>
/// Work on a row that may fail without an exception that reaches the round: a task that nobody waits for, an answer that says so, a
/// function that is called by way of a delegate. The next full read would have made it good.
/// </summary>
sealed class Unheard(Scene scene)
{
    static readonly HashSet<string> Asks = EmbeddedRows.Names("RowByRow.tsv", "asks");

    static readonly HashSet<string> Starts = EmbeddedRows.Names("RowByRow.tsv", "starts");

    public bool IsIn(SyntaxNode work) => new CalledCode(scene).Any(work, Is) || work.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(IsAnswerLookedAt);

    bool Is(SyntaxNode node, SemanticModel semantics)
    {
        if (node is not InvocationExpressionSyntax call || semantics.GetSymbolInfo(call, scene.Cancellation).Symbol is not IMethodSymbol method)
            return false;
        return method.MethodKind == MethodKind.DelegateInvoke && semantics.GetSymbolInfo(Called(call), scene.Cancellation).Symbol is IEventSymbol or IFieldSymbol or IPropertySymbol && IsGivenInSight(semantics.GetSymbolInfo(Called(call), scene.Cancellation).Symbol!)
            || method is { ReturnsVoid: true, IsAsync: true }
            || Starts.Contains($"{method.ContainingType.Name}.{method.Name}")
            || method is { Name: "Wait", ContainingType.Name: "Task", Parameters.Length: > 0 } && method.Parameters[0].Type.Name != "CancellationToken"
            || TakenCall.IsTask(method.ReturnType) && !IsAwaited(call);
    }

    static ExpressionSyntax Called(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke", Expression: var function } => function,
        MemberBindingExpressionSyntax when call.Parent is ConditionalAccessExpressionSyntax access => access.Expression,
        var function => function,
    };

    /// <summary>A function that its own class assigns, or that anybody adds to an event.</summary>
    bool IsGivenInSight(ISymbol function) => function is IEventSymbol || function.ContainingType.DeclaringSyntaxReferences.SelectMany(r => r.GetSyntax(scene.Cancellation).DescendantNodes())
        .Any(n => n is AssignmentExpressionSyntax { Left: var to, Right: AnonymousFunctionExpressionSyntax } && Name(to) == function.Name || n is VariableDeclaratorSyntax { Initializer.Value: AnonymousFunctionExpressionSyntax } field && field.Identifier.ValueText == function.Name
            || n is PropertyDeclarationSyntax { Initializer.Value: AnonymousFunctionExpressionSyntax } property && property.Identifier.ValueText == function.Name);

    static string? Name(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>Somebody waits for the task, here or where it is handed on to.</summary>
    static bool IsAwaited(ExpressionSyntax task) => task.Parent switch
    {
        AwaitExpressionSyntax or ReturnStatementSyntax => true,
        ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax } => true,
        ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax or ConditionalExpressionSyntax or CastExpressionSyntax => IsAwaited((ExpressionSyntax)task.Parent),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } => true,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "AsTask", Parent: InvocationExpressionSyntax call } => IsAwaited(call),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetAwaiter" or "Wait" } => true,
        AnonymousFunctionExpressionSyntax => true,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax task1 } => IsAwaitedLater(task1.Identifier.ValueText, task),
        _ => false,
    };

    /// <summary><c>var saving = SaveAsync(row); … await saving;</c></summary>
    static bool IsAwaitedLater(string variable, SyntaxNode task) => task.FirstAncestorOrSelf<BlockSyntax>()?.DescendantNodes().OfType<AwaitExpressionSyntax>().Any(a => a.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == variable) == true;

    /// <summary>What a call that does something says of its success, and nobody hears, or a condition or a line of a log alone.</summary>
    bool IsAnswerLookedAt(InvocationExpressionSyntax call)
    {
        if (scene.SymbolOf(call) is not IMethodSymbol { ReturnsVoid: false } method || IsQuestion(method) || scene.Callees.Known.IsLibrary(method) && scene.Callees.Known.Of(method) is Knowledge.Pure or Knowledge.Makes or Knowledge.Checks or Knowledge.Mutates or Knowledge.Varies
            || !scene.Callees.Known.IsLibrary(method) && scene.Callees.Of(method) is { GoesOutside: false, Stranger: null })
            return false;
        var whole = TakenCall.Of(call, scene.Semantics, scene.Cancellation)?.Whole ?? call;
        var type = scene.TypeOf(whole);
        if (type is null or { SpecialType: SpecialType.System_Void })
            return false;
        if (type.Name == "HttpResponseMessage" && whole.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax answer } && scene.Declared(answer) is ILocalSymbol response)
            return !scene.Locals.Of(response).Any(static u => u.Syntax.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "EnsureSuccessStatusCode" });
        return whole.Parent is ExpressionStatementSyntax ? type.SpecialType == SpecialType.System_Boolean || type.Name == "HttpResponseMessage"
            : IsInCondition(whole) || whole.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } && scene.Declared(variable) is ILocalSymbol local && scene.Locals.Of(local).Any(u => IsInCondition(u.Syntax));
    }

    static bool IsInCondition(SyntaxNode value) => value.Ancestors().TakeWhile(static a => a is not (StatementSyntax and not IfStatementSyntax)).OfType<IfStatementSyntax>().Any(i => i.Condition.Span.Contains(value.Span));

    /// <summary>It asks, by its name, and does nothing.</summary>
    static bool IsQuestion(IMethodSymbol method) => !method.ContainingType.Name.StartsWith("HttpClient", StringComparison.Ordinal) && Asks.Any(word => method.Name.StartsWith(word, StringComparison.Ordinal) && (method.Name.Length == word.Length || !char.IsLower(method.Name[word.Length])));
}
