using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Facts;

/// <summary>
/// Which names inside a loop depend on the result of a call, and whether they decide when the loop ends. A loop that its
/// own answers end is paging, waiting or retrying; it does not go over elements.
/// </summary>
sealed class ResultFlow
{
    /// <summary>Assignments chain; more rounds than this change nothing in any loop a person wrote.</summary>
    const int MaxRounds = 6;

    readonly List<(string Target, Mention Source)> _flows = [];
    readonly List<Mention> _exits = [];

    public ResultFlow(SyntaxNode loop)
    {
        foreach (var node in loop.DescendantNodes(static n => n is not LocalFunctionStatementSyntax))
        {
            switch (node)
            {
                case VariableDeclaratorSyntax { Initializer.Value: { } value } declarator:
                    _flows.Add((declarator.Identifier.ValueText, new Mention(value)));
                    break;
                case AssignmentExpressionSyntax assignment when SimpleName.Root(assignment.Left) is { } target:
                    _flows.Add((target, new Mention(assignment.Right)));
                    break;
                case ForEachStatementSyntax each:
                    _flows.Add((each.Identifier.ValueText, new Mention(each.Expression)));
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } invocation
                    when access.Name.Identifier.ValueText.StartsWith("Add", StringComparison.Ordinal) && SimpleName.Root(access.Expression) is { } holder:
                    _flows.Add((holder, new Mention(invocation.ArgumentList)));
                    break;
                case ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword } output when Written(output) is { } variable:
                    _flows.Add((variable, new Mention(output.Parent!.Parent!)));
                    break;
                case IfStatementSyntax branch when Leaves(branch, loop):
                    _exits.Add(new Mention(branch.Condition));
                    break;
            }
        }
    }

    static string? Written(ArgumentSyntax output) => output.Expression is DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax designation }
        ? designation.Identifier.ValueText
        : SimpleName.Root(output.Expression);

    /// <summary>Whether the result of <paramref name="call"/> reaches the loop's condition or a branch that leaves it.</summary>
    public bool Ends(ExpressionSyntax? condition, SyntaxNode call)
    {
        var names = NamesFrom(call);
        return (condition is not null && new Mention(condition).DependsOn(call, names)) || _exits.Any(e => e.DependsOn(call, names));
    }

    public bool Reaches(ExpressionSyntax expression, SyntaxNode call) => new Mention(expression).DependsOn(call, NamesFrom(call));

    HashSet<string> NamesFrom(SyntaxNode call)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 0; round < MaxRounds; round++)
        {
            var before = names.Count;
            foreach (var (target, source) in _flows)
            {
                if (source.DependsOn(call, names))
                    names.Add(target);
            }

            if (names.Count == before)
                break;
        }

        return names;
    }

    /// <summary>Whether a branch leaves the loop: by return or goto anywhere in it, or by a break that is the loop's own.</summary>
    public static bool Leaves(IfStatementSyntax branch, SyntaxNode loop) =>
        branch.DescendantNodes(static n => n is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax).Any(n => n switch
        {
            ReturnStatementSyntax or GotoStatementSyntax => true,
            BreakStatementSyntax => BreakTarget(n) == loop,
            _ => false,
        });

    public static SyntaxNode? BreakTarget(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(static n => n is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or SwitchStatementSyntax);

    /// <summary>A piece of syntax and the names in it.</summary>
    sealed class Mention(SyntaxNode node)
    {
        readonly HashSet<string> _names = new(node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(static i => i.Identifier.ValueText), StringComparer.Ordinal);

        public bool DependsOn(SyntaxNode call, HashSet<string> names) => node.Span.Contains(call.Span) || (names.Count > 0 && _names.Overlaps(names));
    }
}
