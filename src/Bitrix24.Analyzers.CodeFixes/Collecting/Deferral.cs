using Bitrix24.Analyzers.CodeFixes.Dependence;
using Bitrix24.Analyzers.CodeFixes.Splitting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Collecting;

/// <summary>
/// Proves that the writes of a loop whose answers nobody uses may be sent later than they are made, up to fifty together.
/// </summary>
/// <remarks>
/// <para>
/// Every statement keeps its place; only the portal sees the calls later, in their order, and at the latest when the loop ends,
/// however it ends. So nothing in the loop may look at the portal, or at what sending changes; the parameters of a call that
/// waits must not change; and where the failure of a call ends the loop, what the loop did meanwhile must not be seen.
/// </para>
/// <para>
/// Taken as granted, besides what <see cref="Fission"/> takes: lines of a log may be written for elements behind one that
/// failed; code out of sight does not call the portal.
/// </para>
/// </remarks>
sealed class Deferral
{
    readonly StatementSyntax _loop;
    readonly IReadOnlyList<DeferredCall> _calls;
    readonly IReadOnlyList<SyntaxNode> _queries;
    readonly Scene _scene;
    readonly Conflicts _conflicts;
    readonly LateValues _late;
    readonly Effects _round;
    readonly bool _halts;

    Deferral(StatementSyntax loop, IReadOnlyList<DeferredCall> calls, IReadOnlyList<SyntaxNode> queries, Scene scene)
    {
        (_loop, _calls, _queries, _scene) = (loop, calls, queries, scene);
        _conflicts = Conflicts.In(scene);
        _late = new LateValues(loop, calls, scene);
        _round = Round();
        _halts = calls[0].Handler is null;
    }

    /// <summary>Why the calls must not wait, or null.</summary>
    public static string? Refusal(StatementSyntax loop, IReadOnlyList<DeferredCall> calls, SemanticModel semantics, CancellationToken cancellation)
    {
        if (Scene.Of(loop, semantics, cancellation)?.WithoutRecords() is not { } scene || scene.HasErrors(loop))
            return "the code does not compile";
        if (calls.Any(c => c.Handler is null != calls[0].Handler is null))
            return "some failures end the loop and others do not";
        if (CollectingLoop.MayWait(loop, calls))
            return "the loop may wait for long between two calls";
        if (Jumps.Within(loop).Any(static n => n is YieldStatementSyntax or LabeledStatementSyntax or GotoStatementSyntax))
            return "the loop is left and entered again";
        return CollectingLoop.Queries(loop, scene) is { } queries ? new Deferral(loop, calls, queries, scene).Judge() : "elements are made one by one";
    }

    string? Judge() => JudgeRound() ?? _calls.Select(JudgeCall).FirstOrDefault(static refusal => refusal is not null);

    string? JudgeRound()
    {
        if (_round.IsBroken)
            return "the code does not compile";
        if (_round.GoesOutside)
            return "the loop talks to the outside between two calls";
        if (!_halts)
            return null;
        if (_round.Stranger is { } stranger)
            return stranger + " is not known to be free of effects";
        var lost = new Abandoned(_loop, _scene);
        foreach (var write in _round.OwnWrites.Concat(_round.Writes))
        {
            if (!lost.IsLost(write))
                return (write.Symbol?.Name ?? write.Type?.Name ?? "something") + " could be seen as the loop left it when a call failed";
        }

        return null;
    }

    string? JudgeCall(DeferredCall call)
    {
        var sending = Sending(call);
        var receiver = new EffectReader(_scene.Callees, _scene.Locals, static _ => false, static _ => false);
        foreach (var client in Receivers(call))
            receiver.ReadReceiver(client);
        if (JudgeCopies(call) is { } impure)
            return impure;
        var late = _late.Of(call);
        return (receiver.Effects.IsBroken || late.IsBroken ? "the code does not compile" : null)
            ?? _late.Refusal(call)
            ?? _conflicts.BetweenSeen(receiver.Effects, _round)
            ?? _conflicts.BetweenSeen(_round, sending)
            ?? _conflicts.BetweenSeen(sending, _round)
            ?? _conflicts.Between(late, _round)
            ?? JudgeRest(call);
    }

