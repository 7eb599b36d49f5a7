using Bitrix24.Analyzers.CodeFixes.Dependence;
using Bitrix24.Analyzers.CodeFixes.Fixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>A round that was proved to work row by row.</summary>
/// <param name="Round">The round.</param>
/// <param name="Levels">From the round to the method that makes the call, each what reads at its level.</param>
/// <param name="Gone">What asks for rows that are gone.</param>
/// <param name="IsAsync">The round awaits.</param>
sealed record PollPlan(Round Round, IReadOnlyList<Reading> Levels, IReadOnlyList<GoneTest> Gone, bool IsAsync)
{
    /// <summary>Methods that call methods; more are not written to read one list.</summary>
    const int MaxLevels = 4;

    public Reading Innermost => Levels[Levels.Count - 1];

    /// <summary>All pages are read, so that no row is out of reach.</summary>
    public bool ReadsAllPages => Levels.Any(static l => l.Call.Ancestors().TakeWhile(a => l.Span.Contains(a.Span)).Any(static a => a is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax));

    /// <summary>What the call must not see anything of if it is made from outside: the rounds, or the method that makes it.</summary>
    public StatementSyntax Inside => Levels.Count == 1 ? Round.Home == Home.Variable ? Round.Whole as StatementSyntax ?? Round.Body : Round.Body : (BlockSyntax)Innermost.Statements[0].Parent!;

    public static PollPlan? Of(SyntaxNode root, SemanticModel semantics, FixedFinding finding, CancellationToken cancellation)
    {
        if (Round.Of(root.FindToken(finding.Span.Start), semantics) is not { } round || round.Whole.ContainsDirectives || round.Whole.Parent is LabeledStatementSyntax)
            return null;
        var calls = finding.Way.Select(span => root.FindToken(span.Start).Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>()).OfType<InvocationExpressionSyntax>().ToList();
        if (calls.Count == 0 || Scene.Of(calls[0], semantics, cancellation) is not { } first)
            return null;
        var named = calls.FindIndex(c => c.ArgumentList.Arguments.Any(a => PolledCall.Mentions(a.Expression, finding, c == calls[0] ? first : Scene.Of(c, semantics, cancellation) ?? first)));
        var gone = new List<GoneTest>();
        var levels = named < 0 ? null : LevelsOf(round, gone, calls.Take(named + 1).SkipWhile(c => !round.Body.Span.Contains(c.Span)).ToList(), semantics, cancellation);
        return levels is not null && TakenCall.Of(levels[0].Call, semantics, cancellation) is { } taken ? new PollPlan(round, levels, gone, taken.IsAsync) : null;
    }

    static List<Reading>? LevelsOf(Round round, List<GoneTest> gone, List<InvocationExpressionSyntax> calls, SemanticModel semantics, CancellationToken cancellation)
    {
        if (calls.Count is 0 or > MaxLevels)
            return null;
        var levels = new List<Reading>();
        var worksOnRows = false;
        BlockSyntax? body = round.Body;
        foreach (var call in calls)
        {
            if (body is null || body.ContainsDirectives || !body.Span.Contains(call.Span) || Scene.Of(body, semantics, cancellation) is not { } scene || scene.HasErrors(body) || TakenCall.Of(call, semantics, cancellation) is null)
                return null;
            var statements = levels.Count == 0 ? RoundWork.In(body.Statements, call, scene) : body.Statements;
            if (statements is not { Count: > 0 })
                return null;
            var reading = new Reading(scene, call, statements, MayReturn: levels.Count > 0);
            if (!reading.Span.Contains(call.Span) || ReadingCode.Refusal(reading, out var rows, out var tests) is not null)
                return null;
            worksOnRows |= rows;
            gone.AddRange(tests);
            levels.Add(reading);
            body = call == calls[calls.Count - 1] ? null : OwnMethod.Of(call.Expression, semantics) is { } method && method.IsOnlyUse() ? method.Declaration.Body : null;
        }

        return worksOnRows ? levels : null;
    }
}
