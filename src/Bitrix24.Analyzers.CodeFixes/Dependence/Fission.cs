using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>
/// Proves that the commands of a loop can be made and sent up to a batch ahead of its rounds, with nothing else about the
/// loop changed.
/// </summary>
/// <remarks>
/// <para>
/// What changes is when the arguments are calculated and when the portal sees the calls. So the arguments, and what they and
/// the guards are made of, must be pure and read nothing that the loop writes; the call itself must not depend on what the
/// loop does to its client, nor the loop on what the call leaves behind; and every round that reaches the call must have its
/// command, and no other round.
/// </para>
/// <para>
/// Taken as granted: a clock may be read a batch early; library calls do not throw for reasons of their own between two
/// writes; a cancelled loop may have sent the batch that was under way; code out of sight does not reconfigure the client
/// or change a collection while it is enumerated; library property getters, <c>ToString</c>, <c>Equals</c> and operators only
/// read; what the calls read does not change between two rounds by anybody else's hand.
/// </para>
/// </remarks>
static class Fission
{
    /// <param name="call">The call to be answered from a batch.</param>
    /// <param name="semantics">The model of its tree.</param>
    /// <param name="writes">The REST method changes something on the portal.</param>
    /// <param name="others">What else calls the portal in the same loop, as <see cref="FixPayload"/> says it.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <param name="refusal">Why there is no plan.</param>
    public static LoopPlan? Plan(InvocationExpressionSyntax call, SemanticModel semantics, bool writes, string others, CancellationToken cancellation, out string refusal)
    {
        if (others == FixPayload.OthersWrite || (others == FixPayload.OthersRead && writes))
        {
            refusal = "other calls in the loop see or make changes on the portal";
            return null;
        }

        if (InnermostLoop.Of(call, out refusal) is not { } loop)
            return null;
        refusal = "the code does not compile";
        if (Scene.Of(loop, semantics, cancellation) is not { } scene || scene.HasErrors(loop))
            return null;
        refusal = "a batch in the loop sees or makes changes on the portal";
        if (Batches.AreIn(loop, scene) && (writes || !Batches.OnlyReadIn(loop, scene)))
            return null;
        return HeaderOf(loop, scene, out refusal) is { } header ? new RoundProof(header, call, scene, writes).Plan(out refusal) : null;
    }

    static LoopHeader? HeaderOf(SyntaxNode loop, Scene scene, out string refusal)
    {
        switch (loop)
        {
            case ForEachStatementSyntax each:
                return ForeachHeader.Of(each, scene, out refusal);
            case ForStatementSyntax counted:
                return ForHeader.Of(counted, scene, out refusal);
            case WhileStatementSyntax emptied:
                return QueueHeader.Of(emptied, scene, out refusal);
            case AnonymousFunctionExpressionSyntax function:
                return ForeachHeader.Of(function, scene, out refusal);
            default:
                refusal = "the loop takes its elements apart";
                return null;
        }
    }
}
