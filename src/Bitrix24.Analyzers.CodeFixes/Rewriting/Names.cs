using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Rewriting;

/// <summary>Names for new variables that mean nothing else in the member around them.</summary>
sealed class Names
{
    readonly HashSet<string> _taken;
    readonly HashSet<string> _takenOutside;

    public Names(SyntaxNode place)
    {
        var member = (SyntaxNode?)place.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().FirstOrDefault(static m => m is not GlobalStatementSyntax and not BaseNamespaceDeclarationSyntax)
            ?? place.SyntaxTree.GetRoot();
        _taken = Identifiers(member, static _ => true);
        _takenOutside = Identifiers(member, n => n is not AnonymousFunctionExpressionSyntax || n.Span.Contains(place.Span) || place.Span.Contains(n.Span));
    }

    public bool IsFree(string name) => !_taken.Contains(name);

    /// <summary>The first of the names that is free, or the last of them with a number.</summary>
    public string Take(params string[] wanted) => Take(_taken, wanted);

    /// <summary>As <see cref="Take(string[])"/> for a parameter of a lambda: names inside of other lambdas do not matter to it.</summary>
    public string TakeForLambda(params string[] wanted) => Take(_takenOutside, wanted);

    string Take(HashSet<string> taken, string[] wanted)
    {
        var name = wanted.FirstOrDefault(w => !taken.Contains(w));
        for (var number = 2; name is null; number++)
        {
            var numbered = wanted[wanted.Length - 1] + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            name = taken.Contains(numbered) ? null : numbered;
        }

        _taken.Add(name);
        _takenOutside.Add(name);
        return name;
    }

    static HashSet<string> Identifiers(SyntaxNode member, Func<SyntaxNode, bool> enters) => new(
        member.DescendantTokens(enters).Where(static t => t.IsKind(SyntaxKind.IdentifierToken) && !IsSelected(t)).Select(static t => t.ValueText), StringComparer.Ordinal);

    /// <summary>A name behind a dot, or of an argument or of a property of an anonymous object, which no variable can hide.</summary>
    static bool IsSelected(SyntaxToken token) => token.Parent is IdentifierNameSyntax name
        && (name.Parent is MemberAccessExpressionSyntax access && access.Name == name || name.Parent is NameColonSyntax or NameEqualsSyntax or MemberBindingExpressionSyntax);
}
