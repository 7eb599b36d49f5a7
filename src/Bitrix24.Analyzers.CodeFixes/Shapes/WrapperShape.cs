using Bitrix24.Analyzers.CodeFixes.Wrappers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Shapes;

/// <summary>A call that gives the REST method to the user's own wrapper.</summary>
static class WrapperShape
{
    public static CallShape? Of(CallSite site, CancellationToken cancellation)
    {
        if (Understand(site, isDropped: false, cancellation) is not var (call, answer, json))
            return null;
        var (method, body, type) = Parameters(site, call);
        var senders = new List<string> { $"(string {method}, {type} {body}) => {Waiting(site, Sent(site, call, method, body))}" };
        if (answer.Batch is not null)
        {
            senders.Add($"{body} => {Waiting(site, answer.Batch(Sent(site, call, null, body)))}");
            senders.Add(answer.Read!);
        }

        return new CallShape(Command(site, call), senders, json, answer.IsSeen);
    }

    /// <summary>The call as one that waits for others, all of which give documents of the same type.</summary>
    /// <param name="site">The call.</param>
    /// <param name="isDropped">Nobody looks at the answer.</param>
    /// <param name="read">What makes the answer of JSON text, where the document is not the answer already.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static CallShape? Collected(CallSite site, bool isDropped, out string? read, CancellationToken cancellation)
    {
        read = null;
        if (Understand(site, isDropped, cancellation) is not var (call, answer, json))
            return null;
        var (method, body, type) = Parameters(site, call);
        var sent = Sent(site, call, method, body);
        read = answer.Read;
        return new CallShape(Command(site, call), [$"(string {method}, {type} {body}) => {Waiting(site, answer.Batch?.Invoke(sent) ?? sent)}"], json, answer.IsSeen);
    }

    /// <summary>The user's wrapper as a function of a REST method and its parameters, whatever this call gives it; null where a batch needs more than that.</summary>
    public static string? Caller(CallSite site, CancellationToken cancellation)
    {
        var sources = new Sources(site.Semantics.Compilation, cancellation);
        if (WrapperCall.Of(site, sources, cancellation) is not { } call || !RestMethodText.IsPlain(call.Method.Expression, site) || !Captures.Allow(site, call.Method, call.Parameters) || !Waits(site)
            || AnswerShape.Of(site, call, sources, isDropped: true) is not { } answer || !WritingShape.Of(site, call with { Parameters = null }, sources, out var json) || json is not null)
            return null;
        var (method, body, type) = Parameters(site, call);
        var sent = Sent(site, call, method, body);
        return $"(string {method}, {type} {body}) => {Waiting(site, answer.Batch?.Invoke(sent) ?? sent)}";
    }

    static (WrapperCall Call, AnswerShape Answer, string? Json)? Understand(CallSite site, bool isDropped, CancellationToken cancellation)
    {
        var sources = new Sources(site.Semantics.Compilation, cancellation);
        if (WrapperCall.Of(site, sources, cancellation) is not { } call || !RestMethodText.IsPlain(call.Method.Expression, site) || !Captures.Allow(site, call.Method, call.Parameters))
            return null;
        return Waits(site) && AnswerShape.Of(site, call, sources, isDropped) is { } answer && WritingShape.Of(site, call, sources, out var json) ? (call, answer, json) : null;
    }

    static (string Method, string Body, string Type) Parameters(CallSite site, WrapperCall call) => (
        site.Names.TakeForLambda("method", "restMethod"),
        site.Names.TakeForLambda("body", "batchBody"),
        call.Body.Type is ITypeParameterSymbol ? "object" : TypeText.Of(call.Body.Type.WithNullableAnnotation(NullableAnnotation.None), site));

    static string Command(CallSite site, WrapperCall call)
    {
        var parameters = call.Parameters is null ? ParametersText.None(call) : ", " + ParametersText.Of(call, site);
        return $"Bitrix24Batch.Command({site.Layout.Code(call.Method.Expression, site.CommandDepth)}{parameters})";
    }

    /// <summary>A task has to be waited for where it is made.</summary>
    static bool Waits(CallSite site) => site.Plan.IsAsync || site.Plan.BlocksOnTask || site.Method.ReturnType.Name is not ("Task" or "ValueTask");

    /// <summary>The user's call with a method and parameters that are given to it.</summary>
    static InvocationExpressionSyntax Sent(CallSite site, WrapperCall call, string? method, string body)
    {
        ExpressionSyntax name = method is null ? SyntaxFactory.ParseExpression(RestMethodText.BatchFor(call.Method.Expression, site)) : SyntaxFactory.IdentifierName(method);
        var replaced = new[] { call.Method, call.Carrier, call.Parameters }.OfType<ArgumentSyntax>().Select(static a => a.Expression).Distinct();
        var sent = site.Call.ReplaceNodes(replaced, (old, _) => (old == call.Method.Expression ? name : old == call.Carrier?.Expression ? SyntaxFactory.IdentifierName(body) : SyntaxFactory.ParseExpression("\"\"")).WithTriviaFrom(old));
        if (call.Carrier is not null)
            return sent;
        var next = sent.ArgumentList.Arguments.Count + (site.Method.ReducedFrom is null ? 0 : 1) == call.Body.Ordinal && sent.ArgumentList.Arguments.All(static a => a.NameColon is null);
        var added = SyntaxFactory.ParseArgumentList($"({(next ? "" : call.Body.Name + ": ")}{body})").Arguments[0];
        return sent.WithArgumentList(SyntaxFactory.ParseArgumentList($"({string.Join(", ", sent.ArgumentList.Arguments.Append(added).Select(static a => a.ToString()))})"));
    }

    /// <summary>The call as a delegate waits for it: a task is handed on where the loop awaits it, and waited for where the loop waits.</summary>
    static string Waiting(CallSite site, InvocationExpressionSyntax sent)
    {
        var code = site.Layout.Code(sent, site.Call, 1);
        if (site.Plan.IsAsync)
            return site.Method.ReturnType.Name == "ValueTask" ? code + ".AsTask()" : code;
        return site.Plan.BlocksOnTask ? Blocking(site, sent) : code;
    }

    /// <summary>A call with what waits for it. A result that is only waited for has to be seen by the batch all the same.</summary>
    public static string Blocking(CallSite site, ExpressionSyntax sent)
    {
        var isWait = site.Plan.Whole is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait" } };
        return isWait && site.Method.ReturnType is INamedTypeSymbol { IsGenericType: true }
            ? site.Layout.Code(sent, site.Call, 1) + ".Result"
            : site.Layout.Code(site.Plan.Whole.ReplaceNode(site.Call, sent), site.Plan.Whole, 1);
    }
}
