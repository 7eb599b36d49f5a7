using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>A condition that says of an entry that no row of the round has its id, so that the row is gone.</summary>
/// <param name="Condition"><c>!seen.Contains(id)</c>, <c>seen.Contains(id)</c> where the entry is passed over, or <c>known.Keys.Except(seen)</c>.</param>
/// <param name="Key">The id; null where the condition is one of a whole collection.</param>
sealed record GoneTest(ExpressionSyntax Condition, ExpressionSyntax? Key)
{
    /// <summary>The same, of entries only whose rows the read would have brought.</summary>
    /// <param name="changed">The variable that holds the condition of the read.</param>
    /// <param name="name">A name for an id.</param>
    public ExpressionSyntax Of(string changed, string name) => SyntaxFactory.ParseExpression(
        Key is null ? $"{Condition.WithoutTrivia()}.Where({name} => {changed}.Covers({name}))"
        : Condition.IsKind(SyntaxKind.LogicalNotExpression) ? $"{Condition.WithoutTrivia()} && {changed}.Covers({Key.WithoutTrivia()})"
        : $"{Condition.WithoutTrivia()} || !{changed}.Covers({Key.WithoutTrivia()})").WithTriviaFrom(Condition);
}
