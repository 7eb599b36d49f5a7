using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Wrappers;

/// <summary>The source code behind the symbols of a compilation, its own and that of the projects that it refers to.</summary>
sealed class Sources(Compilation compilation, CancellationToken cancellation)
{
    public Compilation Compilation => compilation;

    /// <summary>The body of a method that is certain to run when the method is called.</summary>
    public IOperation? BodyOf(IMethodSymbol method)
    {
        var definition = (method.PartialImplementationPart ?? method).OriginalDefinition;
        if (definition.DeclaringSyntaxReferences is not [var reference] || ModelOf(reference.SyntaxTree) is not { } model)
            return null;
        var declaration = reference.GetSyntax(cancellation);
        return declaration switch
        {
            BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } or LocalFunctionStatementSyntax { Body: null, ExpressionBody: null } => null,
            LocalFunctionStatementSyntax function => (model.GetOperation(function, cancellation) as ILocalFunctionOperation)?.Body,
            BaseMethodDeclarationSyntax => Body(model.GetOperation(declaration, cancellation)),
            _ => null,
        };
    }

    static IOperation? Body(IOperation? method) => method is IMethodBodyBaseOperation body ? body.BlockBody ?? body.ExpressionBody : null;

    /// <summary>What a field, property or local starts with.</summary>
    public IOperation? InitializerOf(ISymbol symbol)
    {
        if (symbol.DeclaringSyntaxReferences is not [var reference])
            return null;
        var value = reference.GetSyntax(cancellation) switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var start } => start,
            PropertyDeclarationSyntax { Initializer.Value: var start } => start,
            PropertyDeclarationSyntax { ExpressionBody.Expression: var start } => start,
            _ => null,
        };
        return value is null ? null : ModelOf(value.SyntaxTree)?.GetOperation(value, cancellation);
    }

    /// <summary>Methods in source that an interface's or a virtual member may stand for, itself included.</summary>
    public IEnumerable<IMethodSymbol> ImplementationsOf(IMethodSymbol member)
    {
        var candidates = Compilations.SelectMany(c => c.GetSymbolsWithName(member.Name, SymbolFilter.Member, cancellation)).OfType<IMethodSymbol>();
        foreach (var candidate in candidates)
        {
            if (!candidate.IsAbstract && (Same(candidate, member) || Overrides(candidate, member) || Implements(candidate, member)))
                yield return candidate;
        }
    }

    static bool Overrides(IMethodSymbol candidate, IMethodSymbol member)
    {
        for (var overridden = candidate.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (Same(overridden.OriginalDefinition, member))
                return true;
        }

        return false;
    }

    static bool Implements(IMethodSymbol candidate, IMethodSymbol member) => member.ContainingType.TypeKind == TypeKind.Interface
        && candidate.ContainingType.AllInterfaces.Where(i => i.Name == member.ContainingType.Name).SelectMany(i => i.GetMembers(member.Name).OfType<IMethodSymbol>())
            .Any(m => Same(m.OriginalDefinition, member) && SymbolEqualityComparer.Default.Equals(candidate.ContainingType.FindImplementationForInterfaceMember(m), candidate));

    static bool Same(IMethodSymbol one, IMethodSymbol other) => SymbolEqualityComparer.Default.Equals(one, other)
        || one.DeclaringSyntaxReferences is [var a] && other.DeclaringSyntaxReferences is [var b] && a.SyntaxTree == b.SyntaxTree && a.Span == b.Span;

    IEnumerable<Compilation> Compilations => compilation.References.OfType<CompilationReference>().Select(static r => r.Compilation).Prepend(compilation);

    [SuppressMessage("ApiDesign", "RS0030", Justification = "Each tree is asked of the compilation that holds it.")]
    SemanticModel? ModelOf(SyntaxTree tree) => Compilations.FirstOrDefault(c => c.ContainsSyntaxTree(tree))?.GetSemanticModel(tree);
}
