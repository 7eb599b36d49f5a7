using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Wrappers;

/// <summary>JSON: how the parameters are written and how the response is read.</summary>
partial class WrapperReader
{
    const string ResultName = "result";

    Value? Json(string type, IInvocationOperation call, Value instance, List<Value> arguments)
    {
        var name = call.TargetMethod.Name;
        var first = arguments.Count > 0 ? arguments[0] : Value.Other;
        switch (type)
        {
            case "System.Text.Json.JsonSerializer" when name is "Serialize" or "SerializeToUtf8Bytes":
                return Write(first, JsonLibrary.SystemText, call);
            case "Newtonsoft.Json.JsonConvert" when name == "SerializeObject":
                return Write(first, JsonLibrary.Newtonsoft, call);
            case "System.Text.Json.JsonSerializer" when name is "Deserialize" or "DeserializeAsync" && call.TargetMethod.TypeArguments is [var read] && IsJson(first):
                return ReadAs(read, JsonLibrary.SystemText, Options(call), web: false, ofResult: first.Role == Role.Result);
            case "Newtonsoft.Json.JsonConvert" when name == "DeserializeObject" && call.TargetMethod.TypeArguments is [var read] && IsJson(first):
                return ReadAs(read, JsonLibrary.Newtonsoft, Options(call), web: false, ofResult: first.Role == Role.Result);
            case "Newtonsoft.Json.JsonConvert" when name == "DeserializeObject" && call.TargetMethod.TypeArguments.IsEmpty && IsJson(first):
                return Refuse("what it gives back is dynamic");
            case "Newtonsoft.Json.Linq.JToken" when name == "ToObject" && call.TargetMethod.TypeArguments is [var read] && IsJson(instance):
                return ReadAs(read, JsonLibrary.Newtonsoft, Options(call), web: false, ofResult: instance.Role == Role.Result);
            case "System.Text.Json.JsonDocument" or "System.Text.Json.Nodes.JsonNode" or "Newtonsoft.Json.Linq.JObject" or "Newtonsoft.Json.Linq.JToken" when name is "Parse" or "ParseAsync" && first.Role == Role.Text:
                return new Value(Role.Document);
        }

        return instance.Role is Role.Document or Role.Result && IsDocument(type) ? Look(call, instance)
            : first.Role is Role.Document or Role.Result && type.StartsWith("Newtonsoft.Json.Linq.", StringComparison.Ordinal) ? new Value(Role.Said) : null;
    }

    static bool IsDocument(string type) => type is "System.Text.Json.JsonElement" or "System.Text.Json.JsonDocument" || type.StartsWith("System.Text.Json.Nodes.", StringComparison.Ordinal)
        || type.StartsWith("Newtonsoft.Json.Linq.", StringComparison.Ordinal) || type is "object";

    static bool IsJson(Value value) => value.Role is Role.Text or Role.Document or Role.Result;

    Value Write(Value value, JsonLibrary library, IInvocationOperation call)
    {
        if (value.Role != Role.Parameters)
            return value.Role == Role.Other ? new Value(Role.Written) : value.IsOfResponse ? new Value(Role.Said) : Refuse("it writes something else than the parameters");
        _facts.Writings.Add(new Writing(Form: false, library, Options(call)));
        return new Value(Role.Written);
    }

    static Value ReadAs(ITypeSymbol type, JsonLibrary library, IOperation? options, bool web, bool ofResult) => DocumentTypes.Is(type)
        ? new Value(ofResult ? Role.Result : Role.Document)
        : new Value(Role.Typed, new Reading(library, type, options, web, ofResult));

