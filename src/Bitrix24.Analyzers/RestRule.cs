using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Bitrix24.Analyzers.Configuration;
using Bitrix24.Analyzers.Outline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bitrix24.Analyzers;

/// <summary>A rule over what a tree sends and how often: the only place that registers with the driver and reports to it.</summary>
public abstract class RestRule : DiagnosticAnalyzer
{
    private protected RestRule(DiagnosticDescriptor descriptor) => SupportedDiagnostics = ImmutableArray.Create(descriptor);

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var wrappers = WrapperList.Read(start.Options.AdditionalFiles, start.CancellationToken);
            if (!wrappers.Any && !EvidenceGate.Opens(start.Compilation, start.CancellationToken))
                return;
            var model = RestModel.Of(start.Compilation, wrappers);
            var measured = LoadTable.Read(start.Options.AdditionalFiles, start.CancellationToken);
            start.RegisterSemanticModelAction(tree => Analyze(model, measured, tree));
        });
    }

    void Analyze(RestModel model, LoadTable measured, SemanticModelAnalysisContext context)
    {
        var tree = new RestTree(model, context.SemanticModel, () => new LoadConfiguration(context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.SemanticModel.SyntaxTree), measured), context.CancellationToken);

        // A lambda in a variable has a site for each of its uses, all in one place.
        foreach (var finding in Judge(tree).GroupBy(static f => f.Location).Select(static g => g.First()))
            context.ReportDiagnostic(ToDiagnostic(finding, context.SemanticModel.Compilation));
    }

    /// <summary>What the rule has to say about one tree.</summary>
    private protected abstract IEnumerable<Finding> Judge(RestTree tree);

    [SuppressMessage("ApiDesign", "RS0030", Justification = "The one place that makes diagnostics of rules over sites.")]
    Diagnostic ToDiagnostic(Finding finding, Compilation compilation) => Diagnostic.Create(
        SupportedDiagnostics[0], finding.Location, finding.Elsewhere.Select(l => InThis(compilation, l)), finding.Payload, [.. finding.Arguments]);

    /// <summary>A place in another compilation is named by its file: a location there is not accepted.</summary>
    static Location InThis(Compilation compilation, Location location) =>
        location.SourceTree is { } tree && compilation.ContainsSyntaxTree(tree) ? location : Location.Create(location.GetLineSpan().Path, location.SourceSpan, location.GetLineSpan().Span);
}

/// <summary>A diagnostic before it is one.</summary>
sealed record Finding(Location Location, ImmutableArray<Location> Elsewhere, ImmutableDictionary<string, string?> Payload, ImmutableArray<string> Arguments)
{
    /// <summary>One that no fix has to know more of.</summary>
    public Finding(Location location, ImmutableArray<Location> elsewhere, params string[] arguments)
        : this(location, elsewhere, ImmutableDictionary<string, string?>.Empty, arguments.ToImmutableArray())
    {
    }
}
