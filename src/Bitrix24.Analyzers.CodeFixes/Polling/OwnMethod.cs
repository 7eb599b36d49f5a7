using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>A private method that code of the same type and file uses.</summary>
sealed record OwnMethod(IMethodSymbol Symbol, MethodDeclarationSyntax Declaration)
{
    public static OwnMethod? Of(ExpressionSyntax use, SemanticModel semantics) =>
        semantics.GetSymbolInfo(use).Symbol is IMethodSymbol { DeclaredAccessibility: Accessibility.Private, IsVirtual: false, IsOverride: false, IsAbstract: false, IsGenericMethod: false, DeclaringSyntaxReferences: [var reference] } method
        && reference.SyntaxTree == use.SyntaxTree && reference.GetSyntax() is MethodDeclarationSyntax declaration && !(method is { IsAsync: true, ReturnsVoid: true } && use.Parent is InvocationExpressionSyntax)
            ? new OwnMethod(method, declaration)
            : null;

    /// <summary>Whether its name stands in one place only.</summary>
    public bool IsOnlyUse() => Symbol.ContainingType.DeclaringSyntaxReferences.SelectMany(static r => r.GetSyntax().DescendantTokens())
        .Count(t => t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText == Symbol.Name) == 2;
}
