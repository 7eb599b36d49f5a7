using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>Expressions that make a new object each time.</summary>
static class Fresh
{
    public static bool IsMade(IOperation value, KnownMembers known) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => IsMade(conversion.Operand, known),
        IObjectCreationOperation { Type: { } type } when Aliasing.IsView(type) => false,
        IObjectCreationOperation { Constructor: { } constructor } creation when known.IsLibrary(constructor) && known.Of(constructor) != Knowledge.Makes => creation.Arguments.All(static a => Immutability.IsImmutable(a.Value.Type)),
        IObjectCreationOperation or IArrayCreationOperation or IAnonymousObjectCreationOperation => true,
        IInvocationOperation invocation => known.Of(invocation.TargetMethod) == Knowledge.Makes,
        IAwaitOperation wait => Waited(wait) is { } call && known.Of(call.TargetMethod) == Knowledge.Fetches,
        ILiteralOperation { ConstantValue: { HasValue: true, Value: null } } => true,
        { Syntax: CollectionExpressionSyntax } => value.Type is { TypeKind: not TypeKind.Interface },
        _ => Immutability.IsImmutable(value.Type),
    };

    /// <summary>
    /// What a new window is put on: the stream of a reader, the request of a stream. Null where the value is none; such
    /// an object is as new as what is under it.
    /// </summary>
    public static IReadOnlyList<IOperation>? Under(IOperation value, KnownMembers known) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Under(conversion.Operand, known),
        IAwaitOperation wait when Waited(wait) is { } call => Under(call, known),
        IObjectCreationOperation { Type: { } type } creation when Aliasing.IsWindow(type) => [.. creation.Arguments.Select(static a => a.Value).Where(static v => !Immutability.IsImmutable(v.Type))],
        IInvocationOperation { Instance: { } owner } call when known.Of(call.TargetMethod) == Knowledge.Opens => [Owner(owner)],
        _ => null,
    };

    /// <summary>The call behind <c>ConfigureAwait</c>.</summary>
    static IInvocationOperation? Waited(IAwaitOperation wait) =>
        wait.Operation is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: IInvocationOperation call } ? call : wait.Operation as IInvocationOperation;

    /// <summary>The whole of which a framework's object is a part.</summary>
    static IOperation Owner(IOperation part) => part is IPropertyReferenceOperation { Instance: { } whole } reference && Aliasing.IsOfFramework(reference.Property.ContainingType) ? Owner(whole) : part;
}
