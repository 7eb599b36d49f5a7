using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>
/// A proof that the commands of a loop can be made ahead of it: how, and from what. The loop itself keeps running its
/// statements in their places; only the call in it is answered from the batch.
/// </summary>
/// <param name="Loop">The innermost loop that repeats the call.</param>
/// <param name="Call">The invocation that sends.</param>
/// <param name="Whole">The call with its <c>await</c>, <c>.Result</c>, <c>.Wait()</c>, <c>.GetAwaiter().GetResult()</c> or <c>.ConfigureAwait(…)</c>: what a batched answer replaces.</param>
/// <param name="Elements">What to enumerate for the commands, safe to enumerate beside the loop.</param>
/// <param name="Element">The name of one of <paramref name="Elements"/> in the arguments, guard and slice.</param>
/// <param name="Slice">Declarations of the loop body, free of effects, that the arguments or the guard need, in their order.</param>
/// <param name="Guard">When a round makes the call, in terms of the element and the slice; null where every round does.</param>
/// <param name="Halts">An error ends the loop, so the batch has to stop at it.</param>
/// <param name="IsAsync">The answer is awaited; else it is taken synchronously.</param>
/// <param name="AnswerIsUsed">Something reads the answer.</param>
/// <param name="IsWholeBody">The loop does nothing but the call.</param>
sealed record LoopPlan(
    StatementSyntax Loop,
    InvocationExpressionSyntax Call,
    ExpressionSyntax Whole,
    ExpressionSyntax Elements,
    string Element,
    ImmutableArray<StatementSyntax> Slice,
    ExpressionSyntax? Guard,
    bool Halts,
    bool IsAsync,
    bool AnswerIsUsed,
    bool IsWholeBody);
