using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>How many rows there are, which decides on the next page.</summary>
sealed class RowCounts(Reading reading)
{
    /// <summary>A number that is set from a number: more nobody writes.</summary>
    const int MaxDepth = 4;

    readonly Lazy<HashSet<ISymbol>> _parameters = new(new Turning(reading).Parameters);

    /// <summary>The number of rows; what goes into the call is the number of the page.</summary>
    public bool Are(ExpressionSyntax expression) => Are(expression, 0);

    bool Are(ExpressionSyntax expression, int depth) => expression switch
    {
        IdentifierNameSyntax => reading.OwnOf(expression) is { } number && depth < MaxDepth && !_parameters.Value.Contains(number) && AreIn(number, depth + 1),
        _ => Counted(expression) is { } rows && AreOf(rows),
    };

    bool AreIn(ISymbol number, int depth)
    {
        var added = reading.Scene.Locals.Of(number).Where(static u => LocalUses.IsWrite(u) && u.Parent is not ISimpleAssignmentOperation)
            .Select(static u => u.Syntax.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression, Right: var more } ? more : null).ToList();
        var values = reading.ValuesOf(number).Where(v => !IsNumber(v, 0)).Concat(added).ToList();
        return values.Count > 0 && values.TrueForAll(v => v is not null && Are(v, depth));
    }

    /// <summary>The rows of the answer; whether there are some of those that fit ends no pages.</summary>
    public bool AreOf(ExpressionSyntax rows) => AnswerPath.Is(rows) && (AnswerPath.Root(rows) is not { } root || reading.OwnOf(root) is not { } own || !MayEndPages(rows) || !AreSome(own));

    bool AreSome(ISymbol list) => reading.ValuesOf(list).Any(static v => v.DescendantNodesAndSelf().Any(static n => n is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Where" or "OfType" } }))
        || reading.Scene.Locals.Of(list).Any(static u => u.Syntax.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Parent: InvocationExpressionSyntax });

    static bool MayEndPages(ExpressionSyntax asked) => asked.FirstAncestorOrSelf<StatementSyntax>() is not IfStatementSyntax choice || PassedOver.Jumps(choice);

    static ExpressionSyntax? Counted(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "Length", Expression: var rows } => rows,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "GetArrayLength", Expression: var rows }, ArgumentList.Arguments.Count: 0 } => rows,
        ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Count" or "Length" }, Expression: var rows } => rows,
        _ => null,
    };

    /// <summary>No row, one, or as many as a page has; rows of more than one page end for no such reason.</summary>
    public bool IsFull(ExpressionSyntax count, object? number) => number is 0 || number is 1 or 50 && !IsCollected(count);

    bool IsCollected(ExpressionSyntax count) => Counted(count) is { } rows
        ? reading.OwnOf(rows) is { } list && reading.Scene.Locals.Of(list).Any(static u => u.Syntax.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "AddRange", Parent: InvocationExpressionSyntax })
        : reading.OwnOf(count) is { } sum && reading.Scene.Locals.Of(sum).Any(static u => LocalUses.IsWrite(u) && u.Parent is not ISimpleAssignmentOperation);

    /// <summary>A variable that turns the page.</summary>
    public bool IsCounter(ExpressionSyntax expression) => reading.OwnOf(expression) is { } counter && reading.Scene.Locals.IsReassigned(counter) && _parameters.Value.Contains(counter) || Are(expression);

    bool IsNumber(ExpressionSyntax value, int number) => reading.Scene.Semantics.GetConstantValue(value, reading.Scene.Cancellation) is { HasValue: true, Value: int known } && known == number;
}
