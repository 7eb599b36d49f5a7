using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Splitting;

/// <summary>A call of a helper, and what the loop does instead.</summary>
/// <param name="Call">The call.</param>
/// <param name="By">What stands in its place.</param>
/// <param name="Guarded">Its statement, where that is run under a condition now.</param>
sealed record MadeCall(InvocationExpressionSyntax Call, ExpressionSyntax By, GuardedStatement? Guarded)
{
    public IEnumerable<SyntaxNode> Nodes => Guarded is null ? [Call] : [Call, Guarded.Statement];

    /// <summary>The root, in which <see cref="Nodes"/> are tracked, after the replacement.</summary>
    public SyntaxNode Apply(SyntaxNode root)
    {
        root = root.ReplaceNode(root.GetCurrentNode(Call)!, By);
        return Guarded is null || root.GetCurrentNode(Guarded.Statement) is not { } statement ? root : root.ReplaceNode(statement, Guarded.Under(statement));
    }
}
