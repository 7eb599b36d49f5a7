using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>
/// Code that cannot throw. Inside a <c>try</c> that goes on with the next round, what throws ahead of the call skips it, and
/// then the batch would be one answer ahead of the loop.
/// </summary>
static class Quiet
{
    /// <summary>As <see cref="Is(SyntaxNode, Scene)"/>, of code that need not be an operation as a whole.</summary>
    public static bool AreParts(SyntaxNode node, Scene scene) => scene.Operation(node) is { } operation ? Is(operation, scene) : node.ChildNodes().All(n => AreParts(n, scene));

    public static bool Is(SyntaxNode node, Scene scene) => scene.Operation(node) is { } operation && Is(operation, scene);

    static bool Is(IOperation operation, Scene scene) => IsQuietItself(operation, scene) && operation.ChildOperations.All(c => Is(c, scene));

    static bool IsQuietItself(IOperation operation, Scene scene) => operation switch
    {
        ILiteralOperation or ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation or IDefaultValueOperation or INameOfOperation => true,
        IFieldReferenceOperation field => field.Instance is null or IInstanceReferenceOperation || IsPresent(field.Instance, scene),
        IPropertyReferenceOperation property => IsQuietProperty(property, scene),
        IConversionOperation conversion => conversion.OperatorMethod is null && !conversion.IsChecked && (conversion.Conversion.IsImplicit || conversion.Conversion.IsIdentity || conversion.IsTryCast),
        IBinaryOperation binary => binary.OperatorMethod is null or { ContainingType.SpecialType: SpecialType.System_String } && !binary.IsChecked
            && (binary.OperatorKind is not (BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder or BinaryOperatorKind.IntegerDivide) || binary.RightOperand.ConstantValue is { HasValue: true, Value: int and > 0 }),
        IUnaryOperation unary => unary.OperatorMethod is null && !unary.IsChecked,
        IInvocationOperation call when Records.IsLine(call.TargetMethod) => !call.Arguments.Any(IsToken),
        IInvocationOperation call => scene.Callees.Known.IsQuiet(call.TargetMethod) && !call.Arguments.Any(IsToken) && (call.Instance is null || IsPresent(call.Instance, scene) || IsLogger(call)),
        IIncrementOrDecrementOperation step => !step.IsChecked && step.OperatorMethod is null,
        ICompoundAssignmentOperation assignment => !assignment.IsChecked && assignment.OperatorKind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract,
        IAnonymousObjectCreationOperation or IObjectOrCollectionInitializerOperation => true,
        IObjectCreationOperation creation => creation.Constructor is { } constructor && scene.Callees.Known.IsLibrary(constructor) && creation.Arguments.IsEmpty && creation.Initializer is null,
        IAssignmentOperation or IVariableDeclarationGroupOperation or IVariableDeclarationOperation or IVariableDeclaratorOperation or IVariableInitializerOperation => true,
        IExpressionStatementOperation or IBlockOperation or IConditionalOperation or IEmptyOperation or IArgumentOperation or IDiscardOperation => true,
        IInterpolatedStringOperation or IInterpolatedStringTextOperation => true,
        IInterpolationOperation interpolation => IsTold(interpolation.Expression.Type),
        IConditionalAccessOperation or IConditionalAccessInstanceOperation or ICoalesceOperation or IParenthesizedOperation or IAwaitOperation => true,
        IIsPatternOperation or IConstantPatternOperation or INegatedPatternOperation or IIsTypeOperation or IDeclarationPatternOperation or ITypePatternOperation => true,
        IArrayCreationOperation array => array.Initializer is not null,
        IArrayInitializerOperation => true,
        _ => false,
    };

    /// <summary>Its text is made by the framework or the compiler.</summary>
    static bool IsTold(ITypeSymbol? type) => Immutability.IsImmutable(type) || type is { IsAnonymousType: true } && type.GetMembers().OfType<IPropertySymbol>().All(static p => IsTold(p.Type));

    static bool IsToken(IArgumentOperation argument) => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Type.Name: "CancellationToken" };

    static bool IsQuietProperty(IPropertyReferenceOperation property, Scene scene) =>
        !property.Property.IsIndexer
        && (Accessors.IsAuto(property.Property) || Aliasing.IsOfFramework(property.Property.ContainingType) && property.Property.Name is "Count" or "Length" or "Key" or "Value" && property.Property.ContainingType.Name != "Nullable"
            || scene.Callees.Known.IsQuiet(property.Property))
        && (property.Instance is null || IsPresent(property.Instance, scene));

    /// <summary>It is not null, as far as the compiler knows.</summary>
    static bool IsPresent(IOperation instance, Scene scene) =>
        instance is IInstanceReferenceOperation or IConditionalAccessInstanceOperation
        || instance.Type is { IsValueType: true }
        || scene.Present.Contains(instance.Syntax.ToString())
        || instance is ILocalReferenceOperation { Local: { } local } && scene.Locals.IsMadeHere(local) && !scene.Locals.MayBeNull(local) && !Immutability.IsImmutable(local.Type)
        || instance.Syntax is ExpressionSyntax syntax && scene.Semantics.GetTypeInfo(syntax, scene.Cancellation).Nullability is { FlowState: NullableFlowState.NotNull, Annotation: NullableAnnotation.NotAnnotated };

    /// <summary>A logger that is null would have shown itself in the first round.</summary>
    static bool IsLogger(IInvocationOperation call) => call.Instance?.Type?.Name.IndexOf("Log", StringComparison.Ordinal) >= 0;
}
