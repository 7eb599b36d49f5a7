using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Recognition;

/// <summary>The <c>BaseAddress</c> that a type gives to its HTTP client, in front of a relative address.</summary>
static class BaseAddress
{
    public static Text Before(InvocationExpressionSyntax send, Text address, TextFolder folder)
    {
        if (address.Parts is not [{ Kind: TextPartKind.Literal, Value: var start }, ..] || start.IndexOf("://", StringComparison.Ordinal) >= 0
            || send.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
            return address;
        foreach (var assignment in type.DescendantNodes().OfType<AssignmentExpressionSyntax>())
        {
            if (SimpleName.Of(assignment.Left) == "BaseAddress")
                return folder.Fold(assignment.Right) + Text.Literal("/") + address;
        }

        return address;
    }
}
