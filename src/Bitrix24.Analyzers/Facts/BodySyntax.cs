using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Facts;

/// <summary>What belongs to a body: everything in it but local functions, types and attributes, which are bodies of their own or none.</summary>
static class BodySyntax
{
    public static IEnumerable<SyntaxNode> Within(SyntaxNode body)
    {
        bool IsOwn(SyntaxNode n) => n == body || n is not (LocalFunctionStatementSyntax or TypeDeclarationSyntax or BaseNamespaceDeclarationSyntax or AttributeListSyntax or UsingDirectiveSyntax);
        return body is ExpressionSyntax ? body.DescendantNodesAndSelf(IsOwn) : body.DescendantNodes(IsOwn);
    }

    public static IEnumerable<LocalFunctionStatementSyntax> LocalFunctions(SyntaxNode member) =>
        member.DescendantNodes(static n => n is not (TypeDeclarationSyntax or BaseNamespaceDeclarationSyntax) || n is CompilationUnitSyntax).OfType<LocalFunctionStatementSyntax>();

    public static StatementSyntax? Statements(SyntaxNode body) => body switch
    {
        BaseMethodDeclarationSyntax method => method.Body,
        LocalFunctionStatementSyntax function => function.Body,
        _ => null,
    };

    /// <summary>The values that a method, accessor or local function may return.</summary>
    public static IEnumerable<ExpressionSyntax> Returned(SyntaxNode body)
    {
        var arrow = body switch
        {
            BaseMethodDeclarationSyntax method => method.ExpressionBody,
            LocalFunctionStatementSyntax function => function.ExpressionBody,
            AccessorDeclarationSyntax accessor => accessor.ExpressionBody,
            ArrowExpressionClauseSyntax own => own,
            _ => null,
        };
        return arrow is not null ? [arrow.Expression] : body.DescendantNodes(n => n == body || n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<ReturnStatementSyntax>().Select(static r => r.Expression).OfType<ExpressionSyntax>();
    }
}
