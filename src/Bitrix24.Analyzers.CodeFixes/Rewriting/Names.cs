using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Rewriting;

/// <summary>Names for new variables that mean nothing else in the member around them.</summary>
sealed class Names
{
    readonly HashSet<string> _taken;

    public Names(SyntaxNode place)
    {
        var member = (SyntaxNode?)place.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault(static m => m is not GlobalStatementSyntax and not BaseNamespaceDeclarationSyntax)
            ?? place.SyntaxTree.GetRoot();
        _taken = new HashSet<string>(
            member.DescendantTokens().Where(static t => t.IsKind(SyntaxKind.IdentifierToken) && t.Parent is not MemberAccessExpressionSyntax && !IsSelected(t)).Select(static t => t.ValueText),
            StringComparer.Ordinal);
    }

    /// <summary>The first of the names that is free, or the last of them with a number.</summary>
    public string Take(params string[] wanted)
    {
        var name = wanted.FirstOrDefault(w => !_taken.Contains(w));
        for (var number = 2; name is null; number++)
        {
            var numbered = wanted[wanted.Length - 1] + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            name = _taken.Contains(numbered) ? null : numbered;
        }

        _taken.Add(name);
        return name;
    }

    /// <summary>A name behind a dot, or of an argument or of a property of an anonymous object, which no variable can hide.</summary>
    static bool IsSelected(SyntaxToken token) => token.Parent is IdentifierNameSyntax name
        && (name.Parent is MemberAccessExpressionSyntax access && access.Name == name || name.Parent is NameColonSyntax or NameEqualsSyntax or MemberBindingExpressionSyntax);
}
