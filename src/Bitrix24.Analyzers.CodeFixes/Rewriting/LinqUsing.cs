using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Rewriting;

/// <summary>The using directive that queries need.</summary>
static class LinqUsing
{
    const string Namespace = "System.Linq";

    public static bool IsThere(SemanticModel semantics, int position) =>
        semantics.LookupNamespacesAndTypes(position, name: "Enumerable").Any(static type => type.ContainingNamespace?.ToDisplayString() == Namespace);

    public static SyntaxNode AddTo(SyntaxNode root, string newLine)
    {
        if (root is not CompilationUnitSyntax unit)
            return root;
        var inner = unit.Members is [BaseNamespaceDeclarationSyntax { Usings.Count: > 0 } only] && unit.Usings.Count == 0 ? only : null;
        var usings = inner?.Usings ?? unit.Usings;
        var directive = SyntaxFactory.ParseCompilationUnit($"using {Namespace};{newLine}").Usings[0];
        if (usings.Count == 0)
            return WithFirst(unit, directive, newLine);

        var index = usings.TakeWhile(IsBefore).Count();
        var changed = index == 0
            ? usings.RemoveAt(0).InsertRange(0, [directive.WithLeadingTrivia(usings[0].GetLeadingTrivia()), usings[0].WithLeadingTrivia(IndentationOf(usings[0]))])
            : usings.Insert(index, directive.WithLeadingTrivia(IndentationOf(usings[index - 1])));
        return inner is null ? unit.WithUsings(changed) : unit.ReplaceNode(inner, inner.WithUsings(changed));
    }

    static SyntaxNode WithFirst(CompilationUnitSyntax unit, UsingDirectiveSyntax directive, string newLine)
    {
        var first = unit.GetFirstToken(includeZeroWidth: true);
        var bare = unit.ReplaceToken(first, first.WithLeadingTrivia());
        var header = first.LeadingTrivia;
        var attached = header.Reverse().TakeWhile(static t => t.Kind() is not SyntaxKind.EndOfLineTrivia || true).Any(static t => t.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia));
        return attached
            ? bare.ReplaceToken(bare.GetFirstToken(), bare.GetFirstToken().WithLeadingTrivia(header)).WithUsings(SyntaxFactory.SingletonList(directive.WithTrailingTrivia(SyntaxFactory.EndOfLine(newLine), SyntaxFactory.EndOfLine(newLine))))
            : bare.WithUsings(SyntaxFactory.SingletonList(directive.WithLeadingTrivia(header).WithTrailingTrivia(SyntaxFactory.EndOfLine(newLine), SyntaxFactory.EndOfLine(newLine))));
    }

    static bool IsBefore(UsingDirectiveSyntax directive) => directive.Alias is null && directive.StaticKeyword.IsKind(SyntaxKind.None)
        && directive.Name?.ToString() is { } name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal) && string.CompareOrdinal(name, Namespace) < 0
            || directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword));

    static SyntaxTriviaList IndentationOf(UsingDirectiveSyntax directive) => SyntaxFactory.TriviaList(directive.GetLeadingTrivia().Reverse().TakeWhile(static t => t.IsKind(SyntaxKind.WhitespaceTrivia)));
}
