using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Facts;

/// <summary>The value that the code first gives to a local, a field, a property or an optional parameter, and what it rests on.</summary>
static class InitialValue
{
    public static (ExpressionSyntax Value, Basis Basis)? Of(ISymbol symbol, RestModel model, CancellationToken cancellation)
    {
        if (symbol.DeclaringSyntaxReferences is not [var reference])
            return null;
        return reference.GetSyntax(cancellation) switch
        {
            VariableDeclaratorSyntax { Initializer.Value: { } initial } variable => (initial, symbol is ILocalSymbol ? BasisOf(symbol.Name, model.IndexOf(variable)) : Setting(CanBeSet(variable))),
            VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } field when SetOnce(field, field.Identifier.ValueText) is { } set => (set, Basis.Stated),
            PropertyDeclarationSyntax { Initializer.Value: { } initial } property => (initial, Setting(HasSetter(property))),
            PropertyDeclarationSyntax { ExpressionBody.Expression: { } body } => (body, Basis.Stated),
            PropertyDeclarationSyntax property when GivenByConstructor(property, symbol, model, cancellation) is { } given => (given, Setting(HasSetter(property))),
            ParameterSyntax { Default.Value: { } initial } parameter when !IsGiven(parameter) => (initial, Basis.Default),
            _ => null,
        };
    }

    static Basis Setting(bool canBeSet) => canBeSet ? Basis.Default : Basis.Stated;

    /// <summary>A local that a loop gives other values has only begun with its first one.</summary>
    static Basis BasisOf(string local, BodyIndex index) => index.Assignments(local).Any(static a => a.Ancestors().TakeWhile(static n => n is not MemberDeclarationSyntax).Any(LoopSyntax.IsLoop)) ? Basis.First : Setting(index.Changes(local));

    /// <summary>Whether a caller beside the method gives an argument in place of the default.</summary>
    static bool IsGiven(ParameterSyntax parameter) => parameter is { Parent: ParameterListSyntax { Parent: MethodDeclarationSyntax method } parameters }
        && (method.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Any(call => SimpleName.Of(call.Expression) == method.Identifier.ValueText && IsGiven(call, parameter, parameters.Parameters.IndexOf(parameter))) ?? false);

    static bool IsGiven(InvocationExpressionSyntax call, ParameterSyntax parameter, int position) =>
        call.ArgumentList.Arguments.Any(a => a.NameColon?.Name.Identifier.ValueText == parameter.Identifier.ValueText) || (call.ArgumentList.Arguments.Count > position && call.ArgumentList.Arguments[position].NameColon is null);

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
