using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Wrappers;

/// <summary>
/// Follows the REST method, the parameters and the response through a wrapper. What it does not know ends the reading:
/// a wrapper is used for batches only if all of it is understood.
/// </summary>
sealed partial class WrapperReader : OperationVisitor<object?, Value>
{
    /// <summary>Wrappers around wrappers; more than this many are not written by people.</summary>
    const int MaxDepth = 6;

    readonly Sources _sources;
    readonly WrapperFacts _facts;
    readonly WrapperReader? _caller;
    readonly IOperation? _call;
    readonly IMethodSymbol _method;
    readonly Dictionary<ISymbol, Value> _values = new(SymbolEqualityComparer.Default);
    readonly WebExchange _exchange;
    readonly CancellationToken _cancellation;
    Value? _returned;

    WrapperReader(Sources sources, WrapperFacts facts, IMethodSymbol method, WrapperReader? caller, IOperation? call, CancellationToken cancellation)
    {
        _sources = sources;
        _facts = facts;
        _method = method;
        _caller = caller;
        _call = call;
        _exchange = caller?._exchange ?? new WebExchange();
        _cancellation = cancellation;
    }

    /// <summary>
    /// Reads a wrapper whose parameters at the given ordinals carry the REST method, the parameters of the call in the body, and
    /// those in the address (-1 if none).
    /// </summary>
    public static WrapperFacts Read(Sources sources, IMethodSymbol wrapper, int method, int parameters, int query, CancellationToken cancellation)
    {
        var facts = new WrapperFacts();
        var reader = new WrapperReader(sources, facts, wrapper, null, null, cancellation);
        facts.Answer = reader.Run(p => new Value(p.Ordinal == method ? Role.Method : p.Ordinal == parameters ? Role.Parameters : p.Ordinal == query ? Role.Query : Role.Other));
        if (query >= 0 && !reader._exchange.TakesFormAndQuery)
            facts.Refuse("no text of it goes into the address while a form goes into the body");
        return facts;
    }

    Value Run(Func<IParameterSymbol, Value> valueOf)
    {
        if (_sources.BodyOf(_method) is not { } body)
            return Refuse("its source is not there");
        foreach (var parameter in _method.Parameters)
            _values[parameter] = valueOf(parameter);
        // Twice, so that what a loop carries from one round to the next is known in both.
        Visit(body, null);
        Visit(body, null);
        return _returned ?? Value.Other;
    }

    Value Refuse(string why)
    {
        _facts.Refuse(why);
        return Value.Other;
    }

    /// <summary>Code that does nothing of its own: it may hold anything but the values that are followed.</summary>
    public override Value DefaultVisit(IOperation operation, object? argument)
    {
        var said = false;
        foreach (var child in operation.ChildOperations)
        {
            var value = Visit(child, argument);
            said |= value.IsOfResponse;
            if (value.IsOfRequest && operation is not (IBlockOperation or IExpressionStatementOperation or IUsingOperation))
                return Refuse($"it does something unknown with what it is given ({operation.Kind})");
        }

        return new Value(said ? Role.Said : Role.Other);
    }

    public override Value VisitInvalid(IInvalidOperation operation, object? argument) => Refuse("it does not compile");

    public override Value VisitDynamicInvocation(IDynamicInvocationOperation operation, object? argument) => Refuse("it is dynamic");

    public override Value VisitDynamicMemberReference(IDynamicMemberReferenceOperation operation, object? argument) => Refuse("it is dynamic");

    public override Value VisitLocalReference(ILocalReferenceOperation operation, object? argument) => _values.TryGetValue(operation.Local, out var value) ? value : Value.Other;

    public override Value VisitParameterReference(IParameterReferenceOperation operation, object? argument) =>
        _values.TryGetValue(operation.Parameter, out var value) ? value : _caller is not null && IsCaptured(operation.Parameter) ? _caller.VisitParameterReference(operation, argument) : Value.Other;

