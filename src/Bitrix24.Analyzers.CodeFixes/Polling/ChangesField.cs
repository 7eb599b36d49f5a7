using Bitrix24.Analyzers.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>
/// What knows of changes, in a field. What a job that is made anew for each run knows is kept in a static one, which has no
/// client to read the offline queue with.
/// </summary>
static class ChangesField
{
    public static SyntaxNode? Apply(SyntaxNode root, SemanticModel semantics, PollPlan plan, PolledList list, string changed, ExpressionSyntax old, ExpressionSyntax added, string create, string way)
    {
        if (plan.Round.Whole is not MethodDeclarationSyntax { Parent: TypeDeclarationSyntax { Members: var members } type } || type is InterfaceDeclarationSyntax || semantics.GetDeclaredSymbol(type) is not { } symbol)
            return null;
        var isStatic = plan.Round.Home == Home.StaticField;
        var needsObject = way == FixPayload.Offline;
        if (isStatic && needsObject)
            return null;
        var field = NameFor(list.Row + "Changes", type, symbol);
        var (edited, whole) = new PollRewrite(plan, field, changed).Apply(root, old, added, needsObject ? $"{field} ??= {create}" : null, type);
        var current = (TypeDeclarationSyntax)whole;
        var nullable = needsObject && semantics.GetNullableContext(type.SpanStart).AnnotationsEnabled() ? "?" : "";
        var declaration = needsObject ? $"private Bitrix24Changes{nullable} {field};" : $"private {(isStatic ? "static " : "")}readonly Bitrix24Changes {field} = {create};";
        return edited.ReplaceNode(current, current.WithMembers(Inserted(current.Members, declaration, Layout.At(members[0]))));
    }

    static string NameFor(string wanted, TypeDeclarationSyntax type, INamedTypeSymbol symbol)
    {
        var underscored = type.Members.OfType<FieldDeclarationSyntax>().SelectMany(static f => f.Declaration.Variables).Any(static v => v.Identifier.ValueText.StartsWith("_", StringComparison.Ordinal));
        var name = underscored ? "_" + wanted : wanted;
        var taken = new HashSet<string>(symbol.MemberNames.Concat(type.DescendantTokens().Where(static t => t.IsKind(SyntaxKind.IdentifierToken)).Select(static t => t.ValueText)), StringComparer.Ordinal);
        return Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? name : name + n.ToString(System.Globalization.CultureInfo.InvariantCulture)).First(n => !taken.Contains(n));
    }

    /// <summary>Behind the fields that are there, or ahead of everything.</summary>
    static SyntaxList<MemberDeclarationSyntax> Inserted(SyntaxList<MemberDeclarationSyntax> members, string code, Layout layout)
    {
        var field = SyntaxFactory.ParseMemberDeclaration(code)!.WithLeadingTrivia(SyntaxFactory.Whitespace(layout.Indentation(0))).WithTrailingTrivia(SyntaxFactory.EndOfLine(layout.NewLine));
        var last = members.LastIndexOf(static m => m is FieldDeclarationSyntax);
        if (last >= 0)
            return members.Insert(last + 1, field);
        return members.Insert(0, field.WithTrailingTrivia(SyntaxFactory.EndOfLine(layout.NewLine), SyntaxFactory.EndOfLine(layout.NewLine)));
    }
}
