using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Recognition;

/// <summary>A call of a known client: the REST method, and the parameter that carries it if one does.</summary>
sealed record KnownCall(Text Target, int MethodOrdinal);

/// <summary>Recognises one SDK by its symbols.</summary>
interface IKnownClient
{
    /// <summary>The root namespace of the SDK.</summary>
    string Namespace { get; }

    bool MayBe(string name);

    KnownCall? Recognise(InvocationExpressionSyntax call, IMethodSymbol method, TextFolder folder);
}

/// <summary>The SDKs that are present in a compilation. To support another one: its file, and a line here.</summary>
sealed class KnownClients
{
    static readonly IKnownClient[] All = [new Bitrix24RestApiClientSdk(), new Bitrix24ConnectorSdk(), new AInqBitrix24Sdk()];

    readonly IKnownClient[] _present;

    public KnownClients(Compilation compilation) => _present = [.. All.Where(c => Exists(compilation.GlobalNamespace, c.Namespace))];

    static bool Exists(INamespaceSymbol root, string name)
    {
        INamespaceSymbol? current = root;
        foreach (var part in name.Split('.'))
        {
            current = current.GetNamespaceMembers().FirstOrDefault(n => n.Name == part);
            if (current is null)
                return false;
        }

        return true;
    }

    public bool MayBe(string name)
    {
        foreach (var client in _present)
        {
            if (client.MayBe(name))
                return true;
        }

        return false;
    }

    public KnownCall? Recognise(InvocationExpressionSyntax call, IMethodSymbol method, TextFolder folder)
    {
        foreach (var client in _present)
        {
            if (client.MayBe(method.Name) && IsIn((method.ReducedFrom ?? method).ContainingType, client.Namespace))
                return client.Recognise(call, method, folder);
        }

        return null;
    }

    static bool IsIn(INamedTypeSymbol? type, string root)
    {
        var ns = type?.ContainingNamespace?.ToDisplayString() ?? "";
        return ns == root || ns.StartsWith(root + ".", StringComparison.Ordinal);
    }
}
