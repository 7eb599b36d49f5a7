using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Facts;

/// <summary>How many elements a parallel loop works on at the same time, where the code says so.</summary>
sealed class Workers(DurationReader figures)
{
    public int? Of(ExpressionSyntax call) => Limits(call).Select(figures.Number).FirstOrDefault() is { Value: >= 1 and < int.MaxValue } stated ? (int)stated.Value : null;

    /// <summary>How many calls are under way at the same time with all that repeats them; null where the code does not say.</summary>
    public static int? Of(IEnumerable<Repetition> repetitions) => repetitions.Where(static r => r.Concurrent).Distinct().ToList() switch { [] => 1, [var only] => only.Workers, _ => null };

    /// <summary><c>MaxDegreeOfParallelism = 4</c> in the options, <c>WithDegreeOfParallelism(4)</c> before the query.</summary>
    IEnumerable<ExpressionSyntax> Limits(ExpressionSyntax call)
    {
        foreach (var argument in Arguments.List(call)?.Arguments ?? default)
        {
            if (argument.Expression is not AnonymousFunctionExpressionSyntax && figures.Definition(argument.Expression) is BaseObjectCreationExpressionSyntax { Initializer: { } options })
            {
                foreach (var option in options.Expressions.OfType<AssignmentExpressionSyntax>().Where(static o => SimpleName.Of(o.Left) == "MaxDegreeOfParallelism"))
                    yield return option.Right;
            }
        }

        for (var chain = Arguments.Receiver(call); chain is InvocationExpressionSyntax link; chain = Arguments.Receiver(link))
        {
            if (SimpleName.Of(link.Expression) == "WithDegreeOfParallelism" && link.ArgumentList.Arguments is [var number])
                yield return number.Expression;
        }
    }
}
