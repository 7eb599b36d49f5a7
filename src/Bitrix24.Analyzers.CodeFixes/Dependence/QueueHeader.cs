using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary><c>while</c> that empties a queue or a stack.</summary>
static class QueueHeader
{
    public static LoopHeader? Of(WhileStatementSyntax loop, Scene scene, out string refusal)
    {
        refusal = "the while loop does not empty a queue";
        if (Taken(loop, scene) is not var (queue, element, taking)
            || scene.TypeOf(queue) is not INamedTypeSymbol { Name: "Queue" or "Stack" } type || !Aliasing.IsOfFramework(type)
            || scene.SymbolOf(queue) is not (ILocalSymbol or IParameterSymbol or IFieldSymbol { IsReadOnly: true }))
            return null;
        refusal = "something else in the loop uses its queue";
        if (Uses(loop.Statement, queue, scene) > (taking is null ? 0 : 1))
            return null;

        var elements = SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression, queue.WithoutTrivia(), SyntaxFactory.IdentifierName("ToArray")));
        return new(loop, loop.Statement, elements, element, ImmutableArray.Create(queue)) { Taking = taking };
    }

    static (ExpressionSyntax Queue, ISymbol Element, SyntaxNode? Taking)? Taken(WhileStatementSyntax loop, Scene scene)
    {
        if (Receiver(loop.Condition, "TryDequeue", "TryPop") is { } tried)
        {
            return ((InvocationExpressionSyntax)loop.Condition).ArgumentList.Arguments is [{ Expression: DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax name } }]
                && scene.Declared(name) is { } variable ? (tried, variable, null) : null;
        }

        if (Counted(loop.Condition) is not { } counted
            || loop.Statement is not BlockSyntax { Statements: [LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: { } value } declarator] } taking, ..] }
            || Receiver(value, "Dequeue", "Pop") is not { } queue || !SyntaxFactory.AreEquivalent(queue, counted) || scene.Declared(declarator) is not { } element)
            return null;
        return (queue, element, taking);
    }

    static ExpressionSyntax? Receiver(ExpressionSyntax expression, string one, string other) =>
        expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } && (access.Name.Identifier.ValueText == one || access.Name.Identifier.ValueText == other)
            ? access.Expression : null;

    static ExpressionSyntax? Counted(ExpressionSyntax condition) => condition switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.NotEqualsExpression, Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" } count, Right: LiteralExpressionSyntax { Token.Value: 0 } } => count.Expression,
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Any" } any } => any.Expression,
        _ => null,
    };

    static int Uses(SyntaxNode body, ExpressionSyntax queue, Scene scene)
    {
        var symbol = scene.SymbolOf(queue);
        return body.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Count(n => SymbolEqualityComparer.Default.Equals(scene.SymbolOf(n), symbol));
    }
}
