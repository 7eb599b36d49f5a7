namespace Bitrix24.Analyzers.CodeFixes.Shapes;

/// <summary>How a call is said as a command, and how commands are sent, as code.</summary>
/// <param name="Command">The command, in terms of the element and the slice.</param>
/// <param name="Senders">The delegates that <c>Bitrix24Batch</c> sends through.</param>
/// <param name="Json">What gives the JSON text of parameters, where the names of properties do not say it.</param>
/// <param name="Answers">Whether anybody can see the answer.</param>
sealed record CallShape(string Command, IReadOnlyList<string> Senders, string? Json = null, bool Answers = true)
{
    /// <summary>Single calls and the batch go different ways; only a batch that hands its answers on can be made so.</summary>
    public bool IsTyped => Senders.Count > 1;
}
