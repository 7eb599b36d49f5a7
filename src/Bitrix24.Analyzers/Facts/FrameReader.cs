using System.Collections.Immutable;
using Bitrix24.Analyzers.Recognition;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Facts;

/// <summary>
/// Climbs from a call to the beginning of its body and notes what stands between: loops, delegates, what keeps results.
/// Code in a lambda belongs to where the lambda runs; where that is not known, to nothing.
/// </summary>
sealed class FrameReader(RestModel model, SemanticModel semantics, SyntaxNode body, IMethodSymbol? owner, DurationReader figures, CancellationToken cancellation)
{
    /// <summary>A lambda in a variable is followed to this many uses.</summary>
    const int MaxUses = 4;

    readonly BodyIndex _index = model.IndexOf(body);
    readonly Memoisation _memoisation = new(model.IndexOf(body));
    readonly LoopReader _loops = new(semantics, model.IndexOf(body), figures, cancellation);

    public IEnumerable<ImmutableArray<Frame>> Read(ExpressionSyntax call) =>
        call.Parent is ArgumentSyntax argument && call is (IdentifierNameSyntax or MemberAccessExpressionSyntax) && semantics.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol
            ? AtArgument(argument, ImmutableArray<Frame>.Empty, 0)
            : Climb(call, call, ImmutableArray<Frame>.Empty, 0);

    IEnumerable<ImmutableArray<Frame>> Climb(SyntaxNode call, SyntaxNode from, ImmutableArray<Frame> frames, int depth)
    {
        var inner = frames.ToBuilder();
        for (var node = from; node != body && node.Parent is { } parent; node = parent)
        {
            if (_memoisation.At(parent, node, call) is { } holder)
                inner.Add(new MemoFrame(holder.Name, holder.Key is null ? null : Fold(holder.Key), !_index.Declares(holder.Name)));
            switch (parent)
            {
                case AnonymousFunctionExpressionSyntax lambda:
                    return RunsOf(lambda, inner.ToImmutable(), depth);
                case QueryClauseSyntax or SelectOrGroupClauseSyntax when parent.FirstAncestorOrSelf<QueryExpressionSyntax>() is { } query && node != query.FromClause.Expression && !(parent is JoinClauseSyntax join && node == join.InExpression):
                    inner.Add(new LoopFrame(new Repetition(RepetitionKind.PerElement, SizeName.Of(query.FromClause.Expression, query.FromClause.Identifier.ValueText), query)));
                    node = parent = query;
                    break;
                case var loop when LoopSyntax.IsLoop(loop) && LoopSyntax.RunsEachRound(loop, node):
                    if (_loops.Read(loop, call) is { } repetition)
                        AddLoop(inner, repetition, loop);
                    break;
            }
        }

        return [inner.ToImmutable()];
    }

    /// <summary>A loop repeats nothing whose result is kept outside of it under a key that does not change in it.</summary>
    void AddLoop(ImmutableArray<Frame>.Builder frames, Repetition repetition, SyntaxNode loop)
    {
        foreach (var frame in frames)
        {
            if (frame is MemoFrame memo && (memo.Key is null || !memo.Key.HasLocal) && (memo.Holder is null || !_index.Declares(loop, memo.Holder)))
                return;
        }

        frames.Add(new LoopFrame(repetition));
    }

