using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Bitrix24.Analyzers.CodeFixes.Fixes;

/// <summary>A fix that is offered only when the whole rewrite is known to succeed.</summary>
public abstract class RestFix : CodeFixProvider
{
    readonly ImmutableArray<FixWay> _ways;

    private protected RestFix(string id, params FixWay[] ways)
    {
        _ways = ways.ToImmutableArray();
        FixableDiagnosticIds = ImmutableArray.Create(id);
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new OneByOneFixAll(this);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var finding = FixedFinding.Of(diagnostic);
            foreach (var key in Offered(finding))
            {
                if (WayOf(key) is { } way && await ApplyAsync(context.Document, finding, key, context.CancellationToken).ConfigureAwait(false) is { } rewritten)
                    context.RegisterCodeFix(CodeAction.Create(way.Title, _ => Task.FromResult(rewritten), key), diagnostic);
            }
        }
    }

    internal FixWay? WayOf(string? key) => _ways.FirstOrDefault(w => w.Key == key);

    /// <summary>The keys of the rewrites that a diagnostic may have, the first to be offered first.</summary>
    private protected virtual IEnumerable<string> Offered(FixedFinding finding) => _ways.Select(static w => w.Key);

    /// <summary>Whether Fix All, which asks nobody, may rewrite it so.</summary>
    internal virtual bool MayBeOfMany(FixedFinding finding, string key) => true;

    /// <summary>The solution after the fix, or null where the fix would not be right.</summary>
    private protected abstract Task<Solution?> RewriteAsync(Document document, FixedFinding finding, string key, CancellationToken cancellation);

    internal async Task<Solution?> ApplyAsync(Document document, FixedFinding finding, string key, CancellationToken cancellation) =>
        Offered(finding).Contains(key) && await RewriteAsync(document, finding, key, cancellation).ConfigureAwait(false) is { } rewritten
        && await Compiles.AsBeforeAsync(document.Project.Solution, rewritten, cancellation).ConfigureAwait(false) ? rewritten : null;
}
