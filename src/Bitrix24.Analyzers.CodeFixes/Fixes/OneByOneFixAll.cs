using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Fixes;

/// <summary>Applies a fix to one diagnostic after another, each on what the one before left, so that the result is that of doing so by hand.</summary>
sealed class OneByOneFixAll(RestFix fix, string title) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext context) =>
        Task.FromResult<CodeAction?>(CodeAction.Create(title, cancellation => ApplyAsync(context.WithCancellationToken(cancellation)), context.CodeActionEquivalenceKey));

    async Task<Solution> ApplyAsync(FixAllContext context)
    {
        var solution = context.Solution;
        var pending = new List<(DocumentId Document, SyntaxAnnotation Mark, FixedFinding Finding)>();
        foreach (var document in Documents(context))
        {
            var findings = (await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)).Where(d => fix.FixableDiagnosticIds.Contains(d.Id)).Select(FixedFinding.Of)
                .OrderBy(static f => f.Span.Start).ToList();
            if (findings.Count == 0 || await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
                continue;
            var marks = findings.ConvertAll(static f => (Mark: new SyntaxAnnotation(), Finding: f));
            foreach (var group in marks.GroupBy(m => root.FindToken(m.Finding.Span.Start)).ToList())
                root = Marked(root, group.Key, group.Select(static m => m.Mark));
            solution = solution.WithDocumentSyntaxRoot(document.Id, root);
            pending.AddRange(marks.Select(m => (document.Id, m.Mark, m.Finding)));
        }

        foreach (var (id, mark, finding) in pending)
            solution = await ApplyAsync(solution, id, mark, finding, context.CancellationToken).ConfigureAwait(false) ?? solution;
        return solution;
    }

    /// <summary>The same tokens, since marks change no text, so that positions stay valid from one mark to the next.</summary>
    static SyntaxNode Marked(SyntaxNode root, SyntaxToken token, IEnumerable<SyntaxAnnotation> marks)
    {
        var current = root.FindToken(token.SpanStart);
        return root.ReplaceToken(current, current.WithAdditionalAnnotations(marks));
    }

    async Task<Solution?> ApplyAsync(Solution solution, DocumentId id, SyntaxAnnotation mark, FixedFinding finding, CancellationToken cancellation)
    {
        if (solution.GetDocument(id) is not { } document || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || root.GetAnnotatedTokens(mark).FirstOrDefault() is not { RawKind: not 0 } token || token.Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is null)
            return null;
        return await fix.ApplyAsync(document, finding with { Span = token.Span }, cancellation).ConfigureAwait(false);
    }

    static IEnumerable<Document> Documents(FixAllContext context) => context.Scope switch
    {
        FixAllScope.Document => context.Document is null ? [] : [context.Document],
        FixAllScope.Project => context.Project.Documents,
        _ => context.Solution.Projects.Where(p => p.Language == context.Project.Language).SelectMany(static p => p.Documents),
    };
}
