namespace Bitrix24.Emulator;

/// <summary>What a portal has counted so far.</summary>
/// <param name="Requests">HTTP requests to REST, refused ones included; a batch is one.</param>
/// <param name="Commands">Executions of methods, alone or in a batch; the batch itself is none.</param>
/// <param name="Refusals">Requests and commands refused by a limit or a block.</param>
/// <param name="RefusalsByCode">The same by error code.</param>
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
    IReadOnlyDictionary<string, MethodCounter> Methods,
    IReadOnlyDictionary<string, CallerCounter> Callers,
    IReadOnlyDictionary<string, double> Buckets,
    double Seconds,
    long TokenRenewals);

/// <summary>Executions of a method, those that ended in an error, and its operating seconds now.</summary>
public sealed record MethodCounter(long Commands, long Errors, double OperatingSeconds);

/// <summary>Requests, commands and refusals of a caller, and its operating seconds by method where they are kept by caller.</summary>
public sealed record CallerCounter(long Requests, long Commands, long Refusals, IReadOnlyDictionary<string, double> OperatingSeconds);
