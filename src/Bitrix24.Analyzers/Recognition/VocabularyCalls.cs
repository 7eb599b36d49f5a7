using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.Recognition;

/// <summary>Calls whose body is not in source, which a REST method is given to: their name or return type must say that they send.</summary>
static class VocabularyCalls
{
    static readonly string[] Verbs = ["Call", "Send", "Post", "Get", "Put", "Request", "Execute", "Invoke", "Query", "Fetch", "Retrieve", "Create", "Update", "Delete", "Add", "List", "Run", "Do"];

    static readonly string[] Strong = ["Call", "Send", "Post", "Request", "Execute", "Invoke", "Fetch", "Retrieve", "Do"];

    public static bool NameSends(string name)
    {
        foreach (var verb in Verbs)
        {
            if (name.StartsWith(verb, StringComparison.Ordinal) && (name.Length == verb.Length || char.IsUpper(name[verb.Length])))
                return name.EndsWith("Async", StringComparison.Ordinal) || Array.IndexOf(Strong, verb) >= 0;
        }

        return false;
    }

    /// <summary>A method of the framework or of a logger never takes a REST method in order to send it.</summary>
    public static bool Sends(IMethodSymbol method)
    {
        var assembly = method.ContainingAssembly?.Name ?? "";
        if (assembly.StartsWith("System.", StringComparison.Ordinal) || assembly is "mscorlib" or "netstandard" or "System" || assembly.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
            || assembly.StartsWith("Newtonsoft.", StringComparison.Ordinal))
            return false;
        return NameSends(method.Name);
    }
}
