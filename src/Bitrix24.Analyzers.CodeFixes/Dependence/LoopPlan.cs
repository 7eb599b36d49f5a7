using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>
/// A proof that the commands of a loop can be made ahead of it: how, and from what. The loop itself keeps running its
/// statements in their places; only the call in it is answered from the batch.
/// </summary>
/// <param name="Loop">The innermost loop that repeats the call; the whole statement of a <c>list.ForEach(x => …)</c>.</param>
/// <param name="Call">The invocation that sends.</param>
/// <param name="Whole">The call with its <c>await</c>, <c>.Result</c>, <c>.Wait()</c>, <c>.GetAwaiter().GetResult()</c> or <c>.ConfigureAwait(…)</c>: what a batched answer replaces.</param>
/// <param name="Elements">What to enumerate for the commands, safe to enumerate beside the loop. It may be made text that is in no tree, may need <c>System.Linq</c>, and parentheses where a member is asked of it.</param>
/// <param name="HoistElements">
/// <paramref name="Elements"/> is the loop's own source and must run only once: store it in a local ahead of the loop, and let both the loop and the commands enumerate that.
/// </param>
/// <param name="Element">The name of one of <paramref name="Elements"/> in the arguments, guard and slice.</param>
/// <param name="Slice">Statements of the loop body, free of effects, that the arguments or the guard need, in their order.</param>
/// <param name="BeforeGuard">How many of the first statements of <paramref name="Slice"/> run before the guard; the others run only in the rounds that it lets through.</param>
/// <param name="Guard">When a round makes the call, in terms of the element and the slice; null where every round does.</param>
/// <param name="Moved">
/// Those of <paramref name="Slice"/> that nothing but the command needs. They must leave the loop: what they throw then comes from the batch, in its turn.
/// </param>
/// <param name="Varying">The arguments of the call that differ from round to round. The receiver and all other arguments are the same in every round.</param>
/// <param name="Halts">
/// An error may end the loop, so the batch has to stop at it. Where false, commands must come from lambdas: an iterator is over once it has thrown.
/// </param>
/// <param name="IsCaught">What is thrown where the call stands is caught within the round.</param>
/// <param name="Prelude">What can be thrown ahead of the call.</param>
/// <param name="IsAsync">The answer is awaited; else it is taken synchronously.</param>
/// <param name="BlocksOnTask">The call returns a task and the loop waits for it synchronously.</param>
/// <param name="AnswerIsUsed">Something reads the answer.</param>
/// <param name="IsWholeBody">The loop does nothing but the call, besides slice and guard, and could go altogether.</param>
sealed record LoopPlan(
    StatementSyntax Loop,
    InvocationExpressionSyntax Call,
    ExpressionSyntax Whole,
    ExpressionSyntax Elements,
    bool HoistElements,
    string Element,
    ImmutableArray<StatementSyntax> Slice,
    int BeforeGuard,
    ExpressionSyntax? Guard,
    ImmutableArray<StatementSyntax> Moved,
    ImmutableArray<ArgumentSyntax> Varying,
    bool Halts,
    bool IsCaught,
    Prelude Prelude,
    bool IsAsync,
    bool BlocksOnTask,
    bool AnswerIsUsed,
    bool IsWholeBody);
