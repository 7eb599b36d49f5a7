using System.Collections.Immutable;
using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Splitting;

/// <summary>
/// The body of a helper as the round of a loop, which says what the call in it needs and that no path leaves it out. Its
/// parameters are the elements, a return is the end of the round.
/// </summary>
/// <param name="Slice">Statements that the parameters of the call need.</param>
/// <param name="Moved">Those of them that nothing else needs.</param>
/// <param name="Prelude">What the helper can throw ahead of the call.</param>
sealed record MethodRound(ImmutableArray<StatementSyntax> Slice, ImmutableArray<StatementSyntax> Moved, Prelude Prelude)
{
    const string Round = "__round";
    const string Result = "__result";
    const string Origin = "Bitrix24.Origin";

    public static async Task<MethodRound?> OfAsync(CallingMethod helper, bool writes, CancellationToken cancellation)
    {
        var declaration = helper.Declaration;
        if (await helper.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root || Looped(helper) is not { } looped)
            return null;
        var document = helper.Document.WithSyntaxRoot(root.ReplaceNode(declaration, looped));
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } changed || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } semantics)
            return null;
        var call = (InvocationExpressionSyntax)changed.GetAnnotatedNodes(Origin).Single(n => n is InvocationExpressionSyntax);
        if (Fission.Plan(call, semantics, writes, FixPayload.OthersNone, cancellation, out _) is not { Guard: null } plan)
            return null;
        var statements = declaration.Body!.DescendantNodes().OfType<StatementSyntax>().ToDictionary(static s => Key(s));
        ImmutableArray<StatementSyntax> Originals(IEnumerable<StatementSyntax> made) => made.Select(s => statements[s.GetAnnotations(Origin).Single().Data!]).ToImmutableArray();
        return new MethodRound(Originals(plan.Slice), Originals(plan.Moved), plan.Prelude);
    }

    static string Key(SyntaxNode node) => node.SpanStart.ToString(System.Globalization.CultureInfo.InvariantCulture);

    static MethodDeclarationSyntax? Looped(CallingMethod helper)
    {
        if (helper.Declaration is not { Body: { } body, ParameterList.Parameters: var parameters })
            return null;
        var nodes = body.DescendantNodes().Where(n => n is StatementSyntax or IdentifierNameSyntax || n == helper.Call);
        var round = body.ReplaceNodes(nodes, (old, node) => Changed(old, node, helper));
        round = round.WithStatements(SyntaxFactory.List(round.Statements.Skip(helper.Guards?.Statements.Count ?? 0)));
        var fields = parameters.Select(static p => $"{p.Type} {p.Identifier.Text}").Concat(["int __", "int ___"]);
        var type = helper.Declaration.ReturnType is GenericNameSyntax { TypeArgumentList.Arguments: [var result] } && helper.Declaration.Modifiers.Any(SyntaxKind.AsyncKeyword) ? result : helper.Declaration.ReturnType;
        var returns = body.DescendantNodes().OfType<ReturnStatementSyntax>().Any(static r => r.Expression is not null);
        var code = $"{{ {(returns ? $"{type} {Result} = default!;" : "")} foreach (var {Round} in new ({string.Join(", ", fields)})[0]) {round.ToFullString()} {(returns ? $"return {Result};" : "")} }}";
        var block = (BlockSyntax)SyntaxFactory.ParseStatement(code);
        // What has been parsed has lost its marks.
        var loop = block.Statements.OfType<ForEachStatementSyntax>().Single();
        return helper.Declaration.WithBody(block.ReplaceNode(loop, loop.WithStatement(round)));
    }

    static SyntaxNode Changed(SyntaxNode old, SyntaxNode node, CallingMethod helper)
    {
        var origin = new SyntaxAnnotation(Origin, Key(old));
        switch (node)
        {
            case ReturnStatementSyntax returned when old.Ancestors().TakeWhile(a => a != helper.Declaration).All(static a => a is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)):
                var end = SyntaxFactory.ParseStatement("continue;");
                return returned.Expression is null ? end : SyntaxFactory.Block(SyntaxFactory.ParseStatement($"{Result} = __value;") is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assigned } set
                    ? set.WithExpression(assigned.WithRight(returned.Expression.WithoutLeadingTrivia())) : end, end);
            case StatementSyntax statement:
                return statement.WithAdditionalAnnotations(origin);
            case IdentifierNameSyntax name when helper.Semantics.GetSymbolInfo(old).Symbol is IParameterSymbol parameter && helper.Declaration.ParameterList.Parameters.Any(p => p.Identifier.ValueText == parameter.Name)
                && parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary }:
                return SyntaxFactory.ParseExpression($"{Round}.{name.Identifier.Text}").WithTriviaFrom(name);
            case InvocationExpressionSyntax call when old == helper.Call:
                return call.WithAdditionalAnnotations(origin);
            default:
                return node;
        }
    }
}