    /// <summary>Where a lambda runs: at the call it is given to, or wherever the variable that holds it is used.</summary>
    IEnumerable<ImmutableArray<Frame>> RunsOf(AnonymousFunctionExpressionSyntax lambda, ImmutableArray<Frame> frames, int depth)
    {
        SyntaxNode value = lambda;
        while (value.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax)
            value = value.Parent;
        switch (value.Parent)
        {
            case ArgumentSyntax argument:
                return AtArgument(argument, frames, depth);
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax } variable } when depth < MaxUses:
                return UsesOf(variable.Identifier.ValueText, frames, depth);
            case ParenthesizedExpressionSyntax or InvocationExpressionSyntax:
                return Climb(value, value.Parent, frames, depth + 1);
            default:
                return [Detached(frames)];
        }
    }

    IEnumerable<ImmutableArray<Frame>> UsesOf(string variable, ImmutableArray<Frame> frames, int depth)
    {
        var uses = BodySyntax.Within(body).OfType<IdentifierNameSyntax>().Where(i => i.Identifier.ValueText == variable).Take(MaxUses);
        var isUsed = false;
        foreach (var use in uses)
        {
            var runs = use.Parent switch
            {
                ArgumentSyntax argument => AtArgument(argument, frames, depth + 1),
                InvocationExpressionSyntax invocation => Climb(invocation, invocation, frames, depth + 1),
                MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke", Parent: InvocationExpressionSyntax invocation } => Climb(invocation, invocation, frames, depth + 1),
                _ => [],
            };
            foreach (var run in runs)
            {
                isUsed = true;
                yield return run;
            }
        }

        // A lambda that is returned or kept runs at another time.
        if (!isUsed)
            yield return Detached(frames);
    }

    IEnumerable<ImmutableArray<Frame>> AtArgument(ArgumentSyntax argument, ImmutableArray<Frame> frames, int depth)
    {
        if (argument.Parent?.Parent is not ExpressionSyntax call || depth > MaxUses)
            return [Detached(frames)];
        var name = call is ObjectCreationExpressionSyntax creation ? SimpleName.Of(creation.Type) : SimpleName.Of((call as InvocationExpressionSyntax)?.Expression);
        var symbol = semantics.GetSymbolInfo(call, cancellation).Symbol as IMethodSymbol;
        if (symbol is not null && call is InvocationExpressionSyntax && model.Implementation(symbol.ReducedFrom is null ? symbol.OriginalDefinition : symbol, call, semantics) is { } callee)
            return Climb(call, call, frames.Add(new DelegateFrame(callee, Arguments.OrdinalOf(argument, symbol))), depth + 1);
        switch (RepeatingCalls.Of(name))
        {
            case DelegateUse.RunOnce:
                return Climb(call, call, frames, depth + 1);
            case DelegateUse.Lazily:
                return [Detached(frames)];
            case DelegateUse.Memoised:
                var key = argument.Parent is ArgumentListSyntax { Arguments: [var first, ..] } && first != argument ? Fold(first.Expression) : null;
                return Climb(call, call, frames.Add(new MemoFrame(null, key, true)), depth + 1);
            case var use and (DelegateUse.PerElement or DelegateUse.PerElementConcurrently):
                return Climb(call, call, Repeated(frames, call, use), depth + 1);
            default:
                return [Detached(frames)];
        }
    }

    ImmutableArray<Frame> Repeated(ImmutableArray<Frame> frames, ExpressionSyntax call, DelegateUse use)
    {
        var receiver = Arguments.Receiver(call);
        var arguments = Arguments.List(call)?.Arguments;
        var source = SimpleName.Of(receiver) is "Parallel" or "Array" or "Task" or "Enumerable" && arguments is [var first, ..] ? first.Expression : receiver;
        var concurrent = use == DelegateUse.PerElementConcurrently || SimpleName.Of(receiver) == "Parallel" || IsAwaitedTogether(call);
        if (source is null)
            return frames;
        if (arguments is [_, { Expression: var bound }, ..] && concurrent && SimpleName.Of((call as InvocationExpressionSyntax)?.Expression) is "For" or "ForAsync")
            return frames.Add(new LoopFrame(new Repetition(RepetitionKind.PerElement, SizeName.OfBound(bound, "elements"), call, Concurrent: true, Workers: new Workers(figures).Of(call))));
        var elements = new ElementSource(semantics, _index, cancellation);
        var kind = ElementSource.IsChunked(source) ? RepetitionKind.Chunks : RepetitionKind.PerElement;
        var repetition = new Repetition(kind, SizeName.Of(source, "element"), call, concurrent, elements.Count(source), AtMost: SizeName.LeavesOut(source) || RepeatingCalls.MayStop(SimpleName.Of((call as InvocationExpressionSyntax)?.Expression)));
        if (repetition.Constant is <= LoopReader.FewRounds)
            repetition = repetition with { Kind = RepetitionKind.Few };
        if (concurrent)
            repetition = repetition with { Workers = new Workers(figures).Of(call) };
        if (kind == RepetitionKind.Chunks)
            repetition = repetition with { ChunkSize = new ChunkSize(figures).Of(call) };
        var builder = frames.ToBuilder();
        AddLoop(builder, repetition, call);
        return builder.ToImmutable();
    }

    /// <summary><c>Task.WhenAll(ids.Select(…))</c>, also where the tasks stand in a local first.</summary>
    bool IsAwaitedTogether(ExpressionSyntax call)
    {
        SyntaxNode chain = call;
        while (chain.Parent is MemberAccessExpressionSyntax or InvocationExpressionSyntax)
            chain = chain.Parent;
        return chain.Parent switch
        {
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax together } => SimpleName.Of(together.Expression) == "WhenAll",
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax tasks } => BodySyntax.Within(body).OfType<InvocationExpressionSyntax>()
                .Any(i => SimpleName.Of(i.Expression) == "WhenAll" && i.ArgumentList.Arguments is [{ Expression: IdentifierNameSyntax name }] && name.Identifier.ValueText == tasks.Identifier.ValueText),
            _ => false,
        };
    }

    /// <summary>Code that runs at another time: its own loops count, what stands around it does not.</summary>
    static ImmutableArray<Frame> Detached(ImmutableArray<Frame> frames) => frames.Add(new DetachedFrame());

    Text Fold(ExpressionSyntax key) => new TextFolder(model, owner, cancellation).Fold(key);

    public bool IsConditional(SyntaxNode call)
    {
        for (var node = call; node != body && node.Parent is { } parent && !LoopSyntax.IsLoop(parent); node = parent)
        {
            if (parent is IfStatementSyntax branch && node != branch.Condition || parent is ConditionalExpressionSyntax choice && node != choice.Condition
                || parent is SwitchSectionSyntax or SwitchExpressionArmSyntax or CatchClauseSyntax
                || parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression } logical && node == logical.Right)
                return true;
            if (parent is BlockSyntax block && _index.MayLeaveBefore(block, node))
                return true;
        }

        return false;
    }
}
