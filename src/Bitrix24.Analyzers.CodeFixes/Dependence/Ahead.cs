using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>What runs ahead of some code, as it is written.</summary>
static class Ahead
{
    /// <param name="code">The code.</param>
    /// <param name="isWhole">What is not looked out of.</param>
    public static IEnumerable<SyntaxNode> Of(SyntaxNode code, Func<SyntaxNode, bool> isWhole)
    {
        for (var child = code; !isWhole(child) && child.Parent is { } parent; child = parent)
        {
            // The other branch does not run.
            var siblings = parent is IfStatementSyntax { Condition: var condition } ? [condition] : parent.ChildNodes();
            foreach (var sibling in siblings.TakeWhile(n => n != child))
                yield return sibling;
        }
    }
}
