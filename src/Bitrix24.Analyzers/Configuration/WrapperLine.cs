using System.Diagnostics.CodeAnalysis;
using Bitrix24.LoadModel;
using Microsoft.CodeAnalysis.CSharp;

namespace Bitrix24.Analyzers.Configuration;

/// <summary>Reads one line of a wrapper list.</summary>
static class WrapperLine
{
    public static bool TryRead(string line, [NotNullWhen(true)] out ConfiguredWrapper? wrapper, out string reason)
    {
        wrapper = null;
        reason = "";
        var name = line;
        string? parameter = null, restMethod = null;
        var equals = line.IndexOf('=');
        var open = line.IndexOf('(');
        if (equals >= 0)
        {
            name = line.Substring(0, equals).Trim();
            restMethod = line.Substring(equals + 1).Trim();
            if (!RestCatalogue.Default.TryFind(restMethod, out _) && !RestCatalogue.Default.TryGuess(restMethod, out _))
            {
                reason = "the text after '=' is not a REST method";
                return false;
            }
        }
        else if (open >= 0)
        {
            if (!line.EndsWith(")", StringComparison.Ordinal))
            {
                reason = "')' is missing at the end";
                return false;
            }

            name = line.Substring(0, open).Trim();
            parameter = line.Substring(open + 1, line.Length - open - 2).Trim();
            if (!IsIndex(parameter) && !SyntaxFacts.IsValidIdentifier(parameter))
            {
                reason = "between the parentheses must stand the name or the index of one parameter";
                return false;
            }
        }
        else
        {
            reason = "it must end in '(parameter)' or '= rest.method'";
            return false;
        }

        var dot = name.LastIndexOf('.');
        if (dot <= 0 || !name.Split('.').All(static part => SyntaxFacts.IsValidIdentifier(part)))
        {
            reason = "it must begin with 'Namespace.Type.Method'";
            return false;
        }

        wrapper = new ConfiguredWrapper(name.Substring(0, dot), name.Substring(dot + 1), parameter, restMethod);
        return true;
    }

    static bool IsIndex(string text) => text.Length is > 0 and < 3 && text.All(char.IsDigit);
}
