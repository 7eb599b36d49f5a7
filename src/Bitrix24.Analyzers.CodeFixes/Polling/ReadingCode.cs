using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>
/// Proves that a round works row by row: that it reads all pages of a list, and does for each row what depends on that row
/// alone. Then rows can be left out, and nothing changes but what is done for them.
/// </summary>
/// <remarks>
/// Outside of the loops over rows nothing may happen but reading, and nothing of it may be seen inside of them but the row. So
/// what a round does is done by the work on single rows, whichever rows there are.
/// </remarks>
sealed class ReadingCode
{
    readonly Reading _reading;
    readonly PageTest _tests;
    readonly PassedOver _passed;
    readonly ReadingValue _values;
    readonly RowsOf _rowsOf;
    readonly Dictionary<ISymbol, CommonForEachStatementSyntax> _rows = new(SymbolEqualityComparer.Default);
    readonly List<RowWork> _works = [];
    readonly GoneRows _gone;
    string? _refusal;

    ReadingCode(Reading reading)
    {
        _reading = reading;
        _tests = new PageTest(reading);
        _passed = new PassedOver(reading, _tests);
        _values = new ReadingValue(reading);
        _rowsOf = new RowsOf(reading, _rows);
        _gone = new GoneRows(reading, _rowsOf, _works);
    }

    /// <summary>Why the statements do not work row by row, or null where they do.</summary>
    /// <param name="reading">The statements.</param>
    /// <param name="worksOnRows">There is a loop over rows.</param>
    /// <param name="gone">What asks for rows that are gone.</param>
    public static string? Refusal(Reading reading, out bool worksOnRows, out IReadOnlyList<GoneTest> gone)
    {
        var code = new ReadingCode(reading);
        gone = code._gone.Tests;
        var fits = reading.Statements.All(s => s.SpanStart > reading.Call.Span.End && code._gone.Is(s) || code.Fits(s)) && reading.Statements.All(s => !Swallowing.Is(s, reading.Scene) || code.Refuse("an exception is caught, and the round goes on as if it were done"));
        worksOnRows = code._rows.Count > 0;
        if (fits && code._works.Exists(w => w.Memories.Any(m => code._works.Exists(o => o != w && o.Mentions(m)))))
            fits = code.Refuse("one loop writes what another remembers");
        if (!fits)
            return code._refusal;
        return new Turning(reading).IsAll() ? null : "the parameters of the call depend on more than the page";
    }

    bool Refuse(string why)
    {
        _refusal ??= why;
        return false;
    }

    bool Fits(StatementSyntax? statement) => statement switch
    {
        null or EmptyStatementSyntax => true,
        BlockSyntax block => block.Statements.All(Fits),
        LocalDeclarationStatementSyntax { Declaration: { Type: not RefTypeSyntax } declaration } => declaration.Variables.All(v => v.Initializer is null || IsValue(v.Initializer.Value)),
        ExpressionStatementSyntax { Expression: var action } => IsAction(action),
        IfStatementSyntax { Else: null } check when Throws(check.Statement) => (_tests.IsOfAnswer(check.Condition) || Refuse("a condition asks more than whether there is an answer")) && IsValue(check.Condition) && Fits(check.Statement),
        IfStatementSyntax choice => IsTest(choice.Condition) && (!_passed.Is(choice) || Refuse("an answer without rows is passed over")) && Fits(choice.Statement) && Fits(choice.Else?.Statement),
        WhileStatementSyntax pages => IsOfPages(pages) && IsTest(pages.Condition) && Fits(pages.Statement),
        DoStatementSyntax pages => IsOfPages(pages) && IsTest(pages.Condition) && Fits(pages.Statement),
        ForStatementSyntax pages => IsOfPages(pages) && IsTest(pages.Condition) && (pages.Declaration?.Variables.All(v => v.Initializer is null || IsValue(v.Initializer.Value)) ?? true) && pages.Initializers.All(IsAction) && pages.Incrementors.All(IsAction) && Fits(pages.Statement),
        CommonForEachStatementSyntax each => IsOfRows(each),
        UsingStatementSyntax used => (used.Declaration?.Variables.All(v => v.Initializer is null || IsValue(v.Initializer.Value)) ?? true) && (used.Expression is null || IsValue(used.Expression)) && Fits(used.Statement),
        ThrowStatementSyntax { Expression: { } exception } => IsValue(exception),
        BreakStatementSyntax or ContinueStatementSyntax => LeavesPages(statement) || Refuse("a jump leaves the round"),
        ReturnStatementSyntax { Expression: null } when _reading.MayReturn => true,
        ReturnStatementSyntax { Expression: { } rows } when _reading.MayReturn => (_rowsOf.Are(rows) || RowsOf.IsEmpty(rows) || Refuse("more than the rows is returned")) && IsValue(rows),
        ReturnStatementSyntax => Refuse("a jump leaves the round"),
        _ => Refuse($"{statement.Kind()} is more than reading"),
    };

