using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Bitrix24.Analyzers.CodeFixes.Wrappers.WebExchange;

namespace Bitrix24.Analyzers.CodeFixes.Wrappers;

/// <summary>
/// A query-string text in the address. A batch leaves it empty, and the text of a single call goes into the form instead,
/// which PHP reads in the same way: so it must stand behind the address as it is.
/// </summary>
partial class WrapperReader
{
    /// <summary><c>address + "?" + query</c>.</summary>
    Value Ask(Value before, IOperation text, IOperation place)
    {
        if (!Takes(Step.Asked, place))
            return Refuse("it sends its parameters twice");
        if (before.Role == Role.Address && AwaitsParameters(TextOf(text)))
            return new Value(Role.Asked);
        return before.Role == Role.Other && text.ConstantValue is { HasValue: true, Value: "?" } ? new Value(Role.Tail) : Refuse("it edits the parameters' text");
    }

    /// <summary>The same as a hole of a text.</summary>
    Value AskedIn(Value whole, IOperation place, string? before, string? behind)
    {
        if (!Takes(Step.Asked, place))
            return Refuse("it sends its parameters twice");
        if (whole.Role == Role.Other)
            return before == "?" && behind == "" ? new Value(Role.Tail) : Refuse("the parameters are in a text");
        return AwaitsParameters(before) && (behind == "" || StartsAnother(behind)) ? new Value(behind == "" ? Role.Asked : Role.Address) : Refuse("it edits the parameters' text");
    }

    /// <summary>More parameters, such as a token, behind those of the call.</summary>
    Value Behind(Value added, IOperation addition)
    {
        if (added.Role is Role.Tail)
            return new Value(Role.Asked);
        return added.Role == Role.Other && StartsAnother(addition.ConstantValue is { HasValue: true, Value: string text } ? text : null) ? new Value(Role.Address) : Refuse("it edits the parameters' text");
    }

    static bool AwaitsParameters(string? text) => text is not null && (text.EndsWith("?", StringComparison.Ordinal) || text.EndsWith("&", StringComparison.Ordinal));

    static bool StartsAnother(string? text) => text?.StartsWith("&", StringComparison.Ordinal) == true;

    /// <summary>Blanks as an address has to write them.</summary>
    static bool WritesBlanks(IInvocationOperation replace) => replace.Arguments is [{ Value.ConstantValue: { HasValue: true, Value: " " } }, { Value.ConstantValue: { HasValue: true, Value: "%20" or "+" } }];

    /// <summary>Whether the text is empty decides about nothing but the text of the address.</summary>
    bool GuardsText(IOperation test)
    {
        while (test.Parent is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } or IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, RightOperand.ConstantValue.HasValue: true })
            test = test.Parent;
        return test.Parent is IConditionalOperation guarded && guarded.Condition == test && IsText(guarded.WhenTrue) && (guarded.WhenFalse is null || IsText(guarded.WhenFalse));
    }

    bool IsText(IOperation branch) => branch switch
    {
        IBlockOperation block => block.Operations.All(IsText),
        IExpressionStatementOperation { Operation: var run } => IsText(run),
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation or IParameterReferenceOperation, Value: var value } => IsText(value) && Visit(value, null).IsOfRequest,
        ICompoundAssignmentOperation { Target: ILocalReferenceOperation or IParameterReferenceOperation, Value: var value } => IsText(value),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => IsText(sum.LeftOperand) && IsText(sum.RightOperand),
        IInvocationOperation { Instance: { } text } call => TypeOf(call.TargetMethod) == "string" && IsText(text),
        IInterpolatedStringOperation text => text.Parts.All(p => p is not IInterpolationOperation hole || IsText(hole.Expression)),
        ILiteralOperation or ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation => true,
        _ => branch.ConstantValue.HasValue,
    };
}
