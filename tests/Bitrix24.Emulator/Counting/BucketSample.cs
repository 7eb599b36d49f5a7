namespace Bitrix24.Emulator;

/// <summary>A second in which requests came: unix time, the bucket's highest level, requests, those refused.</summary>
public sealed record BucketSample(long Second, long Level, long Requests, long Refused);
