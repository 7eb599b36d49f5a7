using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>What a loop goes over.</summary>
/// <param name="Loop">The loop's statement.</param>
/// <param name="Body">What runs each round: a statement, or the expression of a lambda.</param>
/// <param name="Elements">The elements, to be enumerated once more.</param>
/// <param name="Element">The variable of a round.</param>
/// <param name="Sources">Expressions that the elements are made from.</param>
sealed record LoopHeader(StatementSyntax Loop, SyntaxNode Body, ExpressionSyntax Elements, ISymbol Element, ImmutableArray<ExpressionSyntax> Sources)
{
    /// <summary>The elements must be stored ahead of the loop.</summary>
    public bool Hoist { get; init; }

    /// <summary>The statement that takes an element out of a queue; the loop changes its source by it.</summary>
    public SyntaxNode? Taking { get; init; }

    /// <summary>The body is that of a lambda, where <c>return</c> ends the round.</summary>
    public bool IsLambda => Loop is ExpressionStatementSyntax;
}
