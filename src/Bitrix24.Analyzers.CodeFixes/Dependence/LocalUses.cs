using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>How one body uses its locals: which hold only objects made there, which of those nobody else knows.</summary>
sealed class LocalUses
{
    readonly Dictionary<ISymbol, List<IOperation>> _uses = new(SymbolEqualityComparer.Default);
    readonly Dictionary<ISymbol, IVariableDeclaratorOperation> _declarators = new(SymbolEqualityComparer.Default);
    readonly HashSet<ISymbol> _reassigned = new(SymbolEqualityComparer.Default);
    readonly Dictionary<ISymbol, List<IOperation>> _values = new(SymbolEqualityComparer.Default);
    readonly HashSet<ISymbol> _given = new(SymbolEqualityComparer.Default);
    readonly HashSet<ISymbol> _unset = new(SymbolEqualityComparer.Default);
    readonly Dictionary<ISymbol, bool> _made = new(SymbolEqualityComparer.Default);
    readonly Dictionary<ISymbol, bool> _exclusive = new(SymbolEqualityComparer.Default);
    readonly HashSet<ISymbol> _writtenInClosure = new(SymbolEqualityComparer.Default);
    List<(ISymbol Window, HashSet<ISymbol> Under)>? _windows;
    readonly KnownMembers _known;
    readonly SyntaxNode? _loop;

    /// <param name="root">The whole body.</param>
    /// <param name="known">What library members do.</param>
    /// <param name="loop">Uses behind it do not matter.</param>
    public LocalUses(IOperation root, KnownMembers known, SyntaxNode? loop)
    {
        _known = known;
        _loop = loop;
        foreach (var operation in root.DescendantsAndSelf())
        {
            switch (operation)
            {
                case ILocalReferenceOperation reference:
                    Note(reference.Local, reference);
                    break;
                case IParameterReferenceOperation reference when IsWrite(reference):
                    NoteClosure(reference.Parameter, reference);
                    break;
                case IVariableDeclaratorOperation declarator:
                    _declarators[declarator.Symbol] = declarator;
                    Assign(declarator.Symbol, declarator.GetVariableInitializer()?.Value, declarator is { Parent: IVariableDeclarationOperation } && declarator.GetVariableInitializer() is null);
                    break;
            }
        }
    }

    public bool Mentions(ISymbol local) => _uses.ContainsKey(local);

    public IReadOnlyList<IOperation> Of(ISymbol local) => _uses.TryGetValue(local, out var uses) ? uses : [];

    /// <summary>Every value that the local ever has was made for it, and so was everything that it is a window on.</summary>
    public bool IsMadeHere(ISymbol? local)
    {
        if (local is not ILocalSymbol)
            return false;
        if (!_made.TryGetValue(local, out var made))
            _made.Add(local, made = WithAllUnder(local).All(IsMade));
        return made;
    }

    /// <summary>Any value of the local shows what is in another object.</summary>
    public bool IsWindow(ISymbol local) => ValuesOf(local).Any(v => Fresh.Under(v, _known) is not null);

    /// <summary>The local and all locals whose objects it is a window on.</summary>
    public HashSet<ISymbol> WithAllUnder(ISymbol local) => Closure.Of([local], l => ValuesOf(l).SelectMany(LocalsUnder));

    /// <summary>The local and all locals that are windows on its object.</summary>
    public IEnumerable<ISymbol> WithWindows(ISymbol local)
    {
        _windows ??= [.. _declarators.Keys.Where(IsWindow).Select(w => (w, WithAllUnder(w)))];
        return _windows.Where(w => w.Under.Contains(local)).Select(static w => w.Window).Append(local);
    }

    public bool MayBeNull(ISymbol local) => _unset.Contains(local) || ValuesOf(local).Any(static v => v.ConstantValue is { HasValue: true, Value: null });

