using Bitrix24.Analyzers.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>Puts the work of a round into a loop over what changed, and hands what changed to the call that reads.</summary>
/// <param name="Plan">The round.</param>
/// <param name="Changes">The variable or field that knows what changed.</param>
/// <param name="Changed">The condition of one read.</param>
sealed record PollRewrite(PollPlan Plan, string Changes, string Changed)
{
    const string Condition = "Bitrix24Changed";

    /// <summary>The tree with the round in its loop, and <paramref name="found"/>, or what the round stands in, found again.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="old">What reads the whole list.</param>
    /// <param name="added">The same with the condition.</param>
    /// <param name="ahead">A statement ahead of the loop in each round, or null.</param>
    /// <param name="found">A node to be found again.</param>
    public (SyntaxNode Root, SyntaxNode Whole) Apply(SyntaxNode root, ExpressionSyntax old, ExpressionSyntax added, string? ahead, SyntaxNode? found = null)
    {
        var work = Plan.Levels[0].Statements;
        var block = (BlockSyntax)work[0].Parent!;
        var layout = Layout.At(work[0]);
        var handed = Plan.Levels.Take(Plan.Levels.Count - 1).Select(static l => l.Call).ToList();
        var methods = Plan.Levels.Skip(1).Select(static l => l.Statements[0].FirstAncestorOrSelf<MethodDeclarationSyntax>()!).ToList();
        var result = found ?? Plan.Round.Whole;
        var tracked = root.TrackNodes([old, result, block, .. work, .. handed, .. methods, .. Plan.Gone.Select(static g => g.Condition)]);
        tracked = tracked.ReplaceNode(tracked.GetCurrentNode(old)!, added);
        foreach (var test in Plan.Gone)
            tracked = tracked.ReplaceNode(tracked.GetCurrentNode(test.Condition)!, test.Of(Changed, new Names(test.Condition).TakeForLambda("id", "key")));
        foreach (var call in handed.Select(c => tracked.GetCurrentNode(c)!.ArgumentList))
            tracked = tracked.ReplaceNode(call, call.WithArguments(First(call.Arguments, SyntaxFactory.Argument(SyntaxFactory.IdentifierName(Changed)))));
        foreach (var list in methods.Select(m => tracked.GetCurrentNode(m)!.ParameterList))
            tracked = tracked.ReplaceNode(list, list.WithParameters(First(list.Parameters, SyntaxFactory.Parameter(SyntaxFactory.Identifier(Changed)).WithType(SyntaxFactory.ParseTypeName(Condition).WithTrailingTrivia(SyntaxFactory.Space)))));
        var current = tracked.GetCurrentNode(block)!;
        tracked = tracked.ReplaceNode(current, Wrap(current, [.. work.Select(s => tracked.GetCurrentNode(s)!)], layout, ahead));
        return (tracked, tracked.GetCurrentNode(result)!);
    }

    static SeparatedSyntaxList<TNode> First<TNode>(SeparatedSyntaxList<TNode> list, TNode first)
        where TNode : SyntaxNode => list.Count == 0 ? SyntaxFactory.SingletonSeparatedList(first)
        : SyntaxFactory.SeparatedList<TNode>(new SyntaxNodeOrToken[] { first.WithLeadingTrivia(list[0].GetLeadingTrivia()), SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space) }.Concat(list.Replace(list[0], list[0].WithLeadingTrivia()).GetWithSeparators()));

    /// <summary>The block with the work in the loop.</summary>
    BlockSyntax Wrap(BlockSyntax block, IReadOnlyList<StatementSyntax> work, Layout layout, string? ahead)
    {
        var first = block.Statements.IndexOf(work[0]);
        var statements = block.Statements.ToList();
        statements.RemoveRange(first, work.Count);
        var blank = work[0].GetLeadingTrivia().TakeWhile(static t => t.Kind() is SyntaxKind.EndOfLineTrivia).ToList();
        var added = new List<StatementSyntax> { Loop(work, blank.Count, layout, block), Line(Called("Confirm"), layout) };
        if (ahead is not null)
            added.Insert(0, Line(ahead, layout));
        added[0] = added[0].WithLeadingTrivia(blank.Concat(added[0].GetLeadingTrivia()));
        statements.InsertRange(first, added);
        return block.WithStatements(SyntaxFactory.List(statements));
    }

    ForEachStatementSyntax Loop(IReadOnlyList<StatementSyntax> work, int blank, Layout layout, BlockSyntax around)
    {
        var moved = Indented.By(layout.Unit, work).ToList();
        moved[0] = moved[0].WithLeadingTrivia(moved[0].GetLeadingTrivia().Skip(blank));
        var header = $"foreach (var {Changed} in {Called("Next")}){(OpensOnItsLine(around) ? layout.Break(0) : " ")}{{{layout.NewLine}{layout.Indentation(0)}}}";
        var loop = (ForEachStatementSyntax)SyntaxFactory.ParseStatement(header);
        return loop.WithStatement(((BlockSyntax)loop.Statement).WithStatements(SyntaxFactory.List(moved)))
            .WithLeadingTrivia(SyntaxFactory.Whitespace(layout.Indentation(0))).WithTrailingTrivia(SyntaxFactory.EndOfLine(layout.NewLine));
    }

    /// <summary>Whether the braces around have lines of their own.</summary>
    static bool OpensOnItsLine(BlockSyntax around) => around.OpenBraceToken.LeadingTrivia.Any(SyntaxKind.EndOfLineTrivia) || around.OpenBraceToken.GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);

    /// <summary>Whether each statement of the work has its own lines, and what is started has: then nothing else moves.</summary>
    public static bool Fits(PollPlan plan) => plan.Levels[0].Statements.All(HasItsLines) && (plan.Round.Whole is not StatementSyntax whole || StartsLine(whole.GetFirstToken()));

    static bool HasItsLines(StatementSyntax statement) => StartsLine(statement.GetFirstToken()) && StartsLine(statement.GetLastToken().GetNextToken());

    static bool StartsLine(SyntaxToken token) => token.GetPreviousToken() is var before && (before.IsKind(SyntaxKind.None) || before.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia) || token.LeadingTrivia.Any(SyntaxKind.EndOfLineTrivia));

    static StatementSyntax Line(string code, Layout layout) => SyntaxFactory.ParseStatement(code + ";")
        .WithLeadingTrivia(SyntaxFactory.Whitespace(layout.Indentation(0))).WithTrailingTrivia(SyntaxFactory.EndOfLine(layout.NewLine));

    string Called(string member) => Plan.IsAsync ? $"await {Changes}.{member}Async(){Configured(Plan.Levels[0].Call)}" : $"{Changes}.{member}()";

    /// <summary><c>.ConfigureAwait(false)</c>, where the call has it.</summary>
    static string Configured(InvocationExpressionSyntax call) =>
        call.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" and var name, Parent: InvocationExpressionSyntax configured } ? $".{name}{configured.ArgumentList}" : "";
}
