using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Collecting;

/// <summary>What is looked at when a call that waited is sent: its parameters, and what its helper and handler use.</summary>
sealed class LateValues(StatementSyntax loop, IReadOnlyList<DeferredCall> calls, Scene scene)
{
    readonly Changes _changes = new(scene);
    readonly Dictionary<ISymbol, bool> _new = new(SymbolEqualityComparer.Default);

    /// <summary>Objects that a local of the loop holds came into being in the same round, and nobody else knows them.</summary>
    public bool IsNew(ISymbol local)
    {
        if (!_new.TryGetValue(local, out var isNew))
        {
            _new.Add(local, false);
            _new[local] = isNew = Scene.IsDeclaredIn(local, loop) && scene.Locals.Of(local).All(use => IsGivenToCall(use) || !Lets.Escape(use, scene.Callees.Known) || IsPutIntoNew(local, use));
        }

        return isNew;
    }

    /// <summary>It goes into another object of the same round, and nowhere else.</summary>
    bool IsPutIntoNew(ISymbol local, IOperation use) => HolderOf(use) is { } holder && !SymbolEqualityComparer.Default.Equals(holder, local)
        && IsInBody(holder) && LoopOf(holder.DeclaringSyntaxReferences[0].GetSyntax()) == LoopOf(local.DeclaringSyntaxReferences[0].GetSyntax())
        && scene.Locals.IsMadeHere(holder) && !scene.Locals.IsReassigned(holder) && IsNew(holder);

