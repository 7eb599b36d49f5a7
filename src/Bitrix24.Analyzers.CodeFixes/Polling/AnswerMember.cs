using Bitrix24.Analyzers.CodeFixes.Dependence;
using Bitrix24.Analyzers.CodeFixes.Wrappers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>
/// Members of a typed answer. One that has a value of its own is an empty list where the portal answers with an error, and the round
/// goes on as if it were done, unless somebody throws.
/// </summary>
sealed class AnswerMember(Reading reading)
{
    bool? _throws;

    /// <summary>Whether a member is kept and not calculated; of one out of sight nobody knows, and none of JSON is.</summary>
    public static bool Holds(ISymbol? member) => member is not IPropertySymbol { DeclaringSyntaxReferences: [var reference, ..] }
        || reference.GetSyntax() is ParameterSyntax
        || reference.GetSyntax() is PropertyDeclarationSyntax property && (Field(property) is not null || property is { ExpressionBody: null, AccessorList.Accessors: var accessors } && accessors.All(static a => a.Body is null && a.ExpressionBody is null));

    /// <summary>Whether it is no empty list where the portal has answered with an error.</summary>
    public bool IsSure(ExpressionSyntax rows) => !IsList(Dereferenced(rows).Member) || !IsMadeAhead(rows, 0) || (_throws ??= new BadAnswers(reading).AreThrown());

    static bool IsList(ISymbol? member) => ((member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type) is { SpecialType: not SpecialType.System_String } type
        && (type.SpecialType == SpecialType.System_Collections_IEnumerable || type.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_Collections_IEnumerable));

    /// <summary>Every member on the way to the rows is there before the answer is.</summary>
    bool IsMadeAhead(ExpressionSyntax expression, int depth) => Dereferenced(expression) switch
    {
        (var holder, { } member) when HasDefault(member) => depth >= MaxDepth || IsThere(holder, depth + 1),
        _ => false,
    };

    /// <summary>Members of members.</summary>
    const int MaxDepth = 10;

    bool IsThere(ExpressionSyntax holder, int depth) => holder switch
    {
        ParenthesizedExpressionSyntax inner => IsThere(inner.Expression, depth),
        PostfixUnaryExpressionSyntax sure => IsThere(sure.Operand, depth),
        IdentifierNameSyntax when reading.OwnOf(holder) is { } local && reading.ValuesOf(local).ToList() is { Count: > 0 } values => depth >= MaxDepth || values.Exists(v => IsThere(v, depth + 1)),
        _ => Dereferenced(holder) is not (_, { DeclaringSyntaxReferences.IsEmpty: false }) || IsMadeAhead(holder, depth),
    };

    (ExpressionSyntax Holder, ISymbol? Member) Dereferenced(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => (access.Expression, reading.Scene.SymbolOf(access)),
        ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax bound } access => (access.Expression, reading.Scene.SymbolOf(bound)),
        _ => (expression, null),
    };

    static bool HasDefault(ISymbol member) => member is IPropertySymbol or IFieldSymbol && member.DeclaringSyntaxReferences is [var reference, ..] && reference.GetSyntax() switch
    {
        PropertyDeclarationSyntax { Initializer.Value: var value } => !IsNothing(value),
        PropertyDeclarationSyntax property when Field(property) is { } field => field.Initializer is { Value: var value } && !IsNothing(value) || IsMade(property, property.Identifier.ValueText, field.Identifier.ValueText),
        PropertyDeclarationSyntax property => IsMade(property, property.Identifier.ValueText),
        VariableDeclaratorSyntax { Initializer.Value: var value } => !IsNothing(value),
        VariableDeclaratorSyntax field => IsMade(field, field.Identifier.ValueText),
        _ => false,
    };

    /// <summary>A constructor makes it, of something else than its parameters.</summary>
    static bool IsMade(SyntaxNode member, params string[] names) => member.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Members.OfType<ConstructorDeclarationSyntax>().Any(c => c.DescendantNodes().OfType<AssignmentExpressionSyntax>()
        .Any(a => (a.Left as IdentifierNameSyntax ?? (a.Left as MemberAccessExpressionSyntax)?.Name) is { Identifier.ValueText: var set } && names.Contains(set, StringComparer.Ordinal)
            && !IsNothing(a.Right) && !(a.Right is IdentifierNameSyntax given && c.ParameterList.Parameters.Any(p => p.Identifier.ValueText == given.Identifier.ValueText)))) == true;

    static bool IsNothing(ExpressionSyntax value) => value switch
    {
        PostfixUnaryExpressionSyntax sure => IsNothing(sure.Operand),
        DefaultExpressionSyntax => true,
        _ => value.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression,
    };

    /// <summary>The field that a property gives.</summary>
    static VariableDeclaratorSyntax? Field(PropertyDeclarationSyntax property)
    {
        var getter = property.AccessorList?.Accessors.FirstOrDefault(static a => a.IsKind(SyntaxKind.GetAccessorDeclaration));
        var given = property.ExpressionBody?.Expression ?? getter?.ExpressionBody?.Expression ?? (getter?.Body is { Statements: [ReturnStatementSyntax { Expression: { } value }] } ? value : null);
        return given is IdentifierNameSyntax name && property.Parent is TypeDeclarationSyntax type
            ? type.Members.OfType<FieldDeclarationSyntax>().SelectMany(static f => f.Declaration.Variables).FirstOrDefault(v => v.Identifier.ValueText == name.Identifier.ValueText) : null;
    }
}
