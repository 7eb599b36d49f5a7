using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Bitrix24.Analyzers.CodeFixes.Fixes;

/// <summary>Applies a fix to one diagnostic after another, each on what the one before left, so that the result is that of doing so by hand.</summary>
sealed class OneByOneFixAll(RestFix fix) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext context) =>
        Task.FromResult(fix.WayOf(context.CodeActionEquivalenceKey) is { } way ? CodeAction.Create(way.Title, cancellation => ApplyAsync(context.WithCancellationToken(cancellation), way.Key), way.Key) : null);

    async Task<Solution> ApplyAsync(FixAllContext context, string key)
    {
        var solution = context.Solution;
        var pending = new List<(DocumentId Document, MarkedFinding Marked)>();
        foreach (var document in Documents(context))
        {
            var findings = (await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)).Where(d => fix.FixableDiagnosticIds.Contains(d.Id)).Select(FixedFinding.Of).Where(f => fix.MayBeOfMany(f, key))
                .OrderBy(static f => f.Span.Start).ToList();
            if (findings.Count == 0 || await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
                continue;
            var marked = findings.ConvertAll(f => MarkedFinding.Of(f, root.FullSpan));
            foreach (var group in marked.SelectMany(static m => m.Places).GroupBy(p => root.FindToken(p.Start)).ToList())
                root = Marked(root, group.Key, group.Select(static p => p.Mark));
            solution = solution.WithDocumentSyntaxRoot(document.Id, root);
            pending.AddRange(marked.Select(m => (document.Id, m)));
        }

        foreach (var (id, marked) in pending)
            solution = await ApplyAsync(solution, id, marked, key, context.CancellationToken).ConfigureAwait(false) ?? solution;
        return solution;
    }

    /// <summary>The same tokens, since marks change no text, so that positions stay valid from one mark to the next.</summary>
    static SyntaxNode Marked(SyntaxNode root, SyntaxToken token, IEnumerable<SyntaxAnnotation> marks)
    {
        var current = root.FindToken(token.SpanStart);
        return root.ReplaceToken(current, current.WithAdditionalAnnotations(marks));
    }

    async Task<Solution?> ApplyAsync(Solution solution, DocumentId id, MarkedFinding marked, string key, CancellationToken cancellation) =>
        solution.GetDocument(id) is { } document && await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is { } root && marked.In(root) is { } finding
            ? await fix.ApplyAsync(document, finding, key, cancellation).ConfigureAwait(false)
            : null;

    static IEnumerable<Document> Documents(FixAllContext context) => context.Scope switch
    {
        FixAllScope.Document => context.Document is null ? [] : [context.Document],
        FixAllScope.Project => context.Project.Documents,
        _ => context.Solution.Projects.Where(p => p.Language == context.Project.Language).SelectMany(static p => p.Documents),
    };
}
