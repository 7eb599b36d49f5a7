using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>Through which variable or member an object was reached.</summary>
static class Roots
{
    public static ISymbol? Of(IOperation? value) => value switch
    {
        ILocalReferenceOperation reference => reference.Local,
        IParameterReferenceOperation reference => reference.Parameter,
        IFieldReferenceOperation reference => reference.Field.OriginalDefinition,
        IPropertyReferenceOperation { Property.IsIndexer: false, Instance: { } instance } reference when IsPartOf(reference.Property) => Of(instance),
        IPropertyReferenceOperation { Property.IsIndexer: false } reference => reference.Property.OriginalDefinition,
        IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand),
        IConditionalAccessInstanceOperation instance => Of(Accessed(instance)),
        IInvocationOperation { Instance: { } receiver } call when Aliasing.IsOfFramework(call.TargetMethod.ContainingType) && SymbolEqualityComparer.Default.Equals(call.Type, receiver.Type) => Of(receiver),
        _ => null,
    };

    /// <summary>A framework object's own part, such as a dictionary's keys, not something that was put into it.</summary>
    static bool IsPartOf(IPropertySymbol property) =>
        Aliasing.IsOfFramework(property.ContainingType) && property.SetMethod is null && property.OriginalDefinition.Type is not ITypeParameterSymbol;

    /// <summary>The type before it was made more general.</summary>
    public static ITypeSymbol? TypeOf(IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null, Operand.Type: not null } conversion)
            value = conversion.Operand;
        return value.Type;
    }

    public static IOperation? Accessed(IOperation instance)
    {
        for (var above = instance.Parent; above is not null; above = above.Parent)
        {
            if (above is IConditionalAccessOperation access && !access.Operation.Syntax.Span.Contains(instance.Syntax.Span))
                return access.Operation;
        }

        return null;
    }
}
