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
        IObjectCreationOperation or IArrayCreationOperation or IAnonymousObjectCreationOperation => true,
        IInvocationOperation invocation => known.Of(invocation.TargetMethod) == Knowledge.Makes,
        ILiteralOperation { ConstantValue: { HasValue: true, Value: null } } => true,
        { Syntax: CollectionExpressionSyntax } => value.Type is { TypeKind: not TypeKind.Interface },
        _ => Immutability.IsImmutable(value.Type),
    };
}
