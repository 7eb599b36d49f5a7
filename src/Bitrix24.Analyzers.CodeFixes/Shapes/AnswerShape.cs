using Bitrix24.Analyzers.CodeFixes.Wrappers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Shapes;

/// <summary>What the loop gets for a call, and so what it has to get from a batch.</summary>
/// <param name="IsSeen">There is an answer at all.</param>
/// <param name="Batch">Makes the call that sends a batch of the one that sends a command, where the two differ in type.</param>
/// <param name="Read">A delegate that makes the answer of JSON text.</param>
sealed record AnswerShape(bool IsSeen, Func<InvocationExpressionSyntax, InvocationExpressionSyntax>? Batch = null, string? Read = null)
{
    /// <param name="site">The call.</param>
    /// <param name="call">The call's arguments and wrapper.</param>
    /// <param name="sources">The sources of the compilation.</param>
    /// <param name="isDropped">Nobody looks at the answer.</param>
    public static AnswerShape? Of(CallSite site, WrapperCall call, Sources sources, bool isDropped = false)
    {
        var facts = call.Facts;
        if (AnswerOf(site.Method.ReturnType) is not { } type)
            return facts.Judges ? null : new AnswerShape(IsSeen: false);
        return facts.Answer.Role switch
        {
            Role.Response when DocumentTypes.IsHttp(type) => new AnswerShape(IsSeen: true),
            Role.Text when type.SpecialType == SpecialType.System_String => new AnswerShape(IsSeen: true),
            Role.Document or Role.Result when DocumentTypes.Is(type) => new AnswerShape(IsSeen: true),
            Role.Typed when DocumentTypes.Is(type) && facts.Answer.Reading!.Type is ITypeParameterSymbol => new AnswerShape(IsSeen: true),
            Role.Typed when facts.Answer.Reading is { Type: ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } parameter } reading => Typed(site, type, parameter, reading, sources, isDropped),
            _ => null,
        };
    }

    static ITypeSymbol? AnswerOf(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Void } => null,
        INamedTypeSymbol { Name: "Task" or "ValueTask" } task => task.TypeArguments.FirstOrDefault(),
        _ => type,
    };

    static AnswerShape? Typed(CallSite site, ITypeSymbol type, ITypeParameterSymbol parameter, Reading reading, Sources sources, bool isDropped)
    {
        if (Called(site.Call) is not { } name
            || name.TypeArgumentList.Arguments.Count <= parameter.Ordinal || parameter.HasConstructorConstraint || parameter.HasValueTypeConstraint || parameter.ConstraintTypes.Length > 0)
            return null;
        var argument = name.TypeArgumentList.Arguments[parameter.Ordinal];
        var text = site.Names.TakeForLambda("json", "answer");
        var forgiving = site.Semantics.GetNullableContext(site.Call.SpanStart).WarningsEnabled() && type is { IsReferenceType: true, NullableAnnotation: not NullableAnnotation.Annotated } ? "!" : "";
        if (reading.Library == JsonLibrary.Newtonsoft)
        {
            // Newtonsoft.Json reads dates, and writes them again in another way, on the way from the batch to the answer.
            if (!isDropped && (reading.Options is not null || !NumberTypes.HoldsOnly(type)) || TypeText.Of("Newtonsoft.Json.Linq.JObject", site) is not { } any || TypeText.Of("Newtonsoft.Json.JsonConvert", site) is not { } convert)
                return null;
            return new AnswerShape(IsSeen: true, sent => Renamed(sent, parameter.Ordinal, any), $"{text} => {convert}.DeserializeObject<{argument}>({text}){forgiving}");
        }

        var document = TypeText.Of(parameter.HasReferenceTypeConstraint ? "System.Text.Json.Nodes.JsonNode" : "System.Text.Json.JsonElement", site);
        if (document is null || TypeText.Of("System.Text.Json.JsonSerializer", site) is not { } serializer || !OptionsText.Of(site, reading.Options, reading.Web, sources, out var options))
            return null;
        return new AnswerShape(IsSeen: true, sent => Renamed(sent, parameter.Ordinal, document), $"{text} => {serializer}.Deserialize<{argument}>({text}{options}){forgiving}");
    }

    /// <summary>The name that is called, with its type arguments; they may be generic themselves.</summary>
    static GenericNameSyntax? Called(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name as GenericNameSyntax,
        MemberBindingExpressionSyntax binding => binding.Name as GenericNameSyntax,
        var name => name as GenericNameSyntax,
    };

    static InvocationExpressionSyntax Renamed(InvocationExpressionSyntax sent, int ordinal, string document)
    {
        var argument = Called(sent)!.TypeArgumentList.Arguments[ordinal];
        return sent.ReplaceNode(argument, SyntaxFactory.ParseTypeName(document).WithTriviaFrom(argument));
    }
}
