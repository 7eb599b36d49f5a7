using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>Whether code may change a local, or the object that it holds.</summary>
sealed class Changes(Scene scene)
{
    public bool May(ISymbol local, SyntaxNode node) =>
        Scene.IsDeclaredIn(local, node) || scene.Locals.WithWindows(local).Any(l => scene.Locals.Of(l).Any(use => node.Span.Contains(use.Syntax.Span) && IsChange(use, node)));

    /// <param name="use">A use of the local.</param>
    /// <param name="within">What runs; what it is only calculated for, runs later.</param>
    bool IsChange(IOperation use, SyntaxNode within)
    {
        if (LocalUses.IsWrite(use))
            return true;
        if (Immutability.IsImmutable(use.Type))
            return false;
        var value = use;
        while (true)
        {
            if ((value.Parent is IArgumentOperation ? value.Parent.Parent : value.Parent) is { } above && !within.Span.Contains(above.Syntax.Span))
                return false;
            switch (value.Parent)
            {
                case IConversionOperation { OperatorMethod: null }:
                    value = value.Parent;
                    continue;
                case IMemberReferenceOperation member when member.Instance == value:
                    if (LocalUses.IsWrite(member))
                        return true;
                    if (member is not (IPropertyReferenceOperation or IFieldReferenceOperation))
                        return true;
                    if (Immutability.IsImmutable(member.Type))
                        return member is IPropertyReferenceOperation { Property: var property } && !IsHarmless(property.GetMethod);
                    value = member;
                    continue;
                case IInvocationOperation call when call.Instance == value:
                    return !IsRead(call);
                case IArgumentOperation { Parameter.RefKind: RefKind.None or RefKind.In, Parent: IInvocationOperation call }:
                    return !IsRead(call);
                case IArgumentOperation { Parent: IPropertyReferenceOperation }:
                    return false;
                case IArrayElementReferenceOperation element when element.ArrayReference == value:
                    return LocalUses.IsWrite(element);
                case IForEachLoopOperation loop when loop.Collection == value:
                case IExpressionStatementOperation or IInterpolationOperation or IBinaryOperation or INameOfOperation:
                case IIsPatternOperation { Pattern: IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation } }:
                    return false;
                default:
                    return true;
            }
        }
    }

    bool IsRead(IInvocationOperation call)
    {
        if (!scene.Callees.Known.IsLibrary(call.TargetMethod))
            return IsHarmless(call.TargetMethod) && Immutability.IsImmutable(call.Type);
        return scene.Callees.Known.Of(call.TargetMethod) switch
        {
            Knowledge.Makes or Knowledge.Outside or Knowledge.Fetches or Knowledge.Waits or Knowledge.Checks => true,
            Knowledge.Pure or Knowledge.Varies => call.TargetMethod.ReturnsVoid || Immutability.IsImmutable(call.Type),
            _ => false,
        };
    }

    bool IsHarmless(IMethodSymbol? method) =>
        method is null || scene.Callees.Known.IsLibrary(method)
        || scene.Callees.Of(method) is { Stranger: null, Writes.Count: 0, OwnWrites.Count: 0 };
}
