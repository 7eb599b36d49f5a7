using Bitrix24.Analyzers.Polling;
using Bitrix24.Analyzers.Recognition;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Outline;

/// <summary>Reads one member: its identifiers, those inside something that may repeat, and signs of Bitrix24 in its literals.</summary>
sealed class BodyReader
{
    readonly HashSet<NameUse> _names = [];
    readonly HashSet<NameUse> _repeated = [];
    Signs _signs;
    bool _namesEvent;

    public static bool HasCode(SyntaxNode member) => member switch
    {
        BaseMethodDeclarationSyntax m => m.Body is not null || m.ExpressionBody is not null,
        PropertyDeclarationSyntax p => p.ExpressionBody is not null || HasCode(p.AccessorList),
        IndexerDeclarationSyntax i => i.ExpressionBody is not null || HasCode(i.AccessorList),
        EventDeclarationSyntax e => HasCode(e.AccessorList),
        _ => false,
    };

    static bool HasCode(AccessorListSyntax? list) => list is not null && list.Accessors.Any(static a => a.Body is not null || a.ExpressionBody is not null);

    /// <summary>Whether an attribute gives a REST method, as those of an HTTP interface do.</summary>
    public static bool NamesMethod(SyntaxList<AttributeListSyntax> attributes) =>
        attributes.Any(static list => list.DescendantTokens().Any(static t => t.IsKind(SyntaxKind.StringLiteralToken) && RestIdentifier.NamesMethod(t.ValueText)));

    public OutlinedBody Read(SyntaxNode member, string name, Arity arity, Signs inherited)
    {
        _signs = inherited;
        Walk(member);
        return new OutlinedBody(member, name, arity, [.. _names], [.. _repeated], _signs, _namesEvent);
    }

    void Walk(SyntaxNode member)
    {
        var pending = new Stack<(SyntaxNode Node, bool Repeated)>();
        pending.Push((member, false));
        while (pending.Count > 0)
        {
            var (node, repeated) = pending.Pop();
            foreach (var child in node.ChildNodesAndTokens())
            {
                if (child.IsToken)
                {
                    ReadToken(child.AsToken(), node, repeated);
                    continue;
                }

                var inner = child.AsNode()!;
                if (inner is TypeDeclarationSyntax or AttributeListSyntax or BaseNamespaceDeclarationSyntax || (member is CompilationUnitSyntax && inner is UsingDirectiveSyntax))
                    continue;
                pending.Push((inner, repeated || Repeats(inner)));
            }
        }
    }

    /// <summary>Loops, queries, and calls that are given code to run: a lambda, or a bare name that may be a method.</summary>
    static bool Repeats(SyntaxNode node) => node switch
    {
        CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or QueryExpressionSyntax => true,
        AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax or EqualsValueClauseSyntax } => true,
        ArgumentSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or IdentifierNameSyntax } } => true,
        _ => false,
    };

    void ReadToken(SyntaxToken token, SyntaxNode parent, bool repeated)
    {
        _namesEvent = _namesEvent || (token.IsKind(SyntaxKind.StringLiteralToken) && EventHandling.IsEvent(token.ValueText));
        switch (token.Kind())
        {
            case SyntaxKind.IdentifierToken when parent is SimpleNameSyntax:
                var use = new NameUse(token.ValueText, CallArguments.Of(parent));
                if (_names.Add(use) && (_signs & Signs.Evidence) == Signs.None && BitrixNames.Mentions(use.Name))
                    _signs |= Signs.Evidence;
                if (repeated)
                    _repeated.Add(use);
                break;
            case SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
                when (_signs & Signs.Evidence) == Signs.None:
                if (token.ValueText is { Length: > 3 } text && (text.IndexOf("/rest/", StringComparison.OrdinalIgnoreCase) >= 0 || BitrixNames.Mentions(text) || RestIdentifier.NamesMethod(text)))
                    _signs |= Signs.Evidence;
                break;
        }
    }
}
