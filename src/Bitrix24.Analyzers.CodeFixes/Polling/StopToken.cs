using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>A token that ends all rounds. One that a round makes for itself ends its pages only, and rows behind them are never read.</summary>
sealed class StopToken(Reading reading)
{
    /// <summary>Methods that hand on a token; more are not written to read one list.</summary>
    const int MaxCalls = 4;

    public bool Is(ExpressionSyntax token) => Is(token, Repeated(reading.Call), 0);

    /// <param name="token">A token, or its source.</param>
    /// <param name="repeated">What runs again and again, or a method that it calls.</param>
    /// <param name="depth">Methods on the way.</param>
    bool Is(ExpressionSyntax token, SyntaxNode? repeated, int depth) => repeated is not null && token switch
    {
        ParenthesizedExpressionSyntax inner => Is(inner.Expression, repeated, depth),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Token", Expression: var source } => Is(source, repeated, depth),
        MemberAccessExpressionSyntax { Expression: not (ThisExpressionSyntax or BaseExpressionSyntax) and var holder } when reading.Scene.SymbolOf(token) is { IsStatic: false } => Is(holder, repeated, depth),
        IdentifierNameSyntax or MemberAccessExpressionSyntax => reading.Scene.SymbolOf(token) switch
        {
            IFieldSymbol or IPropertySymbol => reading.Scene.SymbolOf(token) is var member && AnswerMember.Holds(member) && !IsRenewed(member!.Name, repeated) && !HasLimit(member.Name, repeated),
            IParameterSymbol parameter when IsRenewed(parameter.Name, repeated) => false,
            IParameterSymbol parameter => repeated is not MethodDeclarationSyntax method || IsHanded(method, parameter, depth),
            ILocalSymbol { DeclaringSyntaxReferences: [var declaration] } local => repeated is not MethodDeclarationSyntax && !repeated.Span.Contains(declaration.Span) && !IsRenewed(local.Name, repeated),
            _ => false,
        },
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.DefaultLiteralExpression } => true,
        _ => false,
    };

    /// <summary>What is repeated around the code: the loop, the lambda, or the method.</summary>
    SyntaxNode? Repeated(SyntaxNode node) => node.Ancestors().FirstOrDefault(a => !reading.Span.Contains(a.Span)
        && (a is AnonymousFunctionExpressionSyntax or MethodDeclarationSyntax or LocalFunctionStatementSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CompilationUnitSyntax));

    /// <summary>The same for code that hands a token on; a loop in a loop may only turn pages.</summary>
    static SyntaxNode? Outermost(SyntaxNode node)
    {
        SyntaxNode? loop = null;
        foreach (var above in node.Ancestors())
        {
            if (above is AnonymousFunctionExpressionSyntax or MethodDeclarationSyntax or LocalFunctionStatementSyntax or CompilationUnitSyntax)
                return loop ?? above;
            if (above is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax)
                loop = above;
        }

        return loop;
    }

    static bool IsRenewed(string name, SyntaxNode repeated) => repeated.DescendantNodes().Any(n => n switch
    {
        AssignmentExpressionSyntax { Left: var target } => NameOf(target) == name,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TryReset", Expression: var source } } => NameOf(source) == name,
        _ => false,
    });

    /// <summary>Some method of the type gives it a time.</summary>
    static bool HasLimit(string name, SyntaxNode repeated) => repeated.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.DescendantNodes().Any(n => n switch
    {
        AssignmentExpressionSyntax { Left: var target, Right: BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } } => NameOf(target) == name,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CancelAfter" or "TryReset", Expression: var source } } => NameOf(source) == name,
        _ => false,
    }) == true;

    static string? NameOf(ExpressionSyntax expression) => (expression as IdentifierNameSyntax ?? (expression as MemberAccessExpressionSyntax)?.Name)?.Identifier.ValueText;

    /// <summary>Whether each call of the method hands on a token that ends all rounds; who starts the method otherwise decides on all of it.</summary>
    bool IsHanded(MethodDeclarationSyntax method, IParameterSymbol parameter, int depth) => depth < MaxCalls
        && (method.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.DescendantNodes().OfType<InvocationExpressionSyntax>() ?? [])
            .Where(c => NameOf(c.Expression) == method.Identifier.ValueText)
            .All(c => (c.ArgumentList.Arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == parameter.Name) ?? c.ArgumentList.Arguments.ElementAtOrDefault(parameter.Ordinal)) is not { } given || Is(given.Expression, Outermost(c), depth + 1));
}
