using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>Where the projects in sight use a member or a variable.</summary>
static class Uses
{
    public static IEnumerable<IdentifierNameSyntax> Of(ISymbol symbol, Scene scene) => symbol is ILocalSymbol local
        ? scene.Locals.Of(local).Select(static u => u.Syntax).OfType<IdentifierNameSyntax>()
        : scene.Projects.UsesOf(symbol, () => Found(symbol, scene)).Cast<IdentifierNameSyntax>();

    static IEnumerable<IdentifierNameSyntax> Found(ISymbol symbol, Scene scene) => symbol switch
    {
        IParameterSymbol or { DeclaredAccessibility: Accessibility.Private } => symbol.ContainingSymbol.DeclaringSyntaxReferences.Select(r => r.GetSyntax(scene.Cancellation)).SelectMany(n => In(n, symbol, scene)),
        _ => scene.Semantics.Compilation.SyntaxTrees.Where(t => t.GetText(scene.Cancellation).ToString().IndexOf(symbol.Name, StringComparison.Ordinal) >= 0).SelectMany(t => In(t.GetRoot(scene.Cancellation), symbol, scene)),
    };

    static IEnumerable<IdentifierNameSyntax> In(SyntaxNode node, ISymbol symbol, Scene scene)
    {
        var semantics = default(SemanticModel);
        foreach (var name in node.DescendantNodes().OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText == symbol.Name))
        {
            semantics ??= scene.Projects.ModelOf(node.SyntaxTree);
            if (SymbolEqualityComparer.Default.Equals(semantics?.GetSymbolInfo(name, scene.Cancellation).Symbol?.OriginalDefinition, symbol.OriginalDefinition))
                yield return name;
        }
    }
}