    bool IsCaptured(IParameterSymbol parameter) => !SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _method);

    public override Value VisitConversion(IConversionOperation operation, object? argument) =>
        operation.OperatorMethod is null || operation.OperatorMethod.ContainingType.SpecialType != SpecialType.None || TypeOf(operation.OperatorMethod).StartsWith("Newtonsoft.", StringComparison.Ordinal) || TypeOf(operation.OperatorMethod).StartsWith("System.ReadOnly", StringComparison.Ordinal)
            ? Visit(operation.Operand, argument) : DefaultVisit(operation, argument);

    public override Value VisitParenthesized(IParenthesizedOperation operation, object? argument) => Visit(operation.Operand, argument);

    public override Value VisitAwait(IAwaitOperation operation, object? argument) => Visit(operation.Operation, argument);

    public override Value VisitArgument(IArgumentOperation operation, object? argument) => Visit(operation.Value, argument);

    public override Value VisitConditionalAccess(IConditionalAccessOperation operation, object? argument)
    {
        var receiver = Visit(operation.Operation, argument);
        _conditional.Push(receiver);
        var value = Visit(operation.WhenNotNull, argument);
        _conditional.Pop();
        return value;
    }

    readonly Stack<Value> _conditional = new();

    public override Value VisitConditionalAccessInstance(IConditionalAccessInstanceOperation operation, object? argument) => _conditional.Peek();

    public override Value VisitCoalesce(ICoalesceOperation operation, object? argument) => Join(Visit(operation.Value, argument), Visit(operation.WhenNull, argument));

    public override Value VisitConditional(IConditionalOperation operation, object? argument)
    {
        Judge(Visit(operation.Condition, argument));
        var whenTrue = Visit(operation.WhenTrue, argument);
        var whenFalse = operation.WhenFalse is null ? Value.Other : Visit(operation.WhenFalse, argument);
        if (IsAddress(whenTrue) != IsAddress(whenFalse) && (whenTrue.Role == Role.Asked || whenFalse.Role == Role.Asked))
            return Refuse("the REST method is not always in the address");
        return operation.Type is null ? Value.Other : Join(whenTrue, whenFalse);
    }

    public override Value VisitThrow(IThrowOperation operation, object? argument)
    {
        if (operation.Exception is { } exception)
        {
            if (exception.DescendantsAndSelf().OfType<IObjectCreationOperation>().All(c => !IsArgumentException(c.Type)))
                _facts.Judges = true;
            Loosely(exception);
        }

        return new Value(Role.Nothing);
    }

    static bool IsArgumentException(ITypeSymbol? type) => type?.Name.StartsWith("Argument", StringComparison.Ordinal) == true;

    public override Value VisitReturn(IReturnOperation operation, object? argument)
    {
        if (operation.ReturnedValue is { } returned)
        {
            var value = Visit(returned, argument);
            _returned = _returned is { } before ? Join(before, value) : value;
        }

        return Value.Other;
    }

    /// <summary>Looks at code whose values go nowhere: messages of logs and exceptions.</summary>
    void Loosely(IOperation operation)
    {
        foreach (var call in operation is IInvocationOperation ? operation.Descendants() : operation.DescendantsAndSelf())
        {
            if (call is IInvocationOperation invocation && !IsHarmless(invocation.TargetMethod))
                Visit(invocation, null);
        }
    }

    void Judge(Value condition)
    {
        if (condition.IsOfResponse)
            _facts.Judges = true;
    }

    Value Join(Value one, Value other)
    {
        if (one == other || other.Role is Role.Other or Role.Nothing)
            return one;
        if (one.Role is Role.Other or Role.Nothing)
            return other;
        if (one.Role == Role.Typed && other.Role == Role.Typed && one.Reading == other.Reading)
            return one;
        if (IsAddress(one) && IsAddress(other))
            return new Value(Role.Asked);
        return Refuse($"{one.Role} and {other.Role} meet in one value");
    }

    static string TypeOf(ISymbol member) => member.ContainingType?.OriginalDefinition.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat) is { } name
        ? name.IndexOf('<') is var generic and > 0 ? name.Substring(0, generic) : name
        : "";
}
