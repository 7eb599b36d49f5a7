namespace Bitrix24.Emulator;

/// <summary>A call that reached the portal, in the order of arrival; commands of a batch follow their batch.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Method">The method as it was spelt.</param>
/// <param name="Parameters">The parameters as JSON, without credentials.</param>
/// <param name="InBatch">Whether it was a command of a batch.</param>
/// <param name="Caller">Who called, without its secret.</param>
/// <param name="Time">When it began, by the portal's clock.</param>
/// <param name="Error">The code of the error it ended in, or null.</param>
public sealed record CallRecord(long Number, string Method, string Parameters, bool InBatch, string Caller, DateTimeOffset Time, string? Error);
