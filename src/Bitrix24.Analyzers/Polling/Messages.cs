using System.Collections.Immutable;
using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Recognition;
using Bitrix24.Analyzers.Schedules;
using Bitrix24.Analyzers.Summaries;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Polling;

/// <summary>
/// Messages that code takes out of a queue, a channel or a bus. How often they come nobody knows, and a list that is read for one of
/// them looks for what it tells of.
/// </summary>
static class Messages
{
    /// <summary>By the member that takes one, a word that its object is called by, or nothing.</summary>
    static readonly ImmutableDictionary<string, string> Takers = EmbeddedTable.Rows("Messages.tsv").ToImmutableDictionary(static row => row[0], static row => row[1], StringComparer.Ordinal);

    /// <summary>Whether a loop goes round once for each message, however long it pauses then.</summary>
    public static bool Pace(ScheduledRun run) => LoopOf(run) is { } loop && LoopSyntax.Condition(loop) is { } condition && Taken(condition).Any();

    /// <summary>Whether what a call asks for comes out of a message that the same run has taken.</summary>
    public static bool AreAskedFor(ScheduledRun run, Effect effect) => effect.Path.Any(hop => hop.Node?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call && IsAskedFor(call, hop, LoopOf(run)));

    static bool IsAskedFor(InvocationExpressionSyntax call, Hop hop, SyntaxNode? loop)
    {
        if ((loop is not null && loop.SyntaxTree == call.SyntaxTree && loop.Span.Contains(call.Span) ? loop : hop.Member) is not { } code || Taken(code).ToList() is not { Count: > 0 } taken)
            return false;
        var flow = new ResultFlow(code);
        return taken.Exists(t => t != call && call.ArgumentList.Arguments.Any(a => flow.Reaches(a.Expression, t)));
    }

    static SyntaxNode? LoopOf(ScheduledRun run) => run.Entry.Runs.Piece?.Parent is { } parent && LoopSyntax.IsLoop(parent) ? parent : null;

    static IEnumerable<InvocationExpressionSyntax> Taken(SyntaxNode code) => code.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>()
        .Where(static c => SimpleName.Of(c.Expression) is { } name && Takers.TryGetValue(name, out var word) && IsTaker(name, c)
            && SimpleName.Of(Arguments.Receiver(c)) is { } receiver && receiver.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary><c>Take()</c> and <c>Take(token)</c> take one, <c>Take(50)</c> is a query.</summary>
    static bool IsTaker(string name, InvocationExpressionSyntax call) => name != "Take" || call.ArgumentList.Arguments is [] || (call.ArgumentList.Arguments is [var only] && (SimpleName.Of(only.Expression) ?? "") is var given
        && (given is "ct" or "None" || given.IndexOf("token", StringComparison.OrdinalIgnoreCase) >= 0 || given.IndexOf("stop", StringComparison.OrdinalIgnoreCase) >= 0 || given.IndexOf("cancel", StringComparison.OrdinalIgnoreCase) >= 0));
}
