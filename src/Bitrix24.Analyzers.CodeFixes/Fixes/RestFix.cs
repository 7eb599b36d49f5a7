using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Bitrix24.Analyzers.CodeFixes.Fixes;

/// <summary>A fix that is offered only when the whole rewrite is known to succeed.</summary>
public abstract class RestFix : CodeFixProvider
{
    readonly string _id;
    readonly string _title;

    private protected RestFix(string id, string title)
    {
        _id = id;
        _title = title;
        FixableDiagnosticIds = ImmutableArray.Create(id);
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new OneByOneFixAll(this, _title);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var finding = FixedFinding.Of(diagnostic);
            if (await ApplyAsync(context.Document, finding, context.CancellationToken).ConfigureAwait(false) is { } rewritten)
                context.RegisterCodeFix(CodeAction.Create(_title, _ => Task.FromResult(rewritten), _id), diagnostic);
        }
    }

    /// <summary>The solution after the fix, or null where the fix would not be right.</summary>
    private protected abstract Task<Solution?> RewriteAsync(Document document, FixedFinding finding, CancellationToken cancellation);

    internal async Task<Solution?> ApplyAsync(Document document, FixedFinding finding, CancellationToken cancellation) =>
        await RewriteAsync(document, finding, cancellation).ConfigureAwait(false) is { } rewritten && await Compiles.AsBeforeAsync(document.Project.Solution, rewritten, cancellation).ConfigureAwait(false) ? rewritten : null;
}
