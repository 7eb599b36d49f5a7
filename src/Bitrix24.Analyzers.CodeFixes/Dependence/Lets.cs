using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>Whether a use of an object lets it become known elsewhere, or changed by others.</summary>
static class Lets
{
    public static bool Escape(IOperation use, KnownMembers known)
    {
        if (IsInStoredFunction(use, known))
            return true;
        var value = use;
        while (true)
        {
            if (value.Type is { IsRefLikeType: true } or { Name: "Memory" or "ReadOnlyMemory" or "ArraySegment" })
                return true;
            switch (value.Parent)
            {
                case IConversionOperation { OperatorMethod: null } or IParenthesizedOperation:
                    value = value.Parent;
                    continue;
                case IInvocationOperation invocation when invocation.Instance == value:
                    if (known.Of(invocation.TargetMethod) is Knowledge.None)
                        return true;
                    if (IsNoView(invocation, known))
                        return false;
                    value = invocation;
                    continue;
                case IPropertyReferenceOperation property when property.Instance == value:
                    if (!known.IsLibrary(property.Property))
                        return true;
                    if (property.Property.IsIndexer || Immutability.IsImmutable(property.Type))
                        return false;
                    value = property;
                    continue;
                case IArgumentOperation { Parameter.RefKind: RefKind.None or RefKind.In, Parent: IInvocationOperation call }:
                    if (known.Of(call.TargetMethod) is not (Knowledge.Pure or Knowledge.Makes or Knowledge.Varies or Knowledge.Outside or Knowledge.Fetches or Knowledge.Waits or Knowledge.Checks))
                        return true;
                    if (IsNoView(call, known))
                        return false;
                    value = call;
                    continue;
                case IArrayElementReferenceOperation element when element.ArrayReference == value:
                    return element.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } or ISimpleAssignmentOperation { IsRef: true };
                case IAssignmentOperation assignment when assignment.Target == value:
                case IForEachLoopOperation loop when loop.Collection == value:
                case IExpressionStatementOperation or IInterpolationOperation or IBinaryOperation or INameOfOperation:
                case IIsPatternOperation { Pattern: IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation } }:
                    return false;
                default:
                    return true;
            }
        }
    }

    static bool IsNoView(IInvocationOperation call, KnownMembers known) =>
        call.TargetMethod.ReturnsVoid || Immutability.IsImmutable(call.Type) || known.Of(call.TargetMethod) == Knowledge.Makes;

    /// <summary>Inside a lambda that is not simply given to a library method there and then.</summary>
    static bool IsInStoredFunction(IOperation use, KnownMembers known)
    {
        for (var above = use.Parent; above is not null; above = above.Parent)
        {
            if (above is ILocalFunctionOperation)
                return true;
            if (above is IAnonymousFunctionOperation function
                && !(function.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } }
                    && known.Of(call.TargetMethod) is Knowledge.Pure or Knowledge.Makes or Knowledge.Mutates))
                return true;
        }

        return false;
    }
}
