namespace Bitrix24.Emulator;

/// <summary>What a portal has counted so far.</summary>
/// <param name="Requests">HTTP requests to REST, refused ones included; a batch is one.</param>
/// <param name="Commands">Executions of methods, alone or in a batch; the batch itself is none.</param>
/// <param name="Refusals">Requests and commands refused by a limit or a block.</param>
/// <param name="RefusalsByCode">The same by error code.</param>
/// <param name="FirstRefusals">When the first of them was, by error code.</param>
/// <param name="Methods">By method.</param>
/// <param name="Callers">By application or webhook.</param>
/// <param name="Buckets">The bucket's level by source address.</param>
/// <param name="Seconds">How long the portal worked on requests, by its clock.</param>
/// <param name="TokenRenewals">How often an access token was asked for; more than once an hour is a mistake.</param>
public sealed record Counters(
    long Requests,
    long Commands,
    long Refusals,
    IReadOnlyDictionary<string, long> RefusalsByCode,
    IReadOnlyDictionary<string, DateTimeOffset> FirstRefusals,
    IReadOnlyDictionary<string, MethodCounter> Methods,
    IReadOnlyDictionary<string, CallerCounter> Callers,
    IReadOnlyDictionary<string, double> Buckets,
    double Seconds,
    long TokenRenewals);

/// <summary>What was counted of a method.</summary>
/// <param name="Requests">HTTP requests that asked for it, refused ones included; a batch is one, however many of its commands do.</param>
/// <param name="Commands">Executions, alone or in a batch.</param>
/// <param name="Errors">Executions that ended in an error.</param>
/// <param name="Refusals">Requests and commands refused by a limit or a block. Nobody looks into a batch that is refused.</param>
/// <param name="OperatingSeconds">Its operating time now.</param>
public sealed record MethodCounter(long Requests, long Commands, long Errors, long Refusals, double OperatingSeconds);

/// <summary>Requests, commands and refusals of a caller, and its operating seconds by method where they are kept by caller.</summary>
public sealed record CallerCounter(long Requests, long Commands, long Refusals, IReadOnlyDictionary<string, double> OperatingSeconds);
