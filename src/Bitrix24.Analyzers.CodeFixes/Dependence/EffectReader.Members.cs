using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>Fields, properties and what is stored in them.</summary>
sealed partial class EffectReader
{
    void ReadField(IFieldReferenceOperation reference, bool isValue)
    {
        if (reference.Instance is not null)
            Visit(reference.Instance, isValue: false);
        if (!callees.Fixed.IsFixed(reference.Field))
            Effects.Reads.Add(Cell.Member(reference.Field));
        Hand(reference, isValue);
    }

    void ReadProperty(IPropertyReferenceOperation reference, bool isValue)
    {
        var property = reference.Property;
        if (reference.Instance is not null)
            Visit(reference.Instance, isValue: false);
        VisitAll(reference.Arguments);
        if (property is { Name: "Result", ContainingType.Name: "Task" or "ValueTask" })
            Effects.Awaits = true;
        if (Known.IsLibrary(property))
        {
            Effects.Varies |= Known.Of(property) == Knowledge.Varies;
            if (reference.Instance is { } instance && !Immutability.IsImmutable(instance.Type) && !Accessors.IsAuto(property) && !IsNewWindow(instance))
                Effects.Reads.Add(Cell.Contents(Roots.Of(instance), Roots.TypeOf(instance)));
        }
        else if (property.GetMethod is { } getter && (!Accessors.IsAuto(property) || property.IsVirtual || property.IsOverride))
            Call(getter, reference.Instance, reference.Arguments);

        if (!callees.Fixed.IsFixed(property) && !Aliasing.IsOfFramework(property.ContainingType))
            Effects.Reads.Add(Cell.Member(property));
        if (isValue && !Immutability.IsImmutable(property.Type) && !IsBuilt(property))
            Effects.Reads.Add(Cell.Reachable(Roots.Of(reference), property.Type));
    }

    /// <summary>Its getter has been read, so what its value is made of is known.</summary>
    bool IsBuilt(IPropertySymbol property) => !Known.IsLibrary(property) && !Accessors.IsAuto(property) && callees.IsMadeBy(property.GetMethod);

    void Write(IOperation target)
    {
        switch (target)
        {
            case ILocalReferenceOperation { Local.IsRef: true }:
                Effects.MeetStranger("an assignment through a reference");
                break;
            case ILocalReferenceOperation reference:
                Effects.Writes.Add(Cell.Variable(reference.Local));
                break;
            case IVariableDeclaratorOperation declarator:
                Effects.Writes.Add(Cell.Variable(declarator.Symbol));
                break;
            case IParameterReferenceOperation reference:
                Effects.Writes.Add(Cell.Variable(reference.Parameter));
                break;
            case IFieldReferenceOperation reference:
                WriteMember(reference.Field, reference.Instance);
                break;
            case IPropertyReferenceOperation reference:
                VisitAll(reference.Arguments);
                WriteProperty(reference);
                break;
            case IArrayElementReferenceOperation reference:
                Visit(reference.ArrayReference, isValue: false);
                VisitAll(reference.Indices);
                WriteInside(reference.ArrayReference);
                break;
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements)
                    Write(element);
                break;
            case IDeclarationExpressionOperation declaration:
                Write(declaration.Expression);
                break;
            case IConversionOperation conversion:
                Write(conversion.Operand);
                break;
            case IDiscardOperation:
                break;
            default:
                Effects.MeetStranger("an assignment");
                VisitAll(target.ChildOperations);
                break;
        }
    }

    void WriteProperty(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        WriteMember(property, reference.Instance);
        if (Known.IsLibrary(property))
        {
            if (Aliasing.IsOfFramework(property.ContainingType) || !Accessors.IsAuto(property))
                WriteInside(reference.Instance);
        }
        else if (property.SetMethod is { } setter && !Accessors.IsAuto(property))
            Call(setter, reference.Instance, reference.Arguments);
    }

    void WriteMember(ISymbol member, IOperation? instance)
    {
        if (instance is not null)
            Visit(instance, isValue: false);
        if (IsNewObject(instance) || instance?.Type is { IsAnonymousType: true })
            return;
        var cell = Cell.Member(member);
        (instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } ? Effects.OwnWrites : Effects.Writes).Add(cell);
        if (instance?.Type?.IsValueType == true && Roots.Of(instance) is ILocalSymbol or IParameterSymbol)
            Effects.Writes.Add(Cell.Variable(Roots.Of(instance)!));
    }

    /// <summary>Something changes inside an object.</summary>
    void WriteInside(IOperation? target)
    {
        if (target?.Type is { IsRefLikeType: true } or { Name: "Memory" })
            Effects.MeetStranger("a write through a " + target.Type.Name);
        else if (target is not null && !IsNewObject(target) && !Immutability.IsImmutable(target.Type))
            Effects.Writes.Add(Cell.Contents(Roots.Of(target), Roots.TypeOf(target)));
    }

    bool IsNewObject(IOperation? value) => value switch
    {
        null => false,
        IInstanceReferenceOperation instance => instance.ReferenceKind == InstanceReferenceKind.ImplicitReceiver,
        ILocalReferenceOperation reference => locals.IsMadeHere(reference.Local) && locals.WithAllUnder(reference.Local).All(isNew),
        IConversionOperation { OperatorMethod: null } conversion => IsNewObject(conversion.Operand),
        IConditionalAccessInstanceOperation => IsNewObject(Roots.Accessed(value)),
        IInvocationOperation { Instance: { } receiver } call when Known.Of(call.TargetMethod) == Knowledge.Mutates && SymbolEqualityComparer.Default.Equals(call.Type, receiver.Type) => IsNewObject(receiver),
        _ => Fresh.Under(value, Known) is { } under ? under.All(IsNewObject) : Fresh.IsMade(value, Known) && value is not ILiteralOperation && !Immutability.IsImmutable(value.Type),
    };

    /// <summary>A window, or an array of values, that nobody else has: nothing else can be reached from it.</summary>
    bool IsNewWindow(IOperation value) => Roots.TypeOf(value) is { } type && (type is IArrayTypeSymbol { ElementType: var element } ? Immutability.IsImmutable(element) : Aliasing.IsOfFramework(type)) && IsNewObject(value)
        && (type is IArrayTypeSymbol || Fresh.Under(value, Known) is not null || value is ILocalReferenceOperation { Local: var local } && locals.IsWindow(local));
}
