using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>The statements of a round that read a list and work on its rows.</summary>
/// <param name="Scene">The body that they stand in.</param>
/// <param name="Call">The call that reads, or the user's own method that does so.</param>
/// <param name="Statements">The statements, next to each other.</param>
/// <param name="MayReturn">They are all that a method does, so that to return is to be done.</param>
sealed record Reading(Scene Scene, InvocationExpressionSyntax Call, IReadOnlyList<StatementSyntax> Statements, bool MayReturn)
{
    public TextSpan Span { get; } = TextSpan.FromBounds(Statements[0].SpanStart, Statements[Statements.Count - 1].Span.End);

    /// <summary>A variable that is declared here, and so is new in each round.</summary>
    public bool IsOwn(ISymbol? symbol) => symbol is ILocalSymbol or IParameterSymbol
        && symbol.DeclaringSyntaxReferences is [var reference, ..] && reference.SyntaxTree == Call.SyntaxTree && Span.Contains(reference.Span);

    public ISymbol? OwnOf(ExpressionSyntax? expression) => expression is IdentifierNameSyntax && Scene.SymbolOf(expression) is ILocalSymbol local && IsOwn(local) ? local : null;

    /// <summary>The variables of these statements that some code in them mentions and does not declare itself.</summary>
    public IEnumerable<ISymbol> OwnIn(SyntaxNode node) => Scene.Mentioned(node).Where(IsOwn);

    /// <summary>All expressions that a variable is ever set to.</summary>
    public IEnumerable<ExpressionSyntax> ValuesOf(ISymbol local) => Scene.Locals.ValuesOf(local).Select(static v => v.Syntax).OfType<ExpressionSyntax>();

    public bool Holds(SyntaxNode node) => node.Span.Contains(Call.Span);
}
