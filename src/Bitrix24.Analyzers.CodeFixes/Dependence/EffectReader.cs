using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>Reads the effects of operations into one <see cref="Effects"/>.</summary>
/// <param name="callees">What called methods do.</param>
/// <param name="locals">The locals of the body that is read.</param>
/// <param name="isSkipped">Code to leave out.</param>
/// <param name="isNew">Whether an object that a local holds came into being in the code that is read.</param>
sealed partial class EffectReader(Callees callees, LocalUses locals, Func<SyntaxNode, bool> isSkipped, Func<ISymbol, bool> isNew)
{
    /// <summary>Operations within operations; deeper ones are not looked into.</summary>
    const int MaxDepth = 300;

    readonly HashSet<ISymbol> _calculated = new(SymbolEqualityComparer.Default);
    int _depth;

    public Effects Effects { get; } = new();

    /// <summary>The client's own class: what its senders keep to themselves belongs to the sending, not to the loop.</summary>
    public INamedTypeSymbol? Client { get; init; }

    /// <summary>Ends of the code that is read which are as good as an exception.</summary>
    public Func<SyntaxNode, bool> EndsBody { get; init; } = static n => n is ThrowStatementSyntax or ThrowExpressionSyntax;

    /// <summary>The method that is read: whoever calls it says which functions it is given.</summary>
    public IMethodSymbol? Method { get; init; }

    KnownMembers Known => callees.Known;

    public EffectReader Read(IOperation? operation)
    {
        if (operation is not null)
            Visit(operation, isValue: true);
        return this;
    }

    /// <summary>Reads an expression that only lends a member of its value.</summary>
    public void ReadReceiver(IOperation operation) => Visit(operation, isValue: false);

    /// <summary>Reads what a call does, without its arguments and receiver.</summary>
    public void ReadCallee(IInvocationOperation call) => Call(call.TargetMethod, call.Instance, call.Arguments);

    /// <param name="operation">What is run.</param>
    /// <param name="isValue">The value itself goes somewhere, rather than only lending a member of it.</param>
    void Visit(IOperation operation, bool isValue)
    {
        if (isSkipped(operation.Syntax))
            return;
        if (++_depth > MaxDepth)
            Effects.MeetStranger("a deep expression");
        else
            Dispatch(operation, isValue);
        _depth--;
    }

