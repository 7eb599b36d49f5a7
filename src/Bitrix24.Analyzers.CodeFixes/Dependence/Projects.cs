using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>A compilation and those of the projects that it refers to, as far as all of them see the same symbols.</summary>
sealed class Projects
{
    readonly List<Compilation> _all = [];

    public Projects(Compilation compilation) => Add(compilation);

    public IEnumerable<IAssemblySymbol> Assemblies => _all.Select(static c => c.Assembly);

    [SuppressMessage("ApiDesign", "RS0030", Justification = "Each tree is asked of the compilation that holds it.")]
    [SuppressMessage("MicrosoftCodeAnalysisCorrectness", "RS1030", Justification = "A fix has no driver that caches models.")]
    public SemanticModel? ModelOf(SyntaxTree tree) => _all.Find(c => c.ContainsSyntaxTree(tree))?.GetSemanticModel(tree);

    void Add(Compilation compilation)
    {
        if (_all.Contains(compilation))
            return;
        _all.Add(compilation);
        foreach (var reference in compilation.References.OfType<CompilationReference>())
        {
            // Other versions of a library on the two sides make other symbols of the same source.
            if (reference.Compilation is CSharpCompilation other && SymbolEqualityComparer.Default.Equals(compilation.GetAssemblyOrModuleSymbol(reference), other.Assembly))
                Add(other);
        }
    }
}
