using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>A collection that lives longer than a round, and that nothing but the round changes.</summary>
static class OwnStore
{
    static readonly HashSet<string> Looks = new(["Count", "ContainsKey", "Contains", "TryGetValue", "Values", "Keys", "Any"], StringComparer.Ordinal);

    public static bool IsDictionary(ITypeSymbol? type) => type is { Name: "Dictionary" or "IDictionary" or "ConcurrentDictionary" or "SortedDictionary" } && Aliasing.IsOfFramework(type);

    public static bool IsSet(ITypeSymbol? type) => type is { Name: "HashSet" or "ISet" or "SortedSet" } && Aliasing.IsOfFramework(type);

    public static ITypeSymbol? TypeOf(ISymbol store) => store switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    public static bool Is(ISymbol store, Reading reading) => store switch
    {
        ILocalSymbol local => reading.Scene.Locals.Of(local).Select(static u => u.Syntax).All(u => IsPart(u, reading) || IsLook(u)) && !reading.Scene.Locals.IsReassigned(local),
        IFieldSymbol { DeclaredAccessibility: Accessibility.Private } or IPropertySymbol { DeclaredAccessibility: Accessibility.Private, SetMethod: null } => store.ContainingType.DeclaringSyntaxReferences
            .SelectMany(r => r.GetSyntax(reading.Scene.Cancellation).DescendantNodes()).OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText == store.Name).All(n => IsPart(n, reading) || IsLook(n)),
        _ => false,
    };

    static bool IsPart(SyntaxNode use, Reading reading) => use.SyntaxTree == reading.Call.SyntaxTree && reading.Span.Contains(use.Span);

    static bool IsLook(SyntaxNode use)
    {
        var whole = use.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own ? own : use;
        return whole.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } access && access.Expression == whole && Looks.Contains(name);
    }
}