    static bool Throws(StatementSyntax statement) => statement is ThrowStatementSyntax or BlockSyntax { Statements: [ThrowStatementSyntax] };

    bool IsTest(ExpressionSyntax? condition) => _tests.Is(condition) ? condition is null || IsValue(condition) : Refuse("a condition asks more than whether there are rows or pages");

    bool IsValue(ExpressionSyntax value) => _values.Refusal(value) is not { } why || Refuse(why);

    bool IsOfPages(StatementSyntax loop) => _reading.Holds(loop) || Refuse("a loop goes over something else than pages and rows");

    bool LeavesPages(StatementSyntax jump) => jump.Ancestors().TakeWhile(a => _reading.Span.Contains(a.Span)).Any(static a => a is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax);

    bool IsAction(ExpressionSyntax action) => action switch
    {
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } dropped => IsValue(dropped.Right),
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax } assignment => IsOwn(assignment.Left) && IsValue(assignment.Right),
        AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { Expression: var parameters } } assignment => IsParameter(parameters) && IsValue(assignment.Right),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression } step => IsOwn(step.Operand),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression } step => IsOwn(step.Operand),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "AddRange", Expression: var list }, ArgumentList.Arguments: [{ Expression: var added }] } => IsOwn(list) && IsValue(added),
        InvocationExpressionSyntax or AwaitExpressionSyntax => Waits.Are(action) || (_reading.Holds(action) || IsCheck(action) || Refuse("something besides reading is done once a round")) && IsValue(action),
        _ => Refuse("something besides reading is done once a round"),
    };

    bool IsCheck(ExpressionSyntax action) => action is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ThrowIfCancellationRequested" } } || action is InvocationExpressionSyntax && _reading.Scene.SymbolOf(action) is { } method && _reading.Scene.Callees.Known.Of(method) is Knowledge.Checks or Knowledge.Pure;

    bool IsOwn(ExpressionSyntax variable) => _reading.OwnOf(variable) is not null || Refuse("the round changes something that outlives it");

    /// <summary>A variable that goes into the call.</summary>
    bool IsParameter(ExpressionSyntax variable) => _reading.OwnOf(variable) is { } own && _reading.OwnIn(_reading.Call).Contains(own, SymbolEqualityComparer.Default) || Refuse("the round changes something that outlives a row");

    bool IsOfRows(CommonForEachStatementSyntax each)
    {
        if (_reading.Holds(each.Statement))
            return Refuse("the list is read for each of something");
        if (each is not ForEachStatementSyntax || !_rowsOf.Are(each.Expression))
            return Refuse("a loop goes over something else than the rows");
        if (!IsValue(each.Expression) || _reading.Scene.Declared(each) is not { } row)
            return false;
        _rows[row] = each;
        var (work, refusal) = RowWork.Of(_reading, each);
        _works.Add(work);
        return refusal is not { } why || Refuse(why);
    }
}
