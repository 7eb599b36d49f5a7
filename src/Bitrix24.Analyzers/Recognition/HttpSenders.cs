using System.Collections.Immutable;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Recognition;

/// <summary>The members of HTTP clients that send a request; the list is <c>Senders.tsv</c>.</summary>
static class HttpSenders
{
    static readonly string[] AddressParameters = ["requestUri", "uri", "url", "address", "request", "resource", "requestMessage"];

    static readonly ImmutableDictionary<string, ImmutableArray<string>> Members = EmbeddedTable.Rows("Senders.tsv")
        .ToImmutableDictionary(static row => row[0], static row => row[1].Split(' ').ToImmutableArray(), StringComparer.Ordinal);

    static readonly string[] AsyncPrefixes = ["Get", "Post", "Put", "Delete", "Patch", "Send", "Execute", "Download", "Upload", "Open"];

    static readonly string[] SyncPrefixes = ["GetResponse", "Download", "Upload", "OpenRead", "OpenWrite", "Execute", "PostJson", "PostString", "PostUrlEncoded"];

    /// <summary>Whether a member of this name may send, without asking whose it is. <c>Get</c> alone says something only beside RestSharp.</summary>
    public static bool MayBe(string name, bool besideRestSharp) => name is "Post" or "Send" or "Patch"
        || (besideRestSharp && name is ("Get" or "Put" or "Delete"))
        || StartsWithAny(name, SyncPrefixes)
        || (name.EndsWith("Async", StringComparison.Ordinal) && StartsWithAny(name, AsyncPrefixes));

    static bool StartsWithAny(string name, string[] prefixes)
    {
        foreach (var prefix in prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    public static bool IsSender(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        for (var type = definition.ContainingType; type is not null; type = type.BaseType)
        {
            if (Members.TryGetValue(FullName(type), out var patterns))
                return patterns.Any(p => p == "*" || (p.EndsWith("*", StringComparison.Ordinal) ? definition.Name.StartsWith(p.TrimEnd('*'), StringComparison.Ordinal) : p == definition.Name));
        }

        return false;
    }

    /// <summary>The expression that holds the address: the argument for it, else the receiver.</summary>
    public static ExpressionSyntax? Address(InvocationExpressionSyntax call, IMethodSymbol method)
    {
        var definition = method.ReducedFrom ?? method;
        foreach (var parameter in definition.Parameters)
        {
            if (Array.IndexOf(AddressParameters, parameter.Name) >= 0)
                return Arguments.At(call, method, parameter.Ordinal);
        }

        return Arguments.Receiver(call);
    }

    /// <summary>The path of a Refit interface method, as in <c>[Post("/crm.item.update")]</c>, or null.</summary>
    public static string? RefitPath(IMethodSymbol method)
    {
        if (method.ContainingType is not { TypeKind: TypeKind.Interface })
            return null;
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is { ContainingNamespace.Name: "Refit", BaseType.Name: "HttpMethodAttribute" } && attribute.ConstructorArguments is [{ Value: string path }, ..])
                return path;
        }

        return null;
    }

    static string FullName(INamedTypeSymbol type) => type.ContainingNamespace is { IsGlobalNamespace: false } ns
        ? ns.ToDisplayString() + "." + type.MetadataName
        : type.MetadataName;
}
