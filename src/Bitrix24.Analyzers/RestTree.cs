using System.Collections.Immutable;
using Bitrix24.Analyzers.Configuration;
using Bitrix24.Analyzers.Polling;
using Bitrix24.Analyzers.Schedules;
using Bitrix24.Analyzers.Sites;
using Bitrix24.LoadModel;
using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers;

/// <summary>What a rule reads of the tree that is analysed.</summary>
sealed class RestTree(RestModel model, SemanticModel semantics, Func<LoadConfiguration> read, CancellationToken cancellation)
{
    LoadConfiguration? _configuration;

    /// <summary>Read when something is found: most trees have nothing to say.</summary>
    public LoadConfiguration Configuration => _configuration ??= read();

    /// <summary>Body by body, the expressions that cause REST calls where something could repeat them.</summary>
    public IEnumerable<ImmutableArray<Site>> Bodies() => new SiteReader(model, semantics, cancellation).Bodies();

    /// <summary>What this tree says runs again and again, and sends something.</summary>
    public IEnumerable<ScheduledRun> Runs() => model.RunsOf(semantics, occasional: false, cancellation);

    /// <summary>Whether the address of an incoming webhook is written anywhere in the code.</summary>
    public bool ShowsWebhook => model.ShowsWebhook;

    /// <summary>Calls that raise the event which the code around them handles.</summary>
    public IEnumerable<Feedback> Feedback() => new EventReader(model, semantics, cancellation).Feedback();

    /// <summary>What it does to the portal. Of what somebody starts nothing can be said before sizes or rates are configured.</summary>
    public IEnumerable<RunLoad> Loads() => model.RunsOf(semantics, Configuration.SaysHowMuch, cancellation)
        .Where(static r => r.Entry.Schedule is not null).Select(r => new RunLoad(r, Configuration)).Where(static l => l.Run.Entry.Schedule is not OnceSchedule || l.Sizes.Count > 0);
}
