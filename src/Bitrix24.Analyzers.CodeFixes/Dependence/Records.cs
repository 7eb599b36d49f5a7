using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>Lines of a log: the program does not work with them, so a few more of them, or a little later, change nothing.</summary>
static class Records
{
    static readonly HashSet<string> Levels = new(StringComparer.Ordinal)
    {
        "Trace", "Debug", "Verbose", "Info", "Information", "Warn", "Warning", "Error", "Fatal", "Critical",
        "TraceFormat", "DebugFormat", "InfoFormat", "WarnFormat", "ErrorFormat", "FatalFormat",
        "LogTrace", "LogDebug", "LogInformation", "LogWarning", "LogError", "LogCritical",
    };

    public static bool IsLine(IMethodSymbol method)
    {
        var definition = method.ReducedFrom ?? method;
        var type = definition.IsExtensionMethod ? definition.Parameters[0].Type : definition.ContainingType;
        return definition.ReturnsVoid && type is not null && (IsDiagnostics(type) || IsLogger(type.Name) && Levels.Contains(definition.Name));
    }

    /// <summary><c>Log</c> or <c>Logger</c>, as a word at the end of the name.</summary>
    static bool IsLogger(string name)
    {
        foreach (var word in (string[])["Log", "Logger"])
        {
            if (name.EndsWith(word, StringComparison.Ordinal) && (name.Length == word.Length || name == "I" + word || !char.IsUpper(name[name.Length - word.Length - 1])))
                return true;
        }

        return false;
    }

    static bool IsDiagnostics(ITypeSymbol type) => type.Name is "Debug" or "Trace" && type.ContainingNamespace.ToDisplayString() == "System.Diagnostics";
}
