using Bitrix24.Analyzers.CodeFixes.Dependence;
using Bitrix24.Analyzers.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Splitting;

/// <summary>A helper and what becomes of it.</summary>
/// <param name="Helper">The helper.</param>
/// <param name="Changed">The helper, making its parameters by a function of their own.</param>
/// <param name="Parameters">That function, or null where it is there already.</param>
/// <param name="Sends">The function that says whether the helper makes its call, or null where it always does, or where it is there already.</param>
/// <param name="Rest">What the helper does besides, as an overload that is given the call; null where it does nothing.</param>
/// <param name="Layout">The layout of the helper's class.</param>
sealed record SplitMethod(CallingMethod Helper, MethodDeclarationSyntax Changed, MemberDeclarationSyntax? Parameters, MemberDeclarationSyntax? Sends, RestOfMethod? Rest, Layout Layout)
{
    /// <summary>Marks the overload that stands for <see cref="Rest"/> while the proof is made.</summary>
    SyntaxAnnotation Provisional { get; } = new();

    /// <summary>Marks the helper, which other calls still need, until the proof is made.</summary>
    SyntaxAnnotation Whole { get; } = new();

    /// <summary>What is left of the helper can throw this before it asks for its answer.</summary>
    public Prelude Prelude { get; init; } = Prelude.Quiet;

    public static async Task<SplitMethod?> OfAsync(CallingMethod helper, bool writes, CancellationToken cancellation)
    {
        var layout = Layout.At(helper.Declaration);
        var method = helper.Semantics.GetDeclaredSymbol(helper.Declaration)!;
        var slice = ThinMethod.Of(helper);
        var moved = slice;
        RestOfMethod? rest = null;
        var prelude = Prelude.Quiet;
        if (slice is null || !GivesTheSame(helper) || helper.Guards?.ReturnValues == true)
        {
            if (await MethodRound.OfAsync(helper, writes, cancellation).ConfigureAwait(false) is not { } round || RestOfMethod.Of(helper, round, layout) is not { } made)
                return null;
            (slice, moved, rest, prelude) = (round.Slice, round.Moved, made, round.Prelude);
        }

        MemberDeclarationSyntax? parameters = null;
        if (helper.Parameters is not null && !(IsSplit(helper) && slice.Count == 0))
        {
            if (TypeOfParameters(helper) is not { } type || method.ContainingType.GetMembers(helper.ParametersName).Length > 0)
                return null;
            parameters = Member.Parameters(helper, slice, type, layout);
        }
        else if (slice.Count > 0)
            return null;

        var sends = helper.Guards?.Sends(helper, layout);
        var isThere = sends is null ? false : Member.IsThere(method.ContainingType, helper.SendsName, sends);
        if (isThere is null)
            return null;
        return new SplitMethod(helper, rest is null ? WithoutSlice(helper, moved!) : rest.Forwarder, parameters, isThere == true ? null : sends, rest, layout) { Prelude = prelude };
    }

    static MethodDeclarationSyntax WithoutSlice(CallingMethod helper, IReadOnlyList<StatementSyntax> moved)
    {
        if (helper.Parameters is null)
            return helper.Declaration;
        var tracked = helper.Declaration.TrackNodes(moved.Append<SyntaxNode>(helper.Parameters.Expression));
        tracked = tracked.ReplaceNode(tracked.GetCurrentNode(helper.Parameters.Expression)!, MadeParameters(helper).WithTriviaFrom(helper.Parameters.Expression));
        return tracked.RemoveNodes(moved.Select(s => tracked.GetCurrentNode(s)!), SyntaxRemoveOptions.KeepNoTrivia)!;
    }

    public static ExpressionSyntax MadeParameters(CallingMethod helper) => SyntaxFactory.ParseExpression($"{helper.ParametersName}({Member.ArgumentList(helper)})");

