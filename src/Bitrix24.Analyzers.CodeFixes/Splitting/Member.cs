using Bitrix24.Analyzers.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Splitting;

/// <summary>New members beside a helper, as code.</summary>
static class Member
{
    /// <summary>A member that stands behind another, an empty line between them.</summary>
    public static MemberDeclarationSyntax Behind(string code, Layout layout) => SyntaxFactory.ParseMemberDeclaration(code)!
        .WithLeadingTrivia(SyntaxFactory.EndOfLine(layout.NewLine), SyntaxFactory.Whitespace(layout.Indentation(0)))
        .WithTrailingTrivia(SyntaxFactory.EndOfLine(layout.NewLine));

    /// <summary>Whether the class has the member already; null where something else has its name.</summary>
    public static bool? IsThere(INamedTypeSymbol type, string name, MemberDeclarationSyntax member)
    {
        var there = type.GetMembers(name);
        return there.Length == 0 ? false
            : there.Any(m => m is IMethodSymbol { DeclaringSyntaxReferences: [var reference] } && SyntaxFactory.AreEquivalent(reference.GetSyntax().NormalizeWhitespace(), member.NormalizeWhitespace())) ? true : null;
    }

    public static string ParameterList(CallingMethod helper) => string.Join(", ", helper.Declaration.ParameterList.Parameters.Select(static p => p.WithoutTrivia().ToString()));

    public static string ArgumentList(CallingMethod helper) => string.Join(", ", helper.Declaration.ParameterList.Parameters.Select(static p => p.Identifier.Text));

    /// <summary>The function that makes the parameters of the REST call: its slice and the argument.</summary>
    public static MemberDeclarationSyntax Parameters(CallingMethod helper, IEnumerable<StatementSyntax> slice, string type, Layout layout)
    {
        var head = $"{helper.Modifiers} {type} {helper.ParametersName}({ParameterList(helper)})";
        var value = helper.Parameters!.Expression;
        var lines = slice.Select(s => Lines(s, layout)).ToList();
        return lines.Count == 0
            ? Behind($"{head} => {layout.Code(value, 0)};", layout)
            : Behind($"{head}{layout.Break(0)}{{{string.Concat(lines.Append($"return {layout.Code(value, 1)};").Select(l => layout.Break(1) + l))}{layout.Break(0)}}}", layout);
    }

    static string Lines(StatementSyntax statement, Layout layout)
    {
        var comments = statement.GetLeadingTrivia().Where(Comments.Is).Select(c => c.ToString() + layout.Break(1));
        return string.Concat(comments) + layout.Code(statement, 1) + string.Concat(statement.GetTrailingTrivia().Where(Comments.Is).Select(static c => " " + c));
    }
}
