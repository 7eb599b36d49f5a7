using Bitrix24.Analyzers.CodeFixes.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Bitrix24.Analyzers.CodeFixes.Rewriting;

/// <summary>
/// Puts a batch in the place of a loop, or before a loop that then takes its answers from it. The code is laid out like the
/// code around it, so no formatter is asked, whose options may be others than the document's.
/// </summary>
static class LoopRewrite
{
    public static SyntaxNode? Apply(SyntaxNode root, CallSite site, CallShape shape)
    {
        var plan = site.Plan;
        if (plan.Loop.ContainsDirectives || plan.Loop.Parent is LabeledStatementSyntax)
            return null;
        if (plan.IsWholeBody && !plan.AnswerIsUsed && !shape.IsTyped && (plan.Halts || !shape.Answers))
            return root.ReplaceNode(plan.Loop, Sent(site, shape));
        if (!shape.Answers)
            return null;
        if (!plan.HoistElements)
            return Insert(root, plan.Loop, [Created(site, shape, out var variable), Answered(site, variable, null)], site.Layout);
        if (plan.Loop is not ForEachStatementSyntax)
            return null;
        var holder = site.Names.Take(plan.Element + "s", "elements");
        var kept = Ahead($"var {holder} = {site.Layout.Code(plan.Elements, 0)};", plan.Loop, site.Layout);
        var created = Created(site with { Hoisted = holder }, shape, out var batch);
        return Insert(root, plan.Loop, [kept, created.WithoutLeadingTrivia(), Answered(site, batch, holder)], site.Layout);
    }

    /// <summary>The statement that does all that the loop did.</summary>
    static StatementSyntax Sent(CallSite site, CallShape shape)
    {
        var (plan, layout) = (site.Plan, site.Layout);
        var sent = BatchCode.Send(site, shape);
        var code = plan.IsAsync ? plan.Whole.ReplaceNode(plan.Call, SyntaxFactory.ParseExpression(sent)).WithoutTrivia().ToFullString() : sent;
        var kept = plan.Slice.AsEnumerable<SyntaxNode>().Concat([plan.Elements, plan.Call.ArgumentList]).ToList();
        if (plan.Guard is not null)
            kept.Add(plan.Guard);
        var comments = Comments.Outside(plan.Loop, kept).Where(comment => !plan.Slice.Any(s => s.GetLeadingTrivia().Concat(s.GetTrailingTrivia()).Any(t => Comments.Is(t) && t.ToString() == comment)));
        var statement = SyntaxFactory.ParseStatement(string.Concat(comments.Select(comment => comment + layout.Break(0))) + code + ";");
        return Shortened(statement)
            .WithLeadingTrivia(plan.Loop.GetLeadingTrivia().AddRange(statement.GetLeadingTrivia()))
            .WithTrailingTrivia(plan.Loop.GetTrailingTrivia());
    }

    static StatementSyntax Created(CallSite site, CallShape shape, out string variable)
    {
        variable = site.Names.Take("batch");
        return Ahead(BatchCode.Create(site, shape, variable), site.Plan.Loop, site.Layout);
    }

    /// <summary>A statement ahead of the loop.</summary>
    public static StatementSyntax Ahead(string code, StatementSyntax loop, Layout layout) => Statement(code)
        .WithLeadingTrivia(loop.GetLeadingTrivia())
        .WithTrailingTrivia(SyntaxFactory.EndOfLine(layout.NewLine), SyntaxFactory.Whitespace(layout.Indentation(0)));

    public static StatementSyntax Statement(string code) => Shortened(SyntaxFactory.ParseStatement(code));

    /// <summary>The loop, with the batch's next answer where the call was.</summary>
    static StatementSyntax Answered(CallSite site, string variable, string? elements)
    {
        var plan = site.Plan;
        var next = SyntaxFactory.ParseExpression(plan.IsAsync ? variable + ".NextAsync()" : variable + ".Next()");
        var member = SyntaxFactory.ParseExpression(variable + (plan.IsAsync ? ".NextAsync" : ".Next"));
        var answer = (site.HandsOn ? member : plan.IsAsync ? plan.Whole.ReplaceNode(plan.Call, next.WithTriviaFrom(plan.Call)) : next).WithTriviaFrom(plan.Whole);
        var loop = plan.Loop.TrackNodes(plan.Moved.Append<SyntaxNode>(plan.Whole));
        loop = loop.ReplaceNode(loop.GetCurrentNode(plan.Whole)!, answer);
        loop = loop.RemoveNodes(plan.Moved.Select(statement => loop.GetCurrentNode(statement)!), SyntaxRemoveOptions.KeepNoTrivia)!;
        if (elements is not null && loop is ForEachStatementSyntax each)
            loop = each.WithExpression(SyntaxFactory.IdentifierName(elements).WithTriviaFrom(each.Expression));
        return loop.WithoutLeadingTrivia();
    }

    public static SyntaxNode? Insert(SyntaxNode root, StatementSyntax loop, StatementSyntax[] statements, Layout layout) => loop.Parent switch
    {
        BlockSyntax or SwitchSectionSyntax => root.ReplaceNode(loop, statements),
        GlobalStatementSyntax global => root.ReplaceNode(global, statements.Select(SyntaxFactory.GlobalStatement)),
        _ when StartsLine(loop) => root.ReplaceNode(loop, Block(statements, loop.Parent!, layout)),
        _ => null,
    };

    static bool StartsLine(StatementSyntax loop) => loop.GetFirstToken().GetPreviousToken().TrailingTrivia.Any(static t => t.IsKind(SyntaxKind.EndOfLineTrivia));

    static BlockSyntax Block(StatementSyntax[] statements, SyntaxNode owner, Layout layout)
    {
        var indentation = SyntaxFactory.Whitespace(Layout.At(owner).Indentation(0));
        var end = SyntaxFactory.EndOfLine(layout.NewLine);
        return SyntaxFactory.Block(
            SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithLeadingTrivia(indentation).WithTrailingTrivia(end),
            SyntaxFactory.List(statements),
            SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithLeadingTrivia(indentation).WithTrailingTrivia(end));
    }

    /// <summary>Names that the proof wrote in full are shortened.</summary>
    static StatementSyntax Shortened(StatementSyntax statement) => statement.ReplaceNodes(
        statement.DescendantNodes().Where(static n => n is AliasQualifiedNameSyntax).Select(Whole).Distinct(),
        static (_, node) => node.WithAdditionalAnnotations(Simplifier.Annotation));

    static SyntaxNode Whole(SyntaxNode alias)
    {
        var name = alias;
        while (name.Parent is QualifiedNameSyntax || name.Parent is MemberAccessExpressionSyntax { Parent: MemberAccessExpressionSyntax } access && access.Expression == name)
            name = name.Parent;
        return name;
    }
}