    void Dispatch(IOperation operation, bool isValue)
    {
        switch (operation)
        {
            case IInvalidOperation:
                Effects.IsBroken = true;
                break;
            case ILocalReferenceOperation reference:
                if (!reference.Local.IsConst && !reference.IsDeclaration)
                    Effects.Reads.Add(Cell.Variable(reference.Local));
                Hand(operation, isValue);
                Calculate(reference.Local);
                break;
            case IParameterReferenceOperation reference:
                Effects.Reads.Add(Cell.Variable(reference.Parameter));
                Hand(operation, isValue);
                break;
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                Hand(operation, isValue);
                break;
            case IFieldReferenceOperation reference:
                ReadField(reference, isValue);
                break;
            case IPropertyReferenceOperation reference:
                ReadProperty(reference, isValue);
                break;
            case IArrayElementReferenceOperation reference:
                Visit(reference.ArrayReference, isValue: false);
                Effects.Reads.Add(Cell.Contents(Roots.Of(reference.ArrayReference), reference.ArrayReference.Type));
                VisitAll(reference.Indices);
                Hand(operation, isValue);
                break;
            case IIncrementOrDecrementOperation step:
                Visit(step.Target, isValue: false);
                Write(step.Target);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                Visit(deconstruction.Value, isValue: true);
                Write(deconstruction.Target);
                break;
            case ISimpleAssignmentOperation assignment:
                Visit(assignment.Value, isValue: true);
                Write(assignment.Target);
                break;
            case IAssignmentOperation assignment:
                Visit(assignment.Target, isValue: false);
                Visit(assignment.Value, isValue: true);
                Write(assignment.Target);
                CallOperator((assignment as ICompoundAssignmentOperation)?.OperatorMethod);
                break;
            case IVariableDeclaratorOperation declarator:
                Effects.Writes.Add(Cell.Variable(declarator.Symbol));
                VisitAll(declarator.ChildOperations);
                break;
            case IInvocationOperation invocation:
                Invoke(invocation);
                break;
            case IObjectCreationOperation creation:
                Construct(creation);
                break;
            case IDelegateCreationOperation { Target: IMethodReferenceOperation method }:
                if (method.Instance is not null)
                    Visit(method.Instance, isValue: false);
                Call(method.Method, method.Instance, NoArguments);
                break;
            case ITryOperation attempt:
                Attempt(attempt);
                break;
            case IThrowOperation:
                Effects.Throws = true;
                VisitAll(operation.ChildOperations);
                break;
            case IAwaitOperation:
                Effects.Awaits = true;
                VisitAll(operation.ChildOperations);
                break;
            case IUsingOperation or IUsingDeclarationOperation:
                VisitAll(operation.ChildOperations);
                Dispose(operation);
                break;
            case IUnaryOperation { OperatorMethod: { } method }:
                CallOperator(method);
                VisitAll(operation.ChildOperations);
                break;
            case IBinaryOperation { OperatorMethod: null } comparison when IsNull(comparison.LeftOperand) || IsNull(comparison.RightOperand):
                Visit(comparison.LeftOperand, isValue: false);
                Visit(comparison.RightOperand, isValue: false);
                break;
            case IBinaryOperation { OperatorMethod: { } method }:
                CallOperator(method);
                VisitAll(operation.ChildOperations);
                break;
            case IConversionOperation conversion:
                CallOperator(conversion.OperatorMethod);
                Visit(conversion.Operand, isValue);
                break;
            case IConditionalAccessOperation access:
                Visit(access.Operation, isValue: false);
                Visit(access.WhenNotNull, isValue);
                break;
            case IIsPatternOperation pattern:
                Visit(pattern.Value, isValue: false);
                Visit(pattern.Pattern, isValue: false);
                break;
            case IForEachLoopOperation loop:
                Visit(loop.Collection, isValue: false);
                Effects.Reads.Add(Cell.Reachable(Roots.Of(loop.Collection), Roots.TypeOf(loop.Collection)));
                Write(loop.LoopControlVariable);
                Visit(loop.Body, isValue: true);
                break;
            case ILocalFunctionOperation:
                break;
            case IDynamicInvocationOperation call:
                InvokeLate(call);
                break;
            case IDynamicObjectCreationOperation or IFunctionPointerInvocationOperation or IAddressOfOperation:
                Effects.MeetStranger("a dynamic call");
                VisitAll(operation.ChildOperations);
                break;
            case IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation:
                VisitAll(operation.ChildOperations);
                Effects.Reads.Add(Cell.Reachable(null, null));
                break;
            case IEventAssignmentOperation or IEventReferenceOperation:
                Effects.MeetStranger("an event");
                VisitAll(operation.ChildOperations);
                break;
            default:
                if (operation.Kind == OperationKind.None && operation.Syntax is not CollectionExpressionSyntax)
                    Effects.MeetStranger(operation.Syntax.Kind().ToString());
                VisitAll(operation.ChildOperations);
                break;
        }
    }

    static bool IsNull(IOperation value) => value.ConstantValue is { HasValue: true, Value: null };

    void VisitAll(IEnumerable<IOperation> operations)
    {
        foreach (var operation in operations)
            Visit(operation, isValue: true);
    }

    /// <summary>A query reads what it is made of when it is enumerated.</summary>
    void Calculate(ILocalSymbol local)
    {
        if (Repeatable.IsSequence(local.Type) && _calculated.Add(local))
            VisitAll(locals.ValuesOf(local));
    }

    /// <summary>The value goes on, and with it everything that can be reached from it.</summary>
    void Hand(IOperation operation, bool isValue)
    {
        if (isValue && !Immutability.IsImmutable(operation.Type) && !IsNewWindow(operation))
            Effects.Reads.Add(Cell.Reachable(Roots.Of(operation), Roots.TypeOf(operation)));
    }

    void Attempt(ITryOperation attempt)
    {
        var before = Effects.Throws;
        Visit(attempt.Body, isValue: true);
        if (attempt.Catches.Any(c => c.Syntax is CatchClauseSyntax clause && CatchClauses.TakesAll(clause) && !Jumps.Within(clause.Block).Any(EndsBody)))
            Effects.Throws = before;
        VisitAll(attempt.Catches);
        if (attempt.Finally is not null)
            Visit(attempt.Finally, isValue: true);
    }

    void Dispose(IOperation operation)
    {
        var resources = operation is IUsingOperation statement ? statement.Resources : ((IUsingDeclarationOperation)operation).DeclarationGroup;
        var type = resources is IVariableDeclarationGroupOperation group ? group.Declarations.FirstOrDefault()?.Declarators.FirstOrDefault()?.Symbol.Type : resources.Type;
        var dispose = type?.GetMembers("Dispose").OfType<IMethodSymbol>().FirstOrDefault(static m => m.Parameters.IsEmpty);
        if (dispose is not null && callees.Of(dispose) is { } effects)
            Merge(effects, dispose, null, NoArguments);
    }
}
