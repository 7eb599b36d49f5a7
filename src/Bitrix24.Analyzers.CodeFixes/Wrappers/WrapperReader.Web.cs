using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Bitrix24.Analyzers.CodeFixes.Wrappers.WebExchange;

namespace Bitrix24.Analyzers.CodeFixes.Wrappers;

/// <summary>Requests by <c>WebRequest</c> and <c>WebClient</c>: one, a POST, with one body of a known type.</summary>
partial class WrapperReader
{
    const string ContentType = "Content-Type";

    Value? Web(string type, IInvocationOperation call, Value instance, List<Value> arguments)
    {
        var name = call.TargetMethod.Name;
        switch (type)
        {
            case "System.Net.WebRequest" or "System.Net.HttpWebRequest" when call.Instance is null || instance.Role == Role.Request:
                return OfRequest(name, call, arguments);
            case "System.Net.WebClient" when instance.Role == Role.Request && name is not "Dispose":
                return OfClient(name, call, arguments);
            case "System.Net.WebHeaderCollection" or "System.Collections.Specialized.NameValueCollection" when IsHeaders(call.Instance) && name is "Add" or "Set" && arguments.Count == 2:
                return Header(At(call, 0), At(call, 1), arguments[1], call);
            case "System.Net.WebResponse" or "System.Net.HttpWebResponse":
                return new Value(name is "Close" or "Dispose" || instance.Role != Role.Response ? Role.Other : name == "GetResponseStream" ? Role.Text : Role.Said);
            case "System.Text.Encoding" or "System.Text.UTF8Encoding" when name == "GetByteCount" && arguments is [{ Role: Role.Parameters or Role.Written }]:
                return Value.Other;
            case "System.Text.Encoding" or "System.Text.UTF8Encoding" when name == "GetBytes" && arguments is [{ Role: Role.Parameters or Role.Written }]:
                return IsUtf8(call.Instance) ? Bytes(arguments[0]) : Refuse("it writes in another encoding");
            case "System.Text.Encoding" or "System.Text.UTF8Encoding" when name == "GetString" && arguments is [{ Role: Role.Text }]:
                return arguments[0];
        }

        if (instance.Role is Role.Stream or Role.Request && name is "Flush" or "FlushAsync" or "Close" or "Dispose" or "DisposeAsync")
            return Value.Other;
        return instance.Role == Role.Stream && name is "Write" or "WriteAsync" ? Fill(call, arguments) : null;
    }

    static IOperation At(IInvocationOperation call, int ordinal) => call.Arguments.First(a => a.Parameter?.Ordinal == ordinal).Value;

    Value OfRequest(string name, IInvocationOperation call, List<Value> arguments) => (name, arguments) switch
    {
        ("Create" or "CreateHttp", [var address]) when IsAddress(address) => Once(Step.Made, call) ? new Value(Role.Request) : Refuse("it makes another request"),
        ("GetRequestStream" or "GetRequestStreamAsync", []) => new Value(Role.Stream),
        ("GetResponse" or "GetResponseAsync", []) => Send(call),
        _ => Refuse("it makes another request"),
    };

    Value OfClient(string name, IInvocationOperation call, List<Value> arguments)
    {
        if (name is not ("UploadString" or "UploadStringTaskAsync" or "UploadData" or "UploadDataTaskAsync") || arguments.Count is not (2 or 3) || !IsAddress(arguments[0]))
            return Refuse("it does not POST");
        if (!Once(Step.Made, call) || !_exchange.WritesUtf8 && name.StartsWith("UploadString", StringComparison.Ordinal))
            return Refuse("nobody knows how it writes");
        _exchange.Posts = arguments.Count == 2 || IsPostText(At(call, 1));
        Fill(call, [arguments[arguments.Count - 1]]);
        return Send(call).Role == Role.Response ? new Value(Role.Text) : Value.Other;
    }

    static bool IsAddress(Value value) => value.Role is Role.Method or Role.Address or Role.Asked;

    Value Bytes(Value text)
    {
        if (text.Role == Role.Parameters)
            _facts.Writings.Add(new Writing(Form: true));
        return Content;
    }

    /// <summary>The body is written: the whole of it, and once.</summary>
    Value Fill(IInvocationOperation call, List<Value> arguments)
    {
        var written = arguments[0].Role is Role.Parameters && call.TargetMethod.Parameters.Any(static p => p.Type.SpecialType == SpecialType.System_String) ? Bytes(arguments[0]) : arguments[0];
        if (written.Role is not (Role.Content or Role.Written) || arguments.Count >= 3 && !IsWhole(call) || arguments.Count == 2 && call.TargetMethod.Parameters[1].Type.Name != "CancellationToken")
            return Refuse("nobody knows what it sends");
        return Once(Step.Filled, call) ? Value.Other : Refuse("it writes the body more than once");
    }

    bool IsWhole(IInvocationOperation write) => At(write, 1).ConstantValue is { HasValue: true, Value: 0 }
        && At(write, 2) is IPropertyReferenceOperation { Property.Name: "Length", Instance: { } bytes } && Visit(bytes, null).Role == Role.Content;

