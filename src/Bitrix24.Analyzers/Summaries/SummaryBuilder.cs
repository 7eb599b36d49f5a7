using System.Collections.Immutable;
using Bitrix24.Analyzers.Facts;
using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.Summaries;

/// <summary>
/// Summarises a method and everything it reaches, callees first. Methods that call each other in a circle are settled
/// together: each has the direct effects of all of them. A summary depends on its method alone, so it does not matter
/// which thread asks first. Nothing here recurses, however long the chain of calls.
/// </summary>
sealed class SummaryBuilder(RestModel model, CancellationToken cancellation)
{
    /// <summary>A method with more REST calls than this has been reported many times over.</summary>
    const int MaxEffects = 64;

    readonly Dictionary<IMethodSymbol, Visit> _visits = new(SymbolEqualityComparer.Default);
    readonly Stack<Visit> _open = new();
    readonly Stack<Visit> _path = new();
    int _counter;

    sealed class Visit(IMethodSymbol method, BodyFacts facts, ImmutableArray<IMethodSymbol> callees, int index)
    {
        public IMethodSymbol Method { get; } = method;

        public BodyFacts Facts { get; } = facts;

        public ImmutableArray<IMethodSymbol> Callees { get; } = callees;

        public int Index { get; } = index;

        public int Low { get; set; } = index;

        public int Next { get; set; }

        public bool IsOpen { get; set; } = true;
    }

    public Summary Build(IMethodSymbol method)
    {
        ReadFacts(method);
        lock (model.Settling)
            return model.Known(method) ?? Settled(method);
    }

    /// <summary>
    /// Binds what the method reaches. Many threads may do so at a time; settling, which is cheap, is left to one, so that
    /// nobody sees a circle of which only some members are settled.
    /// </summary>
    void ReadFacts(IMethodSymbol method)
    {
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default) { method };
        var pending = new Stack<IMethodSymbol>(seen);
        while (pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var callee in CalleesOf(model.FactsOf(pending.Pop(), cancellation)))
            {
                if (model.Known(callee) is null && seen.Add(callee))
                    pending.Push(callee);
            }
        }
    }

    static IEnumerable<IMethodSymbol> CalleesOf(BodyFacts facts) =>
        facts.Calls.SelectMany(static c => c.Frames.OfType<DelegateFrame>().Select(static f => f.Callee).Concat(c.Kind == CallKind.Call ? [c.Callee!] : []));

    Summary Settled(IMethodSymbol method)
    {
        Enter(method);
        while (_path.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var visit = _path.Peek();
            if (visit.Next < visit.Callees.Length)
            {
                var callee = visit.Callees[visit.Next++];
                if (model.Known(callee) is not null)
                    continue;
                if (!_visits.TryGetValue(callee, out var other))
                    Enter(callee);
                else if (other.IsOpen)
                    visit.Low = Math.Min(visit.Low, other.Index);
                continue;
            }

            _path.Pop();
            if (_path.Count > 0)
                _path.Peek().Low = Math.Min(_path.Peek().Low, visit.Low);
            if (visit.Low == visit.Index)
                Settle(visit);
        }

        return model.Known(method) ?? Summary.Nothing;
    }

    void Enter(IMethodSymbol method)
    {
        var facts = model.FactsOf(method, cancellation);
        var callees = CalleesOf(facts).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default).ToImmutableArray();
        var visit = new Visit(method, facts, callees, _counter++);
        _visits.Add(method, visit);
        _open.Push(visit);
        _path.Push(visit);
    }

    void Settle(Visit root)
    {
        var circle = new List<Visit>();
        Visit member;
        do
        {
            member = _open.Pop();
            member.IsOpen = false;
            circle.Add(member);
        }
        while (member != root);

        circle.Sort(static (a, b) => Order(a.Method).CompareTo(Order(b.Method)));
        var recurs = circle.Count > 1 || root.Callees.Contains(root.Method, SymbolEqualityComparer.Default);
        var own = circle.Select(v => Effects(v).Select(e => e with { Recurs = e.Recurs || recurs }).ToList()).ToList();
        for (var i = 0; i < circle.Count; i++)
        {
            var effects = circle.Count == 1 ? own[i] : own[i].Concat(own.Where((_, j) => j != i).SelectMany(static e => e).Where(static e => e.IsRequest).Select(InCircle));
            model.Publish(circle[i].Method, Limited(effects));
        }
    }

    static (string, int) Order(IMethodSymbol method) => method.DeclaringSyntaxReferences is [var reference, ..] ? (reference.SyntaxTree.FilePath, reference.Span.Start) : ("", 0);

    /// <summary>Seen from another member of a circle, a parameter is nobody's in particular.</summary>
    static Effect InCircle(Effect effect) => effect with { Target = effect.Target.Substitute(static _ => Recognition.Text.Unknown), MemoKey = null };

    /// <summary>The effects of the calls that leave the circle.</summary>
    IEnumerable<Effect> Effects(Visit visit) => Effects(visit.Facts, visit.Method.ContainingType, callee => model.Known(callee) ?? Summary.Nothing);

    /// <summary>What one run of a body causes, when it is known what its callees do.</summary>
    public static IEnumerable<Effect> Effects(BodyFacts facts, INamedTypeSymbol? type, Func<IMethodSymbol, Summary> summaryOf)
    {
        var calls = facts.Calls.Select(call => (Call: call, Effects: EffectPush.Of(call, summaryOf, type).ToList())).ToList();
        var rounds = calls.SelectMany(static c => c.Call.Frames.OfType<LoopFrame>().Select(f => (f.Repetition.Construct, c.Effects.Count)))
            .GroupBy(static r => r.Construct).ToDictionary(static g => g.Key, static g => g.Sum(static r => r.Count));
        var effects = calls.SelectMany(c => c.Effects.SelectMany(e => EffectPush.Around(e, c.Call, summaryOf, r => Math.Max(1, rounds[r.Construct])))).ToList();
        var pausing = effects.Count(static e => e.IsRequest && !e.Repeats);
        return facts.PauseSeconds == 0 || pausing == 0 ? effects
            : effects.Select(e => !e.Repeats ? e with { Spacing = e.Spacing + (facts.PauseSeconds / pausing) } : e);
    }

    static Summary Limited(IEnumerable<Effect> effects)
    {
        var kept = ImmutableArray.CreateBuilder<Effect>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var effect in effects)
        {
            if (!seen.Add(effect.Key()))
                continue;
            if (kept.Count == MaxEffects)
                return new Summary(kept.ToImmutable(), true);
            kept.Add(effect);
        }

        return kept.Count == 0 ? Summary.Nothing : new Summary(kept.ToImmutable(), false);
    }
}
