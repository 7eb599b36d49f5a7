using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Bitrix24.Analyzers.CodeFixes.Wrappers.WebExchange;

namespace Bitrix24.Analyzers.CodeFixes.Wrappers;

/// <summary>How the address is put together: the REST method has to be a whole segment of it.</summary>
partial class WrapperReader
{
    static readonly string[] Suffixes = [".json", "?", "/"];

    public override Value VisitBinaryOperator(IBinaryOperation operation, object? argument)
    {
        var left = Visit(operation.LeftOperand, argument);
        var right = Visit(operation.RightOperand, argument);
        if (operation.OperatorKind == BinaryOperatorKind.Add && operation.Type?.SpecialType == SpecialType.System_String)
            return right.Role == Role.Query ? Ask(left, operation.LeftOperand, operation) : left.IsOfRequest ? Add(left, right, operation.RightOperand) : right.Role == Role.Method ? Prefixed(operation.LeftOperand) : Said(left, right);
        var withNull = IsNull(operation.LeftOperand) || IsNull(operation.RightOperand);
        if ((left.IsOfRequest || right.IsOfRequest) && !withNull)
            return Refuse("it compares what it is given");
        if ((left.Role == Role.Result || right.Role == Role.Result) && !withNull)
            return Refuse("it compares the result, which of a batch is another");
        return Said(left, right);
    }

    Value Said(Value left, Value right) => left.IsOfRequest || right.IsOfRequest && right.Role != Role.Address ? Refuse("it puts what it is given into a text")
        : new Value(left.IsOfResponse || right.IsOfResponse ? Role.Said : Role.Other);

    static bool IsNull(IOperation operation) => operation is { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation
        || operation is IConversionOperation conversion && IsNull(conversion.Operand);

    /// <summary>Text behind the method or the address.</summary>
    Value Add(Value before, Value added, IOperation addition)
    {
        if (before.Role == Role.Other && added.Role == Role.Method)
            return new Value(Role.Address);
        if (before.Role is not (Role.Method or Role.Address))
            return before.Role == Role.Other ? added : before.Role == Role.Asked ? Behind(added, addition) : Refuse("it edits the parameters' text");
        if (added.Role == Role.Tail)
            return new Value(Role.Asked);
        if (added.Role != Role.Other)
            return Refuse("the parameters are in the address");
        if (before.Role == Role.Method && !EndsSegment(TextOf(addition)))
            return Refuse("it makes another name of the REST method");
        if (TakesParameter(addition))
            return Refuse("another parameter stands behind the REST method");
        return TextOf(addition) == Suffixes[0] ? before : new Value(Role.Address);
    }

    /// <summary>A parameter of the wrapper would be a parameter of every call in a batch.</summary>
    static bool TakesParameter(IOperation text) => text.DescendantsAndSelf().Any(static o => o is IParameterReferenceOperation { Parameter.Type.Name: not "CancellationToken" });

    static bool IsToken(string? before) => before is not null && (before.EndsWith("auth=", StringComparison.Ordinal) || before.EndsWith("access_token=", StringComparison.Ordinal));

    Value Prefixed(IOperation before) => EndsWithSegment(TextOf(before)) ? new Value(Role.Address) : Refuse("it makes another name of the REST method");

    static bool EndsWithSegment(string? text) => text is null || text.Length == 0 || text.EndsWith("/", StringComparison.Ordinal);

    static bool EndsSegment(string? text) => text is { Length: 0 } || text is not null && Array.Exists(Suffixes, s => text.StartsWith(s, StringComparison.OrdinalIgnoreCase));

    static string? TextOf(IOperation operation)
    {
        if (operation is { ConstantValue: { HasValue: true, Value: string text } })
            return text;
        // Of what begins or ends with a constant only that part matters.
        return operation switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => TextOf(sum.RightOperand),
            IConversionOperation conversion => TextOf(conversion.Operand),
            IInterpolatedStringOperation { Parts: [.., IInterpolatedStringTextOperation last] } => TextOf(last.Text),
            _ => null,
        };
    }

