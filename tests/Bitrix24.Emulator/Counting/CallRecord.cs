using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Counting;

namespace Bitrix24.Emulator;

/// <summary>A call that reached the portal, in the order of arrival; commands of a batch follow their batch.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Method">The method as it was spelt.</param>
/// <param name="Parameters">The parameters as JSON, without credentials.</param>
/// <param name="InBatch">Whether it was a command of a batch.</param>
/// <param name="Caller">Who called, without its secret.</param>
/// <param name="Time">When it began, by the portal's clock.</param>
/// <param name="Error">The code of the error it ended in, or null.</param>
/// <param name="OperatingSeconds">Its method's operating time after it, as <c>time.operating</c> of its answer says; 0 for a batch itself.</param>
public sealed record CallRecord(long Number, string Method, string Parameters, bool InBatch, string Caller, DateTimeOffset Time, string? Error, double OperatingSeconds)
{
    /// <summary>Whether it is a batch itself, which carries commands and is none.</summary>
    public bool IsBatch => Batch.Is(Method);

    /// <summary>What was asked, whatever the transport: two calls that a portal cannot tell apart have one text, so a loop and its batch have equal lists of them.</summary>
    /// <remarks>Names of parameters are sorted, numbers and booleans are written as a form would send them, and null stays null, which no form can say.</remarks>
    public string Command => CommandText.Of(Method, Json.Stored(Parameters));
}