    /// <summary>Made here, and known under no other name: what happens to the object happens through this local.</summary>
    public bool IsExclusive(ISymbol? local)
    {
        if (local is null || !IsMadeHere(local) || IsWindow(local))
            return false;
        if (!_exclusive.TryGetValue(local, out var exclusive))
            _exclusive.Add(local, exclusive = Of(local).All(use => IsBehindLoop(local, use) || !Lets.Escape(use, _known)));
        return exclusive;
    }

    public IVariableDeclaratorOperation? DeclaratorOf(ISymbol local) => _declarators.TryGetValue(local, out var declarator) ? declarator : null;

    /// <summary>Something besides its declaration gives it a value.</summary>
    public bool IsReassigned(ISymbol local) => _reassigned.Contains(local);

    public bool IsWrittenInClosure(ISymbol local) => _writtenInClosure.Contains(local);

    void Note(ILocalSymbol local, ILocalReferenceOperation reference)
    {
        if (!_uses.TryGetValue(local, out var uses))
            _uses.Add(local, uses = []);
        uses.Add(reference);
        if (reference.IsDeclaration)
            Assign(local, null, isUnset: false);
        else if (IsWrite(reference))
        {
            _reassigned.Add(local);
            Assign(local, reference.Parent is ISimpleAssignmentOperation { IsRef: false } assignment ? assignment.Value : null, isUnset: false);
            NoteClosure(local, reference);
        }
    }

    void NoteClosure(ISymbol variable, IOperation write)
    {
        for (var above = write.Parent; above is not null; above = above.Parent)
        {
            if (above is IAnonymousFunctionOperation or ILocalFunctionOperation)
                _writtenInClosure.Add(variable);
        }
    }

    /// <param name="local">A local.</param>
    /// <param name="value">What it is now; null where that is not known.</param>
    /// <param name="isUnset">It has no value yet.</param>
    void Assign(ISymbol local, IOperation? value, bool isUnset)
    {
        if (isUnset)
            _unset.Add(local);
        else if (value is null)
            _given.Add(local);
        else if (_values.TryGetValue(local, out var values))
            values.Add(value);
        else
            _values.Add(local, [value]);
    }

    /// <summary>All that the local is ever set to, as far as that is an expression.</summary>
    public IReadOnlyList<IOperation> ValuesOf(ISymbol local) => _values.TryGetValue(local, out var values) ? values : [];

    bool IsMade(ISymbol local) => _declarators.ContainsKey(local) && !_given.Contains(local) && ValuesOf(local).All(IsMade);

    bool IsMade(IOperation value) => Fresh.Under(value, _known) is { } under ? under.All(u => LocalOf(u) is not null || IsMade(u)) : Fresh.IsMade(value, _known);

    IEnumerable<ISymbol> LocalsUnder(IOperation value) => (Fresh.Under(value, _known) ?? []).SelectMany(u => LocalOf(u) is { } local ? [local] : LocalsUnder(u));

    static ILocalSymbol? LocalOf(IOperation value) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => LocalOf(conversion.Operand),
        ILocalReferenceOperation reference => reference.Local,
        _ => null,
    };

    public static bool IsWrite(IOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        ITupleOperation tuple => Outermost(tuple).Parent is IDeconstructionAssignmentOperation deconstruction && deconstruction.Target == Outermost(tuple),
        IAddressOfOperation => true,
        IVariableInitializerOperation => reference.Parent?.Parent is IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None },
        _ => false,
    };

    static IOperation Outermost(IOperation tuple)
    {
        while (tuple.Parent is ITupleOperation or IDeclarationExpressionOperation or IConversionOperation)
            tuple = tuple.Parent;
        return tuple;
    }

    bool IsBehindLoop(ISymbol local, IOperation use) =>
        _loop is not null && use.Syntax.SpanStart >= _loop.Span.End
        && local.DeclaringSyntaxReferences is [var declaration, ..] && Repeater(declaration.GetSyntax()) == Repeater(_loop);

    static SyntaxNode? Repeater(SyntaxNode node) => node.Ancestors().FirstOrDefault(static n =>
        n is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);
}
