using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Wrappers;

/// <summary>HTTP: content, requests, responses.</summary>
partial class WrapperReader
{
    static readonly Value Response = new(Role.Response);
    static readonly Value Content = new(Role.Content);

    Value? Http(string type, IInvocationOperation call, Value instance, List<Value> arguments)
    {
        var name = call.TargetMethod.Name;
        switch (type)
        {
            case "System.Net.Http.HttpClient" or "System.Net.Http.HttpMessageInvoker" when name is "PostAsync":
                return Post(arguments[0], arguments[1]);
            case "System.Net.Http.HttpClient" or "System.Net.Http.HttpMessageInvoker" when name is "SendAsync" or "Send":
                return arguments[0].Role is Role.Content ? Response : Refuse("nobody knows what it sends");
            case "System.Net.Http.HttpClient" or "System.Net.Http.HttpMessageInvoker" when !name.StartsWith("set_", StringComparison.Ordinal):
                return arguments.Exists(static a => a.IsOfRequest) ? Refuse("it does not POST") : Refuse("it makes another request");
            case "System.Net.Http.Json.HttpClientJsonExtensions" when name == "PostAsJsonAsync":
                _facts.Writings.Add(new Writing(Form: false, JsonLibrary.SystemText, Options(call), Web: true));
                return arguments[2].Role == Role.Parameters ? Post(arguments[1], Content) : Refuse("it sends something else than the parameters");
            case "System.Net.Http.HttpClientExtensions" when name == "PostAsJsonAsync":
                _facts.Writings.Add(new Writing(Form: false, JsonLibrary.Newtonsoft));
                return arguments[2].Role == Role.Parameters ? Post(arguments[1], Content) : Refuse("it sends something else than the parameters");
            case "System.Net.Http.Json.JsonContent" when name == "Create" && arguments[0].Role == Role.Parameters:
                _facts.Writings.Add(new Writing(Form: false, JsonLibrary.SystemText, Options(call), Web: true));
                return Content;
            case "System.Net.Http.HttpResponseMessage" when name == "EnsureSuccessStatusCode":
                _facts.Judges = true;
                return instance;
            case "System.Net.Http.HttpContent" when instance.Role == Role.Response:
                return name is "ReadAsStringAsync" or "ReadAsStreamAsync" or "ReadAsByteArrayAsync" or "ReadAsStream" ? new Value(Role.Text) : new Value(Role.Said);
            case "System.Net.Http.Json.HttpContentJsonExtensions" when name == "ReadFromJsonAsync" && arguments[0].Role == Role.Response && call.TargetMethod.TypeArguments is [var read]:
                return ReadAs(read, JsonLibrary.SystemText, Options(call), web: true, ofResult: false);
            case "System.IO.StreamReader" or "System.IO.TextReader" when name is "ReadToEnd" or "ReadToEndAsync" && instance.Role == Role.Text:
                return instance;
            default:
                return null;
        }
    }

    Value Post(Value address, Value content)
    {
        _facts.Posts = true;
        return address.Role is Role.Address or Role.Method && content.Role == Role.Content ? Response : Refuse("nobody knows what it sends");
    }

    public override Value VisitObjectCreation(IObjectCreationOperation operation, object? argument)
    {
        var type = operation.Type?.OriginalDefinition.ToDisplayString() ?? "";
        var arguments = operation.Arguments.OrderBy(static a => a.Parameter?.Ordinal).Select(a => Visit(a, argument)).ToList();
        var value = Created(type, operation, arguments);
        if (operation.Initializer is null)
            return value;
        var filled = Visit(operation.Initializer, argument);
        return type == "System.Net.Http.HttpRequestMessage" && filled.Role == Role.Content ? Content : value;
    }

