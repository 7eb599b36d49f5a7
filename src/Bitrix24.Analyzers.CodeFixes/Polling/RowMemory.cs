using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>
/// What a loop remembers of each row under its id, so as to see what is new or different:
/// <c>if (!known.TryGetValue(id, out var old) || old != stage)</c>. For a row that is as it was nothing comes of it, so that the row can
/// be left out. Where something does, such as a count of rounds, it is no memory in this sense.
/// </summary>
sealed class RowMemory
{
    readonly Reading _reading;
    readonly RowIds _ids;
    readonly ISymbol _store;
    readonly Dictionary<SyntaxNode, ExpressionSyntax?> _writes = [];
    readonly HashSet<SyntaxNode> _uses = [];
    readonly Dictionary<ISymbol, ExpressionSyntax> _meanings = new(SymbolEqualityComparer.Default);
    readonly HashSet<ISymbol> _entries = new(SymbolEqualityComparer.Default);
    ExpressionSyntax? _value;
    bool _looks;
    bool _isLater;

    RowMemory(Reading reading, RowIds ids, ISymbol store) => (_reading, _ids, _store) = (reading, ids, store);

    /// <summary>All that has to do with the store.</summary>
    public IReadOnlyCollection<SyntaxNode> Nodes => _uses;

    /// <summary>What it is asked for and given.</summary>
    public IEnumerable<ExpressionSyntax> Values => _writes.Values.OfType<ExpressionSyntax>();

    public static RowMemory? Of(Reading reading, CommonForEachStatementSyntax loop, ISymbol row, ISymbol store)
    {
        var memory = new RowMemory(reading, new RowIds(reading, row), store);
        return memory.IsUnderstood(loop.Statement) && memory._looks && OwnStore.Is(store, reading) && memory.Run(loop.Statement) != Flow.Unknown ? memory : null;
    }

    /// <summary>Whether each use of the store is of the entry of this row.</summary>
    bool IsUnderstood(StatementSyntax work) => work.DescendantNodes().OfType<IdentifierNameSyntax>().Where(IsStore).All(n => EntryUse.Of(n) is { } use && _ids.Is(use.Key) && IsUnderstood(use));

    bool IsStore(IdentifierNameSyntax name) => name.Identifier.ValueText == _store.Name && SymbolEqualityComparer.Default.Equals(_reading.Scene.SymbolOf(name), _store);