    static string? TypeOfParameters(CallingMethod helper)
    {
        var parameters = helper.Wrapper.OriginalDefinition.Parameters;
        var type = (helper.Parameters!.NameColon is { } colon
            ? parameters.FirstOrDefault(p => p.Name == colon.Name.Identifier.ValueText)
            : parameters.ElementAtOrDefault(helper.Call.ArgumentList.Arguments.IndexOf(helper.Parameters)))?.Type;
        if (type is null or ITypeParameterSymbol)
            return null;
        var maybeNull = helper.Semantics.GetTypeInfo(helper.Parameters.Expression).Nullability.FlowState == NullableFlowState.MaybeNull;
        return Shapes.TypeText.Of(type.WithNullableAnnotation(maybeNull ? type.NullableAnnotation : NullableAnnotation.None), helper.Semantics, helper.Declaration.SpanStart);
    }

    /// <summary>The loop gets from the call what it got from the helper, or gets nothing from either.</summary>
    static bool GivesTheSame(CallingMethod helper)
    {
        var (given, made) = (helper.Semantics.GetDeclaredSymbol(helper.Declaration)!.ReturnType, helper.Wrapper.ReturnType);
        return SymbolEqualityComparer.Default.Equals(given, made) || given is INamedTypeSymbol { Name: "Task", IsGenericType: false } && made is INamedTypeSymbol { Name: "Task" }
            || given.SpecialType == SpecialType.System_Void && made is not INamedTypeSymbol { Name: "Task" or "ValueTask" };
    }

    static bool IsSplit(CallingMethod helper) => helper.Parameters!.Expression is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var name } } made && name == helper.ParametersName
        && string.Join(", ", made.ArgumentList.Arguments.Select(static a => a.ToString())) == Member.ArgumentList(helper);

    /// <summary>The root with the helper split. Where it does more than the call, it stays whole, and the overload has its provisional form.</summary>
    public SyntaxNode Apply(SyntaxNode root, MethodDeclarationSyntax declaration, MemberDeclarationSyntax? bridge)
    {
        var added = new[] { Rest?.Proof.WithAdditionalAnnotations(Provisional), Parameters, Sends, bridge }.OfType<MemberDeclarationSyntax>();
        return root.ReplaceNode(declaration, added.Prepend(Rest is null ? Changed : declaration.WithAdditionalAnnotations(Whole)));
    }

    /// <summary>The root with everything in its final form; null where something else has the overload's signature.</summary>
    public SyntaxNode? Finish(SyntaxNode root)
    {
        if (Rest is null)
            return root;
        root = root.ReplaceNode(root.GetAnnotatedNodes(Whole).Single(), Changed);
        var provisional = root.GetAnnotatedNodes(Provisional).Single();
        var there = provisional.Parent!.ChildNodes().OfType<MethodDeclarationSyntax>().Where(m => IsLike(m, (MethodDeclarationSyntax)Rest.Overload)).ToList();
        if (there.Count == 0)
            return root.ReplaceNode(provisional, Rest.Overload);
        return there is [var only] && SyntaxFactory.AreEquivalent(only.Body, ((MethodDeclarationSyntax)Rest.Overload).Body) ? root.RemoveNode(provisional, SyntaxRemoveOptions.KeepNoTrivia) : null;
    }

    /// <summary>The same name and parameters, as far as both are written in the same way: the last one's type may be shortened.</summary>
    static bool IsLike(MethodDeclarationSyntax one, MethodDeclarationSyntax other)
    {
        var (types, others) = (Types(one), Types(other));
        return one.Identifier.ValueText == other.Identifier.ValueText && types.Count == others.Count
            && types.Last()?.GetLastToken().ValueText == others.Last()?.GetLastToken().ValueText
            && types.Zip(others, static (a, b) => SyntaxFactory.AreEquivalent(a, b)).Take(types.Count - 1).All(static same => same);
    }

    static List<TypeSyntax?> Types(MethodDeclarationSyntax method) => [.. method.ParameterList.Parameters.Select(static p => p.Type)];
}
