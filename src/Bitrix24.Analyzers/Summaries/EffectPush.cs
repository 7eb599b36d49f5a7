using System.Collections.Immutable;
using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Recognition;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.Summaries;

/// <summary>Carries effects from a callee, or from a request itself, through a call to the body that makes it.</summary>
static class EffectPush
{
    /// <summary>More hops than this no reader follows; the last ones are cut.</summary>
    const int MaxPath = 12;

    /// <summary>Loops in loops in loops: beyond this the count is astronomic anyway.</summary>
    const int MaxRepetitions = 8;

    /// <summary>The effects of one call, before what stands around it.</summary>
    public static IEnumerable<Effect> Of(CallFact call, Func<IMethodSymbol, Summary> summaryOf, INamedTypeSymbol? caller)
    {
        var hop = new Hop(call.Name, call.Display);
        switch (call.Kind)
        {
            case CallKind.Delegate:
                yield return new Effect { Target = Text.Unknown, DelegateOrdinal = call.Target.SoleParameter, Path = ImmutableArray.Create(hop) };
                break;
            case CallKind.Send or CallKind.Method:
                var names = call.Backed || BitrixNames.Mentions(caller) || BitrixNames.Mentions(call.Callee?.ContainingType) || MentionsInHoles(call.Target);
                var own = new Effect { Target = call.Target, NameEvidence = names, Path = ImmutableArray.Create(hop) };
                if (Judge(own, out var judged))
                    yield return judged;
                break;
            case CallKind.Call:
                foreach (var effect in Named(summaryOf(call.Callee!).Effects.Select(e => Through(e, call, hop, caller)).OfType<Effect>().ToList(), call.Arguments))
                    yield return effect;
                break;
        }
    }

    static Effect? Through(Effect effect, CallFact call, Hop hop, INamedTypeSymbol? caller)
    {
        Text Argument(int ordinal) => ordinal < call.Arguments.Length ? call.Arguments[ordinal] : Text.Unknown;
        var path = effect.Path.Length < MaxPath ? effect.Path.Insert(0, hop) : effect.Path.RemoveAt(effect.Path.Length - 2).Insert(0, hop);
        if (!effect.IsRequest)
        {
            // The caller's own delegate, handed on; a lambda is met in its own body.
            var ordinal = Argument(effect.DelegateOrdinal).SoleParameter;
            return ordinal < 0 ? null : effect with { DelegateOrdinal = ordinal, Path = path };
        }

        var carried = effect with
        {
            Target = effect.Target.Substitute(Argument),
            MemoKey = effect.MemoKey?.Substitute(Argument),
            Path = path,
            NameEvidence = effect.NameEvidence || BitrixNames.Mentions(call.Callee!.ContainingType) || BitrixNames.Mentions(caller),
        };
        return Judge(carried, out var judged) ? judged : null;
    }

    /// <summary>
    /// Where an address is made out of sight, a REST method among the arguments of what sends is what it sends. Of several
    /// such requests it is the last one: those before it log in.
    /// </summary>
    static List<Effect> Named(List<Effect> effects, ImmutableArray<Text> arguments)
    {
        var open = effects.FindLastIndex(static e => e is { IsRequest: true, Rest: null });
        if (open < 0 || effects.Any(e => e.Rest is { } rest && arguments.Any(a => Names(a, e, rest))))
            return effects;
        foreach (var argument in arguments)
        {
            if (!RestIdentifier.LooksRest(argument) || RestIdentifier.Identify(argument, effects[open].NameEvidence, out var target) != Verdict.Rest)
                continue;
            effects[open] = effects[open] with { Rest = target };
            break;
        }

        return effects;
    }

    static bool Names(Text argument, Effect effect, RestTarget rest) =>
        RestIdentifier.LooksRest(argument) && RestIdentifier.Identify(argument, effect.NameEvidence, out var target) == Verdict.Rest && target == rest;

    /// <summary>Decides what the effect sends; false when that is certainly no REST call.</summary>
    static bool Judge(Effect effect, out Effect judged)
    {
        judged = effect;
        if (effect.Rest is not null && !effect.Target.HasParameter && !effect.IsTemplate)
            return true;
        var verdict = RestIdentifier.Identify(effect.Target, effect.NameEvidence, out var target);
        if (target is not null)
            judged = effect with { Rest = target };
        return verdict != Verdict.Other || effect.Rest is not null;
    }

    static bool MentionsInHoles(Text text) => text.Parts.Any(static p => p.Kind != TextPartKind.Literal && BitrixNames.Mentions(p.Value));

    /// <summary>
    /// The effect as the body around the call has it: loops repeat it, delegates hand it on, a kept result stops both.
    /// None when the code does not run as part of this body. A pause in a loop is shared by the requests of a round.
    /// </summary>
    public static IEnumerable<Effect> Around(Effect effect, CallFact call, Func<IMethodSymbol, Summary> summaryOf, Func<Repetition, int> sharing)
    {
        IEnumerable<Effect> effects = [effect with { Conditional = effect.Conditional || call.Conditional }];
        foreach (var frame in call.Frames)
        {
            effects = frame switch
            {
                DetachedFrame => [],
                LoopFrame loop => effects.Select(e => Repeat(e, loop.Repetition, sharing(loop.Repetition))),
                MemoFrame { Outlives: true } memo => effects.Select(e => e with { IsKept = true, MemoKey = memo.Key }),
                DelegateFrame handed => effects.SelectMany(e => summaryOf(handed.Callee).Effects.Where(d => d.DelegateOrdinal == handed.Ordinal).Take(1).Select(d => Under(e, d))),
                _ => effects,
            };
        }

        return effects;
    }

    static Effect Repeat(Effect effect, Repetition repetition, int sharing) => effect.Repetitions.Length >= MaxRepetitions ? effect : effect with
    {
        Repetitions = effect.Repetitions.Insert(0, repetition),
        Spacing = effect.Repeats || repetition.Kind == RepetitionKind.Few ? effect.Spacing : effect.Spacing + (repetition.PauseSeconds / sharing),
    };

    /// <summary>What the callee does around the delegate that it is given.</summary>
    static Effect Under(Effect effect, Effect invocation) => invocation.Repetitions.Reverse().Aggregate(
        effect with { Spacing = effect.Spacing + invocation.Spacing, Conditional = effect.Conditional || invocation.Conditional }, static (e, r) => Repeat(e, r, 1));
}
