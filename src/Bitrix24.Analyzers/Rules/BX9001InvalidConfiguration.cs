using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Bitrix24.Analyzers.Configuration;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Bitrix24.Analyzers.Rules;

/// <summary>
/// A line of a wrapper list or of measured loads that cannot be read, on that line of that file; and a value of
/// <c>.editorconfig</c>, whose place Roslyn does not tell, at the beginning of the first file that it is for.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BX9001InvalidConfiguration : DiagnosticAnalyzer
{
    static readonly DiagnosticDescriptor Descriptor = new(
        "BX9001",
        "Configuration of Bitrix24.Analyzers cannot be read",
        "{0} is ignored: {1}",
        "Bitrix24.Configuration",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "What cannot be read has no effect: the default is used for a key, and a line of a list is left out.",
        "https://github.com/bitrix24-analyzers/Bitrix24.Analyzers/blob/main/docs/rules/BX9001.md");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptor);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAdditionalFileAction(Analyze);
        context.RegisterSemanticModelAction(Analyze);
    }

    [SuppressMessage("ApiDesign", "RS0030", Justification = "This rule reads files, not sites.")]
    static void Analyze(AdditionalFileAnalysisContext context)
    {
        var (what, read) = WrapperList.IsList(context.AdditionalFile) ? ("This line of the wrapper list", static (SourceText t) => WrapperList.Read(t).Unreadable)
            : LoadTable.IsTable(context.AdditionalFile) ? ("This line of measured loads", static t => LoadTable.Read(t).Unreadable)
            : ("", (Func<SourceText, IReadOnlyList<UnreadableLine>>?)null);
        if (read is null || context.AdditionalFile.GetText(context.CancellationToken) is not { } text)
            return;
        foreach (var unreadable in read(text))
        {
            var location = Location.Create(context.AdditionalFile.Path, unreadable.Line.Span, text.Lines.GetLinePositionSpan(unreadable.Line.Span));
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, location, what, unreadable.Reason));
        }
    }

    [SuppressMessage("ApiDesign", "RS0030", Justification = "This rule reads configuration, not sites.")]
    static void Analyze(SemanticModelAnalysisContext context)
    {
        var tree = context.SemanticModel.SyntaxTree;
        IReadOnlyList<UnreadableValue> UnreadableFor(SyntaxTree t) => LoadConfiguration.UnreadableIn(context.Options.AnalyzerConfigOptionsProvider.GetOptions(t));
        foreach (var unreadable in UnreadableFor(tree))
        {
            var first = context.SemanticModel.Compilation.SyntaxTrees.First(t => t == tree || (UnreadableFor(t).Contains(unreadable) && !GeneratedCode.Is(t, context.CancellationToken)));
            if (first == tree)
                context.ReportDiagnostic(Diagnostic.Create(Descriptor, Location.Create(tree, default), $"The value of '{unreadable.Key}'", unreadable.Reason));
        }
    }
}