    /// <summary>What is asked of a JSON document. Only its member <c>result</c>, what it says of errors, and the document itself are understood.</summary>
    Value Look(IInvocationOperation call, Value instance)
    {
        switch (call.TargetMethod.Name)
        {
            case "Clone" or "DeepClone" or "AsObject":
                return instance;
            case "GetRawText":
                return instance.Role == Role.Document ? new Value(Role.Text) : instance;
            case "ToString" when instance.Role == Role.Document && TypeOf(call.TargetMethod) == "System.Text.Json.JsonElement":
                return new Value(Role.Text);
            case "GetProperty" or "SelectToken" or "GetValue":
                return Entry(call.Arguments[0].Value, instance);
            case "TryGetProperty" or "TryGetValue" or "TryGetPropertyValue":
                var found = Entry(call.Arguments[0].Value, instance);
                if (call.Arguments[call.Arguments.Length - 1].Value is { } output && Variable(output) is { } variable)
                    Set(variable, found);
                return new Value(Role.Said);
            case var name when instance.Role == Role.Result:
                return Refuse($"it asks {name} of the result, which of a batch is another");
            default:
                return new Value(Role.Said);
        }
    }

    static ISymbol? Variable(IOperation output) => output switch
    {
        IDeclarationExpressionOperation declared => Variable(declared.Expression),
        ILocalReferenceOperation { Local: var local } => local,
        _ => null,
    };

    Value Entry(IOperation key, Value instance)
    {
        if (key is IConversionOperation converted)
            return Entry(converted.Operand, instance);
        if (key.ConstantValue is not { HasValue: true, Value: string name })
            return Refuse("it reads a part of the response that is not known");
        if (name == ResultName && instance.Role == Role.Document)
            return new Value(Role.Result);
        return name.StartsWith("error", StringComparison.OrdinalIgnoreCase) && instance.Role == Role.Document ? new Value(Role.Said) : Refuse($"it reads '{name}' of the response");
    }

    static bool IsResult(IPropertySymbol property, Reading reading)
    {
        var named = property.GetAttributes().Where(static a => a.AttributeClass?.Name is "JsonPropertyNameAttribute" or "JsonPropertyAttribute")
            .SelectMany(static a => a.ConstructorArguments.Concat(a.NamedArguments.Select(static n => n.Value))).Select(static c => c.Value as string).FirstOrDefault(static n => n is not null);
        return named is not null ? named == ResultName
            : string.Equals(property.Name, ResultName, reading.Library == JsonLibrary.Newtonsoft || reading.Web ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)
                || reading.Options is not null && string.Equals(property.Name, ResultName, StringComparison.OrdinalIgnoreCase);
    }

    static IOperation? Options(IInvocationOperation call) => call.Arguments
        .Where(static a => a.ArgumentKind != ArgumentKind.DefaultValue && a.Parameter?.Type.Name is "JsonSerializerOptions" or "JsonSerializerSettings" or "JsonSerializer" or "JsonTypeInfo" or "JsonConverter" && !IsNull(a.Value))
        .Select(static a => a.Value is IConversionOperation conversion ? conversion.Operand : a.Value).FirstOrDefault();

    public override Value VisitDeclarationPattern(IDeclarationPatternOperation operation, object? argument) => Value.Other;

    public override Value VisitIsPattern(IIsPatternOperation operation, object? argument)
    {
        var value = Visit(operation.Value, argument);
        var isNull = operation.Pattern is IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation };
        if (value.IsOfRequest && !isNull)
            return Refuse("it looks at what it is given");
        if (value.Role == Role.Result && !isNull)
            return Refuse("it looks at the result, which of a batch is another");
        foreach (var pattern in operation.Pattern.DescendantsAndSelf())
        {
            if (pattern is IDeclarationPatternOperation { DeclaredSymbol: { } declared })
                Set(declared, pattern == operation.Pattern ? value : new Value(Role.Said));
            if (pattern is IRecursivePatternOperation { DeclaredSymbol: { } recursive })
                Set(recursive, pattern == operation.Pattern ? value : new Value(Role.Said));
        }

        return new Value(value.IsOfResponse ? Role.Said : Role.Other);
    }
}