    /// <summary>The local whose object the value goes into: where it is made, or as what it is given.</summary>
    static ILocalSymbol? HolderOf(IOperation use)
    {
        for (var value = use; value.Parent is { } above; value = above)
        {
            switch (above)
            {
                case IVariableDeclaratorOperation { Symbol: var declared }:
                    return declared;
                case IArgumentOperation { Parent: IInvocationOperation { Instance: ILocalReferenceOperation { Local: var receiver } } }:
                    return receiver;
                case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: ILocalReferenceOperation { Local: var changed } } } assignment when assignment.Value == value:
                    return changed;
                case IConversionOperation { OperatorMethod: null } or IObjectCreationOperation or IObjectOrCollectionInitializerOperation or IAnonymousObjectCreationOperation or IArrayCreationOperation or IArrayInitializerOperation or IVariableInitializerOperation or IArgumentOperation:
                case ISimpleAssignmentOperation initializer when initializer.Value == value:
                case IInvocationOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } }:
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    bool IsGivenToCall(IOperation use) => calls.Any(c => c.Outer.Span.Contains(use.Syntax.Span));

    /// <summary>What the call reads late, besides objects that the round made for it.</summary>
    public Effects Of(DeferredCall call)
    {
        var late = new Effects();
        foreach (var argument in call.Call.ArgumentList.Arguments)
            late.Reads.UnionWith(Handed(argument.Expression));
        var reader = new EffectReader(scene.Callees, scene.Locals, static _ => false, static _ => false);
        foreach (var argument in call.OuterArguments)
            scene.ReadNode(reader, argument.Expression);
        if (call.HasRest && call.Outer.Expression is MemberAccessExpressionSyntax { Expression: var receiver } && scene.Operation(receiver) is { } owner)
            reader.ReadReceiver(owner);
        late.Add(reader.Effects);
        Forget(late);
        return late;
    }

    /// <summary>Leaves out what the round has for itself.</summary>
    public void Forget(Effects late)
    {
        var forgotten = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        while (late.Reads.FirstOrDefault(r => r.Symbol is { } symbol && (r.Place == Place.Variable ? IsOfRound(symbol) : IsMadeForCall(symbol))) is { Symbol: { } own })
        {
            late.Reads.RemoveWhere(r => SymbolEqualityComparer.Default.Equals(r.Symbol, own) && (r.Place == Place.Variable ? IsOfRound(own) : IsMadeForCall(own)));
            if (forgotten.Add(own) && IsMadeForCall(own))
                late.Reads.UnionWith(PutInto(own).SelectMany(Handed).Where(r => r.Symbol is null || !forgotten.Contains(r.Symbol)));
        }
    }

    /// <summary>What the object that a local holds was made of, and given later.</summary>
    IEnumerable<ExpressionSyntax> PutInto(ISymbol local)
    {
        var values = scene.Locals.ValuesOf(local).Concat(scene.Locals.Of(local).SelectMany(static use => Given(use)));
        return values.Select(static v => v.Syntax).OfType<ExpressionSyntax>();
    }

    static IEnumerable<IOperation> Given(IOperation use)
    {
        var value = use;
        while (value.Parent is IConversionOperation or IMemberReferenceOperation or IArrayElementReferenceOperation)
            value = value.Parent;
        return value.Parent switch
        {
            IInvocationOperation call when call.Instance == value => call.Arguments.Select(static a => a.Value),
            IAssignmentOperation assignment when assignment.Target == value => [assignment.Value],
            _ => [],
        };
    }

    /// <summary>What stands in the way of a value being there, and being the same, when it is looked at.</summary>
    public string? Refusal(DeferredCall call)
    {
        foreach (var symbol in WithHeld(new SyntaxNode?[] { call.Outer, call.Handler }.OfType<SyntaxNode>().SelectMany(scene.Mentioned).Where(s => s is ILocalSymbol && IsMadeForCall(s))))
        {
            if (scene.Locals.Of(symbol).Any(use => use.Syntax.SpanStart >= call.Statement.Span.End && _changes.May(symbol, StatementOf(use.Syntax))))
                return symbol.Name + " changes behind the call";
        }

        return null;
    }

    /// <summary>Locals, and those whose objects went into theirs.</summary>
    HashSet<ISymbol> WithHeld(IEnumerable<ISymbol> locals) => Closure.Of(locals, l => PutInto(l).SelectMany(scene.Mentioned).Where(s => s is ILocalSymbol && IsMadeForCall(s)));

    static SyntaxNode StatementOf(SyntaxNode node) => node.FirstAncestorOrSelf<StatementSyntax>() ?? node;

    /// <summary>Objects that a value lets be reached, with those that a method in sight was given to make the value of.</summary>
    IEnumerable<Cell> Handed(ExpressionSyntax value)
    {
        var effects = scene.EffectsOf([value], static _ => false);
        if (scene.Operation(value) is not { } operation || Immutability.IsImmutable(Roots.TypeOf(operation)))
            return [];
        if (operation.DescendantsAndSelf().Any(IsCalculatedLate))
            return effects.Reads;
        var given = operation.DescendantsAndSelf().OfType<IArgumentOperation>().Where(static a => !Immutability.IsImmutable(a.Value.Type)).Select(static a => Cell.Reachable(Roots.Of(a.Value), Roots.TypeOf(a.Value)));
        return effects.Reads.Where(static r => r.Place == Place.Reachable).Concat(given);
    }

    /// <summary>A query that nothing has enumerated yet, or a function.</summary>
    bool IsCalculatedLate(IOperation value)
    {
        if (value is IAnonymousFunctionOperation { Parent: { Parent: not IArgumentOperation } })
            return true;
        if (!IsSequence(Roots.TypeOf(value)))
            return false;
        var above = value.Parent;
        while (above is IConversionOperation or IArgumentOperation)
            above = above.Parent;
        return above is not IInvocationOperation call || !Immutability.IsImmutable(call.Type) && scene.Callees.Known.Of(call.TargetMethod) != Knowledge.Makes && !IsSequence(call.Type);
    }

    /// <summary>It may be calculated only when it is enumerated.</summary>
    static bool IsSequence(ITypeSymbol? type) => type is { TypeKind: TypeKind.Interface } && type.AllInterfaces.Append(type).Any(static i => i.SpecialType == SpecialType.System_Collections_IEnumerable);

    /// <summary>A variable that each round has anew, and gives a value once.</summary>
    bool IsOfRound(ISymbol symbol) => symbol is ILocalSymbol && IsInBody(symbol)
        && (IsElement(symbol) || !scene.Locals.IsReassigned(symbol));

    /// <summary>Declared in the body, not in the header of a <c>for</c>.</summary>
    bool IsInBody(ISymbol symbol) => Scene.IsDeclaredIn(symbol, loop)
        && symbol.DeclaringSyntaxReferences[0].GetSyntax().FirstAncestorOrSelf<VariableDeclarationSyntax>()?.Parent is not ForStatementSyntax;

    static bool IsElement(ISymbol symbol) => symbol.DeclaringSyntaxReferences[0].GetSyntax() is ForEachStatementSyntax;

    /// <summary>An object that the round made, that only the call is given, and that is declared next to the call, not around a loop in which the call is.</summary>
    bool IsMadeForCall(ISymbol symbol) => symbol is ILocalSymbol && IsInBody(symbol) && !IsElement(symbol) && scene.Locals.IsMadeHere(symbol) && !scene.Locals.IsWindow(symbol) && IsNew(symbol)
        && calls.All(c => !scene.Mentioned(c.Outer).Contains(symbol, SymbolEqualityComparer.Default) || LoopOf(c.Statement) == LoopOf(symbol.DeclaringSyntaxReferences[0].GetSyntax()));

    static SyntaxNode? LoopOf(SyntaxNode node) => node.Ancestors().FirstOrDefault(static n => n is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax);
}
