using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>Calls: of methods in source by what they do, of library members by what is known of them.</summary>
sealed partial class EffectReader
{
    static readonly ImmutableArray<IArgumentOperation> NoArguments = ImmutableArray<IArgumentOperation>.Empty;

    void Invoke(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var isSource = !Known.IsLibrary(method) && method.MethodKind != MethodKind.DelegateInvoke;
        if (call.Instance is not null)
            Visit(call.Instance, isValue: false);
        foreach (var argument in call.Arguments)
        {
            Visit(argument.Value, isValue: !isSource || argument.Value is IAnonymousFunctionOperation or IDelegateCreationOperation);
            if (argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out)
                Write(argument.Value);
        }

        if (call.Instance is { Type.IsValueType: true } instance && isSource && !instance.Type!.IsReadOnly && Roots.Of(instance) is ILocalSymbol or IParameterSymbol)
            Effects.Writes.Add(Cell.Variable(Roots.Of(instance)!));
        Call(method, call.Instance, call.Arguments);
    }

    /// <summary>A call that is bound when it runs, because of a dynamic argument: any of its candidates.</summary>
    void InvokeLate(IDynamicInvocationOperation call)
    {
        VisitAll(call.Arguments);
        var info = call.SemanticModel?.GetSymbolInfo(call.Syntax);
        var candidates = info is not { } found ? [] : found.Symbol is { } symbol ? [symbol] : found.CandidateSymbols.ToArray();
        var instance = (call.Operation as IDynamicMemberReferenceOperation)?.Instance;
        if (instance is not null)
            Visit(instance, isValue: false);
        if (candidates.Length == 0)
            Effects.MeetStranger("a dynamic call");
        foreach (var candidate in candidates.OfType<IMethodSymbol>())
            Call(candidate, instance, NoArguments);
    }

    void Construct(IObjectCreationOperation creation)
    {
        var isSource = creation.Constructor is { } constructor && !Known.IsLibrary(constructor);
        foreach (var argument in creation.Arguments)
            Visit(argument.Value, isValue: true);
        if (creation.Initializer is not null)
            Visit(creation.Initializer, isValue: true);
        if (isSource && callees.Of(creation.Constructor!) is { } effects)
            Merge(effects, creation.Constructor!, creation, creation.Arguments);
        else if (!isSource && creation.Type?.Name == "Random")
            Effects.Varies = true;
    }

    void CallOperator(IMethodSymbol? method)
    {
        if (method is not null && !Known.IsLibrary(method) && callees.Of(method) is { } effects)
            Merge(effects, method, null, NoArguments);
    }

    void Call(IMethodSymbol method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments)
    {
        if (callees.OverlooksRecords && Records.IsLine(method))
            return;
        if (Batches.IsPart(method.ContainingType))
        {
            Effects.GoesOutside |= method.Name != "Command";
            Effects.HidesBatch |= Method is not null;
        }
        else if (method.MethodKind == MethodKind.DelegateInvoke)
            CallFunction(Roots.Of(instance));
        else if (!Known.IsLibrary(method))
        {
            if (callees.Of(method) is { } effects)
                Merge(effects, method, instance, arguments);
            else
                Effects.MeetStranger(method.Name);
        }
        else
            CallLibrary(method, instance, arguments);
    }

    void CallFunction(ISymbol? function)
    {
        if (function is IParameterSymbol { RefKind: RefKind.None } given && IsOfMethod(given, Method))
            Effects.Calls.Add(given);
        else
            Effects.MeetStranger(function?.Name ?? "a delegate");
    }

