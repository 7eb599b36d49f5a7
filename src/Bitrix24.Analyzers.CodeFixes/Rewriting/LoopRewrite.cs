using Bitrix24.Analyzers.CodeFixes.Dependence;
using Bitrix24.Analyzers.CodeFixes.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Bitrix24.Analyzers.CodeFixes.Rewriting;

/// <summary>Puts a batch in the place of a loop, or before a loop that then takes its answers from it.</summary>
static class LoopRewrite
{
    public static SyntaxNode? Apply(SyntaxNode root, CallSite site, CallShape shape)
    {
        var plan = site.Plan;
        if (plan.Loop.ContainsDirectives || plan.Loop.Parent is LabeledStatementSyntax)
            return null;
        if (plan.IsWholeBody && !plan.AnswerIsUsed && (plan.Halts || !shape.Answers))
            return root.ReplaceNode(plan.Loop, Sent(site, shape));
        return shape.Answers ? Insert(root, plan.Loop, Created(site, shape, out var variable), Answered(plan, variable)) : null;
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
        return statement
            .WithLeadingTrivia(plan.Loop.GetLeadingTrivia().AddRange(statement.GetLeadingTrivia()))
            .WithTrailingTrivia(plan.Loop.GetTrailingTrivia())
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    static StatementSyntax Created(CallSite site, CallShape shape, out string variable)
    {
        variable = site.Names.Take("batch");
        return SyntaxFactory.ParseStatement(BatchCode.Create(site, shape, variable))
            .WithLeadingTrivia(site.Plan.Loop.GetLeadingTrivia())
            .WithTrailingTrivia(SyntaxFactory.EndOfLine(site.Layout.NewLine), SyntaxFactory.Whitespace(site.Layout.Indentation(0)))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    /// <summary>The loop, with the batch's next answer where the call was.</summary>
    static StatementSyntax Answered(LoopPlan plan, string variable)
    {
        var next = SyntaxFactory.ParseExpression(plan.IsAsync ? variable + ".NextAsync()" : variable + ".Next()");
        var answer = (plan.IsAsync ? plan.Whole.ReplaceNode(plan.Call, next.WithTriviaFrom(plan.Call)) : next).WithTriviaFrom(plan.Whole);
        var loop = plan.Loop.TrackNodes(plan.Moved.Append<SyntaxNode>(plan.Whole));
        loop = loop.ReplaceNode(loop.GetCurrentNode(plan.Whole)!, answer);
        loop = loop.RemoveNodes(plan.Moved.Select(statement => loop.GetCurrentNode(statement)!), SyntaxRemoveOptions.KeepNoTrivia)!;
        return loop.WithoutLeadingTrivia();
    }

    static SyntaxNode Insert(SyntaxNode root, StatementSyntax loop, StatementSyntax batch, StatementSyntax answered) => loop.Parent switch
    {
        BlockSyntax or SwitchSectionSyntax => root.ReplaceNode(loop, [batch, answered]),
        GlobalStatementSyntax global => root.ReplaceNode(global, [SyntaxFactory.GlobalStatement(batch), SyntaxFactory.GlobalStatement(answered)]),
        _ => root.ReplaceNode(loop, SyntaxFactory.Block(batch, answered).WithAdditionalAnnotations(Formatter.Annotation)),
    };
}