    public override Value VisitInterpolatedString(IInterpolatedStringOperation operation, object? argument)
    {
        var value = Value.Other;
        string? before = "";
        for (var i = 0; i < operation.Parts.Length; i++)
        {
            if (operation.Parts[i] is IInterpolatedStringTextOperation text)
            {
                before = TextOf(text.Text);
                continue;
            }

            if (operation.Parts[i] is not IInterpolationOperation hole)
                return Refuse("its text is put together in an unknown way");
            var part = Visit(hole.Expression, argument);
            var next = i + 1 < operation.Parts.Length ? operation.Parts[i + 1] : null;
            value = Hole(value, part, hole.Expression, before, next is null ? "" : next is IInterpolatedStringTextOperation behind ? TextOf(behind.Text) : null);
            before = null;
        }

        return value;
    }

    Value Hole(Value whole, Value part, IOperation expression, string? before, string? behind)
    {
        switch (part.Role)
        {
            case Role.Method when whole.Role == Role.Other:
                return EndsWithSegment(before) && EndsSegment(behind) ? new Value(Role.Address) : Refuse("it makes another name of the REST method");
            case Role.Address when whole.Role == Role.Other && before is "":
                return part;
            case Role.Query when whole.Role is Role.Address or Role.Other:
                return AskedIn(whole, expression, before, behind);
            case Role.Tail when whole.Role == Role.Address && (before is null or "") && (behind is "" || StartsAnother(behind)):
                return new Value(Role.Address);
            case Role.Asked when whole.Role == Role.Other && before is "" && (behind is "" || StartsAnother(behind)):
                return behind is "" ? part : new Value(Role.Address);
            case Role.Other when whole.Role == Role.Address && TakesParameter(expression) && !IsToken(before):
                return Refuse("another parameter stands behind the REST method");
            case Role.Other:
                return whole;
            case var _ when part.IsOfResponse && !whole.IsOfRequest:
                return new Value(Role.Said);
            default:
                return Refuse("the parameters are in a text");
        }
    }

    /// <summary><c>string.Format("{0}/{1}.json", address, method)</c>.</summary>
    Value Format(IInvocationOperation call, IReadOnlyList<Value> arguments)
    {
        var holes = call.Arguments is [_, { ArgumentKind: ArgumentKind.ParamArray, Value: IArrayCreationOperation { Initializer.ElementValues: var elements } }]
            ? elements.Select(e => Visit(e, null)).ToList() : arguments.Skip(1).ToList();
        var at = holes.FindIndex(static h => h.Role == Role.Method);
        if (at < 0)
            return holes.TrueForAll(static h => h.Role == Role.Other) ? Value.Other : Refuse("the parameters are in a text");
        if (TextOf(call.Arguments[0].Value) is not { } format || holes.Where((h, i) => i != at && h.Role != Role.Query).Any(static h => h.Role != Role.Other))
            return Refuse("it makes another name of the REST method");
        var asked = holes.FindIndex(static h => h.Role == Role.Query);
        var address = asked < 0 ? format : Before(format, asked);
        if (asked >= 0 && (address is null || !AwaitsParameters(address) || !format.EndsWith(Hole(asked), StringComparison.Ordinal) || !Takes(Step.Asked, call)))
            return Refuse("the parameters are in a text");
        return Before(address!, at) is { } before && (before.Length == 0 || before[before.Length - 1] is '/' or '}') && EndsSegment(address!.Substring(before.Length + Hole(at).Length))
            ? new Value(asked < 0 ? Role.Address : Role.Asked) : Refuse("it makes another name of the REST method");
    }

    static string Hole(int at) => "{" + at.ToString(System.Globalization.CultureInfo.InvariantCulture) + "}";

    /// <summary>What stands before a hole of a format: the last one, for the parameters.</summary>
    static string? Before(string format, int at) => format.IndexOf(Hole(at), StringComparison.Ordinal) is >= 0 and var start ? format.Substring(0, start) : null;
}
