using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

static class Fission
{
    public static LoopPlan? Plan(InvocationExpressionSyntax call, SemanticModel semantics, bool writes, string others, CancellationToken cancellation, out string refusal)
    {
        refusal = "not proven";
        return null;
    }
}
