using System.Collections.Immutable;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Recognition;

/// <summary>
/// Bitrix24RestApiClient: <c>bitrix24.Crm.Deals.Update(id, …)</c>, and below it <c>SendPostRequest(EntryPointPrefix, EntityMethod, args)</c>.
/// The entity is in the containers on the way, which are in <c>Bitrix24RestApiClient.tsv</c>.
/// </summary>
sealed class Bitrix24RestApiClientSdk : IKnownClient
{
    static readonly ImmutableDictionary<string, string> Entities = EmbeddedTable.Rows("Bitrix24RestApiClient.tsv")
        .ToImmutableDictionary(static row => row[0], static row => row[1], StringComparer.Ordinal);

    static readonly HashSet<string> Verbs = new(["Add", "Update", "Delete", "Get", "List", "First", "Fields", "Search", "Set"], StringComparer.Ordinal);

    /// <summary>Strategies that page or batch by themselves.</summary>
    static readonly HashSet<string> Batches = new(["ListAll", "GetByIds", "ByIds"], StringComparer.Ordinal);

    public string Namespace => "Bitrix24RestApiClient";

    public bool MayBe(string name) => name == "SendPostRequest" || Verbs.Contains(name) || Batches.Contains(name);

    public KnownCall? Recognise(InvocationExpressionSyntax call, IMethodSymbol method, TextFolder folder)
    {
        if (method.Name == "SendPostRequest")
            return call.ArgumentList.Arguments is [var prefix, var verb, ..] ? new KnownCall(PrefixOf(prefix.Expression, folder) + Text.Literal(".") + VerbOf(verb.Expression, folder), -1) : null;
        var isBatch = Batches.Contains(method.Name);
        var path = ContainersOf(Arguments.Receiver(call));
        if (!isBatch && (!Verbs.Contains(method.Name) || path.Length == 0))
            return null;
        var entity = path.Length == 0 ? "crm" : EntityOf(path);
        return new KnownCall(isBatch ? Text.Literal("batch") : Text.Literal(entity + "." + (method.Name == "First" ? "list" : method.Name.ToLowerInvariant())), -1);
    }

    static Text PrefixOf(ExpressionSyntax prefix, TextFolder folder) =>
        folder.Fold(prefix) is { IsUnknown: false } text ? text
        : SimpleName.Of(prefix) is { } name && Entities.TryGetValue("EntryPointPrefix." + name, out var entity) ? Text.Literal(entity)
        : folder.Fold(prefix);

    static Text VerbOf(ExpressionSyntax verb, TextFolder folder) =>
        folder.Fold(verb) is { IsUnknown: false } text ? text
        : SimpleName.Of(verb) is { } name ? Text.Literal(name.ToLowerInvariant())
        : Text.Unknown;

    static string[] ContainersOf(ExpressionSyntax? receiver)
    {
        var names = new List<string>();
        while (receiver is not null && SimpleName.Of(receiver) is { } name)
        {
            names.Insert(0, name);
            receiver = receiver switch
            {
                MemberAccessExpressionSyntax access => access.Expression,
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Expression,
                _ => null,
            };
        }

        return [.. names];
    }

    static string EntityOf(string[] path)
    {
        for (var i = path.Length - 1; i >= 0; i--)
        {
            if (i > 0 && Entities.TryGetValue(path[i - 1] + "." + path[i], out var nested))
                return nested;
            if (Entities.TryGetValue(path[i], out var single) || Entities.TryGetValue("Crm." + path[i], out single))
                return single;
        }

        return "crm.item";
    }
}
