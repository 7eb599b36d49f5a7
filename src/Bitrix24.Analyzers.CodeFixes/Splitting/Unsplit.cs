using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Splitting;

/// <summary>A helper that was split for another loop, put together again, so that it can be proved for this one; what the other loop calls stays.</summary>
static class Unsplit
{
    public static async Task<Solution?> ApplyAsync(Document document, SyntaxNode root, InvocationExpressionSyntax call, SyntaxAnnotation mark, IMethodSymbol method, CancellationToken cancellation)
    {
        if (method.DeclaringSyntaxReferences is not [var reference] || document.Project.GetDocument(reference.SyntaxTree) is not { } home
            || await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false) is not MethodDeclarationSyntax { ExpressionBody.Expression: InvocationExpressionSyntax { Expression: IdentifierNameSyntax } forwarded } forwarder
            || forwarded.ArgumentList.Arguments.LastOrDefault()?.Expression is not ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters.Count: 0, ExpressionBody: { } sent }
            || await home.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } semantics
            || semantics.GetSymbolInfo(forwarded, cancellation).Symbol is not IMethodSymbol overload || overload.Name != method.Name || overload.DeclaringSyntaxReferences is not [var other]
            || await other.GetSyntaxAsync(cancellation).ConfigureAwait(false) is not MethodDeclarationSyntax { Body: { } body } rest || rest.SyntaxTree != forwarder.SyntaxTree)
            return null;
        if (!forwarded.ArgumentList.Arguments.Take(forwarded.ArgumentList.Arguments.Count - 1).Select(static a => a.ToString()).SequenceEqual(Names(forwarder)) || !Names(rest).Take(forwarder.ParameterList.Parameters.Count).SequenceEqual(Names(forwarder)))
            return null;
        var name = rest.ParameterList.Parameters.Last().Identifier.ValueText;
        var uses = body.DescendantNodes().OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText == name).ToList();
        if (uses.Count != 1 || uses[0].Parent is not InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } made)
            return null;

        var whole = Whole(forwarder, rest, body.ReplaceNode(made, sent.WithTriviaFrom(made)));
        if (home.Id != document.Id)
        {
            var homeRoot = (await home.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
            return document.WithSyntaxRoot(root.ReplaceNode(call, call.WithAdditionalAnnotations(mark))).Project.Solution.WithDocumentSyntaxRoot(home.Id, homeRoot.ReplaceNode(forwarder, whole));
        }

        root = root.TrackNodes(call, forwarder);
        root = root.ReplaceNode(root.GetCurrentNode(call)!, root.GetCurrentNode(call)!.WithAdditionalAnnotations(mark));
        return document.WithSyntaxRoot(root.ReplaceNode(root.GetCurrentNode(forwarder)!, whole)).Project.Solution;
    }

    static IEnumerable<string> Names(MethodDeclarationSyntax method) => method.ParameterList.Parameters.Select(static p => p.Identifier.Text);

    static MethodDeclarationSyntax Whole(MethodDeclarationSyntax forwarder, MethodDeclarationSyntax rest, BlockSyntax body)
    {
        var modifiers = rest.Modifiers.Any(SyntaxKind.AsyncKeyword) ? forwarder.Modifiers.Add(SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(SyntaxFactory.Space)) : forwarder.Modifiers;
        return forwarder.WithModifiers(modifiers).WithExpressionBody(null).WithSemicolonToken(default).WithBody(body)
            .WithParameterList(forwarder.ParameterList.WithTrailingTrivia(rest.ParameterList.GetTrailingTrivia()));
    }
}
