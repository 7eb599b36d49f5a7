using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>
/// Fields and properties that keep the value their object was made with: read-only and init-only ones, those of immutable
/// types, and private ones that only constructors assign.
/// </summary>
sealed class FixedMember
{
    readonly ConcurrentDictionary<ISymbol, bool> _fixed = new(SymbolEqualityComparer.Default);

    public bool IsFixed(ISymbol member) => _fixed.GetOrAdd(member.OriginalDefinition, static m => m switch
    {
        IFieldSymbol { IsConst: true } or IFieldSymbol { IsReadOnly: true } => true,
        IFieldSymbol field => !field.IsStatic && Immutability.IsImmutable(field.ContainingType) && !field.ContainingType.IsTupleType
            || field.DeclaredAccessibility == Accessibility.Private && (!field.Type.IsValueType || Immutability.IsImmutable(field.Type)) && IsOnlyConstructed(field),
        IPropertySymbol property => IsFixedProperty(property),
        _ => false,
    });

    static bool IsFixedProperty(IPropertySymbol property)
    {
        if (property.ContainingType is { IsAnonymousType: true } || !property.IsStatic && Immutability.IsImmutable(property.ContainingType))
            return true;
        if (!Accessors.IsAuto(property) || property.IsAbstract || property.IsVirtual || property.IsOverride)
            return false;
        return property.SetMethod is null or { IsInitOnly: true }
            || (property.SetMethod.DeclaredAccessibility == Accessibility.Private && IsOnlyConstructed(property));
    }

    static bool IsOnlyConstructed(ISymbol member) =>
        !member.IsStatic
        && !member.ContainingType.DeclaringSyntaxReferences.IsEmpty
        && member.ContainingType.DeclaringSyntaxReferences.All(r => r.GetSyntax().DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(n => n.Identifier.ValueText == member.Name)
            .All(static n => !IsWritten(n) || IsConstructing(n)));

    public static bool IsWritten(IdentifierNameSyntax name)
    {
        SyntaxNode node = name;
        while (node.Parent is MemberAccessExpressionSyntax access && access.Name == node || node.Parent is ParenthesizedExpressionSyntax)
            node = node.Parent;
        return node.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == node,
            PostfixUnaryExpressionSyntax unary => unary.OperatorToken.IsKind(SyntaxKind.PlusPlusToken) || unary.OperatorToken.IsKind(SyntaxKind.MinusMinusToken),
            PrefixUnaryExpressionSyntax unary => unary.OperatorToken.Kind() is SyntaxKind.PlusPlusToken or SyntaxKind.MinusMinusToken or SyntaxKind.AmpersandToken,
            ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax deconstruction } tuple } => deconstruction.Left == tuple,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
            RefExpressionSyntax => true,
            _ => false,
        };
    }

    public static bool IsConstructing(IdentifierNameSyntax name)
    {
        if (name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax })
            return true;
        if (name.Parent is MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax })
            return false;
        var owner = name.Ancestors().FirstOrDefault(static n => n is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax);
        return owner is ConstructorDeclarationSyntax constructor && !constructor.Modifiers.Any(SyntaxKind.StaticKeyword);
    }
}
