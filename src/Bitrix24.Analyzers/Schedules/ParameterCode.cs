using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Summaries;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>
/// The code that makes the parameters of a call: its arguments, and by name the locals, constants and helpers beside it that
/// they are made of.
/// </summary>
sealed class ParameterCode
{
    /// <summary>A filter that is made of something that is made of something: more nobody writes.</summary>
    const int MaxSteps = 4;

    /// <summary>More pieces than this are not the parameters of one call.</summary>
    const int MaxPieces = 64;

    readonly Dictionary<SyntaxNode, BodyIndex> _indexes = [];

    /// <summary>The pieces of code for the call of a hop. Who sends by himself may have set up the request anywhere before.</summary>
    public IReadOnlyList<SyntaxNode> Of(Hop hop, bool sendsItself) => hop is not { Node: { } node, Member: { } member } ? []
        : sendsItself ? With([member], member, null)
        : node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call ? With([call.ArgumentList], member, call)
        : [];

    /// <summary>Pieces with those that they are made of; what comes of the call itself is no part of its parameters.</summary>
    public IReadOnlyList<SyntaxNode> With(IEnumerable<SyntaxNode> first, SyntaxNode member, SyntaxNode? call)
    {
        var (pieces, names) = (first.ToList(), new HashSet<string>(StringComparer.Ordinal));
        for (var (step, done) = (0, 0); step < MaxSteps && done < pieces.Count && pieces.Count < MaxPieces; step++)
        {
            var more = pieces.Skip(done).SelectMany(static p => p.DescendantNodesAndSelf()).OfType<SimpleNameSyntax>().Select(static n => n.Identifier.ValueText).Where(names.Add).ToList();
            done = pieces.Count;
            pieces.AddRange(more.SelectMany(name => Meant(name, member)).Where(p => !Asks(p) && !(call is not null && p.SyntaxTree == call.SyntaxTree && p.Span.Contains(call.Span)) && !pieces.Exists(other => other.SyntaxTree == p.SyntaxTree && (other.Span.Contains(p.Span) || p.Span.Contains(other.Span)))).ToList());
        }

        return pieces;
    }

    public BodyIndex IndexOf(SyntaxNode member)
    {
        if (!_indexes.TryGetValue(member, out var known))
            _indexes.Add(member, known = BodyIndex.Of(member));
        return known;
    }

    IEnumerable<SyntaxNode> Meant(string name, SyntaxNode member)
    {
        var index = IndexOf(member);
        var here = index.Declarations(name).OfType<VariableDeclaratorSyntax>().Select(static v => v.Initializer).OfType<SyntaxNode>().Concat(index.Assignments(name)).Concat(index.Fills(name)).ToList();
        return here.Count > 0 ? here : Beside(name, member);
    }

    static IEnumerable<SyntaxNode> Beside(string name, SyntaxNode member) => member.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Members.SelectMany(m => m switch
    {
        FieldDeclarationSyntax field => field.Declaration.Variables.Where(v => v.Identifier.ValueText == name).Select(static v => v.Initializer),
        PropertyDeclarationSyntax { ExpressionBody: { } body } property when property.Identifier.ValueText == name => [body],
        MethodDeclarationSyntax method when method.Identifier.ValueText == name && !IsTask(method.ReturnType) => [(SyntaxNode?)method.Body ?? method.ExpressionBody],
        _ => Enumerable.Empty<SyntaxNode?>(),
    }).OfType<SyntaxNode>() ?? [];

    /// <summary>What is waited for asks somebody; parameters are made.</summary>
    static bool Asks(SyntaxNode piece) => piece.DescendantNodesAndSelf().Any(static n => n is AwaitExpressionSyntax);

    static bool IsTask(TypeSyntax type) => SimpleName.Of(type) is "Task" or "ValueTask" or "void" || type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
}
