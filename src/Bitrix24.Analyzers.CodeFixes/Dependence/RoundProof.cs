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
    readonly RoundEffects _round;

    public RoundProof(LoopHeader header, InvocationExpressionSyntax call, Scene scene, bool writes)
    {
        (_header, _call, _scene, _writes) = (header, call, scene, writes);
        _jumps = new Jumps(header);
        _path = new RoundPath(header, _jumps);
        _slice = new SliceFinder(header, _path, _jumps, scene);
        _round = new RoundEffects(header, call, _path, _slice, _jumps, scene.WithoutRecords());
    }

    public LoopPlan? Plan(out string refusal)
    {
        refusal = "the task of the call is not waited for in place";
        if (TakenCall.Of(_call, _scene.Semantics, _scene.Cancellation) is not { } taken)
            return null;
        refusal = _path.Read(taken.Whole) ?? FindSlice() ?? JudgeCall() ?? JudgeExits() ?? JudgeResources() ?? JudgeSkips() ?? JudgeCaptures() ?? _round.Dependence() ?? "";
        if (refusal.Length > 0)
            return null;

        var (before, after) = OrderedSlice(out var disorder);
        refusal = disorder ?? "";
        return disorder is null ? Write(taken, before, after) : null;
    }

    ImmutableArray<StatementSyntax> Moved => _slice.Moved(_call);

    string? FindSlice()
    {
        foreach (var node in _path.Guards.Append<SyntaxNode>(_call))
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
        var arguments = _scene.EffectsOf(_call.ArgumentList.Arguments.Select(static a => a.Expression).Concat(_round.Receiver), _slice.IsOfRound);
        if (arguments.Impurity(w => w.Place == Place.Variable && Scene.IsDeclaredIn(w.Symbol!, _call)) is { } impurity)
            return "the arguments are not pure: " + impurity;
        if (_call.ArgumentList.Arguments.Any(static a => a.RefKindKeyword.RawKind != 0))
            return "the call writes one of its arguments";
        var guards = _scene.EffectsOf(_path.Guards, _slice.IsOfRound);
        if (guards.Impurity(w => w.Place == Place.Variable && _path.Guards.Any(g => Scene.IsDeclaredIn(w.Symbol!, g))) is { } doubt)
            return "the condition of the call is not pure: " + doubt;
        return guards.Varies ? "the condition of the call differs each time" : null;
    }

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

        return _round.Body().Throws ? "the loop may throw between two writes" : null;
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

        return _path.IsCaught && !IsQuietBeside() ? "an exception ahead of the call would be caught and skip it" : null;
    }

    /// <summary>The statement of the call throws nothing ahead of it.</summary>
    bool IsQuietBeside() => _path.Beside().All(n => Quiet.AreParts(n, _scene));

    Prelude Prelude() => !IsQuietBeside() ? Dependence.Prelude.MayThrow
        : AreQuietBut(Moved) ? Dependence.Prelude.Quiet
        : AreQuietBut(_slice.Statements.ToList()) ? Dependence.Prelude.QuietOnceMade : Dependence.Prelude.MayThrow;

    bool AreQuietBut(IReadOnlyCollection<StatementSyntax> made)
    {
        var scene = _scene.Behind(made);
        return _path.Steps.All(s => s.Node is StatementSyntax statement && made.Contains(statement) || Quiet.Is(s.Node, scene));
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

            if (_scene.Operation(node)?.DescendantsAndSelf().Any(static o => o is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type.IsValueType: true }) == true)
                return "a struct's own members cannot be used in a lambda";
        }

        return null;
    }

    IEnumerable<SyntaxNode> EarlyNodes() => _path.Guards.Concat<SyntaxNode>(_slice.Statements).Append(_call);

    (ImmutableArray<StatementSyntax> Before, ImmutableArray<StatementSyntax> After) OrderedSlice(out string? disorder)
    {
        disorder = null;
        var first = _path.Steps.TakeWhile(static s => !s.IsGuard).Count();
        var early = new HashSet<Step>(_path.Steps.Take(first).Where(_slice.IsChosen));
        foreach (var step in _slice.ForGuards(_path.Guards))
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
        _path.IsCaught,
        Prelude(),
        taken.IsAsync,
        taken.BlocksOnTask,
        taken.AnswerIsUsed,
        !taken.AnswerIsUsed && _header.Taking is null && _header.Loop is not WhileStatementSyntax && BareRound.Is(_header.Body, taken.Whole, Moved, _path));
}
