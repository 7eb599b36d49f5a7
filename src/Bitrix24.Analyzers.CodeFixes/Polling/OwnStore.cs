using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>A collection that was made in sight, that nobody out of sight has, and that nothing changes, or nothing but the round, once it was filled.</summary>
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
    public static bool Is(ISymbol store, Reading reading) => IsMade(store, reading) && Uses.Of(store, reading.Scene).All(u => IsPart(u, reading) || IsBefore(u, store, reading) || IsLook(u, store, reading.Scene));

    /// <summary>Whether nothing changes it at all.</summary>
    public static bool IsLookedAtOnly(ISymbol store, Reading reading) => (IsMade(store, reading) || IsView(TypeOf(store)))
        && Uses.Of(store, reading.Scene).All(u => IsBefore(u, store, reading) || IsLook(u, store, reading.Scene) || IsPart(u, reading) && u.Parent is AnonymousObjectMemberDeclaratorSyntax);

    static bool IsPart(SyntaxNode use, Reading reading) => use.SyntaxTree == reading.Call.SyntaxTree && reading.Span.Contains(use.Span);

    /// <summary>By an initializer, or by the only assignment to it; what is not private, code out of sight may change.</summary>
    static bool IsMade(ISymbol store, Reading reading)
    {
        if (store is not ILocalSymbol && store.DeclaredAccessibility != Accessibility.Private)
            return false;
        var made = store.DeclaringSyntaxReferences.Select(r => r.GetSyntax(reading.Scene.Cancellation)).Select(static d => d switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            _ => null,
        }).Concat(Uses.Of(store, reading.Scene).Select(Assigned)).OfType<ExpressionSyntax>().ToList();
        return made.Count == 1 && made[0] is BaseObjectCreationExpressionSyntax or CollectionExpressionSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or InitializerExpressionSyntax
            or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToHashSet" or "ToDictionary" or "ToList" or "ToArray" or "Split" } };
    }

    static ExpressionSyntax? Assigned(IdentifierNameSyntax use) => Whole(use).Parent is AssignmentExpressionSyntax assignment && assignment.Left == Whole(use) ? assignment.Right : null;

    static ExpressionSyntax Whole(IdentifierNameSyntax use) => use.Parent is MemberAccessExpressionSyntax named && named.Name == use ? named : use;

    /// <summary>It is made or filled before the first round: ahead of the loop that the rounds are, or in a constructor.</summary>
    static bool IsBefore(IdentifierNameSyntax use, ISymbol store, Reading reading)
    {
        var owner = use.Ancestors().FirstOrDefault(static n => n is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax);
        var isAhead = store is ILocalSymbol ? use.SpanStart < reading.Span.Start && owner?.Span.Contains(reading.Span) != false && !IsRepeated(use, store, reading) : owner is ConstructorDeclarationSyntax;
        return isAhead && (Assigned(use) is not null || Whole(use).Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax } } access && access.Expression == Whole(use)
            || Whole(use).Parent is ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax } });
    }

    /// <summary>The use stands in the loop that the rounds are.</summary>
    static bool IsRepeated(SyntaxNode use, ISymbol store, Reading reading)
    {
        var declaration = store.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(reading.Scene.Cancellation);
        return reading.Statements[0].Ancestors().Where(static a => a is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax).Any(a => a.Span.Contains(use.Span) && declaration?.Span.Contains(a.Span) != true);
    }

    static bool IsLook(IdentifierNameSyntax use, ISymbol store, Scene scene)
    {
        var whole = Whole(use);
        var keepsValues = TypeOf(store) is INamedTypeSymbol { TypeArguments: var held } ? held.All(Immutability.IsImmutable) : TypeOf(store) is IArrayTypeSymbol { ElementType: var element } && Immutability.IsImmutable(element);
        switch (whole.Parent)
        {
            case ForEachStatementSyntax each:
                return keepsValues && each.Expression == whole;
            case ElementAccessExpressionSyntax access when access.Expression == whole:
                return keepsValues && access.Parent is not (PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } or ArgumentSyntax { RefKindKeyword.RawKind: not 0 }) && !(access.Parent is AssignmentExpressionSyntax assignment && assignment.Left == access);
            case MemberAccessExpressionSyntax access when access.Expression == whole:
                return access.Name.Identifier.ValueText is "Count" or "Length" or "Keys" or "Contains" or "ContainsKey"
                    || keepsValues && scene.Projects.ModelOf(use.SyntaxTree)?.GetSymbolInfo(access, scene.Cancellation).Symbol is { } member && (member is IPropertySymbol || scene.Callees.Known.Of(member) is Knowledge.Pure or Knowledge.Makes or Knowledge.Checks);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } or InterpolationSyntax:
                return true;
            case ReturnStatementSyntax or ArrowExpressionClauseSyntax:
                return keepsValues && whole.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } shown && scene.Projects.ModelOf(use.SyntaxTree)?.GetDeclaredSymbol(shown, scene.Cancellation) is IPropertySymbol { Type: var property } && IsView(property);
            default:
                return false;
        }
    }

    /// <summary>A type through which nothing can be changed.</summary>
    static bool IsView(ITypeSymbol? type) => type is { Name: "IEnumerable" or "IReadOnlyCollection" or "IReadOnlyList" or "IReadOnlyDictionary" or "IReadOnlySet" };
}
