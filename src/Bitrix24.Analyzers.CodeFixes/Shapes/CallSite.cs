using Bitrix24.Analyzers.CodeFixes.Dependence;
using Bitrix24.Analyzers.CodeFixes.Fixes;
using Bitrix24.Analyzers.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Shapes;

/// <summary>A call in a loop that can be batched as far as the loop goes.</summary>
sealed record CallSite(Document Document, SemanticModel Semantics, LoopPlan Plan, IMethodSymbol Method, FixedFinding Finding, Layout Layout, Names Names)
{
    public InvocationExpressionSyntax Call => Plan.Call;

    /// <summary>The variable that holds the elements, where they must be taken only once.</summary>
    public string? Hoisted { get; init; }

    /// <summary>The loop hands on what gives the batch's answers, instead of taking them.</summary>
    public bool HandsOn { get; init; }

    /// <summary>How deep a command stands below the loop's own indentation.</summary>
    public int CommandDepth { get; init; } = CommandSequence.IsBlock(Plan) ? 2 : 1;
}
