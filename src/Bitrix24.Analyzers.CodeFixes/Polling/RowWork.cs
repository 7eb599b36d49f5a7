using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>
/// Proves that what a loop does for a row depends on that row alone, and that no other row, and nothing behind the loop, sees
/// it. Code out of sight is trusted with what it is given: the row, values of it, and objects that the loop does not change.
/// </summary>
sealed class RowWork
{
    readonly Reading _reading;
    readonly CommonForEachStatementSyntax _loop;
    readonly Scene _scene;
    readonly List<StatementSyntax> _kept = [];
    readonly List<ExpressionSyntax> _values = [];
    readonly HashSet<ISymbol> _keyed = new(SymbolEqualityComparer.Default);
    readonly HashSet<SyntaxNode> _remembered = [];
    readonly List<ISymbol> _memories = [];
    SyntaxNode? _passed;
    Effects? _effects;

    RowWork(Reading reading, CommonForEachStatementSyntax loop)
    {
        _reading = reading;
        _loop = loop;
        _scene = reading.Scene;
    }

    public CommonForEachStatementSyntax Loop => _loop;

    /// <summary>Stores that say of a row whether it is new or different.</summary>
    public IReadOnlyList<ISymbol> Memories => _memories;

    /// <summary>Which expressions are the id of the row; null where what the loop goes over are parts of rows, or made of them.</summary>
    public RowIds? Ids => _scene.Declared(_loop) is { } row && new WholeRows(_reading).Are(_loop.Expression) ? new RowIds(_reading, row) : null;

    /// <summary>The work of a loop over rows, or why rows depend on each other.</summary>
    public static (RowWork Work, string? Refusal) Of(Reading reading, CommonForEachStatementSyntax loop)
    {
        var work = new RowWork(reading, loop);
        work.Remember();
        return (work, work.Refusal());
    }

    /// <summary>The work of a loop over entries of a store, or null where they depend on each other.</summary>
    /// <param name="reading">The code.</param>
    /// <param name="loop">The loop.</param>
    /// <param name="store">The store.</param>
    /// <param name="uses">Uses of the entry that the loop has come to.</param>
    /// <param name="passed">The condition that passes over entries, or null.</param>
    public static RowWork? OfEntries(Reading reading, CommonForEachStatementSyntax loop, ISymbol store, IEnumerable<SyntaxNode> uses, SyntaxNode? passed)
    {
        var work = new RowWork(reading, loop) { _passed = passed };
        work._keyed.Add(store);
        work._remembered.UnionWith(uses);
        return work.Refusal() is null ? work : null;
    }

    public bool Mentions(ISymbol store) => _loop.Statement.DescendantNodes().OfType<IdentifierNameSyntax>().Any(n => n.Identifier.ValueText == store.Name && SymbolEqualityComparer.Default.Equals(_scene.SymbolOf(n), store));

    /// <summary>Whether one sees what the other leaves behind.</summary>
    public bool Meets(RowWork other) => _effects is null || other._effects is null
        || Conflicts.In(_scene).BetweenSeen(_effects, other._effects) is not null || Conflicts.In(_scene).BetweenSeen(other._effects, _effects) is not null;

    string? Refusal() => Jump() ?? Keep() ?? Mention() ?? Effect();

    string? Jump() => Jumps.Within(_loop.Statement).Any(n => n is ReturnStatementSyntax or GotoStatementSyntax or YieldStatementSyntax || n is BreakStatementSyntax && !IsInside(n)) ? "a row decides on the rows behind it" : null;

    bool IsInside(SyntaxNode jump) => jump.Ancestors().TakeWhile(a => a != _loop).Any(static a => a is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or SwitchStatementSyntax);

    /// <summary>Stores that say of a row whether it is new or different.</summary>
    void Remember()
    {
        if (Ids is null || _scene.Declared(_loop) is not { } row)
            return;
        foreach (var store in _loop.Statement.DescendantNodes().OfType<IdentifierNameSyntax>().Select(StoreOf).OfType<ISymbol>().Distinct(SymbolEqualityComparer.Default).Where(s => OwnStore.IsDictionary(OwnStore.TypeOf(s)) || OwnStore.IsSet(OwnStore.TypeOf(s))))
        {
            if (RowMemory.Of(_reading, _loop, row, store) is not { } memory)
                continue;
            _keyed.Add(store);
            _remembered.UnionWith(memory.Nodes);
            _memories.Add(store);
            _values.AddRange(memory.Values);
        }
    }

    bool IsOfRow(ISymbol symbol) => Scene.IsDeclaredIn(symbol, _loop);

