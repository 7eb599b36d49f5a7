using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Outline;

/// <summary>With how many arguments a name is called where it stands.</summary>
static class CallArguments
{
    public static int Of(SyntaxNode name)
    {
        var node = name;
        while (node.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax
            || (node.Parent is MemberAccessExpressionSyntax access && access.Name == node) || node.Parent is MemberBindingExpressionSyntax)
            node = node.Parent;
        return node.Parent switch
        {
            InvocationExpressionSyntax invocation when invocation.Expression == node => invocation.ArgumentList.Arguments.Count,
            ObjectCreationExpressionSyntax creation when creation.Type == node => creation.ArgumentList?.Arguments.Count ?? 0,
            _ => NameUse.NotCalled,
        };
    }
}
