namespace Bitrix24.Emulator;

/// <summary>An event that was posted to a handler: its fields without tokens, and the status that came back, null for none.</summary>
public sealed record Delivery(string Event, Uri Handler, IReadOnlyDictionary<string, string> Fields, int? Status);
