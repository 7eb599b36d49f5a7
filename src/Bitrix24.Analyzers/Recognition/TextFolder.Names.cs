using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Recognition;

/// <summary>Texts behind names: parameters, locals, fields and properties.</summary>
sealed partial class TextFolder
{
    Text FoldName(ExpressionSyntax expression, int depth)
    {
        if (ModelOf(expression) is not { } semantics)
            return Text.Unknown;
        if (semantics.GetConstantValue(expression, cancellation) is { HasValue: true, Value: { } constant })
            return Text.Literal(constant as string ?? Convert.ToString(constant, System.Globalization.CultureInfo.InvariantCulture) ?? "");
        switch (semantics.GetSymbolInfo(expression, cancellation).Symbol)
        {
            case IParameterSymbol parameter:
                return SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, owner)
                    ? Text.Parameter(parameter.Ordinal, parameter.Name)
                    : Text.Hole(TextPartKind.Local, parameter.Name);
            case ILocalSymbol local:
                return FoldLocal(local, expression, depth);
            case IFieldSymbol field:
                return FoldMember(field, expression, depth);
            case IPropertySymbol property:
                return FoldMember(property, expression, depth);
            case IMethodSymbol method:
                return FoldReturn(method, depth);
            default:
                return Text.Hole(TextPartKind.Unknown, "");
        }
    }

    Text FoldLocal(ILocalSymbol local, ExpressionSyntax use, int depth)
    {
        // A local that is made of itself is a hole in its own text.
        if (local.DeclaringSyntaxReferences is not [var reference] || !_open.Add(local))
            return Text.Hole(TextPartKind.Local, local.Name);
        var text = FoldLocal(local, reference.GetSyntax(cancellation), use, depth);
        _open.Remove(local);
        return text;
    }

    Text FoldLocal(ILocalSymbol local, SyntaxNode declaration, ExpressionSyntax use, int depth)
    {
        // A counter is not what it starts with.
        if (declaration.Parent?.Parent is ForStatementSyntax)
            return Text.Hole(TextPartKind.Local, local.Name);
        var scope = declaration.Ancestors().FirstOrDefault(static n => n is BlockSyntax or SwitchSectionSyntax or CompilationUnitSyntax or AnonymousFunctionExpressionSyntax) ?? declaration;
        var values = new List<ExpressionSyntax>();
        var appended = new List<ExpressionSyntax>();
        if (declaration is VariableDeclaratorSyntax { Initializer.Value: { } initial })
            values.Add(initial);
        foreach (var assignment in model.IndexOf(declaration).Assignments(local.Name))
        {
            if (assignment.SpanStart > use.SpanStart || !scope.Span.Contains(assignment.Span) || assignment.Left is not (IdentifierNameSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "RequestUri" or "Resource" }))
                continue;
            if (assignment.IsKind(SyntaxKind.AddAssignmentExpression))
                appended.Add(assignment.Right);
            else if (assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
                values.Add(assignment.Right);
        }

        var text = values.Select(v => v is StackAllocArrayCreationExpressionSyntax ? Text.Unknown : Fold(v, depth + 1)).Aggregate(Text.Unknown, Prefer);
        text = appended.Aggregate(text, (sum, part) => sum + Fold(part, depth + 1));
        return text.IsUnknown ? Text.Hole(TextPartKind.Local, local.Name) : text;
    }

    /// <summary>A member of an object that a parameter or a constant object carries, or a member with a value of its own.</summary>
    Text FoldMember(ISymbol member, ExpressionSyntax expression, int depth)
    {
        var hole = Text.Hole(TextPartKind.Member, member.Name);
        if (expression is MemberAccessExpressionSyntax access && !member.IsStatic && access.Expression is not ThisExpressionSyntax)
        {
            var carrier = Fold(access.Expression, depth + 1);
            if (carrier.SoleParameter >= 0 || RestIdentifier.LooksRest(carrier) || carrier.Parts is [{ Kind: TextPartKind.Literal }])
                return carrier;

            // What belongs to a local changes with it.
            if (carrier.HasLocal)
                hole = Text.Hole(TextPartKind.Local, member.Name);
        }

        if (member is IPropertySymbol { IsAbstract: true, GetMethod: { } getter } && ModelOf(expression) is { } semantics && model.Implementation(getter.OriginalDefinition, expression, semantics) is { } overriding
            && FoldReturn(overriding, depth + 1) is { IsUnknown: false } overridden)
            return overridden;
        if (member.DeclaringSyntaxReferences is not [var reference] || member is IFieldSymbol { IsStatic: false, IsReadOnly: false, DeclaredAccessibility: not Accessibility.Private })
            return hole;
        ExpressionSyntax? value = reference.GetSyntax(cancellation) switch
        {
            VariableDeclaratorSyntax declarator => declarator.Initializer?.Value,
            PropertyDeclarationSyntax { ExpressionBody: { } body } => body.Expression,
            PropertyDeclarationSyntax { Initializer: { } initializer } => initializer.Value,
            PropertyDeclarationSyntax property => property.AccessorList?.Accessors
                .Where(static a => a.IsKind(SyntaxKind.GetAccessorDeclaration))
                .Select(static a => a.ExpressionBody?.Expression ?? ReturnedBy(a.Body)).FirstOrDefault(),
            _ => null,
        };
        if (value is null || ModelOf(value) is null)
            return hole;
        var text = new TextFolder(model, null, cancellation).Fold(value, depth + 1);
        return text.IsUnknown ? hole : text;
    }

    /// <summary>What a method of the user returns, in terms of that method's parameters.</summary>
    Text FoldReturn(IMethodSymbol method, int depth)
    {
        var definition = method.OriginalDefinition;
        if (depth > MaxDepth || definition.DeclaringSyntaxReferences is not [var reference])
            return Text.Unknown;
        var returned = reference.GetSyntax(cancellation) switch
        {
            MethodDeclarationSyntax m => m.ExpressionBody?.Expression ?? ReturnedBy(m.Body),
            LocalFunctionStatementSyntax l => l.ExpressionBody?.Expression ?? ReturnedBy(l.Body),
            AccessorDeclarationSyntax a => a.ExpressionBody?.Expression ?? ReturnedBy(a.Body),
            ArrowExpressionClauseSyntax arrow => arrow.Expression,
            _ => null,
        };
        return returned is null || ModelOf(returned) is null
            ? Text.Unknown
            : new TextFolder(model, definition, cancellation).Fold(returned, depth + 1);
    }
}
