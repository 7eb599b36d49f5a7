using Bitrix24.Analyzers.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Bitrix24.Analyzers.CodeFixes.Splitting;

/// <summary>What a helper does around its call.</summary>
/// <param name="Forwarder">The helper itself, which gives its call to the overload.</param>
/// <param name="Overload">The helper's body, which makes the call that it is given.</param>
/// <param name="Proof">The same with the answer in place of the call, for the proof.</param>
/// <param name="Answer">The code that takes the answer, with <c>{0}</c> where the call stands.</param>
sealed record RestOfMethod(MethodDeclarationSyntax Forwarder, MemberDeclarationSyntax Overload, MemberDeclarationSyntax Proof, string Answer)
{
    public static RestOfMethod? Of(CallingMethod helper, MethodRound round, Layout layout)
    {
        var taken = Dependence.TakenCall.Of(helper.Call, helper.Semantics, CancellationToken.None)!;
        if (AnswerType(helper) is not { } answer)
            return null;
        var type = Shapes.TypeText.Of(answer, helper.Semantics, helper.Declaration.SpanStart);
        var names = new Names(helper.Declaration);
        var send = names.Take("send", "sendCall");
        var called = SyntaxFactory.ParseExpression(send + "()");
        var kept = taken.IsAsync ? (ExpressionSyntax)helper.Call : taken.Whole;
        var function = taken.IsAsync ? $"System.Func<System.Threading.Tasks.Task<{type}>>" : $"System.Func<{type}>";
        var sent = helper.Parameters is null ? kept : kept.ReplaceNode(helper.Parameters.Expression, SplitMethod.MadeParameters(helper).WithTriviaFrom(helper.Parameters.Expression));
        var arguments = string.Join(", ", helper.Declaration.ParameterList.Parameters.Select(static p => p.Identifier.Text).Append($"() => {layout.Code(sent, kept, 0)}"));
        var plain = taken.Whole is AwaitExpressionSyntax ? "await {0}" : taken.Whole.ReplaceNode(helper.Call, SyntaxFactory.IdentifierName("__call")).ToString().Replace("__call", "{0}");
        return new RestOfMethod(
            Forwards(helper, $"{helper.Declaration.Identifier.Text}({arguments})", layout),
            Made(helper, round, kept, called, function, send, layout),
            Made(helper, round, taken.Whole, SyntaxFactory.IdentifierName(send), type, send, layout),
            plain);
    }

    static ITypeSymbol? AnswerType(CallingMethod helper) => helper.Semantics.GetTypeInfo(helper.Call).Type switch
    {
        INamedTypeSymbol { Name: "Task" } task => task.TypeArguments.FirstOrDefault(),
        { Name: "ValueTask" } or { SpecialType: SpecialType.System_Void } => null,
        var other => other,
    };

    static MethodDeclarationSyntax Forwards(CallingMethod helper, string code, Layout layout)
    {
        var declaration = helper.Declaration;
        var modifiers = SyntaxFactory.TokenList(declaration.Modifiers.Where(static m => !m.IsKind(SyntaxKind.AsyncKeyword)));
        return declaration
            .WithModifiers(modifiers)
            .WithBody(null)
            .WithParameterList(declaration.ParameterList.WithTrailingTrivia(SyntaxFactory.Space))
            .WithExpressionBody(SyntaxFactory.ArrowExpressionClause(SyntaxFactory.Token(SyntaxKind.EqualsGreaterThanToken).WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.ParseExpression(code)))
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken))
            .WithTrailingTrivia(SyntaxFactory.EndOfLine(layout.NewLine));
    }

    static MemberDeclarationSyntax Made(CallingMethod helper, MethodRound round, ExpressionSyntax replaced, ExpressionSyntax by, string type, string name, Layout layout)
    {
        var declaration = helper.Declaration.TrackNodes(round.Moved.Append<SyntaxNode>(replaced));
        declaration = declaration.ReplaceNode(declaration.GetCurrentNode(replaced)!, by.WithTriviaFrom(replaced));
        declaration = WithoutBlankStart(declaration.RemoveNodes(round.Moved.Select(s => declaration.GetCurrentNode(s)!), SyntaxRemoveOptions.KeepNoTrivia)!);
        var modifiers = helper.Accessibility.Concat(declaration.Modifiers.Select(static m => m.Kind()).Where(static m => m is SyntaxKind.StaticKeyword or SyntaxKind.AsyncKeyword or SyntaxKind.UnsafeKeyword));
        var added = SyntaxFactory.Parameter(SyntaxFactory.Identifier(name))
            .WithType(SyntaxFactory.ParseTypeName(type).WithAdditionalAnnotations(Simplifier.Annotation).WithTrailingTrivia(SyntaxFactory.Space));
        var parameters = declaration.ParameterList.Parameters.Select(static p => p.WithDefault(null).WithoutTrailingTrivia()).Append(added).ToList();
        var separators = Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), parameters.Count - 1);
        return declaration
            .WithAttributeLists(default)
            .WithModifiers(SyntaxFactory.TokenList(modifiers.Select(static m => SyntaxFactory.Token(m).WithTrailingTrivia(SyntaxFactory.Space))))
            .WithParameterList(declaration.ParameterList.WithParameters(SyntaxFactory.SeparatedList(parameters, separators)))
            .WithLeadingTrivia(SyntaxFactory.EndOfLine(layout.NewLine), SyntaxFactory.Whitespace(layout.Indentation(0)));
    }

    /// <summary>No empty line where the first statements were.</summary>
    static MethodDeclarationSyntax WithoutBlankStart(MethodDeclarationSyntax declaration) => declaration.Body?.Statements.FirstOrDefault() is { } first && first.GetLeadingTrivia() is [{ RawKind: (int)SyntaxKind.EndOfLineTrivia }, ..]
        ? declaration.ReplaceNode(first, first.WithLeadingTrivia(first.GetLeadingTrivia().SkipWhile(static t => t.IsKind(SyntaxKind.EndOfLineTrivia))))
        : declaration;
}
