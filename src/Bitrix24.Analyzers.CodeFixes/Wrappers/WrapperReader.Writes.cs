using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Wrappers;

/// <summary>What a wrapper may write: its own variables, and the request that it makes.</summary>
partial class WrapperReader
{
    const string Token = "auth";

    public override Value VisitVariableDeclarator(IVariableDeclaratorOperation operation, object? argument)
    {
        var initializer = operation.Initializer ?? (operation.Parent as IVariableDeclarationOperation)?.Initializer;
        if (initializer is not null)
            Set(operation.Symbol, Visit(initializer.Value, argument));
        return Value.Other;
    }

    public override Value VisitVariableInitializer(IVariableInitializerOperation operation, object? argument) => Value.Other;

    public override Value VisitSimpleAssignment(ISimpleAssignmentOperation operation, object? argument)
    {
        var value = Visit(operation.Value, argument);
        return operation.Target is IPropertyReferenceOperation property ? SetOnWeb(property, operation, value) ?? Assign(property, value) : Assign(operation.Target, value);
    }

    public override Value VisitCoalesceAssignment(ICoalesceAssignmentOperation operation, object? argument) => Assign(operation.Target, Visit(operation.Value, argument));

    public override Value VisitCompoundAssignment(ICompoundAssignmentOperation operation, object? argument)
    {
        var value = Visit(operation.Value, argument);
        if (IsOfAllRequests(operation.Target) && value.Role == Role.Other)
            return value;
        if (operation.Target is ILocalReferenceOperation { Local: var local })
            return Set(local, Add(Visit(operation.Target, argument), value, operation.Value));
        return Refuse("it counts or collects something");
    }

    public override Value VisitIncrementOrDecrement(IIncrementOrDecrementOperation operation, object? argument) =>
        operation.Target is ILocalReferenceOperation ? Value.Other : Refuse("it counts something");

    public override Value VisitDeconstructionAssignment(IDeconstructionAssignmentOperation operation, object? argument) => Refuse("it takes a value apart");

    public override Value VisitEventAssignment(IEventAssignmentOperation operation, object? argument) => Refuse("it subscribes to an event");

    Value Assign(IOperation target, Value value)
    {
        switch (target)
        {
            case ILocalReferenceOperation { Local: var local }:
                return Set(local, value);
            case IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter }:
                return Set(parameter, value);
            case IDiscardOperation:
                return value;
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } entry when Visit(instance, null).Role == Role.Parameters:
                return entry.Arguments is [{ Value.ConstantValue: { HasValue: true, Value: Token } }] && value.Role == Role.Other ? Changed() : Refuse("it changes the parameters");
            case IPropertyReferenceOperation { Instance: { } instance } when IsOwn(instance):
                if (value.Role == Role.Content && Local(instance) is { } request)
                    Set(request, value);
                return value.Role is Role.Other or Role.Content or Role.Address ? value : Refuse("it puts what it is given into an object");
            case IPropertyReferenceOperation { Instance: IPropertyReferenceOperation { Property.Name: "DefaultRequestHeaders" } } when value.Role == Role.Other:
            case var _ when IsOfAllRequests(target) && value.Role == Role.Other:
                return value;
            default:
                return Refuse("it keeps something");
        }
    }

    Value Changed()
    {
        _facts.ChangesParameters = true;
        return Value.Other;
    }

    /// <summary>An object that this run of the wrapper has made: what a local variable or an initializer names.</summary>
    static bool IsOwn(IOperation instance) => instance switch
    {
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } => true,
        ILocalReferenceOperation => true,
        IPropertyReferenceOperation { Instance: { } inner } => IsOwn(inner),
        _ => false,
    };

    static ILocalSymbol? Local(IOperation instance) => (instance as ILocalReferenceOperation)?.Local;

    Value Set(ISymbol variable, Value value)
    {
        var joined = _values.TryGetValue(variable, out var before) && before != Value.Other ? Rise(before, value) : value;
        _values[variable] = joined;
        return joined;
    }

    /// <summary>A variable goes from less to more: from the method to its address, from an empty request to a full one.</summary>
    Value Rise(Value before, Value value) => (before.Role, value.Role) switch
    {
        (Role.Method or Role.Address, Role.Asked) or (Role.Query, Role.Tail) or (Role.Method, Role.Address) or (Role.Address, Role.Content) or (Role.Parameters, Role.Written) => value,
        (Role.Asked, Role.Method or Role.Address) or (Role.Tail, Role.Query) or (Role.Address, Role.Method) or (Role.Content, Role.Address) or (Role.Written, Role.Parameters) => before,
        _ => Join(before, value),
    };

    public override Value VisitObjectOrCollectionInitializer(IObjectOrCollectionInitializerOperation operation, object? argument)
    {
        var joined = Value.Other;
        foreach (var initializer in operation.Initializers)
            joined = Join(joined, Visit(initializer, argument));
        return joined;
    }

    public override Value VisitPropertyReference(IPropertyReferenceOperation operation, object? argument)
    {
        var instance = operation.Instance is null ? Value.Other : Visit(operation.Instance, argument);
        foreach (var index in operation.Arguments)
            Visit(index, argument);
        return instance.IsOfResponse ? Member(operation, instance) : instance.Role switch
        {
            Role.Other or Role.Request => Value.Other,
            _ when operation.Property.Name == "Result" => instance,
            Role.Content when operation.Property.Name == "Length" => Value.Other,
            Role.Content or Role.Address when operation.Property.Name is "Headers" or "Content" => Value.Other,
            _ => Refuse($"it looks into what it is given ({operation.Property.Name})"),
        };
    }
}
