using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>What the parts of a round read and write, and whether they may change places.</summary>
sealed class RoundEffects(LoopHeader header, InvocationExpressionSyntax call, RoundPath path, SliceFinder slice, Jumps jumps, Scene scene)
{
    /// <summary>The client, where the call names it.</summary>
    public IEnumerable<ExpressionSyntax> Receiver => call.Expression is MemberAccessExpressionSyntax access && scene.Operation(access.Expression) is not null ? [access.Expression] : [];

    /// <summary>What stands in the way of making the commands ahead of their rounds, or null.</summary>
    public string? Dependence()
    {
        var conflicts = Conflicts.In(scene);
        var early = Early();
        var body = Body();
        var sending = Sending();
        if (body.IsBroken || early.IsBroken)
            return "the code does not compile";
        if (body.HidesBatch || early.HidesBatch)
            return "a batch in a method sees or makes changes on the portal";
        return conflicts.Between(early, body)
            ?? Enumeration(conflicts, body)
            ?? conflicts.BetweenSeen(early, sending)
            ?? conflicts.BetweenSeen(body, sending)
            ?? conflicts.BetweenSeen(sending, body);
    }

    /// <summary>What is read ahead of its round.</summary>
    Effects Early()
    {
        var reader = new EffectReader(scene.Callees, scene.Locals, static _ => false, slice.IsOfRound);
        foreach (var node in path.Guards.Concat<SyntaxNode>(slice.Statements).Concat(call.ArgumentList.Arguments.Select(static a => a.Expression)))
            scene.ReadNode(reader, node);
        foreach (var receiver in Receiver)
            reader.ReadReceiver(scene.Operation(receiver)!);
        reader.Effects.Reads.RemoveWhere(r => r.Place == Place.Variable && slice.IsRemade(r.Symbol!));
        return reader.Effects;
    }

    /// <summary>What enumerating the elements beside the loop reads; of elements that are enumerated once more, not what is in them.</summary>
    Effects Sources()
    {
        var effects = new Effects();
        foreach (var source in header.Sources)
        {
            if (scene.Operation(source) is not { } operation)
                continue;
            if (!header.Hoist && !IsEvaluatedOnce(operation))
                effects.Add(scene.EffectsOf([source], static _ => false));
            if (!Immutability.IsImmutable(operation.Type) && !Fresh.IsMade(operation, scene.Callees.Known))
                effects.Reads.Add(Cell.Contents(Roots.Of(operation), Roots.TypeOf(operation)));
        }

        foreach (var read in effects.Reads.Where(static r => r.Place == Place.Reachable).ToList())
        {
            effects.Reads.Remove(read);
            effects.Reads.Add(Cell.Contents(read.Symbol, read.Type));
        }

        return effects;
    }

    bool IsEvaluatedOnce(IOperation source) => IsForeach && Repeatable.IsStored(source.Type);

    bool IsForeach => header.IsLambda || header.Loop is ForEachStatementSyntax;

    /// <summary>A collection that changes while it is enumerated is an error, so code out of sight does not do it.</summary>
    string? Enumeration(Conflicts conflicts, Effects body)
    {
        var sources = Sources();
        if (!IsForeach)
            return conflicts.Between(sources, body);
        var rest = new Effects();
        rest.Reads.UnionWith(sources.Reads.Where(static r => r.Place != Place.Contents));
        return conflicts.BetweenSeen(sources, body) ?? conflicts.Between(rest, body);
    }

    /// <summary>What a round does besides the call and what goes into it.</summary>
    public Effects Body()
    {
        var sliced = new HashSet<SyntaxNode>(slice.Statements);
        var reader = new EffectReader(scene.Callees, scene.Locals, n => n == call || n == header.Taking || sliced.Contains(n) || IsOwnEnd(n), slice.IsOfRound) { Client = ClientType(), EndsBody = n => n is ThrowStatementSyntax or ThrowExpressionSyntax || jumps.EndsLoop(n) };
        scene.ReadNode(reader, header.Body);
        if (Jumps.Within(header.Body).Any(static n => n is YieldStatementSyntax))
            reader.Effects.MeetStranger("the caller of the iterator");
        return reader.Effects;
    }

    bool IsOwnEnd(SyntaxNode node) =>
        node is ThrowStatementSyntax or ThrowExpressionSyntax && (TokenChecks.Covers(node, scene) || path.Handlers.Any(h => h.Span.Contains(node.Span)));

    Effects Sending()
    {
        var reader = new EffectReader(scene.Callees, scene.Locals, static _ => false, slice.IsOfRound);
        if (scene.Operation(call) is IInvocationOperation operation)
            reader.ReadCallee(operation);
        return reader.Effects;
    }

    INamedTypeSymbol? ClientType() => (scene.SymbolOf(call) as IMethodSymbol)?.ContainingType;
}
