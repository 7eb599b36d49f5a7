using System.Globalization;
using Bitrix24.Analyzers.CodeFixes.Fixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Helpers;

/// <summary>
/// A loop whose call is made by a helper. The helper is split into what makes the parameters and what is done around the call;
/// then the loop makes the call itself, and is treated like any other. The proof is made of the code after the split.
/// </summary>
static class HelperRewrite
{
    public static async Task<Solution?> ApplyAsync(Document document, SyntaxNode root, SemanticModel semantics, InvocationExpressionSyntax call, IMethodSymbol method, FixedFinding finding, CancellationToken cancellation)
    {
        var whole = new SyntaxAnnotation();
        if (await Unsplit.ApplyAsync(document, root, call, whole, method, cancellation).ConfigureAwait(false) is { } joined)
        {
            document = joined.GetDocument(document.Id)!;
            root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
            semantics = (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
            call = (InvocationExpressionSyntax)root.GetAnnotatedNodes(whole).Single();
            if (semantics.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol again)
                return null;
            method = again;
        }

        if (await HelperMethod.OfAsync(document, method, finding[FixPayload.RestMethod]!, cancellation).ConfigureAwait(false) is not { } helper
            || await SplitHelper.OfAsync(helper, finding[FixPayload.Writes] == "true", cancellation).ConfigureAwait(false) is not { } split)
            return null;
        if (Reachable.Of(helper, call, semantics, ParametersOf(helper, call), split.Layout) is not { } sender)
            return null;

        var mark = new SyntaxAnnotation();
        var made = Made(call, split, sender, mark);
        var solution = await SplitAsync(document, root, call, made, split, sender.Bridge, cancellation).ConfigureAwait(false);
        var changed = solution.GetDocument(document.Id)!;
        var changedRoot = (await changed.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        var position = (InvocationExpressionSyntax)changedRoot.GetAnnotatedNodes(mark).Single();
        var through = finding with
        {
            Span = position.Span,
            Payload = finding.Payload.SetItem(FixPayload.Shape, FixPayload.CallsWrapper).SetItem(FixPayload.MethodParameter, sender.MethodOrdinal.ToString(CultureInfo.InvariantCulture)),
        };
        var batched = await BX1001CallInLoopFix.ApplyAsync(changed, changedRoot, position, through, cancellation, handsOn: split.Rest is not null).ConfigureAwait(false);
        if (batched?.GetDocument(helper.Document.Id) is not { } finished || await finished.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } provisional)
            return null;
        return batched.WithDocumentSyntaxRoot(finished.Id, split.Finish(provisional));
    }

    /// <summary>The code that makes the parameters of the REST method, in terms of the loop.</summary>
    public static string? ParametersOf(HelperMethod helper, InvocationExpressionSyntax call)
    {
        var owner = call.Expression is MemberAccessExpressionSyntax access ? access.Expression.ToString() + "." : "";
        return helper.Parameters is null ? null : $"{owner}{helper.ParametersName}({string.Join(", ", call.ArgumentList.Arguments.Select(static a => a.ToString()))})";
    }

    /// <summary>What the loop does instead of calling the helper: it makes the call, and gives the answer to what is left of the helper.</summary>
    public static ExpressionSyntax Made(InvocationExpressionSyntax call, SplitHelper split, Reachable sender, SyntaxAnnotation mark)
    {
        var sent = SyntaxFactory.ParseExpression(sender.Call).WithAdditionalAnnotations(mark);
        return split.Rest is null ? sent.WithTriviaFrom(call) : WithAnswer(call, Taken(split.Rest.Answer, sent));
    }

    static async Task<Solution> SplitAsync(
        Document document, SyntaxNode root, InvocationExpressionSyntax call, ExpressionSyntax made, SplitHelper split, MemberDeclarationSyntax? bridge, CancellationToken cancellation)
    {
        var declaration = split.Helper.Declaration;
        if (document.Id == split.Helper.Document.Id)
        {
            root = root.TrackNodes(call, declaration);
            root = root.ReplaceNode(root.GetCurrentNode(call)!, made);
            return document.WithSyntaxRoot(split.Apply(root, root.GetCurrentNode(declaration)!, bridge)).Project.Solution;
        }

        var other = (await split.Helper.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        return document.WithSyntaxRoot(root.ReplaceNode(call, made)).Project.Solution.WithDocumentSyntaxRoot(split.Helper.Document.Id, split.Apply(other, declaration, bridge));
    }

    static ExpressionSyntax Taken(string answer, ExpressionSyntax sent)
    {
        var taken = SyntaxFactory.ParseExpression(string.Format(CultureInfo.InvariantCulture, answer, "__call"));
        return taken.ReplaceNode(taken.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Single(static n => n.Identifier.ValueText == "__call"), sent);
    }

    static InvocationExpressionSyntax WithAnswer(InvocationExpressionSyntax call, ExpressionSyntax answer)
    {
        var separator = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        var arguments = call.ArgumentList.Arguments;
        var separators = arguments.GetSeparators().Concat(arguments.Count == 0 ? [] : [separator]);
        return call.WithArgumentList(call.ArgumentList.WithArguments(SyntaxFactory.SeparatedList(arguments.Append(SyntaxFactory.Argument(answer)), separators)));
    }
}
