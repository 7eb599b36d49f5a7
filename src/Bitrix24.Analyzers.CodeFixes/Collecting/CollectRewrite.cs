using Bitrix24.Analyzers.CodeFixes.Dependence;
using Bitrix24.Analyzers.CodeFixes.Fixes;
using Bitrix24.Analyzers.CodeFixes.Rewriting;
using Bitrix24.Analyzers.CodeFixes.Splitting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Collecting;

/// <summary>
/// A loop whose writes wait for each other: every statement stays where it is, and each call becomes a command that is added to
/// a batch, which is sent when it is full and when the loop ends.
/// </summary>
static class CollectRewrite
{
    public static async Task<Solution?> ApplyAsync(Document document, SyntaxNode root, InvocationExpressionSyntax call, FixedFinding finding, CancellationToken cancellation)
    {
        var sites = Companions.Of(root, call, finding);
        if (sites.Count == 0 || await SplitCalls.OfAsync(document, root, sites, waits: true, cancellation).ConfigureAwait(false) is not { } split
            || await split.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } changed
            || await split.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } semantics)
            return null;

        if (split.Calls.Exists(static c => c is { HasRest: true, Prelude: Prelude.MayThrow }))
            return null;
        var invocations = split.Calls.ConvertAll(c => (InvocationExpressionSyntax)changed.GetAnnotatedNodes(c.Mark).Single());
        if (CollectingLoop.Around(invocations) is not { } loop || loop.ContainsDirectives || loop.Parent is LabeledStatementSyntax or SwitchSectionSyntax)
            return null;
        var calls = split.Calls.Zip(invocations, (c, invocation) => DeferredCall.Of(invocation, c.HasRest, loop, semantics, cancellation)).OfType<DeferredCall>().ToList();
        if (calls.Count != invocations.Count || Deferral.Refusal(loop, calls, semantics, cancellation) is not null)
            return null;

        var codes = new List<CollectedCode>();
        foreach (var (deferred, of) in calls.Zip(split.Calls, static (d, c) => (d, c.Finding)))
        {
            if (semantics.GetSymbolInfo(deferred.Call, cancellation).Symbol is not IMethodSymbol method || CollectedCode.Of(split.Document, semantics, loop, deferred, method, of, cancellation) is not { } code)
                return null;
            codes.Add(code);
        }

        return Same(codes) && Rewritten(changed, loop, codes) is { } rewritten
            ? await split.FinishAsync(split.Document.WithSyntaxRoot(rewritten).Project.Solution, cancellation).ConfigureAwait(false)
            : null;
    }

    /// <summary>One batch sends them all.</summary>
    static bool Same(List<CollectedCode> codes) => codes.TrueForAll(c =>
        c.Sender == codes[0].Sender && c.Json == codes[0].Json && c.Answers == codes[0].Answers && c.Call.Taken.IsAsync == codes[0].Call.Taken.IsAsync);

    static SyntaxNode? Rewritten(SyntaxNode root, StatementSyntax loop, List<CollectedCode> codes)
    {
        var layout = Layout.At(loop);
        var batch = new Names(loop).Take("batch");
        var first = codes[0];
        var isAsync = first.Call.Taken.IsAsync;
        var created = BatchCode.Collect(layout, first.Sender, halts: first.Call.Handler is null, first.Answers, first.Json, batch);
        var flush = Taken(first.Call, isAsync ? batch + ".FlushAsync()" : batch + ".Flush()") + ";";
        var statements = codes.ToDictionary(static c => (SyntaxNode)c.Call.Statement);
        var adding = loop.ReplaceNodes(statements.Keys, (old, _) => LoopRewrite.Statement(Taken(statements[old].Call, statements[old].Add(batch)) + ";").WithTriviaFrom(old));

        if (((CSharpParseOptions)root.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp8)
        {
            return LoopRewrite.Insert(root, loop,
                [
                    LoopRewrite.Ahead((isAsync ? "await using " : "using ") + created, loop, layout),
                    adding.WithoutLeadingTrivia(),
                    Behind(flush, layout),
                ],
                layout);
        }

        var attempt = $"try{layout.Break(0)}{{{layout.Break(1)}{layout.Code(adding, loop, 1)}{layout.Break(0)}}}{layout.Break(0)}finally{layout.Break(0)}{{{layout.Break(1)}{flush}{layout.Break(0)}}}";
        return LoopRewrite.Insert(root, loop, [LoopRewrite.Ahead(created, loop, layout), LoopRewrite.Statement(attempt).WithTrailingTrivia(loop.GetTrailingTrivia())], layout);
    }

    /// <summary>The invocation waited for as the loop waited for its call.</summary>
    static string Taken(DeferredCall call, string invocation) =>
        call.Taken.IsAsync ? call.Taken.Whole.ReplaceNode(call.Outer, SyntaxFactory.ParseExpression(invocation)).WithoutTrivia().ToFullString() : invocation;

    static StatementSyntax Behind(string code, Layout layout) => LoopRewrite.Statement(code)
        .WithLeadingTrivia(SyntaxFactory.Whitespace(layout.Indentation(0)))
        .WithTrailingTrivia(SyntaxFactory.EndOfLine(layout.NewLine));
}
