using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Outline;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>
/// Loops that go on until somebody stops them and wait in every round: <c>Task.Delay</c>, <c>Thread.Sleep</c>, a wait handle
/// with a time-out, a <c>PeriodicTimer</c>. A loop that the answer of its own call ends is a wait for something, or paging.
/// </summary>
sealed class PausingLoops : ScheduleRecogniser
{
    public override bool MayBe(OutlinedBody body) => Waits(body);

    /// <summary>Whether a body names something that waits, where it may be repeated.</summary>
    public static bool Waits(OutlinedBody body) => Array.Exists(body.Repeated, static use => IsWait(use.Name));

    public override IEnumerable<EntryPoint> Read(SchedulingBody body)
    {
        foreach (var method in Methods(body))
        {
            foreach (var loop in EndlessLoops(body.Model.FactsOf(method, body.Cancellation).Calls.Where(static c => !DueTimes.Guards(c.Node))))
            {
                if (LoopSyntax.Body(loop) is { } round && !AsksSomebody(loop) && !WaitsInSlices(loop) && !EndsByItself(loop, body) && ScheduleOf(loop, round, body) is { } stated)
                    yield return new EntryPoint(loop.GetFirstToken().GetLocation(), method.Name, new RunCode(method, round), stated.Schedule, stated.IsDefault);
            }
        }
    }

    /// <summary>Whether a body goes on until somebody stops it, sending and waiting; how long it waits may be unknown.</summary>
    public static bool Has(SchedulingBody body) => Methods(body).Any(method => EndlessLoops(body.Model.FactsOf(method, body.Cancellation).Calls)
        .Any(static loop => loop.DescendantNodes().OfType<SimpleNameSyntax>().Any(static n => IsWait(n.Identifier.ValueText))));

    /// <summary>A menu of a console: how often it goes round is up to who reads it.</summary>
    static bool AsksSomebody(SyntaxNode loop) => loop.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        .Any(static a => a.Name.Identifier.ValueText is "ReadKey" or "ReadLine" && SimpleName.Of(a.Expression) == "Console");

    /// <summary>A loop inside the round that only waits: how often nobody knows.</summary>
    static bool WaitsInSlices(SyntaxNode loop) => loop.DescendantNodes().Any(inner => LoopSyntax.IsLoop(inner) && inner.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(static c => SimpleName.Of(c.Expression) ?? "").ToList() is { Count: > 0 } called
        && called.TrueForAll(static n => IsWait(n) || n.StartsWith("From", StringComparison.Ordinal) || n == "ConfigureAwait"));

    /// <summary>A condition on what a round sets, itself or in what it calls: a walk to an end, and no schedule.</summary>
    static bool EndsByItself(SyntaxNode loop, SchedulingBody body)
    {
        var asked = LoopSyntax.Condition(loop)?.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(static n => !IsStop(n)).Select(static n => n.Identifier.ValueText).ToList();
        if (asked is null or [])
            return false;
        var called = new HashSet<string>(loop.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(static c => SimpleName.Of(c.Expression) ?? ""), StringComparer.Ordinal);
        var beside = loop.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Members.OfType<MethodDeclarationSyntax>().Where(m => called.Contains(m.Identifier.ValueText)) ?? [];
        return asked.Exists(name => Sets(LoopSyntax.Body(loop)!, name) || beside.Any(m => !body.Model.IndexOf(m).Declares(name) && Sets(m, name)));
    }

    /// <summary>Who asks a token to stop is told so from outside.</summary>
    static bool IsStop(IdentifierNameSyntax name) => name.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsCancellationRequested" or "WaitForNextTickAsync" or "WaitHandle" } or ArgumentSyntax;

    static bool Sets(SyntaxNode code, string name) => code.DescendantNodes().OfType<AssignmentExpressionSyntax>()
        .Any(a => a.Left is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } && SimpleName.Of(a.Left) == name
            && a.Parent is not InitializerExpressionSyntax && a.Right is not LiteralExpressionSyntax && !a.Right.DescendantTokens().Any(static t => t.ValueText == "IsCancellationRequested"));

    static bool IsWait(string name) => name is "Delay" or "Sleep" or "WaitOne" or "WaitForNextTickAsync";

    static IEnumerable<IMethodSymbol> Methods(SchedulingBody body) =>
        body.Method is null ? [] : BodySyntax.LocalFunctions(body.Member).Select(f => body.Semantics.GetDeclaredSymbol(f, body.Cancellation)).OfType<IMethodSymbol>().Prepend(body.Method);

    static IEnumerable<SyntaxNode> EndlessLoops(IEnumerable<CallFact> calls) => calls
        .Select(static c => c.Frames.OfType<LoopFrame>().Select(static f => f.Repetition).FirstOrDefault(static r => r.Kind == RepetitionKind.Unbounded && LoopSyntax.IsLoop(r.Construct)))
        .Where(static r => r is not null).Select(static r => r!.Construct).Distinct();

    static StatedSchedule? ScheduleOf(SyntaxNode loop, StatementSyntax round, SchedulingBody body)
    {
        if (CronWaits.NextOccurrence(loop, body) is { } next)
            return CronWaits.Read(next, body);
        if (Ticks(loop) is { } timer)
            return StatedSchedule.Every(Made(timer, body));
        var pauses = new Pauses(body.Durations, withTimeouts: true);
        var (pause, wait) = (pauses.In(round), LoopSyntax.Condition(loop) is { } condition ? pauses.In(condition) : default);
        return StatedSchedule.After(new Stated(pause.Value + wait.Value, pause.Basis).On(wait.Basis));
    }

    /// <summary>The <c>PeriodicTimer</c> that a loop waits for.</summary>
    static ExpressionSyntax? Ticks(SyntaxNode loop) => loop.DescendantNodes(static n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<InvocationExpressionSyntax>()
        .Where(static c => SimpleName.Of(c.Expression) == "WaitForNextTickAsync").Select(static c => Arguments.Receiver(c)).FirstOrDefault();

    static Stated? Made(ExpressionSyntax timer, SchedulingBody body)
    {
        var creation = body.Durations.Definition(timer) as BaseObjectCreationExpressionSyntax;
        return creation is { ArgumentList.Arguments: [var period, ..] } ? body.Durations.Seconds(period.Expression) : null;
    }
}
