using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Shapes;

/// <summary>Whether a value has only names that camelCase leaves as they are.</summary>
static class CamelCase
{
    /// <summary>Nested deeper than parameters of a REST method are.</summary>
    const int MaxDepth = 6;

    public static bool Keeps(ExpressionSyntax value, SemanticModel semantics, bool keys) => value switch
    {
        AnonymousObjectCreationExpressionSyntax { Initializers: var members } => members.All(m =>
            (m.NameEquals?.Name.Identifier.ValueText ?? (m.Expression as SimpleNameSyntax ?? (m.Expression as MemberAccessExpressionSyntax)?.Name)?.Identifier.ValueText) is { } name
            && Keeps(name) && Keeps(m.Expression, semantics, keys)),
        ArrayCreationExpressionSyntax { Initializer.Expressions: var items } => items.All(i => Keeps(i, semantics, keys)),
        ImplicitArrayCreationExpressionSyntax { Initializer.Expressions: var items } => items.All(i => Keeps(i, semantics, keys)),
        BaseObjectCreationExpressionSyntax { Initializer: { } entries } when semantics.GetTypeInfo(value).Type is INamedTypeSymbol { Name: "Dictionary" } => entries.Expressions.All(e => e switch
        {
            AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: var key }] }, Right: var entry } => Entry(key, entry, semantics, keys),
            InitializerExpressionSyntax { Expressions: [var key, var entry] } => Entry(key, entry, semantics, keys),
            _ => false,
        }),
        _ => Keeps(semantics.GetTypeInfo(value).Type, keys),
    };

    static bool Entry(ExpressionSyntax key, ExpressionSyntax value, SemanticModel semantics, bool keys) =>
        (!keys || semantics.GetConstantValue(key) is { HasValue: true, Value: string text } && Keeps(text)) && Keeps(value, semantics, keys);

    static bool Keeps(ITypeSymbol? type, bool keys, int depth = 0)
    {
        switch (type)
        {
            case null or { TypeKind: TypeKind.Dynamic or TypeKind.TypeParameter or TypeKind.Error }:
            case { SpecialType: SpecialType.System_Object }:
                return false;
            case { TypeKind: TypeKind.Enum } or { SpecialType: not SpecialType.None and not SpecialType.System_Collections_IEnumerable and not SpecialType.System_Collections_Generic_IEnumerable_T }:
                return true;
            case IArrayTypeSymbol array:
                return Keeps(array.ElementType, keys, depth + 1);
            case INamedTypeSymbol { IsGenericType: true, ContainingNamespace: { } space } generic when space.ToDisplayString() == "System.Collections.Generic":
                return (!keys || generic.TypeArguments.Length == 1) && Keeps(generic.TypeArguments[generic.TypeArguments.Length - 1], keys, depth + 1);
            case INamedTypeSymbol named when depth <= MaxDepth && (named.IsAnonymousType || !named.DeclaringSyntaxReferences.IsEmpty && named.IsSealed && named.BaseType?.SpecialType == SpecialType.System_Object):
                return named.GetMembers().OfType<IPropertySymbol>().All(p => Keeps(p.Name) && Keeps(p.Type, keys, depth + 1));
            default:
                return IsText(type);
        }
    }

    static bool IsText(ITypeSymbol type) => type.ToDisplayString() is "System.DateTimeOffset" or "System.Guid" or "System.TimeSpan" or "System.Uri"
        || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } && Keeps(value, keys: false);

    static bool Keeps(string name) => name.Length > 0 && !char.IsUpper(name[0]);
}
