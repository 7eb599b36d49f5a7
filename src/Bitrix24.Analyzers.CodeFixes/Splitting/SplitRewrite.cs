using System.Globalization;
using Bitrix24.Analyzers.CodeFixes.Fixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Splitting;

/// <summary>
/// A loop whose call is made by a helper. The helper is split into what makes the parameters and what is done around the call;
/// then the loop makes the call itself, and is treated like any other. The proof is made of the code after the split.
/// </summary>
static class SplitRewrite
{
    static readonly SyntaxAnnotation Choice = new();

    public static async Task<Solution?> ApplyAsync(Document document, SyntaxNode root, InvocationExpressionSyntax call, FixedFinding finding, CancellationToken cancellation)
    {
        if (await SplitCalls.OfAsync(document, root, [new MarkedCall(call, finding)], waits: false, cancellation).ConfigureAwait(false) is not { Calls: [var made] } split
            || await split.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } changed)
            return null;
        var position = (InvocationExpressionSyntax)changed.GetAnnotatedNodes(made.Mark).Single();
        var batched = await BX1001CallInLoopFix.ApplyAsync(split.Document, changed, position, made.Finding with { Span = position.Span }, cancellation, made).ConfigureAwait(false);
        return batched is null ? null : await split.FinishAsync(batched, cancellation).ConfigureAwait(false);
    }

    /// <summary>The code that makes the parameters of the REST method, in terms of the loop.</summary>
    public static string? ParametersOf(CallingMethod helper, InvocationExpressionSyntax call) => helper.Parameters is null ? null : Beside(call, helper.ParametersName);

    /// <summary>The code that asks whether the helper makes its call.</summary>
    public static ExpressionSyntax SendsOf(CallingMethod helper, InvocationExpressionSyntax call) => SyntaxFactory.ParseExpression(Beside(call, helper.SendsName));

    static string Beside(InvocationExpressionSyntax call, string member)
    {
        var owner = call.Expression is MemberAccessExpressionSyntax access ? access.Expression.ToString() + "." : "";
        return $"{owner}{member}({string.Join(", ", call.ArgumentList.Arguments.Select(static a => a.ToString()))})";
    }

    /// <summary>What the loop does instead of calling the helper: it makes the call, and gives the answer to what is left of the helper.</summary>
    public static ExpressionSyntax Made(InvocationExpressionSyntax call, SplitMethod split, Reachable sender, ExpressionSyntax? condition, SyntaxAnnotation mark)
    {
        var sent = SyntaxFactory.ParseExpression(sender.Call).WithAdditionalAnnotations(mark);
        if (split.Rest is null)
            return sent.WithTriviaFrom(call);
        var taken = Taken(split.Rest.Answer, sent);
        return WithAnswer(call, condition is null ? taken : SyntaxFactory.ConditionalExpression(condition, taken, SyntaxFactory.ParseExpression("default")).WithAdditionalAnnotations(Choice));
    }

    /// <summary>What is left of a helper finds out for itself whether it makes the call that it is given.</summary>
    public static SyntaxNode WithoutChoices(SyntaxNode root) =>
        root.ReplaceNodes(root.GetAnnotatedNodes(Choice).OfType<ConditionalExpressionSyntax>(), static (_, choice) => choice.WhenTrue);

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
