using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Wrappers;

/// <summary>What a wrapper calls.</summary>
partial class WrapperReader
{
    public override Value VisitLocalFunction(ILocalFunctionOperation operation, object? argument) => Value.Other;

    public override Value VisitMethodReference(IMethodReferenceOperation operation, object? argument) => Refuse("it hands a method on");

    public override Value VisitDelegateCreation(IDelegateCreationOperation operation, object? argument) => Visit(operation.Target, argument);

    /// <summary>Code that something known, such as a retry policy, runs: it gives what the code gives.</summary>
    public override Value VisitAnonymousFunction(IAnonymousFunctionOperation operation, object? argument)
    {
        var outer = _returned;
        _returned = null;
        Visit(operation.Body, argument);
        var value = _returned ?? Value.Other;
        _returned = outer;
        return value;
    }

    public override Value VisitInvocation(IInvocationOperation operation, object? argument)
    {
        var method = operation.TargetMethod;
        if (IsLog(method))
        {
            Loosely(operation);
            return Value.Other;
        }

        var instance = operation.Instance is null ? Value.Other : Visit(operation.Instance, argument);
        var arguments = operation.Arguments.OrderBy(static a => a.Parameter?.Ordinal).Select(a => Visit(a, argument)).ToList();
        if (!method.DeclaringSyntaxReferences.IsEmpty)
            return Own(operation, arguments);
        var type = TypeOf(method);
        return Json(type, operation, instance, arguments) ?? Http(type, operation, instance, arguments) ?? Web(type, operation, instance, arguments) ?? Of(type, operation, instance, arguments);
    }

    /// <summary>Another method of the user's: read in the same way.</summary>
    Value Own(IInvocationOperation call, List<Value> arguments)
    {
        var method = call.TargetMethod.OriginalDefinition;
        for (var reader = this; reader is not null; reader = reader._caller)
        {
            if (SymbolEqualityComparer.Default.Equals(reader._method, method))
                return Value.Other;
        }

        var touches = arguments.Exists(static a => a.IsOfRequest || a.IsOfResponse);
        if (_sources.BodyOf(method) is null)
            return touches || !GivesToken(call) ? Refuse($"the source of {method.Name} is not there") : Value.Other;
        if (method.IsVirtual || method.IsOverride && !method.IsSealed && !method.ContainingType.IsSealed || Depth > MaxDepth)
            return Refuse($"nobody knows which {method.Name} it calls");
        var inner = new WrapperReader(_sources, _facts, method, this, call, _cancellation);
        return inner.Run(p => p.Ordinal < arguments.Count ? arguments[p.Ordinal] : Value.Other);
    }

    int Depth => _caller is null ? 0 : _caller.Depth + 1;

    /// <summary>Something that is asked for a value to put into the request, such as a token.</summary>
    static bool GivesToken(IInvocationOperation call) => !call.TargetMethod.ReturnsVoid && call.Parent is not IExpressionStatementOperation && call.Parent?.Parent is not IExpressionStatementOperation
        && (call.TargetMethod.Name.StartsWith("Get", StringComparison.Ordinal) || call.TargetMethod.Name.StartsWith("Build", StringComparison.Ordinal));

