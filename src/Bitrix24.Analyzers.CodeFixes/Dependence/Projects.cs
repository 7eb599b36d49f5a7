using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>A compilation and those of the projects that it refers to, as far as all of them see the same symbols.</summary>
sealed class Projects
{
    /// <summary>Types looked at.</summary>
    const int MaxTypes = 20_000;

    readonly List<Compilation> _all = [];
    readonly Dictionary<ISymbol, IReadOnlyList<SyntaxNode>> _uses = new(SymbolEqualityComparer.Default);
    List<INamedTypeSymbol>? _types;

    public Projects(Compilation compilation) => Add(compilation);

    /// <summary>All classes and structs in source; null where there are too many.</summary>
    public IReadOnlyList<INamedTypeSymbol>? Types(CancellationToken cancellation)
    {
        _types ??= Find(cancellation);
        return _types.Count > MaxTypes ? null : _types;
    }

    [SuppressMessage("ApiDesign", "RS0030", Justification = "Each tree is asked of the compilation that holds it.")]
    [SuppressMessage("MicrosoftCodeAnalysisCorrectness", "RS1030", Justification = "A fix has no driver that caches models.")]
    public SemanticModel? ModelOf(SyntaxTree tree) => _all.Find(c => c.ContainsSyntaxTree(tree))?.GetSemanticModel(tree);

    /// <summary>Where a member is used, found once.</summary>
    public IReadOnlyList<SyntaxNode> UsesOf(ISymbol member, Func<IEnumerable<SyntaxNode>> find)
    {
        if (!_uses.TryGetValue(member, out var uses))
            _uses.Add(member, uses = [.. find()]);
        return uses;
    }

    List<INamedTypeSymbol> Find(CancellationToken cancellation)
    {
        var found = new List<INamedTypeSymbol>();
        var pending = new Stack<INamespaceOrTypeSymbol>(_all.Select(static c => c.Assembly.GlobalNamespace));
        while (pending.Count > 0 && found.Count <= MaxTypes)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var member in pending.Pop().GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                pending.Push(member);
                if (member is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type)
                    found.Add(type);
            }
        }

        return found;
    }

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
