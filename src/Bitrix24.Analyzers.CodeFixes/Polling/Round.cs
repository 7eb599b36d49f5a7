using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>Where what knows of changes lives, so that it outlives a round.</summary>
enum Home
{
    /// <summary>In a variable ahead of the statement that starts the rounds.</summary>
    Variable,

    /// <summary>In a field of the object whose method is run.</summary>
    Field,

    /// <summary>In a static field, as the object is made anew for each run.</summary>
    StaticField,
}

/// <summary>The code that a schedule runs again and again.</summary>
/// <param name="Whole">The statement that starts the rounds, or the method that is run.</param>
/// <param name="Body">One round.</param>
/// <param name="Home">Where what knows of changes can live.</param>
sealed record Round(SyntaxNode Whole, BlockSyntax Body, Home Home)
{
    /// <param name="start">What the rule has marked.</param>
    /// <param name="semantics">The model of its tree.</param>
    public static Round? Of(SyntaxToken start, SemanticModel semantics) => start.Parent switch
    {
        WhileStatementSyntax { Statement: BlockSyntax body } loop => new Round(loop, body, Home.Variable),
        DoStatementSyntax { Statement: BlockSyntax body } loop => new Round(loop, body, Home.Variable),
        ForStatementSyntax { Statement: BlockSyntax body } loop => new Round(loop, body, Home.Variable),
        MethodDeclarationSyntax { Body: { } body } method when method.Identifier == start && RoundMethod.IsOneRound(method, semantics) => new Round(method, body, Home.StaticField),
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var callback }, ..] } => Called(callback, semantics),
        IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var callback }, ..] } } } => Called(callback, semantics),
        IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression, Right: var handler } } } => Called(handler, semantics),
        _ => null,
    };

    /// <summary>The code behind a delegate: a lambda, a method, or the method that is all that a lambda calls.</summary>
    static Round? Called(ExpressionSyntax callback, SemanticModel semantics) => callback switch
    {
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var inner }] } => Called(inner, semantics),
        ParenthesizedExpressionSyntax inner => Called(inner.Expression, semantics),
        CastExpressionSyntax cast => Called(cast.Expression, semantics),
        AnonymousFunctionExpressionSyntax { Body: BlockSyntax body } lambda => lambda.FirstAncestorOrSelf<StatementSyntax>() is { } statement and not BlockSyntax ? new Round(statement, body, Home.Variable) : null,
        AnonymousFunctionExpressionSyntax { Body: InvocationExpressionSyntax call } => Method(call.Expression, semantics),
        AnonymousFunctionExpressionSyntax { Body: AwaitExpressionSyntax { Expression: InvocationExpressionSyntax call } } => Method(call.Expression, semantics),
        AnonymousFunctionExpressionSyntax { Body: AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Right: InvocationExpressionSyntax call } } => Method(call.Expression, semantics),
        IdentifierNameSyntax or MemberAccessExpressionSyntax => Method(callback, semantics),
        _ => null,
    };

    static Round? Method(ExpressionSyntax name, SemanticModel semantics) =>
        OwnMethod.Of(name, semantics) is { Declaration: { Body: { } body } method } own && own.IsOnlyUse() && !RoundMethod.UsesParameters(method, semantics) ? new Round(method, body, own.Symbol.IsStatic ? Home.StaticField : Home.Field) : null;
}