    Value Created(string type, IObjectCreationOperation creation, List<Value> arguments)
    {
        var first = arguments.Count > 0 ? arguments[0] : Value.Other;
        switch (type)
        {
            case "System.Net.Http.StringContent" or "System.Net.Http.ByteArrayContent" when first.Role == Role.Parameters && creation.Arguments[0].Value.Type?.SpecialType == SpecialType.System_String:
                _facts.Writings.Add(new Writing(Form: true));
                return Content;
            case "System.Net.Http.StringContent" or "System.Net.Http.ByteArrayContent" when first.Role is Role.Written or Role.Content or Role.Other:
                return Content;
            case "System.Net.Http.FormUrlEncodedContent" when first.Role is Role.Parameters or Role.Other:
                if (first.Role == Role.Parameters)
                    _facts.Writings.Add(new Writing(Form: true));
                return Content;
            case "System.Net.Http.HttpRequestMessage" when arguments.Count == 2 && arguments[1].Role is Role.Address or Role.Method:
                _facts.Posts |= IsPost(creation.Arguments[0].Value);
                return IsPost(creation.Arguments[0].Value) ? arguments[1] : Refuse("it does not POST");
            case "System.Uri" when IsAddress(arguments[arguments.Count - 1]):
                return arguments[arguments.Count - 1];
            case "System.IO.StreamReader" when first.Role == Role.Text:
                return first;
            case "System.IO.StreamWriter" when first.Role == Role.Stream:
                return creation.Arguments.Where(static a => a.ArgumentKind != ArgumentKind.DefaultValue).Skip(1).All(static a => IsPlainUtf8(a.Value)) ? first : Refuse("it writes in another encoding");
            case "System.Net.WebClient":
                return new Value(Role.Request);
            case var _ when type.StartsWith("System.Collections.Generic.Dictionary<", StringComparison.Ordinal) && first.Role == Role.Parameters && OnlyAddsToken(creation.Initializer):
                return first;
        }

        if (arguments.Exists(static a => a.IsOfRequest))
            return IsException(creation.Type) ? Value.Other : Refuse($"it gives what it is given to a new {creation.Type?.Name}");
        if (creation.Constructor is { DeclaringSyntaxReferences.IsEmpty: false } && creation.Constructor.ContainingType.TypeKind == TypeKind.Class && !IsException(creation.Type) && arguments.Exists(static a => a.IsOfResponse))
            return Refuse($"it makes a {creation.Type?.Name} of the response");
        return new Value(arguments.Exists(static a => a.IsOfResponse) ? Role.Said : Role.Other);
    }

    static bool OnlyAddsToken(IObjectOrCollectionInitializerOperation? initializer) => initializer is null || initializer.Initializers.All(static i =>
        i is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [{ Value.ConstantValue: { HasValue: true, Value: Token } }] } }
            or IInvocationOperation { Arguments: [{ Value.ConstantValue: { HasValue: true, Value: Token } }, _] });

    static bool IsException(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: "Exception", ContainingNamespace.Name: "System" })
                return true;
        }

        return false;
    }

    static bool IsPost(IOperation verb) => verb switch
    {
        IPropertyReferenceOperation { Property.Name: "Post" } => true,
        IObjectCreationOperation { Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string text } }] } => text.Equals("POST", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>A member of a response or of what was read from it.</summary>
    Value Member(IPropertyReferenceOperation member, Value instance)
    {
        var name = member.Property.Name;
        if (name == "Result" && TypeOf(member.Property).StartsWith("System.Threading.Tasks.", StringComparison.Ordinal))
            return instance;
        switch (instance.Role)
        {
            case Role.Response when name == "Content":
            case Role.Document or Role.Result when name == "RootElement":
                return instance;
            case Role.Document or Role.Result when member.Property.IsIndexer:
                return Entry(member.Arguments[0].Value, instance);
            case Role.Typed when instance.Reading is { OfResult: false } reading && IsResult(member.Property, reading):
                return ReadAs(member.Property.Type, reading.Library, reading.Options, reading.Web, ofResult: true);
            case Role.Result when !IsComparedWithNothing(member):
                return Refuse($"it looks at '{name}' of the result, which of a batch is another");
            default:
                return new Value(Role.Said);
        }
    }

    /// <summary><c>result.ValueKind == JsonValueKind.Null</c>: a batch always has a result.</summary>
    static bool IsComparedWithNothing(IPropertyReferenceOperation member) => member.Property.Name is "ValueKind" or "Type"
        && member.Parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison
        && comparison.ChildOperations.Any(static o => o is IFieldReferenceOperation { Field.Name: "Null" or "Undefined" });
}
