using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Fixes;

/// <summary>A call that is to be rewritten.</summary>
/// <param name="Call">The call as it stands in the document.</param>
/// <param name="Finding">What the rule said of it.</param>
/// <param name="Mark">Finds it again in what becomes of the document.</param>
sealed record MarkedCall(InvocationExpressionSyntax Call, FixedFinding Finding, SyntaxAnnotation Mark)
{
    public MarkedCall(InvocationExpressionSyntax call, FixedFinding finding)
        : this(call, finding, new SyntaxAnnotation())
    {
    }

    public bool CallsHelper => Finding[FixPayload.Shape] == FixPayload.CallsHelper;
}
