using Bitrix24.Analyzers.CodeFixes.Dependence;
using Bitrix24.Analyzers.CodeFixes.Fixes;
using Bitrix24.Analyzers.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>A loop that waits in every round: what changed is known to a variable ahead of it.</summary>
static class LoopPoll
{
    public static SyntaxNode? Apply(Document document, SyntaxNode root, SemanticModel semantics, FixedFinding finding, PolledList list, string way, CancellationToken cancellation)
    {
        if (root.FindToken(finding.Span.Start) is not { Parent: StatementSyntax loop } start || loop.ContainsDirectives || loop.Parent is LabeledStatementSyntax
            || CallOf(root, finding, semantics, cancellation) is not { } call || !loop.Span.Contains(call.Span) || Scene.Of(loop, semantics, cancellation) is not { } scene || scene.HasErrors(loop)
            || Round.Of(start, call, scene) is not { } round)
            return null;
        var reading = new Reading(scene, call, round.Statements, MayReturn: false);
        if (!reading.Span.Contains(call.Span) || ReadingCode.Refusal(reading) is not null || PolledCall.Of(document, reading, loop, finding, cancellation) is not { } polled)
            return null;
        var names = polled.Site.Names;
        var changed = names.Take("changed", list.Row + "Changed");
        var pages = call.Ancestors().TakeWhile(a => reading.Span.Contains(a.Span)).Any(static a => a is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax);
        if (new ListCondition(reading, new FilterKeys(list, pages), polled.KeepsNames, changed).In(polled.Parameters) is not var (old, added) || ChangesCode.Create(list, way, polled, cancellation) is not { } create)
            return null;
        var variable = names.Take(list.Row + "Changes");
        var rewrite = new PollRewrite(variable, changed, polled.Site.Plan.IsAsync ? Configured(call) : null);
        var block = (BlockSyntax)round.Statements[0].Parent!;
        var wrapped = loop.ReplaceNode(block, rewrite.Wrap(block, round.Statements, s => s.Span.Contains(old.Span) ? s.ReplaceNode(old, added) : s));
        return LoopRewrite.Insert(root, loop, [LoopRewrite.Ahead($"var {variable} = {create};", loop, polled.Site.Layout), wrapped.WithoutLeadingTrivia()], polled.Site.Layout);
    }

    /// <summary>The call on the way that names the REST method.</summary>
    static InvocationExpressionSyntax? CallOf(SyntaxNode root, FixedFinding finding, SemanticModel semantics, CancellationToken cancellation) => finding.Way
        .Select(span => root.FindToken(span.Start).Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>()).OfType<InvocationExpressionSyntax>()
        .FirstOrDefault(c => c.ArgumentList.Arguments.Any(a => semantics.GetConstantValue(a.Expression, cancellation) is { HasValue: true, Value: string text } && text.IndexOf(finding[FixPayload.RestMethod]!, StringComparison.OrdinalIgnoreCase) >= 0));

    /// <summary><c>.ConfigureAwait(false)</c>, where the call has it.</summary>
    static string Configured(InvocationExpressionSyntax call) => call.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax configured } ? "." + "ConfigureAwait" + configured.ArgumentList : "";
}