    /// <summary>Other members of libraries.</summary>
    Value Of(string type, IInvocationOperation call, Value instance, List<Value> arguments)
    {
        var name = call.TargetMethod.Name;
        switch (type)
        {
            case "string" when name == "Format":
                return Format(call, arguments);
            case "string" when name is "IsNullOrEmpty" or "IsNullOrWhiteSpace":
                return arguments[0].Role == Role.Query && !GuardsText(call) ? Refuse("it does something else without parameters") : new Value(arguments[0].IsOfResponse ? Role.Said : Role.Other);
            case "string" when name == "Replace" && instance.Role == Role.Query && WritesBlanks(call):
                return instance;
            case "string" when name is "Trim" or "TrimStart" or "TrimEnd" or "ToLower" or "ToLowerInvariant" && instance.Role == Role.Method:
                return instance;
            case "System.Uri" when name == "EscapeDataString" && arguments[0].Role == Role.Method:
                return arguments[0];
            case "System.ArgumentNullException" or "System.ArgumentException":
                return Value.Other;
        }

        if (name is "ConfigureAwait" or "GetAwaiter" or "GetResult" or "AsTask" or "Wait" or "Unwrap")
            return instance;
        if (type.StartsWith("Polly.", StringComparison.Ordinal) || type is "System.Threading.Tasks.Task" && name == "Run")
            return call.TargetMethod.Parameters.Select((p, i) => p.Type.TypeKind == TypeKind.Delegate ? arguments[i] : Value.Other).FirstOrDefault(static v => v != Value.Other);
        if (instance.Role == Role.Content && name == "Dispose" || instance.Role == Role.Response && name == "Dispose")
            return Value.Other;
        if (instance.Role == Role.Parameters || arguments.Exists(static a => a.Role is Role.Parameters))
            return name == "Add" && call.Arguments is [{ Value.ConstantValue: { HasValue: true, Value: Token } }, _] && arguments[1].Role == Role.Other ? Changed() : Refuse($"it gives the parameters to {name}");
        if (instance.IsOfRequest || arguments.Exists(static a => a.IsOfRequest))
            return instance.Role == Role.Content || arguments.TrueForAll(static a => !a.IsOfRequest) && instance.Role == Role.Address ? Value.Other : Refuse($"it gives what it is given to {name}");
        if (!IsHarmless(call.TargetMethod) && !GivesToken(call))
            return Refuse($"nobody knows what {name} does");
        return new Value(instance.IsOfResponse || arguments.Exists(static a => a.IsOfResponse) ? Role.Said : Role.Other);
    }

    static bool IsLog(IMethodSymbol method)
    {
        var type = TypeOf(method.ReducedFrom ?? method);
        return Records.IsLine(method) || type is "System.Console" or "System.Diagnostics.Debug" or "System.Diagnostics.Trace"
            || type.StartsWith("Microsoft.Extensions.Logging.", StringComparison.Ordinal) || type.StartsWith("Serilog.", StringComparison.Ordinal)
            || type.StartsWith("NLog.", StringComparison.Ordinal) || type.StartsWith("log4net.", StringComparison.Ordinal);
    }

    /// <summary>Members of the framework that read, wait or throw for a missing argument.</summary>
    static bool IsHarmless(IMethodSymbol method)
    {
        var type = TypeOf(method);
        return type is "string" or "char" or "int" or "long" or "double" or "bool" or "object" or "System.Math" or "System.Convert" or "System.Uri" or "System.TimeSpan" or "System.DateTime" or "System.DateTimeOffset"
                or "System.Random" or "System.Enum" or "System.Guid" or "System.Exception" or "System.Diagnostics.Stopwatch" or "System.Threading.SemaphoreSlim" or "System.Threading.Thread" or "System.ReadOnlySpan"
                or "System.Threading.CancellationToken" or "System.Net.WebUtility" or "System.Web.HttpUtility" or "System.IO.TextReader" or "System.IO.StreamReader" or "System.IO.Stream" or "System.IDisposable" or "System.IAsyncDisposable"
            || type is "System.Threading.Tasks.Task" && method.Name is "Delay" or "FromResult" or "Yield"
            || type.StartsWith("System.Text.", StringComparison.Ordinal) && method.Name is not "Append" and not "AppendLine" and not "AppendFormat"
            || type.StartsWith("System.Net.Http.", StringComparison.Ordinal) && !type.EndsWith("Client", StringComparison.Ordinal)
            || type.StartsWith("System.Net.Http.Headers.", StringComparison.Ordinal)
            || type.StartsWith("Microsoft.Extensions.Configuration.", StringComparison.Ordinal) && method.Name.StartsWith("Get", StringComparison.Ordinal)
            || type.StartsWith("System.Linq.", StringComparison.Ordinal);
    }
}
