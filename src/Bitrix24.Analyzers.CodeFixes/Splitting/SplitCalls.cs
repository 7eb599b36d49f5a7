using System.Globalization;
using Bitrix24.Analyzers.CodeFixes.Fixes;
using Bitrix24.Analyzers.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Splitting;

/// <summary>The calls of a loop with those that helpers made for it now made by the loop itself.</summary>
sealed class SplitCalls
{
    readonly List<SplitMethod> _splits = [];
    readonly List<(SplitMethod Split, MemberDeclarationSyntax Bridge)> _bridges = [];

    readonly bool _waits;

    SplitCalls(Document document, bool waits) => (Document, _waits) = (document, waits);

    /// <summary>The document after the split.</summary>
    public Document Document { get; private set; }

    public List<SplitCall> Calls { get; } = [];

    /// <param name="document">The document of the loop.</param>
    /// <param name="root">Its root.</param>
    /// <param name="sites">The calls.</param>
    /// <param name="waits">They stay where they are and wait for each other.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static async Task<SplitCalls?> OfAsync(Document document, SyntaxNode root, IReadOnlyList<MarkedCall> sites, bool waits, CancellationToken cancellation)
    {
        var marks = sites.ToDictionary(static s => (SyntaxNode)s.Call, static s => s.Mark);
        var split = new SplitCalls(document.WithSyntaxRoot(root.ReplaceNodes(marks.Keys, (old, call) => call.WithAdditionalAnnotations(marks[old]))), waits);
        foreach (var site in sites.Where(static s => s.CallsHelper))
        {
            if (!await split.UnsplitAsync(site, cancellation).ConfigureAwait(false))
                return null;
        }

        return await split.SplitAsync(sites, cancellation).ConfigureAwait(false) ? split : null;
    }

    /// <summary>The solution with what stands for the helpers' own work in its final form, or null.</summary>
    public async Task<Solution?> FinishAsync(Solution solution, CancellationToken cancellation)
    {
        foreach (var split in _splits)
        {
            var id = split.Helper.Document.Id;
            if (await solution.GetDocument(id)!.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root || split.Finish(root) is not { } finished)
                return null;
            solution = solution.WithDocumentSyntaxRoot(id, finished);
        }

        return await solution.GetDocument(Document.Id)!.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is { } loop ? solution.WithDocumentSyntaxRoot(Document.Id, SplitRewrite.WithoutChoices(loop)) : solution;
    }

    /// <summary>A helper that was split for another loop is put together again.</summary>
    async Task<bool> UnsplitAsync(MarkedCall site, CancellationToken cancellation)
    {
        if (await FindAsync(site, cancellation).ConfigureAwait(false) is not var (root, call, method))
            return false;
        if (await Unsplit.ApplyAsync(Document, root, call, site.Mark, method, cancellation).ConfigureAwait(false) is { } joined)
            Document = joined.GetDocument(Document.Id)!;
        return true;
    }

    async Task<(SyntaxNode Root, InvocationExpressionSyntax Call, IMethodSymbol Method)?> FindAsync(MarkedCall site, CancellationToken cancellation)
    {
        var root = (await Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        var semantics = (await Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
        var call = (InvocationExpressionSyntax)root.GetAnnotatedNodes(site.Mark).Single();
        return semantics.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol method ? (root, call, method) : null;
    }

    async Task<bool> SplitAsync(IReadOnlyList<MarkedCall> sites, CancellationToken cancellation)
    {
        var made = new List<MadeCall>();
        var known = new Dictionary<IMethodSymbol, SplitMethod>(SymbolEqualityComparer.Default);
        var semantics = (await Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
        foreach (var site in sites)
        {
            if (!site.CallsHelper)
            {
                Calls.Add(new(site.Mark, null, site.Finding));
                continue;
            }

            if (await FindAsync(site, cancellation).ConfigureAwait(false) is not var (_, call, method) || Comments.Outside(call, []).Any())
                return false;
            if (!known.TryGetValue(method, out var split))
            {
                if (await CallingMethod.OfAsync(Document, method, site.Finding[FixPayload.RestMethod]!, cancellation).ConfigureAwait(false) is not { } helper
                    || await SplitMethod.OfAsync(helper, site.Finding[FixPayload.Writes] == "true", cancellation).ConfigureAwait(false) is not { } found)
                    return false;
                known.Add(method, split = found);
                _splits.Add(found);
            }

            if (split.Helper.Declaration.SyntaxTree == call.SyntaxTree && split.Helper.Declaration.Span.Contains(call.Span)
                || Reachable.Of(split.Helper, call, semantics, SplitRewrite.ParametersOf(split.Helper, call), split.Layout) is not { } sender || !Bridge(split, sender.Bridge))
                return false;
            var mark = new SyntaxAnnotation();
            var condition = split.Helper.Guards is null ? null : SplitRewrite.SendsOf(split.Helper, call);
            var isStatement = condition is not null && (_waits || split.Rest is null);
            var guarded = isStatement ? GuardedStatement.Of(call, condition!, semantics, cancellation) : null;
            if (isStatement && guarded is null)
                return false;
            made.Add(new(call, SplitRewrite.Made(call, split, sender, isStatement ? null : condition, mark), guarded));
            var payload = site.Finding.Payload.SetItem(FixPayload.Shape, FixPayload.CallsWrapper).SetItem(FixPayload.MethodParameter, sender.MethodOrdinal.ToString(CultureInfo.InvariantCulture));
            Calls.Add(new(mark, split, site.Finding with { Payload = payload }));
        }

        await ApplyAsync(made, cancellation).ConfigureAwait(false);
        return true;
    }

    /// <summary>Two helpers of a class share one bridge, if theirs are the same.</summary>
    bool Bridge(SplitMethod split, MemberDeclarationSyntax? bridge)
    {
        if (bridge is null)
            return true;
        var type = split.Helper.Semantics.GetDeclaredSymbol(split.Helper.Declaration)!.ContainingType;
        var there = _bridges.Find(b => SymbolEqualityComparer.Default.Equals(b.Split.Helper.Semantics.GetDeclaredSymbol(b.Split.Helper.Declaration)!.ContainingType, type));
        if (there.Bridge is null)
            _bridges.Add((split, bridge));
        return there.Bridge is null || there.Bridge.IsEquivalentTo(bridge);
    }

    async Task ApplyAsync(List<MadeCall> made, CancellationToken cancellation)
    {
        var (solution, id) = (Document.Project.Solution, Document.Id);
        foreach (var home in _splits.Select(static s => s.Helper.Document.Id).Append(id).Distinct())
        {
            var splits = _splits.FindAll(s => s.Helper.Document.Id == home);
            var root = (await solution.GetDocument(home)!.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
            root = root.TrackNodes(splits.Select(static s => (SyntaxNode)s.Helper.Declaration).Concat(home == id ? made.SelectMany(static m => m.Nodes) : []));
            if (home == id)
                root = made.Aggregate(root, static (changed, call) => call.Apply(changed));

            foreach (var split in splits)
                root = split.Apply(root, root.GetCurrentNode(split.Helper.Declaration)!, _bridges.Find(b => b.Split == split).Bridge);
            solution = solution.WithDocumentSyntaxRoot(home, root);
        }

        Document = solution.GetDocument(id)!;
    }
}
