using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Facts;

/// <summary>Reads how many elements a chunk has: <c>Chunk(50)</c>, <c>i += 50</c>, <c>GroupBy(x =&gt; x.Index / 50)</c>.</summary>
sealed class ChunkSize(DurationReader figures)
{
    public int? Of(SyntaxNode loop) => loop switch
    {
        CommonForEachStatementSyntax each => OfSource(figures.Definition(each.Expression)),
        ForStatementSyntax @for => @for.Incrementors.Select(Step).FirstOrDefault(static s => s is not null),
        WhileStatementSyntax or DoStatementSyntax => LoopSyntax.Body(loop)!.DescendantNodes().OfType<ExpressionSyntax>().Select(Step).FirstOrDefault(static s => s is not null),
        InvocationExpressionSyntax call when Arguments.Receiver(call) is { } source => OfSource(figures.Definition(source)),
        _ => null,
    };

    int? Step(ExpressionSyntax expression) => expression switch
    {
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } sum => Whole(sum.Right),
        AssignmentExpressionSyntax { Right: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum } set when SimpleName.Of(sum.Left) == SimpleName.Of(set.Left) => Whole(sum.Right),
        _ => null,
    };

    int? OfSource(ExpressionSyntax source)
    {
        for (ExpressionSyntax? current = source; current is not null; current = (current as InvocationExpressionSyntax)?.Expression is MemberAccessExpressionSyntax access ? access.Expression : null)
        {
            if (current is not InvocationExpressionSyntax call)
                continue;
            if (call.DescendantNodes().OfType<BinaryExpressionSyntax>().FirstOrDefault(static b => b.IsKind(SyntaxKind.DivideExpression)) is { } division && SimpleName.Of(call.Expression) == "GroupBy")
                return Whole(division.Right);
            if (ElementSource.IsChunker(SimpleName.Of(call.Expression)) && call.ArgumentList.Arguments.Select(a => Whole(a.Expression)).FirstOrDefault(static s => s is not null) is { } size)
                return size;
        }

        return null;
    }

    int? Whole(ExpressionSyntax expression) => figures.Number(expression) is { Value: >= 1 and < int.MaxValue, Basis: Basis.Stated } stated ? (int)stated.Value : null;
}