    /// <summary>
    /// Statements that keep something for later without looking at what others kept: a row in a list that is read row by row, the last
    /// id for the next page, an entry under a key of the row.
    /// </summary>
    string? Keep()
    {
        foreach (var statement in _loop.Statement.DescendantNodesAndSelf().OfType<ExpressionStatementSyntax>().Where(s => !_remembered.Contains(s)))
        {
            switch (statement.Expression)
            {
                case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax variable, Right: var value } when _reading.OwnOf(variable) is { } own && !IsOfRow(own):
                    if (!GoesIntoCall(own) || MentionsRound(value))
                        return own.Name + " goes from row to row";
                    Keep(statement, value);
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Expression: var list }, ArgumentList.Arguments: [{ Expression: var row }] } when _reading.OwnOf(list) is { } own && !IsOfRow(own):
                    if (MentionsRound(row))
                        return own.Name + " goes from row to row";
                    Keep(statement, row);
                    break;
                case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: ElementAccessExpressionSyntax { Expression: var store, ArgumentList.Arguments: [{ Expression: var key }] } } when StoreOf(store) is { } kept && OwnStore.IsDictionary(_scene.TypeOf(store)) && Ids?.Is(key) == true:
                    _keyed.Add(kept);
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Expression: var store }, ArgumentList.Arguments: [{ Expression: var key }] } when StoreOf(store) is { } kept && OwnStore.IsSet(_scene.TypeOf(store)) && MentionsRow(key):
                    _keyed.Add(kept);
                    Keep(statement, key);
                    break;
            }
        }

        return null;
    }

    void Keep(StatementSyntax statement, ExpressionSyntax value)
    {
        _kept.Add(statement);
        _values.Add(value);
    }

    bool GoesIntoCall(ISymbol variable) => _reading.OwnIn(_reading.Call).Contains(variable, SymbolEqualityComparer.Default)
        || _reading.OwnIn(_reading.Call).SelectMany(_reading.ValuesOf).SelectMany(_reading.OwnIn).Contains(variable, SymbolEqualityComparer.Default);

    bool MentionsRound(SyntaxNode node) => _reading.OwnIn(node).Any(s => !IsOfRow(s));

    bool MentionsRow(SyntaxNode node) => _scene.Mentioned(node).Any(IsOfRow);

    /// <summary>A collection that lives longer than the round.</summary>
    ISymbol? StoreOf(ExpressionSyntax store) => _scene.SymbolOf(store) is (IFieldSymbol or IPropertySymbol or ILocalSymbol or IParameterSymbol) and var symbol && !_reading.IsOwn(symbol) ? symbol : null;

    /// <summary>What the round has besides the row is not for the row to see.</summary>
    string? Mention() => _loop.Statement.DescendantNodesAndSelf(n => n != _passed && (n is not StatementSyntax statement || !_kept.Contains(statement))).OfType<IdentifierNameSyntax>()
        .Select(n => _scene.SymbolOf(n)).OfType<ISymbol>().FirstOrDefault(s => _reading.IsOwn(s) && !IsOfRow(s)) is { } seen ? seen.Name + " is not of the row alone" : null;

    string? Effect()
    {
        var reader = new EffectReader(_scene.Callees, _scene.Locals, n => _kept.Contains(n) || _remembered.Contains(n) || n == _passed, IsOfRow) { Client = Client() };
        foreach (var node in _values.Append<SyntaxNode>(_loop.Statement))
            _scene.ReadNode(reader, node);
        var effects = reader.Effects;
        effects.Reads.RemoveWhere(IsOutput);
        effects.Writes.RemoveWhere(IsOutput);
        if (effects.IsBroken)
            return "the code does not compile";
        if (effects.Varies)
            return "the round looks at a clock, or at something else that differs from time to time";
        if (effects.HidesBatch)
            return "a batch in the round cannot be looked into";
        if (effects.OwnWrites.Count > 0 || effects.Writes.Any(w => !IsForRow(w)))
            return "the round changes something that outlives the row";
        effects.Reads.RemoveWhere(r => r.Symbol is { } own && IsOfRow(own));
        effects.Writes.RemoveWhere(w => w.Symbol is { } own && IsOfRow(own));
        effects.Writes.UnionWith(_keyed.Select(static k => Cell.Contents(k, OwnStore.TypeOf(k))));
        if (new Surroundings(_reading, [_loop]).Changing(effects, IsOfRow, _keyed) is { } changing)
            return changing + " may change, and with it what is done for rows";
        if (_keyed.FirstOrDefault(k => !OwnStore.Is(k, _reading)) is { } shared)
            return shared.Name + " is changed elsewhere too";
        if (new Unheard(_scene).IsIn(_loop.Statement))
            return "work on a row may fail, and the round does not hear of it";
        if (Passing.IsIn(_loop.Statement, _scene, IsOfRow))
            return "what is done for a row depends on when, or takes the place of what was done for another";
        _effects = effects;
        return Conflicts.In(_scene).BetweenSeen(effects, effects) is null ? null : "a row sees what another has left behind";
    }

    /// <summary>A class of its own that sends: what it keeps to itself is not the round's.</summary>
    INamedTypeSymbol? Client() => _scene.SymbolOf(_reading.Call) is IMethodSymbol { ContainingType: var client }
        && !SymbolEqualityComparer.Default.Equals(client, _scene.Semantics.GetEnclosingSymbol(_loop.SpanStart, _scene.Cancellation)?.ContainingType) ? client : null;

    /// <summary>What is written out line by line, nobody here reads again.</summary>
    static bool IsOutput(Cell cell)
    {
        for (var type = cell.Type; type is not null; type = type.BaseType)
        {
            if (type is { Name: "TextWriter" } && Aliasing.IsOfFramework(type))
                return true;
        }

        return false;
    }

    /// <summary>A variable or an object of the row, or an entry under a key of the row.</summary>
    bool IsForRow(Cell write) => write is { Symbol: { } symbol, Place: var place } && (place == Place.Variable ? IsOfRow(symbol)
        : place == Place.Member ? symbol is IPropertySymbol { IsIndexer: true } && Aliasing.IsOfFramework(symbol.ContainingType)
        : _keyed.Contains(symbol) || IsOfRow(symbol) && (symbol.DeclaringSyntaxReferences.Any(r => r.GetSyntax() == _loop) || _reading.ValuesOf(symbol).Any() && _reading.ValuesOf(symbol).All(IsMadeForRow)));

    /// <summary><c>new SqlCommand(text, connection)</c>, <c>connection.CreateCommand()</c></summary>
    static bool IsMadeForRow(ExpressionSyntax value) => value is BaseObjectCreationExpressionSyntax
        || value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } && name.StartsWith("Create", StringComparison.Ordinal);
}
