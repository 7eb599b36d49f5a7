using Bitrix24.Analyzers.CodeFixes.Fixes;
using Bitrix24.Analyzers.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>The whole edit of a poll: what knows of changes, the loop over them, and the condition.</summary>
static class PollEdit
{
    /// <summary>The tree, and the list as its rows are known now; null where it cannot be rewritten.</summary>
    public static (SyntaxNode Root, PolledList List)? Apply(Document document, SyntaxNode root, SemanticModel semantics, FixedFinding finding, PolledList all, string way, CancellationToken cancellation)
    {
        if (PollPlan.Of(root, semantics, finding, cancellation) is not { } plan || !PollRewrite.Fits(plan) || (plan.Gone.Count > 0 ? all.WithDeletions() : all) is not { } list || IsPassing(plan, list)
            || PolledCall.Of(document, plan, finding, cancellation) is not { } polled)
            return null;
        var changed = NameFor(plan, "changed", list.Row + "Changed");
        if (polled.Condition(new ListCondition(plan.Innermost, new FilterKeys(list, plan.ReadsAllPages), changed)) is not var (old, added) || ChangesCode.Create(list, way, plan, polled, cancellation) is not { } create)
            return null;
        return (plan.Round.Home == Home.Variable ? InVariable(root, plan, list, changed, old, added, create) : ChangesField.Apply(root, semantics, plan, list, changed, old, added, create, way)) is { } edited ? (edited, list) : null;
    }

    /// <summary>The list asks for something that rows come to by themselves, without being changed.</summary>
    static bool IsPassing(PollPlan plan, PolledList list) => plan.Levels.SelectMany(static l => l.Statements).Any(s => Passing.MentionsPassingField(s) || list.Method.Entity == "tasks.task" && Passing.AsksForState(s, plan.Innermost.Scene));

    static SyntaxNode? InVariable(SyntaxNode root, PollPlan plan, PolledList list, string changed, ExpressionSyntax old, ExpressionSyntax added, string create)
    {
        var statement = (StatementSyntax)plan.Round.Whole;
        var layout = Layout.At(statement);
        var variable = new Names(statement).Take(list.Row + "Changes");
        var (edited, whole) = new PollRewrite(plan, variable, changed).Apply(root, old, added, ahead: null);
        var current = (StatementSyntax)whole;
        return LoopRewrite.Insert(edited, current, [LoopRewrite.Ahead($"var {variable} = {create};", current, layout), current.WithoutLeadingTrivia()], layout);
    }

    /// <summary>A name that is free in all methods that it goes through.</summary>
    static string NameFor(PollPlan plan, params string[] wanted)
    {
        var names = plan.Levels.Select(static l => new Names(l.Statements[0])).ToList();
        return wanted.FirstOrDefault(w => names.TrueForAll(n => n.IsFree(w))) ?? names[0].Take(wanted);
    }
}
