using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>What a round is there for: what is left without waiting, without lines of a log, and without what is made for it alone.</summary>
static class RoundWork
{
    static readonly HashSet<string> Tools = EmbeddedRows.Names("RowByRow.tsv", "tools");

    static readonly HashSet<string> Makers = EmbeddedRows.Names("RowByRow.tsv", "makers");

    /// <summary>The statements that do the work, next to each other.</summary>
    public static IReadOnlyList<StatementSyntax>? In(IReadOnlyList<StatementSyntax> statements, InvocationExpressionSyntax call, Scene scene)
    {
        var first = 0;
        var last = statements.Count - 1;
        while (last >= 0 && IsBeside(statements[last], scene))
            last--;
        while (first < last && (IsBeside(statements[first], scene) || IsMaking(statements[first], call, scene) || RoundGate.IsPassed(statements[first], scene)))
            first++;
        if (first > last)
            return null;
        if (first < last || statements[first] is not TryStatementSyntax attempt)
            return [.. statements.Skip(first).Take(last - first + 1)];
        return attempt.Catches.All(c => c.Filter is null && c.Block.Statements.All(s => IsBeside(s, scene) || IsEnd(s))) && (attempt.Finally is null || attempt.Finally.Block.Statements.All(s => IsBeside(s, scene)))
            ? In(attempt.Block.Statements, call, scene) : null;
    }

    static bool IsEnd(StatementSyntax statement) => statement is ThrowStatementSyntax { Expression: null } or BreakStatementSyntax or ReturnStatementSyntax { Expression: null } or ContinueStatementSyntax;

    static bool IsBeside(StatementSyntax statement, Scene scene) => statement is ExpressionStatementSyntax { Expression: var action } && (Waits.Are(action) || IsLine(action, scene) || IsEndOfAll(action) || RoundGate.IsHandled(action, scene));

    /// <summary>It goes on, or ends the loop and all around it.</summary>
    static bool IsEndOfAll(ExpressionSyntax action) => action is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ThrowIfCancellationRequested" } };

    static bool IsLine(ExpressionSyntax action, Scene scene) => action is InvocationExpressionSyntax && scene.SymbolOf(action) is IMethodSymbol method
        && (Records.IsLine(method) || method is { Name: "WriteLine" or "Write" or "WriteLineAsync", ContainingType: { Name: "Console" or "TextWriter", ContainingNamespace.Name: "System" or "IO" } });

    /// <summary>An object that the work is done with, the same kind of thing in every round: a scope, a client, a connection.</summary>
    static bool IsMaking(StatementSyntax statement, InvocationExpressionSyntax call, Scene scene) =>
        statement is LocalDeclarationStatementSyntax { Declaration: { Type: not RefTypeSyntax, Variables: [{ Initializer.Value: var value } variable] } } && !statement.Span.Contains(call.Span)
        && scene.Declared(variable) is ILocalSymbol { Type: { IsValueType: false, SpecialType: SpecialType.None } type } local && !scene.Locals.IsReassigned(local)
        && type is not IArrayTypeSymbol && !type.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_Collections_IEnumerable) && Makes(value, scene);

    static bool Makes(ExpressionSyntax value, Scene scene) => value switch
    {
        AwaitExpressionSyntax awaited => Makes(awaited.Expression, scene),
        ParenthesizedExpressionSyntax inner => Makes(inner.Expression, scene),
        CastExpressionSyntax cast => Makes(cast.Expression, scene),
        PostfixUnaryExpressionSyntax sure => Makes(sure.Operand, scene),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var task } } => Makes(task, scene),
        BaseObjectCreationExpressionSyntax => scene.TypeOf(value) is { } type && (!type.DeclaringSyntaxReferences.IsEmpty || Tools.Any(t => type.Name.EndsWith(t, StringComparison.Ordinal))) && IsPlain(value, scene),
        InvocationExpressionSyntax call when scene.SymbolOf(call) is IMethodSymbol method => Makers.Contains(method.Name) || !method.DeclaringSyntaxReferences.IsEmpty && !method.IsAbstract && IsPlain(value, scene),
        _ => false,
    };

    /// <summary>It only puts something together.</summary>
    static bool IsPlain(ExpressionSyntax value, Scene scene) => scene.EffectsOf([value], static _ => false) is { Varies: false, GoesOutside: false, Stranger: null, Writes.Count: 0, OwnWrites.Count: 0 };
}
