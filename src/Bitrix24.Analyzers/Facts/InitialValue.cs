using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Facts;

/// <summary>The value that the code first gives to a local, a field, a property or an optional parameter, and whether it is one that a user sets.</summary>
static class InitialValue
{
    public static (ExpressionSyntax Value, bool IsSetting)? Of(ISymbol symbol, RestModel model, CancellationToken cancellation)
    {
        if (symbol.DeclaringSyntaxReferences is not [var reference])
            return null;
        return reference.GetSyntax(cancellation) switch
        {
            VariableDeclaratorSyntax { Initializer.Value: { } initial } variable => (initial, CanBeSet(variable) || (symbol is ILocalSymbol && model.IndexOf(variable).Changes(symbol.Name))),
            VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } field when SetOnce(field, field.Identifier.ValueText) is { } set => (set, false),
            PropertyDeclarationSyntax { Initializer.Value: { } initial } property => (initial, HasSetter(property)),
            PropertyDeclarationSyntax { ExpressionBody.Expression: { } body } => (body, false),
            PropertyDeclarationSyntax property when GivenByConstructor(property, symbol, model, cancellation) is { } given => (given, HasSetter(property)),
            ParameterSyntax { Default.Value: { } initial } => (initial, true),
            _ => null,
        };
    }

    static bool HasSetter(PropertyDeclarationSyntax property) => property.AccessorList?.Accessors.Any(static a => a.IsKind(SyntaxKind.SetAccessorDeclaration) || a.IsKind(SyntaxKind.InitAccessorDeclaration)) ?? false;

    static bool CanBeSet(VariableDeclaratorSyntax variable) =>
        variable.Parent?.Parent is FieldDeclarationSyntax field && !field.Modifiers.Any(static m => m.IsKind(SyntaxKind.ReadOnlyKeyword) || m.IsKind(SyntaxKind.ConstKeyword));

    /// <summary>The value of a field that one constructor sets, and nothing else.</summary>
    static ExpressionSyntax? SetOnce(SyntaxNode field, string name)
    {
        var assignments = field.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.DescendantNodes().OfType<AssignmentExpressionSyntax>().Where(a => SimpleName.Of(a.Left) == name).ToList();
        return assignments is [{ RawKind: (int)SyntaxKind.SimpleAssignmentExpression } only] && only.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is not null ? only.Right : null;
    }

    /// <summary>What a constructor beside a property gives it: its own, or that of the settings that it is part of.</summary>
    static ExpressionSyntax? GivenByConstructor(PropertyDeclarationSyntax property, ISymbol symbol, RestModel model, CancellationToken cancellation)
    {
        var assignments = property.SyntaxTree.GetRoot(cancellation).DescendantNodes().OfType<ConstructorDeclarationSyntax>()
            .SelectMany(static c => c.DescendantNodes()).OfType<AssignmentExpressionSyntax>().Where(a => a.IsKind(SyntaxKind.SimpleAssignmentExpression) && SimpleName.Of(a.Left) == symbol.Name).ToList();
        if (assignments.Count == 0 || model.SemanticModelOf(property.SyntaxTree) is not { } semantics)
            return null;
        var own = assignments.Where(a => semantics.GetSymbolInfo(a.Left, cancellation).Symbol is IPropertySymbol assigned && assigned.Name == symbol.Name && assigned.ContainingType.Name == symbol.ContainingType?.Name).ToList();
        return own is [var only] ? only.Right : null;
    }
}
