using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>
/// The end of a round that looks for rows which are no longer there: what a store has and no row of the round. What holds for the whole
/// list holds for the rows that a read asked for by their ids: one that it did not bring is gone.
/// </summary>
/// <param name="reading">The code.</param>
/// <param name="rowsOf">What rows are.</param>
/// <param name="works">The work on the rows, proved.</param>
sealed class GoneRows(Reading reading, RowsOf rowsOf, IReadOnlyList<RowWork> works)
{
    readonly List<GoneTest> _tests = [];

    public IReadOnlyList<GoneTest> Tests => _tests;

    /// <summary>Whether a statement of the round is such an end.</summary>
    public bool Is(StatementSyntax statement) => statement switch
    {
        ForEachStatementSyntax each => IsLoop(each),
        LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: var entries }] } => SourceOf(entries) is { IsGone: true },
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "RemoveWhere", Expression: var store }, ArgumentList.Arguments: [{ Expression: SimpleLambdaExpressionSyntax { ExpressionBody: { } condition } lambda }] } } =>
            StoreOf(store) is { } set && OwnStore.IsSet(OwnStore.TypeOf(set)) && reading.Scene.Declared(lambda.Parameter) is { } entry && IsAbsence(condition, e => IsKey(e, entry, isPair: false)),
        _ => false,
    };

    bool IsLoop(ForEachStatementSyntax each)
    {
        if (reading.Scene.Declared(each) is not { } entry || SourceOf(each.Expression) is not var (store, isPair, isGone))
            return false;
        bool IsEntry(ExpressionSyntax e) => IsKey(e, entry, isPair);
        var skipped = isGone ? null : each.Statement is BlockSyntax { Statements: [var first, ..] } block ? Skipped(first, isOnly: block.Statements.Count == 1, IsEntry) : Skipped(each.Statement, isOnly: true, IsEntry);
        if (!isGone && skipped is null || EntryUses(each.Statement, store).Any(u => u is null || !IsEntry(u.Key)))
            return false;
        return RowWork.OfEntries(reading, each, store, [.. EntryUses(each.Statement, store).Select(static u => u!.Whole)], skipped) is { } work && works.All(w => !w.Meets(work));
    }

    /// <summary>The condition with which the body begins, if it passes over all entries whose rows are there.</summary>
    ExpressionSyntax? Skipped(StatementSyntax first, bool isOnly, Func<ExpressionSyntax, bool> isKey) => first is not IfStatementSyntax { Else: null } choice ? null
        : choice.Statement is ContinueStatementSyntax or BlockSyntax { Statements: [ContinueStatementSyntax] } ? IsPresence(choice.Condition, choice.Condition, isKey) ? choice.Condition : null
        : isOnly && IsAbsence(choice.Condition, isKey) ? choice.Condition : null;

    IEnumerable<EntryUse?> EntryUses(SyntaxNode code, ISymbol store) => code.DescendantNodes().OfType<IdentifierNameSyntax>()
        .Where(n => n.Identifier.ValueText == store.Name && SymbolEqualityComparer.Default.Equals(reading.Scene.SymbolOf(n), store)).Select(EntryUse.Of);

    /// <summary>The entries that a loop goes over: of which store, whether with their values, and whether only those whose rows are gone.</summary>
    (ISymbol Store, bool IsPair, bool IsGone)? SourceOf(ExpressionSyntax source)
    {
        switch (source)
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToList" or "ToArray", Expression: var all }, ArgumentList.Arguments.Count: 0 }:
                return SourceOf(all);
            case BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList.Arguments: [{ Expression: var all }] } when reading.Scene.TypeOf(source) is { Name: "List" or "HashSet" } type && Aliasing.IsOfFramework(type):
                return SourceOf(all);
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Select", Expression: var pairs }, ArgumentList.Arguments: [{ Expression: SimpleLambdaExpressionSyntax { ExpressionBody: { } key } lambda }] }:
                return SourceOf(pairs) is { IsPair: true } found && reading.Scene.Declared(lambda.Parameter) is { } pair && IsKey(key, pair, isPair: true) ? found with { IsPair = false } : null;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Where", Expression: var all }, ArgumentList.Arguments: [{ Expression: SimpleLambdaExpressionSyntax { ExpressionBody: { } condition } lambda }] }:
                return SourceOf(all) is { IsGone: false } some && reading.Scene.Declared(lambda.Parameter) is { } entry && IsAbsence(condition, e => IsKey(e, entry, some.IsPair)) ? some with { IsGone = true } : null;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Except", Expression: var keys }, ArgumentList.Arguments: [{ Expression: var seen }] }:
                if (SourceOf(keys) is not { IsPair: false, IsGone: false } others || !ArePresent(seen))
                    return null;
                Note(new GoneTest(source, null));
                return others with { IsGone = true };
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Keys", Expression: var store } when StoreOf(store) is { } dictionary && OwnStore.IsDictionary(OwnStore.TypeOf(dictionary)):
                return (dictionary, false, false);
            case IdentifierNameSyntax when reading.OwnOf(source) is { } local:
                return IsOfRound(local) && !reading.Scene.Locals.IsReassigned(local) && reading.Scene.Locals.Of(local).Count == 1 && reading.ValuesOf(local).ToList() is [var made] ? SourceOf(made) : null;
            default:
                return StoreOf(source) is not { } collection ? null : OwnStore.IsSet(OwnStore.TypeOf(collection)) ? (collection, false, false) : OwnStore.IsDictionary(OwnStore.TypeOf(collection)) ? (collection, true, false) : null;
        }
    }

    bool IsKey(ExpressionSyntax value, ISymbol entry, bool isPair) => isPair
        ? value is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Key", Expression: var pair } && IsKey(pair, entry, isPair: false)
        : SymbolEqualityComparer.Default.Equals(reading.Scene.SymbolOf(value), entry);

    bool IsAbsence(ExpressionSyntax condition, Func<ExpressionSyntax, bool> isKey) =>
        condition is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var presence } && IsPresence(presence, condition, isKey);

    /// <summary><c>seen.Contains(id)</c></summary>
    bool IsPresence(ExpressionSyntax presence, ExpressionSyntax condition, Func<ExpressionSyntax, bool> isKey)
    {
        if (presence is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Contains", Expression: var seen }, ArgumentList.Arguments: [{ Expression: var key }] } || !isKey(key) || !ArePresent(seen))
            return false;
        Note(new GoneTest(condition, key));
        return true;
    }

    void Note(GoneTest test)
    {
        if (!_tests.Exists(t => t.Condition == test.Condition))
            _tests.Add(test);
    }

    /// <summary>A store whose entries in the work on rows are those of the row.</summary>
    ISymbol? StoreOf(ExpressionSyntax store) => reading.Scene.SymbolOf(store) is (IFieldSymbol or IPropertySymbol or ILocalSymbol) and var symbol && !reading.IsOwn(symbol) && OwnStore.Is(symbol, reading)
        && works.Any(w => EntryUses(w.Loop.Statement, symbol).Any()) && works.All(w => EntryUses(w.Loop.Statement, symbol).All(u => u is not null && w.Ids?.Is(u.Key) == true)) ? symbol : null;

    /// <summary>A collection of the ids of all rows of the round.</summary>
    bool ArePresent(ExpressionSyntax seen) => reading.OwnOf(seen) is { } local && IsOfRound(local) && !reading.Scene.Locals.IsReassigned(local) && reading.ValuesOf(local).ToList() is [var made]
        && (RowsOf.IsEmpty(made) ? reading.Scene.Locals.Of(local).Any(u => IsAdded(u.Syntax)) && reading.Scene.Locals.Of(local).All(u => IsAdded(u.Syntax) || IsAsked(u.Syntax)) : AreIds(made) && reading.Scene.Locals.Of(local).All(u => IsAsked(u.Syntax)));

    /// <summary>It is made once a round, and not once a page.</summary>
    bool IsOfRound(ISymbol local) => local.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax().FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is { } declaration && reading.Statements.Contains(declaration);

    bool IsAdded(SyntaxNode use) => use.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var id }], Parent: ExpressionStatementSyntax } }
        && works.Any(w => w.Loop.Statement.Span.Contains(use.Span) && w.Ids?.Is(id) == true && IsReached(use, w.Loop.Statement));

    /// <summary>For each row: nothing ahead of it in the loop passes over rows, and nothing around it.</summary>
    static bool IsReached(SyntaxNode use, StatementSyntax body) => use.FirstAncestorOrSelf<StatementSyntax>() is { } added
        && (added == body || added.Parent == body && !((BlockSyntax)body).Statements.TakeWhile(s => s != added).Any(static s => s.DescendantNodesAndSelf().Any(static n => n is ContinueStatementSyntax)));

    static bool IsAsked(SyntaxNode use) => use.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Contains", Parent: InvocationExpressionSyntax }
        || use.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Except" } } };

    /// <summary><c>deals.Select(d => d.Id).ToHashSet()</c></summary>
    bool AreIds(ExpressionSyntax made) => made switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToHashSet" or "ToList" or "ToArray", Expression: var ids }, ArgumentList.Arguments.Count: 0 } => AreIds(ids),
        BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList.Arguments: [{ Expression: InvocationExpressionSyntax ids }] } => AreIds(ids),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Select", Expression: var rows }, ArgumentList.Arguments: [{ Expression: SimpleLambdaExpressionSyntax { ExpressionBody: { } id } lambda }] } =>
            rowsOf.Are(rows) && reading.Scene.Declared(lambda.Parameter) is { } row && new RowIds(reading, row).Is(id),
        _ => false,
    };
}
