using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Bitrix24.Analyzers.Configuration;
using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Outline;
using Bitrix24.Analyzers.Polling;
using Bitrix24.Analyzers.Recognition;
using Bitrix24.Analyzers.Schedules;
using Bitrix24.Analyzers.Summaries;
using Bitrix24.Analyzers.Symbols;
using Bitrix24.LoadModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers;

/// <summary>What is known of one compilation, shared by all rules: it is built when the first of them asks, and lives as long as the compilation.</summary>
sealed class RestModel
{
    static readonly ConditionalWeakTable<Compilation, RestModel> Models = new();

    readonly Lazy<ImmutableArray<TreeOutline>> _outlines;
    readonly Lazy<NameReach> _reach;
    readonly Lazy<Implementations> _implementations;
    readonly Lazy<JobSchedules> _jobs;
    readonly Lazy<bool> _showsWebhook;
    readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _semantics = new();
    readonly ConcurrentDictionary<IMethodSymbol, BodyFacts> _facts = new(SymbolEqualityComparer.Default);
    readonly ConcurrentDictionary<SyntaxNode, BodyIndex> _indexes = new();
    readonly ConcurrentDictionary<IMethodSymbol, Summary> _summaries = new(SymbolEqualityComparer.Default);
    readonly ConcurrentDictionary<(SyntaxTree Tree, bool Occasional), ImmutableArray<ScheduledRun>> _runs = new();
    readonly ImmutableArray<RestModel> _referenced;

    RestModel(Compilation compilation, WrapperList wrappers)
    {
        Compilation = compilation;
        Wrappers = wrappers;
        KnownClients = new KnownClients(compilation);
        _referenced = compilation.References.OfType<CompilationReference>().Select(static r => r.Compilation)
            .Where(static c => c.Language == LanguageNames.CSharp).Select(c => Of(c, wrappers)).ToImmutableArray();
        _outlines = new Lazy<ImmutableArray<TreeOutline>>(() => compilation.SyntaxTrees.Select(static t => TreeOutline.Of(t, CancellationToken.None)).ToImmutableArray());
        var restSharp = compilation.ReferencedAssemblyNames.Any(static a => a.Name == "RestSharp");
        Signs Known(string name) => wrappers.Names(name) || KnownClients.MayBe(name) ? Signs.Both : HttpSenders.MayBe(name, restSharp) ? Signs.Sends : Signs.None;
        _reach = new Lazy<NameReach>(() => NameReach.Of(_outlines.Value, _referenced.Select(static m => m.Reach), Known, CancellationToken.None));
        _implementations = new Lazy<Implementations>(() => new Implementations(this));
        _jobs = new Lazy<JobSchedules>(() => new JobSchedules(this));
        _showsWebhook = new Lazy<bool>(() => WebhookAddress.IsIn(compilation, CancellationToken.None));
    }

    public Compilation Compilation { get; }

    public WrapperList Wrappers { get; }

    public KnownClients KnownClients { get; }

    public NameReach Reach => _reach.Value;

    public JobSchedules Jobs => _jobs.Value;

    public ImmutableArray<TreeOutline> Outlines => _outlines.Value;

    /// <summary>Whether the address of an incoming webhook is written anywhere in this compilation.</summary>
    public bool ShowsWebhook => _showsWebhook.Value;

    /// <summary>This compilation and those whose source it can see.</summary>
    public IEnumerable<RestModel> Visible => _referenced.SelectMany(static m => m.Visible).Prepend(this).Distinct();

    public static RestModel Of(Compilation compilation, WrapperList wrappers) => Models.GetValue(compilation, c => new RestModel(c, wrappers));

    /// <summary>The semantic model of a tree of this compilation, or of the referenced compilation that the tree belongs to.</summary>
    public SemanticModel? SemanticModelOf(SyntaxTree tree)
    {
        if (_semantics.TryGetValue(tree, out var known))
            return known;
        if (Owner(tree) is not { } owner)
            return null;
        return _semantics.GetOrAdd(tree, owner == this ? Bind(tree) : owner.SemanticModelOf(tree)!);
    }

    /// <summary>Gives the model that the driver has already made for a tree, so that nothing is bound twice.</summary>
    public void Use(SemanticModel semantics) => _semantics.TryAdd(semantics.SyntaxTree, semantics);

    [SuppressMessage("ApiDesign", "RS0030", Justification = "The one place that knows whose tree it is.")]
    [SuppressMessage("MicrosoftCodeAnalysisCorrectness", "RS1030", Justification = "A callee is bound once for all rules; the driver caches the model.")]
    SemanticModel Bind(SyntaxTree tree) => Compilation.GetSemanticModel(tree);

    RestModel? Owner(SyntaxTree tree) => Visible.FirstOrDefault(m => m.Compilation.ContainsSyntaxTree(tree));

    public IMethodSymbol? Implementation(IMethodSymbol method, ExpressionSyntax call, SemanticModel semantics) => _implementations.Value.Of(method, call, semantics);

    public bool HasBody(IMethodSymbol method) => MethodBody.Of(method) is not null;

    public BodyFacts FactsOf(IMethodSymbol method, CancellationToken cancellation)
    {
        if (_facts.TryGetValue(method, out var known))
            return known;
        var facts = MethodBody.Of(method) is { } body && SemanticModelOf(body.SyntaxTree) is { } semantics
            ? FactsReader.Read(this, semantics, body, method, cancellation)
            : BodyFacts.None;
        return _facts.GetOrAdd(method, facts);
    }

    /// <summary>The index of the member that a node stands in.</summary>
    public BodyIndex IndexOf(SyntaxNode node) => _indexes.GetOrAdd(BodyIndex.ScopeOf(node), BodyIndex.Of);

    /// <summary>The entry points that a tree states, with what they send; those that somebody starts only when they are asked for.</summary>
    public ImmutableArray<ScheduledRun> RunsOf(SemanticModel semantics, bool occasional, CancellationToken cancellation)
    {
        var key = (semantics.SyntaxTree, occasional);
        if (_runs.TryGetValue(key, out var known))
            return known;
        var reader = new RunReader(this, cancellation);
        var runs = new EntryPointReader(this, semantics, occasional, cancellation).EntryPoints().Select(e => new ScheduledRun(e, reader.Read(e.Runs, isOnly: e.Schedule is OnceSchedule))).Where(static r => !r.Calls.IsEmpty).ToImmutableArray();
        return _runs.GetOrAdd(key, runs);
    }

    /// <summary>Held while summaries are settled.</summary>
    public object Settling { get; } = new();

    public Summary SummaryOf(IMethodSymbol method, CancellationToken cancellation) => Known(method) ?? new SummaryBuilder(this, cancellation).Build(method);

    public Summary? Known(IMethodSymbol method) => _summaries.TryGetValue(method, out var summary) ? summary : null;

    public void Publish(IMethodSymbol method, Summary summary) => _summaries.TryAdd(method, summary);
}
