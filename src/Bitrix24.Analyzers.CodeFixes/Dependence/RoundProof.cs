using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>The proof for one call in one loop, step by step.</summary>
sealed class RoundProof
{
    readonly LoopHeader _header;
    readonly InvocationExpressionSyntax _call;
    readonly Scene _scene;
    readonly bool _writes;
    readonly Jumps _jumps;
    readonly RoundPath _path;
    readonly SliceFinder _slice;

    public RoundProof(LoopHeader header, InvocationExpressionSyntax call, Scene scene, bool writes)
    {
        (_header, _call, _scene, _writes) = (header, call, scene, writes);
        _jumps = new Jumps(header);
        _path = new RoundPath(header, _jumps);
        _slice = new SliceFinder(header, _path, _jumps, scene);
    }

    public LoopPlan? Plan(out string refusal)
    {
        refusal = "the task of the call is not waited for in place";
        if (TakenCall.Of(_call, _scene.Semantics, _scene.Cancellation) is not { } taken)
            return null;
        refusal = _path.Read(taken.Whole) ?? FindSlice() ?? JudgeCall() ?? JudgeExits() ?? JudgeResources() ?? JudgeSkips() ?? JudgeCaptures() ?? Independence() ?? "";
        if (refusal.Length > 0)
            return null;

        var (before, after) = OrderedSlice(out var disorder);
        refusal = disorder ?? "";
        return disorder is null ? Write(taken, before, after) : null;
    }

    IEnumerable<ExpressionSyntax> Guards => _path.Steps.Where(static s => s.IsGuard).Select(static s => (ExpressionSyntax)s.Node);

    ImmutableArray<StatementSyntax> Moved => _slice.Moved(_call);

    string? FindSlice()
    {
        foreach (var node in Guards.Append<SyntaxNode>(_call))
        {
            if (_slice.Need(node) is { } refusal)
                return refusal;
        }

        _ = _slice.Moved(_call);
        return _slice.Impurity();
    }

    bool Varies(SyntaxNode node) => _scene.Mentioned(node).Any(s => SymbolEqualityComparer.Default.Equals(s, _header.Element) || _slice.IsOfRound(s));

    string? JudgeCall()
    {
        if (Varies(_call.Expression))
            return "the client differs from round to round";
        if (!_writes && !_call.ArgumentList.Arguments.Any(Varies))
            return "every round makes the same call";
        var arguments = _scene.EffectsOf(_call.ArgumentList.Arguments.Select(static a => a.Expression).Concat(Receiver()), _slice.IsOfRound);
        if (arguments.Impurity(w => w.Place == Place.Variable && Scene.IsDeclaredIn(w.Symbol!, _call)) is { } impurity)
            return "the arguments are not pure: " + impurity;
        if (_call.ArgumentList.Arguments.Any(static a => a.RefKindKeyword.RawKind != 0))
            return "the call writes one of its arguments";
        var guards = _scene.EffectsOf(Guards, _slice.IsOfRound);
        if (guards.Impurity(w => w.Place == Place.Variable && Guards.Any(g => Scene.IsDeclaredIn(w.Symbol!, g))) is { } doubt)
            return "the condition of the call is not pure: " + doubt;
        return guards.Varies ? "the condition of the call differs each time" : null;
    }

    IEnumerable<ExpressionSyntax> Receiver() => _call.Expression is MemberAccessExpressionSyntax access && _scene.Operation(access.Expression) is not null ? [access.Expression] : [];

    string? JudgeExits()
    {
        if (!_writes)
            return null;
        foreach (var node in Jumps.Within(_header.Body))
        {
            if (node is YieldStatementSyntax)
                return "the caller of the iterator runs between the writes";
            if (_jumps.EndsLoop(node) && !TokenChecks.Covers(node, _scene) && !_path.Handlers.Any(h => h.Span.Contains(node.Span)))
                return "the loop may end between two writes";
        }

        return Body().Throws ? "the loop may throw between two writes" : null;
    }

    string? JudgeResources()
    {
        foreach (var resource in _path.Resources)
        {
            if (!resource.Span.Contains(_call.Span) && _scene.EffectsOf(resource is VariableDeclarationSyntax { Variables: var variables } ? variables.Select(static v => v.Initializer!.Value) : [resource], _slice.IsOfRound).Stranger is { } stranger)
                return "the call is made while " + stranger + " is open";
        }

        return null;
    }

    /// <summary>In a round that is skipped by an exception the batch would get one answer ahead.</summary>
    string? JudgeSkips()
    {
        var moved = Moved;
        foreach (var step in _path.Steps)
        {
            if (step.IsCaught && !(step.Node is StatementSyntax statement && moved.Contains(statement)) && !Quiet.Is(step.Node, _scene))
                return "an exception ahead of the call would be caught and skip it";
        }

        return null;
    }

    string? JudgeCaptures()
    {
        foreach (var node in EarlyNodes())
        {
            foreach (var symbol in _scene.Mentioned(node))
            {
                if (symbol is IParameterSymbol { RefKind: not RefKind.None } or ILocalSymbol { IsRef: true } || (symbol as ILocalSymbol)?.Type.IsRefLikeType == true || (symbol as IParameterSymbol)?.Type.IsRefLikeType == true)
                    return symbol.Name + " cannot be used in a lambda";
            }

            if (node.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Any(e => _scene.Operation(e) is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type.IsValueType: true }))
                return "a struct's own members cannot be used in a lambda";
        }

