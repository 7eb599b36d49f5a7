using System.Collections.Immutable;
using Bitrix24.Analyzers.Configuration;
using Bitrix24.Analyzers.Schedules;
using Bitrix24.Analyzers.Sites;
using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers;

/// <summary>What a rule reads of the tree that is analysed.</summary>
sealed class RestTree(RestModel model, SemanticModel semantics, LoadConfiguration configuration, CancellationToken cancellation)
{
    public LoadConfiguration Configuration => configuration;

    /// <summary>Body by body, the expressions that cause REST calls where something could repeat them.</summary>
    public IEnumerable<ImmutableArray<Site>> Bodies() => new SiteReader(model, semantics, cancellation).Bodies();

    /// <summary>The entry points whose schedule this tree states and which send something.</summary>
    public IEnumerable<ScheduledRun> Runs() => model.RunsOf(semantics, cancellation);
}
