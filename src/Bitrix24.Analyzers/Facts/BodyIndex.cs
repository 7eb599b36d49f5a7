using System.Collections.Concurrent;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Facts;

/// <summary>
/// What a member assigns, fills and declares, by name. It is made once for a member, so that a long one is walked once and
/// not once for each of its calls.
/// </summary>
sealed class BodyIndex
{
    static readonly HashSet<string> Fillers = new(["Add", "TryAdd", "Set", "AddOrUpdate", "AddRange", "Insert", "Push", "Enqueue"], StringComparer.Ordinal);

    readonly ILookup<string, AssignmentExpressionSyntax> _assignments;
    readonly ILookup<string, InvocationExpressionSyntax> _fills;
    readonly ILookup<string, SyntaxNode> _declarations;
    readonly ConcurrentDictionary<BlockSyntax, int> _firstExit = new();
    readonly ConcurrentDictionary<SyntaxNode, ResultFlow> _flows = new();

    BodyIndex(SyntaxNode member)
    {
        var nodes = member.DescendantNodes().ToList();
        _assignments = nodes.OfType<AssignmentExpressionSyntax>().Where(static a => SimpleName.Root(a.Left) is not null)
            .ToLookup(static a => SimpleName.Root(a.Left)!, StringComparer.Ordinal);
        _fills = nodes.OfType<InvocationExpressionSyntax>()
            .Where(static c => c.Expression is MemberAccessExpressionSyntax access && Fillers.Contains(access.Name.Identifier.ValueText) && SimpleName.Root(access.Expression) is not null)
            .ToLookup(static c => SimpleName.Root(((MemberAccessExpressionSyntax)c.Expression).Expression)!, StringComparer.Ordinal);
        _declarations = nodes.Select(static n => (Node: n, Name: Declared(n))).Where(static d => d.Name is not null)
            .ToLookup(static d => d.Name!, static d => d.Node, StringComparer.Ordinal);
    }

    public static BodyIndex Of(SyntaxNode member) => new(member);

    /// <summary>The member around a node, which is what an index is made of.</summary>
    public static SyntaxNode ScopeOf(SyntaxNode node)
    {
        SyntaxNode? member = node.FirstAncestorOrSelf<MemberDeclarationSyntax>(static m => m is not GlobalStatementSyntax);
        return member is null or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax ? node.SyntaxTree.GetRoot() : member;
    }

    static string? Declared(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax v => v.Identifier.ValueText,
        ForEachStatementSyntax each => each.Identifier.ValueText,
        SingleVariableDesignationSyntax d => d.Identifier.ValueText,
        ParameterSyntax p => p.Identifier.ValueText,
        _ => null,
    };

    public IEnumerable<AssignmentExpressionSyntax> Assignments(string name) => _assignments[name];

    public IEnumerable<InvocationExpressionSyntax> Fills(string name) => _fills[name];

    public IEnumerable<SyntaxNode> Declarations(string name) => _declarations[name];

    /// <summary>Where <paramref name="scope"/> assigns the holder or puts something into it, at or after <paramref name="position"/>; else null.</summary>
    public SyntaxNode? Filling(SyntaxNode scope, string holder, int position)
    {
        foreach (var assignment in _assignments[holder])
        {
            if (assignment.Span.End >= position && scope.Span.Contains(assignment.Span) && !Empties(assignment))
                return assignment;
        }

        foreach (var fill in _fills[holder])
        {
            if (fill.Span.End >= position && scope.Span.Contains(fill.Span))
                return fill;
        }

        return null;
    }

    /// <summary>A flag that is taken down, or what was kept thrown away.</summary>
    static bool Empties(AssignmentExpressionSyntax assignment) => assignment.Right.IsKind(SyntaxKind.FalseLiteralExpression) || assignment.Right.IsKind(SyntaxKind.NullLiteralExpression);

    public bool Changes(string name) => _assignments[name].Any() || _fills[name].Any();

    public bool Declares(SyntaxNode scope, string name)
    {
        foreach (var declaration in _declarations[name])
        {
            if (scope.Span.Contains(declaration.Span))
                return true;
        }

        return false;
    }

    public bool Declares(string name) => _declarations[name].Any();

    /// <summary>Whether some statement of the block before <paramref name="child"/> may leave the block early.</summary>
    public bool MayLeaveBefore(BlockSyntax block, SyntaxNode child) => _firstExit.GetOrAdd(block, FirstExit) < child.SpanStart;

    static int FirstExit(BlockSyntax block) => block.Statements.FirstOrDefault(MayLeave)?.SpanStart ?? int.MaxValue;

    static bool MayLeave(StatementSyntax statement) => statement switch
    {
        IfStatementSyntax branch => branch.DescendantNodes(static n => n is not AnonymousFunctionExpressionSyntax).Any(static n => n is ContinueStatementSyntax or BreakStatementSyntax or ReturnStatementSyntax),
        BlockSyntax block => block.Statements.Any(MayLeave),
        TryStatementSyntax attempt => MayLeave(attempt.Block) || attempt.Catches.Any(static c => c.Block.Statements.Any(static s => MayLeave(s) || OnePass.Leaves(s) && s is not ThrowStatementSyntax)),
        UsingStatementSyntax { Statement: var scope } => MayLeave(scope),
        LockStatementSyntax { Statement: var scope } => MayLeave(scope),
        _ => false,
    };

    public ResultFlow FlowIn(SyntaxNode loop) => _flows.GetOrAdd(loop, static l => new ResultFlow(l));
}
