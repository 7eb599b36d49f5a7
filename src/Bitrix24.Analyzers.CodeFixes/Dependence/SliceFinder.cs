using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>Which statements ahead of the call make what its arguments and guards need.</summary>
sealed class SliceFinder(LoopHeader header, RoundPath path, Jumps jumps, Scene scene)
{
    readonly HashSet<Step> _chosen = [];
    readonly HashSet<ISymbol> _locals = new(SymbolEqualityComparer.Default);
    readonly Changes _changes = new(scene);

    /// <summary>The commands make this local of the round anew.</summary>
    public bool IsRemade(ISymbol local) => _locals.Contains(local);

    public IEnumerable<StatementSyntax> Statements => In(_chosen);

    public bool IsChosen(Step step) => _chosen.Contains(step);

    /// <summary>Locals that the round declares itself.</summary>
    public bool IsOfRound(ISymbol symbol) =>
        symbol is ILocalSymbol && !SymbolEqualityComparer.Default.Equals(symbol, header.Element) && Scene.IsDeclaredIn(symbol, header.Body);

    /// <summary>Takes what <paramref name="node"/> needs into the slice; a reason where that is not plain to make twice.</summary>
    public string? Need(SyntaxNode node)
    {
        foreach (var local in Needed(node))
        {
            if (_locals.Add(local) && Make(local) is { } refusal)
                return refusal;
        }

        return null;
    }

    IEnumerable<ISymbol> Needed(SyntaxNode node) => scene.Mentioned(node).Where(s => IsOfRound(s) && !Scene.IsDeclaredIn(s, node)).Distinct(SymbolEqualityComparer.Default).ToList()!;

    string? Make(ISymbol local)
    {
        var declaration = path.Steps.FirstOrDefault(s => s.Node is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, Declaration.Variables: [var only] }
            && SymbolEqualityComparer.Default.Equals(scene.Declared(only), local));
        if (declaration is null)
            return local.Name + " is not declared by a statement of its own ahead of the call";
        if (local is ILocalSymbol { IsRef: true })
            return local.Name + " is a reference to something else";

        if (path.Beside().Any(n => _changes.May(local, n)))
            return local.Name + " changes in the statement of the call";
        var makers = path.Steps.SkipWhile(s => s != declaration).Where(s => s == declaration || _changes.May(local, s.Node)).ToList();
        foreach (var maker in makers)
        {
            if (maker.IsGuard)
                return "a condition changes " + local.Name;
            if (!_chosen.Add(maker))
                continue;
            if (jumps.HasAny(maker.Node))
                return "making " + local.Name + " may end the round";
            if (Need(maker.Node) is { } refusal)
                return refusal;
        }

        return null;
    }

    /// <summary>Why the slice must not run twice, or null.</summary>
    public string? Impurity()
    {
        foreach (var step in path.Steps.Where(IsChosen))
        {
            var effects = scene.EffectsOf([step.Node], IsOfRound);
            if (effects.Impurity(w => w.Place == Place.Variable && (_locals.Contains(w.Symbol!) || Scene.IsDeclaredIn(w.Symbol!, step.Node))) is { } impurity)
                return "what the arguments are made of is not pure: " + impurity;
            if (effects.Varies && !IsMoved(step))
                return "a value that differs each time is used by the loop too";
        }

        return null;
    }

    /// <summary>Statements that nothing but the command needs.</summary>
    public ImmutableArray<StatementSyntax> Moved(InvocationExpressionSyntax call)
    {
        _moved = [.. _chosen];
        while (_moved.RemoveWhere(s => !IsOnlyForCall(s, call) || !MayWait(s)) > 0)
        {
        }

        return In(_moved).ToImmutableArray();
    }

    HashSet<Step> _moved = [];

    bool IsMoved(Step step) => _moved.Contains(step);

    /// <summary>What it throws may come with the call, for nothing but the making of the call lies between.</summary>
    bool MayWait(Step step) => path.Steps.SkipWhile(s => s != step).All(s => IsChosen(s) || IsRecord(s)) || Quiet.Is(step.Node, scene);

    bool IsRecord(Step step) => step.Node is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } && scene.SymbolOf(call) is IMethodSymbol method && Records.IsLine(method);

    bool IsOnlyForCall(Step step, InvocationExpressionSyntax call) =>
        _locals.Where(l => _changes.May(l, step.Node) || Scene.IsDeclaredIn(l, step.Node)).All(l => scene.Locals.Of(l).All(use =>
            call.Span.Contains(use.Syntax.Span) || _moved.Any(m => m.Node.Span.Contains(use.Syntax.Span))));

    /// <summary>What the guards need, so what has to run ahead of them.</summary>
    public HashSet<Step> ForGuards(IEnumerable<SyntaxNode> guards)
    {
        var needed = new HashSet<Step>();
        var pending = new Queue<SyntaxNode>(guards);
        while (pending.Count > 0)
        {
            foreach (var local in Needed(pending.Dequeue()))
            {
                foreach (var step in _chosen.Where(s => Scene.IsDeclaredIn(local, s.Node) || _changes.May(local, s.Node)))
                {
                    if (needed.Add(step))
                        pending.Enqueue(step.Node);
                }
            }
        }

        return needed;
    }

    public IEnumerable<StatementSyntax> In(HashSet<Step> steps) => path.Steps.Where(steps.Contains).Select(static s => (StatementSyntax)s.Node);
}
