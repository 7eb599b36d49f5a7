using Bitrix24.Analyzers.Outline;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>
/// A <c>System.Threading.Timer</c> that is made without a period and gets one by <c>Change</c>, or that its own code starts
/// anew when it is done: <c>timer.Change(60000, Timeout.Infinite)</c>.
/// </summary>
sealed class RearmedTimers : ScheduleRecogniser
{
    public override bool MayBe(OutlinedBody body) => TreeOutline.Of(body.Member.SyntaxTree, CancellationToken.None).MentionsTimers;

    public override IEnumerable<EntryPoint> Read(SchedulingBody body)
    {
        foreach (var creation in body.Member.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>())
        {
            if (creation.ArgumentList is { Arguments: { Count: 1 or 4 } arguments } && (arguments.Count == 1 || IsInfinite(arguments[3].Expression, body)) && Timers.IsThreading(creation, body)
                && Timers.Entry(creation.GetFirstToken().GetLocation(), arguments[0].Expression, Started(creation, body), body) is { } entry)
                yield return entry;
        }
    }

    static bool IsInfinite(ExpressionSyntax period, SchedulingBody body) => SimpleName.Of(period) is "Infinite" or "InfiniteTimeSpan" || body.Durations.Seconds(period) is { Value: <= 0 };

    /// <summary>What the calls of <c>Change</c> say; two that differ say nothing.</summary>
    static StatedSchedule? Started(BaseObjectCreationExpressionSyntax creation, SchedulingBody body)
    {
        if (TimerInterval.Holder(creation) is not { } holder || body.CodeOf(creation.ArgumentList!.Arguments[0].Expression) is not { } code)
            return null;
        var own = code.Piece ?? MethodBody.Of(code.Method!);
        IEnumerable<SyntaxNode> scopes = creation.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && body.Semantics.GetDeclaredSymbol(type, body.Cancellation) is { } declared
            ? declared.DeclaringSyntaxReferences.Select(r => r.GetSyntax(body.Cancellation))
            : [body.Member];
        var stated = scopes.SelectMany(static s => s.DescendantNodes().OfType<InvocationExpressionSyntax>())
            .Where(c => SimpleName.Of(c.Expression) == "Change" && TimerInterval.Name(Arguments.Receiver(c)) == holder && c.ArgumentList.Arguments.Count == 2)
            .Select(c => By(c, c.SyntaxTree == own?.SyntaxTree && own.Span.Contains(c.Span), body)).Where(static s => s is not null).Distinct().ToList();
        return stated is [var only] ? only : null;
    }

    static StatedSchedule? By(InvocationExpressionSyntax change, bool fromItsCode, SchedulingBody body)
    {
        if (body.DurationsAt(change) is not { } durations || change.ArgumentList.Arguments is not [var due, var period])
            return null;
        return StatedSchedule.Every(durations.Seconds(period.Expression)) ?? (fromItsCode ? StatedSchedule.After(durations.Seconds(due.Expression)) : null);
    }
}