    bool IsUnderstood(EntryUse use) => use switch
    {
        { Member: "[]", Value: { } value } => IsWrite(use.Whole, value),
        { Member: "Add" or "TryAdd" } => IsWrite(use.Whole, use.Value),
        { Member: "TryGetValue", Value: DeclarationExpressionSyntax { Designation: DiscardDesignationSyntax } } => IsLook(use.Whole),
        { Member: "TryGetValue", Value: DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax designation } } => _reading.Scene.Declared(designation) is { } entry && _entries.Add(entry) && IsLook(use.Whole),
        { Member: "[]" or "Contains" or "ContainsKey" or "GetValueOrDefault", Value: null } => IsLook(use.Whole),
        _ => false,
    };

    bool IsLook(ExpressionSyntax look)
    {
        _looks = true;
        return _uses.Add(look);
    }

    /// <summary>All that is ever written for a row is one value.</summary>
    bool IsWrite(ExpressionSyntax write, ExpressionSyntax? value)
    {
        if (_writes.Count > 0 && (value is null) != (_value is null) || value is not null && _value is not null && (Text(value) is not { } text || text != Text(_value)))
            return false;
        _value ??= value;
        _looks |= write.Parent is not ExpressionStatementSyntax;
        _writes.Add(write, value);
        _uses.Add(write.Parent is ExpressionStatementSyntax statement ? statement : write);
        return value is null || value is not AnonymousFunctionExpressionSyntax && !IsWhole(value);
    }

    /// <summary>The text of a whole row has fields in it that change by themselves.</summary>
    bool IsWhole(ExpressionSyntax value) => value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetRawText" or "ToString" or "ToJsonString", Expression: IdentifierNameSyntax row } } && _ids.IsRow(row)
        || value is IdentifierNameSyntax && _reading.OwnOf(value) is { } local && _reading.ValuesOf(local).ToList() is [var made] && made != value && IsWhole(made);

    enum Flow
    {
        GoesOn,
        Ends,
        Unknown,
    }

    /// <summary>
    /// What runs for a row whose entry is what the row would write: nothing that knows of the entry may, and nothing that did not run
    /// when the row was new or different.
    /// </summary>
    Flow Run(StatementSyntax statement)
    {
        switch (statement)
        {
            case BlockSyntax block:
                foreach (var inner in block.Statements)
                {
                    if (Run(inner) is not Flow.GoesOn and var end)
                        return end;
                }

                return Flow.GoesOn;
            case IfStatementSyntax choice when !Knows(choice.Condition):
                var (then, otherwise) = (Run(choice.Statement), choice.Else is null ? Flow.GoesOn : Run(choice.Else.Statement));
                return then == Flow.Unknown || otherwise == Flow.Unknown ? Flow.Unknown : then == Flow.Ends ? otherwise : Flow.GoesOn;
            case IfStatementSyntax choice:
                return Truth(choice.Condition) is { } holds ? holds ? Run(choice.Statement, choice.Else?.Statement) : Run(choice.Else?.Statement, choice.Statement) : Flow.Unknown;
            case ContinueStatementSyntax:
                return Flow.Ends;
            case ExpressionStatementSyntax { Expression: var action } when _writes.TryGetValue(action, out var value):
                return value is null || !Knows(value) ? Flow.GoesOn : Flow.Unknown;
            case ExpressionStatementSyntax { Expression: InvocationExpressionSyntax look } when _uses.Contains(look):
                return Flow.GoesOn;
            case LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: var value } variable] } when Knows(value):
                if (_reading.Scene.Declared(variable) is not { } local || _reading.Scene.Locals.IsReassigned(local))
                    return Flow.Unknown;
                _meanings[local] = value;
                return Flow.GoesOn;
            default:
                return _isLater || Knows(statement) ? Flow.Unknown : Flow.GoesOn;
        }
    }

    /// <param name="branch">What runs because the row is as it was.</param>
    /// <param name="other">What ran before.</param>
    Flow Run(StatementSyntax? branch, StatementSyntax? other)
    {
        var wasLater = _isLater;
        _isLater = true;
        var flow = branch is null ? Flow.GoesOn : Run(branch);
        _isLater = wasLater || other?.DescendantNodesAndSelf().Any(static n => n is ContinueStatementSyntax or ThrowStatementSyntax) == true;
        return flow;
    }

    bool Knows(SyntaxNode node) => node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(n => IsStore(n) || _reading.Scene.SymbolOf(n) is { } symbol && (_entries.Contains(symbol) || _meanings.ContainsKey(symbol)));

    /// <summary>What a condition is for such a row; null where nobody knows.</summary>
    bool? Truth(ExpressionSyntax condition)
    {
        switch (condition)
        {
            case ParenthesizedExpressionSyntax inner:
                return Truth(inner.Expression);
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not:
                return !Truth(not.Operand);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both:
                return Truth(both.Left) & Truth(both.Right);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } either:
                return Truth(either.Left) | Truth(either.Right);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } same:
                return AreSame(same.Left, same.Right);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } other:
                return !AreSame(other.Left, other.Right);
            case IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } } } absent when Entry(absent.Expression):
                return IsThere() ? false : null;
            case IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } } } } present when Entry(present.Expression):
                return IsThere() ? true : null;
            case IdentifierNameSyntax when _reading.OwnOf(condition) is { } flag && _meanings.TryGetValue(flag, out var meaning):
                return Truth(meaning);
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals", Expression: var one }, ArgumentList.Arguments: var given } when _reading.Scene.SymbolOf(condition) is { ContainingType: { } type } && Aliasing.IsOfFramework(type):
                return given.Count switch { 1 => AreSame(one, given[0].Expression), 2 or 3 => AreSame(given[0].Expression, given[1].Expression), _ => null };
            case InvocationExpressionSyntax call when _writes.ContainsKey(call):
                return false;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ContainsKey" or "Contains" or "TryGetValue" } } call when _uses.Contains(call):
                return true;
            default:
                return null;
        }
    }

    /// <summary>The entry is what was written: compared with that it is the same, and with nothing it is not.</summary>
    bool? AreSame(ExpressionSyntax one, ExpressionSyntax other)
    {
        if (IsNull(other) && Entry(one) || IsNull(one) && Entry(other))
            return IsThere() ? false : null;
        return (Knows(one) || Knows(other)) && Comparison(one) && Comparison(other) && Text(one) is { } text && text == Text(other) ? true : null;
    }

    /// <summary>What was written is never null.</summary>
    bool IsThere() => _value is { } written && _reading.Scene.Semantics.GetTypeInfo(written, _reading.Scene.Cancellation) is { Type: { } type, Nullability.FlowState: var state } && (state == NullableFlowState.NotNull || type.IsValueType && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T);

    static bool IsNull(ExpressionSyntax value) => value.IsKind(SyntaxKind.NullLiteralExpression);

    /// <summary>Compared by what it is and not by which object it is. A number that is none differs from itself.</summary>
    bool Comparison(ExpressionSyntax value) => _reading.Scene.TypeOf(value) is { SpecialType: not (SpecialType.System_Double or SpecialType.System_Single) } type && Immutability.IsImmutable(type)
        && (type.IsValueType || type.SpecialType == SpecialType.System_String);

    /// <summary>Whether a value is the entry itself.</summary>
    bool Entry(ExpressionSyntax value) => value switch
    {
        ParenthesizedExpressionSyntax inner => Entry(inner.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => Entry(sure.Operand),
        IdentifierNameSyntax when _reading.OwnOf(value) is { } local => _entries.Contains(local) || _meanings.TryGetValue(local, out var meaning) && Entry(meaning),
        ElementAccessExpressionSyntax => _uses.Contains(value),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetValueOrDefault" } } => _uses.Contains(value),
        _ => false,
    };

    /// <summary>How a value is made, in words that do not depend on the names of variables; the entry is made as what was written. Null where it is not known.</summary>
    string? Text(ExpressionSyntax value) => value switch
    {
        _ when Entry(value) => _value is { } written && !Knows(written) ? Text(written) : null,
        ParenthesizedExpressionSyntax inner => Text(inner.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => Text(sure.Operand),
        IdentifierNameSyntax when _reading.OwnOf(value) is { } local && !_reading.Scene.Locals.IsReassigned(local) && _reading.ValuesOf(local).ToList() is [var made] => Text(made),
        IdentifierNameSyntax when _reading.OwnOf(value) is { } changed && _reading.Scene.Locals.IsReassigned(changed) => null,
        MemberAccessExpressionSyntax { Expression: var of, Name: var name } => Text(of) is { } text && (!Knows(of) || Immutability.IsImmutable(_reading.Scene.TypeOf(of))) ? $"{text}.{name}" : null,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called, ArgumentList: var given } when !Knows(given) => Text(called) is { } text ? text + given.NormalizeWhitespace() : null,
        _ => Knows(value) || _reading.OwnIn(value).Any(_reading.Scene.Locals.IsReassigned) ? null : value.NormalizeWhitespace().ToString(),
    };
}
