using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Symbols;

/// <summary>Fluent calls: <c>a.B().C().D()</c>.</summary>
static class CallChain
{
    /// <summary>The calls on the result of a call: <c>C</c> and <c>D</c> after <c>B</c>.</summary>
    public static IEnumerable<InvocationExpressionSyntax> After(InvocationExpressionSyntax call)
    {
        SyntaxNode node = call;
        while (node.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } access && access.Expression == node)
        {
            yield return next;
            node = next;
        }
    }
}
