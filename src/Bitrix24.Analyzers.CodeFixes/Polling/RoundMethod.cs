using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>
/// A method that something runs again and again. What it knows of changes is one thing for all runs, so all of them have to read the same:
/// the rows of one portal, by one filter.
/// </summary>
static class RoundMethod
{
    /// <summary>Whether what a job is made of, or given, is the same for all its runs, and nobody else calls it.</summary>
    public static bool IsOneRound(MethodDeclarationSyntax method, SemanticModel semantics)
    {
        if (UsesParameters(method, semantics) || semantics.GetDeclaredSymbol(method) is not { ContainingType: { } type } symbol)
            return false;
        var projects = new Projects(semantics.Compilation);
        var models = new Dictionary<SyntaxTree, SemanticModel?>();
        ISymbol? SymbolOf(SyntaxNode node)
        {
            if (!models.TryGetValue(node.SyntaxTree, out var model))
                models.Add(node.SyntaxTree, model = projects.ModelOf(node.SyntaxTree));
            return model?.GetSymbolInfo(node).Symbol;
        }

        return Nodes(semantics.Compilation, type.Name).OfType<BaseObjectCreationExpressionSyntax>().Where(n => MayMake(n, type)).Where(n => SymbolEqualityComparer.Default.Equals(SymbolOf(n)?.ContainingType?.OriginalDefinition, type)).Take(2).Count() < 2
            && Nodes(semantics.Compilation, symbol.Name).OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(SymbolOf(n)?.OriginalDefinition, symbol)).All(IsRegistered);
    }

    /// <summary>By its name, or where the name stands elsewhere.</summary>
    static bool MayMake(BaseObjectCreationExpressionSyntax creation, ITypeSymbol type) => creation is not ObjectCreationExpressionSyntax { Type: var named } || named.DescendantTokens().Any(t => t.ValueText == type.Name);

    /// <summary>Who runs it says of what.</summary>
    public static bool UsesParameters(MethodDeclarationSyntax method, SemanticModel semantics) => method.Body is { } body && body.DescendantNodes().OfType<IdentifierNameSyntax>()
        .Any(n => method.ParameterList.Parameters.Any(p => p.Identifier.ValueText == n.Identifier.ValueText) && semantics.GetSymbolInfo(n).Symbol is IParameterSymbol { Type.Name: not "CancellationToken" } && !IsToken(n));

    /// <summary><c>context.CancellationToken</c></summary>
    static bool IsToken(IdentifierNameSyntax parameter) => parameter.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CancellationToken" };

    /// <summary>It is named, or called in a lambda that a scheduler is given.</summary>
    static bool IsRegistered(SyntaxNode use) => use.FirstAncestorOrSelf<InvocationExpressionSyntax>(static i => i.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" }) is not null
        || use.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Parent: LambdaExpressionSyntax { Parent: ArgumentSyntax } };

    static IEnumerable<SyntaxNode> Nodes(Compilation compilation, string word) => compilation.SyntaxTrees.Where(t => t.GetText().ToString().IndexOf(word, StringComparison.Ordinal) >= 0).SelectMany(static t => t.GetRoot().DescendantNodes());
}
