using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Recognition;

/// <summary>
/// Bitrix24.Connector: <c>connector.RequestHandler.ExecuteAsync&lt;T&gt;("crm.deal.get", query)</c>, and queries over
/// <c>client.Crm.Contacts</c> that end in <c>FirstOrDefaultAsync</c>, <c>ToListAsync</c> and the like.
/// </summary>
sealed class Bitrix24ConnectorSdk : IKnownClient
{
    static readonly Dictionary<string, string> Verbs = new(StringComparer.Ordinal)
    {
        ["FirstOrDefaultAsync"] = "list",
        ["FirstAsync"] = "list",
        ["ToListAsync"] = "list",
        ["GetAsync"] = "get",
        ["AddAsync"] = "add",
        ["UpdateAsync"] = "update",
        ["DeleteAsync"] = "delete",
    };

    public string Namespace => "Bitrix24.Connector";

    public bool MayBe(string name) => name is "ExecuteAsync" or "Execute" || Verbs.ContainsKey(name);

    public KnownCall? Recognise(InvocationExpressionSyntax call, IMethodSymbol method, TextFolder folder)
    {
        if (method.Name is "ExecuteAsync" or "Execute")
            {
            var definition = method.ReducedFrom ?? method;
            var text = definition.Parameters.FirstOrDefault(static p => p.Type.SpecialType == SpecialType.System_String);
            return text is null ? null : new KnownCall(folder.Fold(Arguments.At(call, method, text.Ordinal)), text.Ordinal);
        }

        for (var receiver = Arguments.Receiver(call); receiver is not null; receiver = (receiver as InvocationExpressionSyntax)?.Expression ?? (receiver as MemberAccessExpressionSyntax)?.Expression)
        {
            if (receiver is MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax or IdentifierNameSyntax } access && SimpleName.Of(access.Expression) == "Crm")
                return new KnownCall(Text.Literal($"crm.{Singular(access.Name.Identifier.ValueText)}.{Verbs[method.Name]}"), -1);
        }

        return null;
    }

    static string Singular(string container) => container switch
    {
        "Companies" => "company",
        "Activities" => "activity",
        _ => container.TrimEnd('s').ToLowerInvariant(),
    };
}
