using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Symbols;

/// <summary>The code of a method, accessor, constructor or local function, where it is in source.</summary>
static class MethodBody
{
    public static SyntaxNode? Of(IMethodSymbol method)
    {
        var definition = method.PartialImplementationPart ?? method;
        foreach (var reference in definition.DeclaringSyntaxReferences)
        {
            switch (reference.GetSyntax())
            {
                case BaseMethodDeclarationSyntax { Body: not null } or BaseMethodDeclarationSyntax { ExpressionBody: not null }:
                case AccessorDeclarationSyntax { Body: not null } or AccessorDeclarationSyntax { ExpressionBody: not null }:
                case LocalFunctionStatementSyntax { Body: not null } or LocalFunctionStatementSyntax { ExpressionBody: not null }:
                case ArrowExpressionClauseSyntax:
                case CompilationUnitSyntax:
                    return reference.GetSyntax();
            }
        }

        return null;
    }
}
