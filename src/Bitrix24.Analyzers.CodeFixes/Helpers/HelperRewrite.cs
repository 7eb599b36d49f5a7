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
    public static async Task<Solution?> ApplyAsync(Document document, SyntaxNode root, InvocationExpressionSyntax call, FixedFinding finding, CancellationToken cancellation)
    {
        if (await SplitCalls.OfAsync(document, root, [new MarkedCall(call, finding)], cancellation).ConfigureAwait(false) is not { Calls: [var made] } split
            || await split.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } changed)
            return null;
        var position = (InvocationExpressionSyntax)changed.GetAnnotatedNodes(made.Mark).Single();
        var batched = await BX1001CallInLoopFix.ApplyAsync(split.Document, changed, position, made.Finding with { Span = position.Span }, cancellation, handsOn: made.HasRest).ConfigureAwait(false);
        return batched is null ? null : await split.FinishAsync(batched, cancellation).ConfigureAwait(false);
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
