using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>A collection that lives longer than a round, and that nothing but the round changes, once it was filled.</summary>
static class OwnStore
{
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

    /// <summary>Whether all other code only looks at it.</summary>
    public static bool Is(ISymbol store, Reading reading) => Uses.Of(store, reading.Scene).All(u => IsPart(u, reading) || IsBefore(u, store, reading) || IsLook(u, reading.Scene));

    /// <summary>Whether nothing changes it at all.</summary>
    public static bool IsLookedAtOnly(ISymbol store, Reading reading) => Uses.Of(store, reading.Scene).All(u => IsBefore(u, store, reading) || IsLook(u, reading.Scene));

    static bool IsPart(SyntaxNode use, Reading reading) => use.SyntaxTree == reading.Call.SyntaxTree && reading.Span.Contains(use.Span);

    /// <summary>It is filled before the first round: ahead of the loop that the rounds are, in a constructor, by an initializer.</summary>
    static bool IsBefore(IdentifierNameSyntax use, ISymbol store, Reading reading) => store is ILocalSymbol or IParameterSymbol
        ? use.SpanStart < reading.Span.Start && use.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is null && !IsRepeated(use, store, reading)
        : use.Ancestors().FirstOrDefault(static n => n is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax) is ConstructorDeclarationSyntax or FieldDeclarationSyntax or PropertyDeclarationSyntax { Initializer: not null } || FixedMember.IsConstructing(use);

    /// <summary>The use stands in the loop that the rounds are.</summary>
    static bool IsRepeated(SyntaxNode use, ISymbol store, Reading reading)
    {
        var declaration = store.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(reading.Scene.Cancellation);
        return reading.Statements[0].Ancestors().Where(static a => a is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax).Any(a => a.Span.Contains(use.Span) && declaration?.Span.Contains(a.Span) != true);
    }

    static bool IsLook(IdentifierNameSyntax use, Scene scene)
    {
        var whole = use.Parent is MemberAccessExpressionSyntax named && named.Name == use ? named : (ExpressionSyntax)use;
        switch (whole.Parent)
        {
            case ForEachStatementSyntax each:
                return each.Expression == whole;
            case ElementAccessExpressionSyntax element when element.Expression == whole:
                return element.Parent is not (AssignmentExpressionSyntax or PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }) || element.Parent is AssignmentExpressionSyntax assignment && assignment.Right == element;
            case MemberAccessExpressionSyntax access when access.Expression == whole:
                return scene.Projects.ModelOf(use.SyntaxTree)?.GetSymbolInfo(access, scene.Cancellation).Symbol is { } member && (member is IPropertySymbol || scene.Callees.Known.Of(member) is Knowledge.Pure or Knowledge.Makes or Knowledge.Checks);
            case IsPatternExpressionSyntax or BinaryExpressionSyntax or InterpolationSyntax or AnonymousObjectMemberDeclaratorSyntax or AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax }:
                return true;
            case ReturnStatementSyntax or ArrowExpressionClauseSyntax:
                return whole.FirstAncestorOrSelf<MemberDeclarationSyntax>() is MethodDeclarationSyntax { ReturnType: var type } && IsView(type) || whole.FirstAncestorOrSelf<MemberDeclarationSyntax>() is PropertyDeclarationSyntax { Type: var shown } && IsView(shown);
            default:
                return false;
        }
    }

    /// <summary>A type through which nothing can be changed.</summary>
    static bool IsView(TypeSyntax type) => type is GenericNameSyntax { Identifier.ValueText: var name } && (name.StartsWith("IReadOnly", StringComparison.Ordinal) || name == "IEnumerable");
}
