using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Simplification;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary><c>foreach</c>, and a list's <c>ForEach</c> with a lambda.</summary>
static class ForeachHeader
{
    public static LoopHeader? Of(ForEachStatementSyntax loop, Scene scene, out string refusal)
    {
        refusal = "await foreach takes its elements one by one";
        if (loop.AwaitKeyword.RawKind != 0)
            return null;
        refusal = "the loop's variable is not known";
        if (scene.Declared(loop) is not ILocalSymbol element || element.RefKind != RefKind.None)
            return null;
        if (Header(loop, loop.Statement, loop.Expression, element, scene, out refusal) is not { } header)
            return null;

        var info = scene.Semantics.GetForEachStatementInfo(loop);
        if (IsGeneric(scene.TypeOf(loop.Expression)) && info.ElementConversion.IsIdentity)
            return header;
        refusal = "the elements have another type than the loop's variable";
        if (header.Hoist || info.ElementConversion is { IsUserDefined: true } or { IsNumeric: true } or { IsNullable: true } || element.Type.TypeKind == TypeKind.Dynamic)
            return null;
        return header with { Elements = Cast(loop.Expression, element.Type) };
    }

    public static LoopHeader? Of(AnonymousFunctionExpressionSyntax function, Scene scene, out string refusal)
    {
        refusal = "an asynchronous lambda is not waited for";
        if (function.AsyncKeyword.RawKind != 0)
            return null;
        refusal = "ForEach is not that of a list";
        var invocation = function.FirstAncestorOrSelf<InvocationExpressionSyntax>()!;
        if (invocation.Parent is not ExpressionStatementSyntax statement
            || scene.SymbolOf(invocation) is not IMethodSymbol { ContainingType: { Name: "List" or "ImmutableList" } type } || !Aliasing.IsOfFramework(type))
            return null;
        var parameter = function switch
        {
            SimpleLambdaExpressionSyntax simple => simple.Parameter,
            ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [var only] } => only,
            AnonymousMethodExpressionSyntax { ParameterList.Parameters: [var only] } => only,
            _ => null,
        };
        refusal = "the lambda's parameter is not known";
        if (parameter is null || scene.Declared(parameter) is not IParameterSymbol element)
            return null;
        return Header(statement, function.Body, ((MemberAccessExpressionSyntax)invocation.Expression).Expression, element, scene, out refusal);
    }

    static LoopHeader? Header(StatementSyntax loop, SyntaxNode body, ExpressionSyntax source, ISymbol element, Scene scene, out string refusal)
    {
        refusal = "the elements are not known";
        if (scene.Operation(source) is not { } operation)
            return null;
        var sources = ImmutableArray.Create(source);
        var effects = scene.EffectsOf([source], static _ => false);
        refusal = "the elements are not understood";
        if (effects.IsBroken)
            return null;

        var isPure = !effects.Varies && effects.Impurity(static _ => false) is null;
        var isStored = Repeatable.IsStored(scene.TypeOf(source));
        if (isStored && isPure && IsNamed(source))
            return new(loop, body, source, element, sources);
        if (isStored)
            return new(loop, body, source, element, sources) { Hoist = true };

        refusal = "the elements may not be enumerated twice";
        var repeatable = new Repeatable(scene.Locals);
        if (!isPure || !repeatable.Is(operation))
            return null;
        var origins = repeatable.Origins.Select(static o => o.Syntax).OfType<ExpressionSyntax>().ToImmutableArray();
        var chain = scene.EffectsOf(origins, static _ => false);
        return chain.Varies || chain.Impurity(static _ => false) is not null ? null : new(loop, body, source, element, sources.AddRange(origins));
    }

    /// <summary>Names and members only; anything else makes its collection anew.</summary>
    static bool IsNamed(ExpressionSyntax source) => source.DescendantNodesAndSelf().All(static n =>
        n is NameSyntax or MemberAccessExpressionSyntax or ThisExpressionSyntax or BaseExpressionSyntax or ParenthesizedExpressionSyntax or ElementAccessExpressionSyntax
            or BracketedArgumentListSyntax or ArgumentSyntax or LiteralExpressionSyntax or TypeArgumentListSyntax or PredefinedTypeSyntax
            or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression });

    static bool IsGeneric(ITypeSymbol? type) => type is not null && (IsSequence(type) || type.AllInterfaces.Any(IsSequence));

    static bool IsSequence(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T;

    static InvocationExpressionSyntax Cast(ExpressionSyntax source, ITypeSymbol type) => SyntaxFactory.InvocationExpression(
        SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression,
            source.WithoutTrivia(),
            SyntaxFactory.GenericName(SyntaxFactory.Identifier("Cast"), SyntaxFactory.TypeArgumentList(SyntaxFactory.SingletonSeparatedList(
                SyntaxFactory.ParseTypeName(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)).WithAdditionalAnnotations(Simplifier.Annotation))))));
}
