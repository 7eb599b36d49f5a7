using System.Composition;
using Bitrix24.Analyzers.CodeFixes.Collecting;
using Bitrix24.Analyzers.CodeFixes.Dependence;
using Bitrix24.Analyzers.CodeFixes.Rewriting;
using Bitrix24.Analyzers.CodeFixes.Shapes;
using Bitrix24.Analyzers.CodeFixes.Splitting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Bitrix24.Analyzers.CodeFixes.Fixes;

/// <summary>Sends the calls of a loop as commands of <c>batch</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BX1001CallInLoopFix)), Shared]
public sealed class BX1001CallInLoopFix() : RestFix("BX1001", new FixWay("BX1001", "Send the calls in batches of 50"))
{
    private protected override async Task<Solution?> RewriteAsync(Document document, FixedFinding finding, string key, CancellationToken cancellation)
    {
        if (finding[FixPayload.RestMethod] is null
            || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || root.FindNode(finding.Span).FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call)
            return null;

        var rewritten = finding[FixPayload.Shape] == FixPayload.CallsHelper
            ? await SplitRewrite.ApplyAsync(document, root, call, finding, cancellation).ConfigureAwait(false)
            : await ApplyAsync(document, root, call, finding, cancellation).ConfigureAwait(false);
        return rewritten ?? await CollectRewrite.ApplyAsync(document, root, call, finding, cancellation).ConfigureAwait(false);
    }

    /// <summary>The fix of a call that the loop makes itself.</summary>
    internal static async Task<Solution?> ApplyAsync(Document document, SyntaxNode root, InvocationExpressionSyntax call, FixedFinding finding, CancellationToken cancellation, SplitCall? split = null)
    {
        if (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } semantics || semantics.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method
            || Fission.Plan(call, semantics, finding[FixPayload.Writes] == "true", finding[FixPayload.Others] ?? FixPayload.OthersWrite, cancellation, out _) is not { } plan
            || split?.MayNotAsk == true && plan.IsCaught)
            return null;

        var site = new CallSite(document, semantics, plan, method, finding, Layout.At(plan.Loop), new Names(plan.Loop)) { HandsOn = split?.HasRest == true };
        if (ShapeOf(ref site, cancellation) is not { } shape || LoopRewrite.Apply(root, site, shape) is not { } changed)
            return null;
        if (!LinqUsing.IsThere(semantics, plan.Loop.SpanStart))
            changed = LinqUsing.AddTo(changed, site.Layout.NewLine);
        return document.WithSyntaxRoot(changed).Project.Solution;
    }

    static CallShape? ShapeOf(ref CallSite site, CancellationToken cancellation) => site.Finding[FixPayload.Shape] switch
    {
        FixPayload.CallsWrapper => WrapperShape.Of(site, cancellation),
        FixPayload.CallsSender => SenderShape.Of(ref site),
        _ => null,
    };
}