        return null;
    }

    IEnumerable<SyntaxNode> EarlyNodes() => Guards.Concat<SyntaxNode>(_slice.Statements).Append(_call);

    string? Independence()
    {
        var conflicts = new Conflicts(new Aliasing(_scene.Semantics.Compilation), new Reach(), _scene.Locals);
        var early = Early();
        var body = Body();
        var sending = Sending();
        if (body.IsBroken || early.IsBroken)
            return "the code does not compile";
        return conflicts.Between(early, body)
            ?? conflicts.Between(Sources(), _header.Loop is ForEachStatementSyntax ? Seen(body) : body)
            ?? conflicts.BetweenSeen(early, sending)
            ?? conflicts.BetweenSeen(body, sending)
            ?? conflicts.BetweenSeen(sending, body);
    }

    /// <summary>What is read ahead of its round.</summary>
    Effects Early()
    {
        var reader = new EffectReader(_scene.Callees, _scene.Locals, static _ => false, _slice.IsOfRound);
        foreach (var node in Guards.Concat<SyntaxNode>(_slice.Statements).Concat(_call.ArgumentList.Arguments.Select(static a => a.Expression)))
            _scene.ReadNode(reader, node);
        foreach (var receiver in Receiver())
            reader.ReadReceiver(_scene.Operation(receiver)!);
        reader.Effects.Reads.RemoveWhere(r => r.Place == Place.Variable && _slice.Locals.Contains(r.Symbol!));
        return reader.Effects;
    }

    Effects Sources()
    {
        var effects = new Effects();
        foreach (var source in _header.Sources)
        {
            if (_scene.Operation(source) is not { } operation)
                continue;
            if (!_header.Hoist)
                effects.Add(_scene.EffectsOf([source], static _ => false));
            if (!Immutability.IsImmutable(operation.Type) && !Fresh.IsMade(operation, _scene.Callees.Known))
                effects.Reads.Add(Cell.Contents(Roots.Of(operation), Roots.TypeOf(operation)));
        }

        effects.Reads.RemoveWhere(static r => r.Place == Place.Reachable);
        return effects;
    }

    static Effects Seen(Effects body)
    {
        var seen = new Effects();
        seen.Writes.UnionWith(body.Writes);
        seen.OwnWrites.UnionWith(body.OwnWrites);
        return seen;
    }

    /// <summary>What a round does besides the call and what goes into it.</summary>
    Effects Body()
    {
        var sliced = new HashSet<SyntaxNode>(_slice.Statements);
        var reader = new EffectReader(_scene.Callees, _scene.Locals, n => n == _call || n == _header.Taking || sliced.Contains(n) || IsOwnEnd(n), _slice.IsOfRound) { Client = ClientType() };
        _scene.ReadNode(reader, _header.Body);
        if (Jumps.Within(_header.Body).Any(static n => n is YieldStatementSyntax))
            reader.Effects.MeetStranger("the caller of the iterator");
        return reader.Effects;
    }

    bool IsOwnEnd(SyntaxNode node) =>
        node is ThrowStatementSyntax or ThrowExpressionSyntax && (TokenChecks.Covers(node, _scene) || _path.Handlers.Any(h => h.Span.Contains(node.Span)));

    Effects Sending()
    {
        var reader = new EffectReader(_scene.Callees, _scene.Locals, static _ => false, _slice.IsOfRound);
        if (_scene.Operation(_call) is IInvocationOperation operation)
            reader.ReadCallee(operation);
        return reader.Effects;
    }

    INamedTypeSymbol? ClientType() => (_scene.SymbolOf(_call) as IMethodSymbol)?.ContainingType;

    (ImmutableArray<StatementSyntax> Before, ImmutableArray<StatementSyntax> After) OrderedSlice(out string? disorder)
    {
        disorder = null;
        var first = _path.Steps.TakeWhile(static s => !s.IsGuard).Count();
        var early = new HashSet<Step>(_path.Steps.Take(first).Where(_slice.IsChosen));
        foreach (var step in _slice.ForGuards(Guards))
        {
            if (early.Add(step) && !Quiet.Is(step.Node, _scene))
                disorder = "a condition needs what an earlier condition protects";
        }

        var late = new HashSet<Step>(_path.Steps.Where(s => _slice.IsChosen(s) && !early.Contains(s)));
        return first == _path.Steps.Count
            ? (ImmutableArray<StatementSyntax>.Empty, _slice.In(early).ToImmutableArray())
            : (_slice.In(early).ToImmutableArray(), _slice.In(late).ToImmutableArray());
    }

    LoopPlan Write(TakenCall taken, ImmutableArray<StatementSyntax> before, ImmutableArray<StatementSyntax> after) => new(
        _header.Loop,
        _call,
        taken.Whole,
        _header.Elements,
        _header.Hoist,
        _header.Element.Name,
        before.AddRange(after),
        before.Length,
        GuardText.Of(_path.Steps.Where(static s => s.IsGuard)),
        Moved,
        _call.ArgumentList.Arguments.Where(Varies).ToImmutableArray(),
        _path.Halts,
        taken.IsAsync,
        taken.BlocksOnTask,
        taken.AnswerIsUsed,
        !taken.AnswerIsUsed && _header.Taking is null && _header.Loop is not WhileStatementSyntax && BareRound.Is(_header.Body, taken.Whole, Moved, _path));
}