    static bool IsOfMethod(IParameterSymbol parameter, IMethodSymbol? method) =>
        method is not null && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol.OriginalDefinition, method.OriginalDefinition);

    void CallLibrary(IMethodSymbol method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments)
    {
        var receiver = instance ?? (method.IsExtensionMethod && arguments.Length > 0 ? arguments[0].Value : null);
        if (instance is not null and not IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } && !Immutability.IsImmutable(instance.Type) && !IsNewWindow(instance))
            Effects.Reads.Add(Cell.Reachable(Roots.Of(instance), Roots.TypeOf(instance)));
        var knowledge = Known.Of(method);
        if (arguments.Any(static a => a.Value.Type?.TypeKind == TypeKind.Delegate && !IsInline(a.Value)) && knowledge != Knowledge.None)
            Effects.MeetStranger("a function given to " + method.Name);

        switch (knowledge)
        {
            case Knowledge.None:
                Effects.MeetStranger(method.Name);
                break;
            case Knowledge.Varies:
                Effects.Varies = true;
                break;
            case Knowledge.Mutates:
                WriteInside(receiver);
                break;
            case Knowledge.Outside or Knowledge.Opens or Knowledge.Fetches:
                Effects.GoesOutside = true;
                break;
            case Knowledge.Waits:
                Effects.GoesOutside |= !callees.OverlooksRecords;
                break;
            case Knowledge.Changes:
                Effects.GoesOutside = true;
                WriteInside(receiver);
                break;
            case Knowledge.Checks:
                Effects.Throws = true;
                break;
            case Knowledge.Fills:
                Touch(arguments, method);
                break;
            case Knowledge.Touches:
                Effects.GoesOutside = true;
                WriteInside(receiver);
                Touch(arguments, method);
                break;
            case Knowledge.Pure or Knowledge.Makes:
                break;
            default:
                throw new InvalidOperationException(knowledge + " is no knowledge");
        }
    }

    void Touch(ImmutableArray<IArgumentOperation> arguments, IMethodSymbol method)
    {
        foreach (var argument in arguments)
        {
            WriteInside(argument.Value);
            if (Roots.TypeOf(argument.Value) is { TypeKind: not TypeKind.Delegate } type && !Immutability.IsImmutable(type) && !Aliasing.IsOfFramework(type) && type.TypeKind != TypeKind.Array)
                Effects.MeetStranger(method.Name);
        }
    }

    static bool IsInline(IOperation function) => function switch
    {
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation or IMethodReferenceOperation } => true,
        IConversionOperation conversion => IsInline(conversion.Operand) || conversion.Operand is IAnonymousFunctionOperation,
        ILiteralOperation or IDefaultValueOperation => true,
        _ => false,
    };

    /// <summary>What a callee does, told in the caller's words.</summary>
    void Merge(Effects callee, IMethodSymbol method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments)
    {
        Effects.AddNature(callee);
        var isSender = callee.GoesOutside && Client is not null && SymbolEqualityComparer.Default.Equals(method.ContainingType, Client);
        foreach (var read in callee.Reads)
        {
            if (!(isSender && IsPrivateOfClient(read)) && Translate(read, method, arguments) is { } cell)
                Effects.Reads.Add(cell);
        }

        foreach (var write in callee.Writes)
        {
            if (!(isSender && IsPrivateOfClient(write)) && !IsNewArgument(write, arguments) && Translate(write, method, arguments) is { } cell)
                Effects.Writes.Add(cell);
        }

        foreach (var function in callee.Calls)
        {
            if (!IsOfMethod(function, method) || callee.Writes.Contains(Cell.Variable(function)) || ArgumentOf(function, arguments) is not { } given)
                Effects.MeetStranger(function.Name);
            else if (!IsInline(given.Value))
                CallFunction(Roots.Of(given.Value));
        }

        if (!IsNewObject(instance))
        {
            var own = instance is IInstanceReferenceOperation ? Effects.OwnWrites : Effects.Writes;
            own.UnionWith(callee.OwnWrites.Where(w => !(isSender && IsPrivateOfClient(w))));
        }
    }

    bool IsPrivateOfClient(Cell cell) =>
        cell.Symbol is IFieldSymbol or IPropertySymbol && cell.Symbol.DeclaredAccessibility == Accessibility.Private && SymbolEqualityComparer.Default.Equals(cell.Symbol.ContainingType, Client);

    bool IsNewArgument(Cell write, ImmutableArray<IArgumentOperation> arguments) =>
        write is { Place: Place.Contents, Symbol: IParameterSymbol parameter } && ArgumentOf(parameter, arguments) is { } argument && IsNewObject(argument.Value);

    static Cell? Translate(Cell cell, IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        if (cell.Symbol is not (ILocalSymbol or IParameterSymbol) || !IsWithin(cell.Symbol, method))
            return cell;
        if (cell.Place == Place.Variable)
            return null;
        return cell.Symbol is IParameterSymbol parameter && ArgumentOf(parameter, arguments) is { } argument
            ? Immutability.IsImmutable(argument.Value.Type) ? null : cell with { Symbol = Roots.Of(argument.Value), Type = Roots.TypeOf(argument.Value) }
            : cell with { Symbol = null };
    }

    static IArgumentOperation? ArgumentOf(IParameterSymbol parameter, ImmutableArray<IArgumentOperation> arguments) =>
        arguments.FirstOrDefault(a => a.Parameter is { } p && p.Ordinal == parameter.Ordinal);

    static bool IsWithin(ISymbol symbol, IMethodSymbol method)
    {
        for (var container = symbol.ContainingSymbol; container is IMethodSymbol; container = container.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(container.OriginalDefinition, method.OriginalDefinition))
                return true;
        }

        return false;
    }
}
