using Bitrix24.Analyzers.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Helpers;

/// <summary>New members beside a helper, as code.</summary>
static class Member
{
    /// <summary>A member that stands behind another, an empty line between them.</summary>
    public static MemberDeclarationSyntax Behind(string code, Layout layout) => SyntaxFactory.ParseMemberDeclaration(code)!
        .WithLeadingTrivia(SyntaxFactory.EndOfLine(layout.NewLine), SyntaxFactory.Whitespace(layout.Indentation(0)))
        .WithTrailingTrivia(SyntaxFactory.EndOfLine(layout.NewLine));

    public static string ParameterList(HelperMethod helper) => string.Join(", ", helper.Declaration.ParameterList.Parameters.Select(static p => p.WithoutTrivia().ToString()));

    public static string ArgumentList(HelperMethod helper) => string.Join(", ", helper.Declaration.ParameterList.Parameters.Select(static p => p.Identifier.Text));

    /// <summary>The function that makes the parameters of the REST call: its slice and the argument.</summary>
    public static MemberDeclarationSyntax Parameters(HelperMethod helper, IEnumerable<StatementSyntax> slice, string type, Layout layout)
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
