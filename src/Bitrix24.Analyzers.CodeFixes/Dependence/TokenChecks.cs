using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>Ends of a loop that a cancelled token causes. They come at any time anyway.</summary>
static class TokenChecks
{
    public static bool Covers(SyntaxNode exit, Scene scene) =>
        (exit.Parent is BlockSyntax block ? block.Parent : exit.Parent) is IfStatementSyntax { Condition: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsCancellationRequested" } check }
        && scene.TypeOf(check.Expression) is { Name: "CancellationToken" or "CancellationTokenSource" } type && Aliasing.IsOfFramework(type);
}
