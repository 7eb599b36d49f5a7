using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Bitrix24.Analyzers.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bitrix24.Analyzers.Rules;

/// <summary>A line of a wrapper list that cannot be read, on that line of that file.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BX9001InvalidConfiguration : DiagnosticAnalyzer
{
    static readonly DiagnosticDescriptor Descriptor = new(
        "BX9001",
        "Configuration of Bitrix24.Analyzers cannot be read",
        "This line of the wrapper list is ignored: {0}",
        "Bitrix24.Configuration",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A line is 'Namespace.Type.Method(parameter)', where the parameter carries the REST method, or 'Namespace.Type.Method = rest.method'.",
        "https://github.com/bitrix24-analyzers/Bitrix24.Analyzers/blob/main/docs/rules/BX9001.md");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptor);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAdditionalFileAction(Analyze);
    }

    [SuppressMessage("ApiDesign", "RS0030", Justification = "This rule reads files, not sites.")]
    static void Analyze(AdditionalFileAnalysisContext context)
    {
        if (!WrapperList.IsList(context.AdditionalFile) || context.AdditionalFile.GetText(context.CancellationToken) is not { } text)
            return;
        foreach (var unreadable in WrapperList.Read(text).Unreadable)
        {
            var location = Location.Create(context.AdditionalFile.Path, unreadable.Line.Span, text.Lines.GetLinePositionSpan(unreadable.Line.Span));
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, location, unreadable.Reason));
        }
    }
}