    Value Send(IInvocationOperation call)
    {
        if (!_exchange.Posts)
            return Refuse("it does not POST");
        if (!_exchange.Has(Step.Filled) || !Once(Step.Sent, call))
            return Refuse("nobody knows what it sends");
        if (_exchange.IsForm == _exchange.IsJson || _exchange.IsForm && _facts.Writings.Exists(static w => !w.Form))
            return Refuse("nobody knows in which form it sends");
        _facts.Posts = true;
        _facts.Judges = true;
        _facts.TakesJson = _exchange.IsJson && _facts.Writings.Exists(static w => w.Form);
        return Response;
    }

    /// <summary>What is set on a request or a client of its own, or null where it is something else.</summary>
    Value? SetOnWeb(IPropertyReferenceOperation property, ISimpleAssignmentOperation assignment, Value value)
    {
        if (property.Property.IsIndexer && IsHeaders(property.Instance))
            return Header(property.Arguments[0].Value, assignment.Value, value, assignment);
        if (TypeOf(property.Property) is not ("System.Net.WebRequest" or "System.Net.HttpWebRequest" or "System.Net.WebClient") || property.Instance is not { } instance || !IsOwn(instance) && Visit(instance, null).Role != Role.Request)
            return null;
        switch (property.Property.Name)
        {
            case "Method":
                _exchange.Posts = IsPostText(assignment.Value) && IsCertain(assignment);
                return _exchange.Posts ? value : Refuse("it does not always POST");
            case "ContentType":
                return Typed(assignment.Value, assignment);
            case "Encoding":
                _exchange.WritesUtf8 = IsUtf8(assignment.Value) && IsCertain(assignment);
                return _exchange.WritesUtf8 ? value : Refuse("it writes in another encoding");
            case "BaseAddress" or "QueryString":
                return Refuse("it puts its address together in an unknown way");
            default:
                return value.Role == Role.Other ? value : Refuse("it puts what it is given into an object");
        }
    }

    Value Header(IOperation name, IOperation text, Value value, IOperation setting)
    {
        var isType = name is IFieldReferenceOperation { Field.Name: "ContentType" } || ContentType.Equals(TextOf(name), StringComparison.OrdinalIgnoreCase);
        if (isType)
            return Typed(text, setting);
        return value.Role == Role.Other && name.ConstantValue.HasValue ? Value.Other : Refuse("nobody knows which header it sets");
    }

    Value Typed(IOperation type, IOperation setting) =>
        _exchange.TakesContentType(type.ConstantValue is { HasValue: true, Value: string text } ? text : null) && IsCertain(setting) ? Value.Other : Refuse("nobody knows in which form it sends");

    static bool IsHeaders(IOperation? headers) => headers is IPropertyReferenceOperation { Property.Name: "Headers", Instance: { } owner } && IsOwn(owner);

    /// <summary>Settings of the whole process, such as the versions of TLS: setting them again changes nothing.</summary>
    static bool IsOfAllRequests(IOperation target) => target is IPropertyReferenceOperation { Instance: null } property && TypeOf(property.Property) == "System.Net.ServicePointManager";

    static bool IsPostText(IOperation text) => text.ConstantValue is { HasValue: true, Value: "POST" };

    static bool IsUtf8(IOperation? encoding) => encoding is IPropertyReferenceOperation { Property: { Name: "UTF8", ContainingType.Name: "Encoding" } } || encoding is IConversionOperation conversion && IsUtf8(conversion.Operand) || IsPlainUtf8(encoding);

    /// <summary>UTF-8 without a mark at its start, which would be a part of the body.</summary>
    static bool IsPlainUtf8(IOperation? encoding) => encoding is IConversionOperation conversion ? IsPlainUtf8(conversion.Operand)
        : encoding is IObjectCreationOperation { Type.Name: "UTF8Encoding", Arguments: var arguments } && arguments.All(static a => a.Value.ConstantValue is { HasValue: true, Value: false });

    bool Once(Step step, IOperation place) => Takes(step, place) && IsCertain(place);

    bool Takes(Step step, IOperation place) => _exchange.Takes(step, Way(place));

    /// <summary>The calls of the user's own methods that lead to a place, and the place.</summary>
    IReadOnlyList<SyntaxNode> Way(IOperation place) => _caller is null || _call is null ? [place.Syntax] : [.. _caller.Way(_call), place.Syntax];

    /// <summary>It is done once in every run of the wrapper that has parameters.</summary>
    bool IsCertain(IOperation operation)
    {
        var inner = operation;
        for (var outer = operation.Parent; outer is not null; inner = outer, outer = outer.Parent)
        {
            if (outer is ILoopOperation or ISwitchOperation or ISwitchExpressionOperation or ICatchClauseOperation or IConditionalAccessOperation or IAnonymousFunctionOperation or ILocalFunctionOperation or ICoalesceOperation
                || outer is IConditionalOperation conditional && inner != conditional.Condition && !(inner == conditional.WhenTrue && IsGiven(conditional.Condition)))
                return false;
        }

        return _caller is null || _call is null || _caller.IsCertain(_call);
    }

    /// <summary>There are parameters: in a batch there always are.</summary>
    bool IsGiven(IOperation condition) => condition switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: IInvocationOperation { TargetMethod: { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace" } asked, Arguments: [var text] } } => TypeOf(asked) == "string" && Visit(text, null).Role == Role.Parameters,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } compared => IsNull(compared.RightOperand) && Visit(compared.LeftOperand, null).Role == Role.Parameters,
        _ => false,
    };
}