    /// <summary>A helper that is given its answer later is asked for its parameters, and for whether it sends, as well: with the same arguments.</summary>
    string? JudgeCopies(DeferredCall call)
    {
        var copies = call.HasRest ? call.OuterArguments.Select(static a => a.Expression) : [];
        var guards = call.Statement.Parent is IfStatementSyntax guard && guard.Condition.HasAnnotation(GuardedStatement.Added) ? [guard.Condition] : Enumerable.Empty<ExpressionSyntax>();
        foreach (var copy in copies.Concat(guards))
        {
            var effects = _scene.EffectsOf([copy], _late.IsNew);
            if (effects.Impurity(w => w.Place == Place.Variable && Scene.IsDeclaredIn(w.Symbol!, copy)) is { } impurity)
                return "what the helper is given is not pure: " + impurity;
            if (effects.Varies)
                return "what the helper is given differs each time";
        }

        return null;
    }

    /// <summary>What is done with the answer, once it is there, moves behind the rounds up to then.</summary>
    string? JudgeRest(DeferredCall call)
    {
        var rest = new EffectReader(_scene.Callees, _scene.Locals, n => n == call.Sent.Whole, _late.IsNew);
        if (call.HasRest && _scene.Operation(call.Outer) is IInvocationOperation outer)
            rest.ReadCallee(outer);
        if (call.Handler is { } handler)
            _scene.ReadNode(rest, handler.Block);
        if (rest.Effects.IsBroken)
            return "the code does not compile";
        if (call.HasRest && rest.Effects.Throws)
            return "the answer of a call may end the loop";
        _late.Forget(rest.Effects);
        return _conflicts.Between(rest.Effects, _round) ?? _conflicts.Between(_round, rest.Effects);
    }

    /// <summary>What the loop does besides sending.</summary>
    Effects Round()
    {
        var reader = new EffectReader(_scene.Callees, _scene.Locals, IsLeftOut, _late.IsNew);
        _scene.ReadNode(reader, _loop);
        foreach (var query in _queries)
            _scene.ReadNode(reader, query);
        foreach (var call in _calls)
        {
            foreach (var argument in call.Call.ArgumentList.Arguments.Concat(call.OuterArguments))
                _scene.ReadNode(reader, argument.Expression);
            if (call.Handler is { } handler && !IsQuietAhead(call, handler))
                _scene.ReadNode(reader, handler.Block);
        }

        return reader.Effects;
    }

    /// <summary>The handler has nothing to handle before the call is sent.</summary>
    bool IsQuietAhead(DeferredCall call, CatchClauseSyntax handler) => Ahead.Of(call.Statement, n => n == handler.Parent)
        .Concat(call.Call.ArgumentList.Arguments.Concat(call.OuterArguments).Select(static a => a.Expression)).All(n => Quiet.AreParts(n, _scene));

    /// <summary>A call is read on its own; a collection is made ahead of the loop.</summary>
    bool IsLeftOut(SyntaxNode node) => _calls.Any(c => c.Outer == node || c.Handler == node)
        || (_loop as CommonForEachStatementSyntax)?.Expression == node && !_queries.Contains(node);

    Effects Sending(DeferredCall call)
    {
        var reader = new EffectReader(_scene.Callees, _scene.Locals, static _ => false, _late.IsNew);
        if (_scene.Operation(call.Call) is IInvocationOperation operation)
            reader.ReadCallee(operation);
        return reader.Effects;
    }

    IEnumerable<IOperation> Receivers(DeferredCall call) => new[] { call.Call, call.Outer }.Distinct()
        .Select(static c => (c.Expression as MemberAccessExpressionSyntax)?.Expression)
        .Select(e => e is null ? null : _scene.Operation(e)).OfType<IOperation>();
}
