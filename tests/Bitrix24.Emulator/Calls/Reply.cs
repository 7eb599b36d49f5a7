using System.Text.Json.Nodes;

namespace Bitrix24.Emulator.Calls;

/// <summary>What a method answers, and what it had to do for it.</summary>
internal sealed record Reply(JsonNode? Result)
{
    public long? Total { get; init; }

    public long? Next { get; init; }

    public Work Work { get; init; } = Work.None;

    public static Reply True => new(JsonValue.Create(true));
}

/// <summary>The work of a call, for the service-time model: rows read, cells of them, rows counted for a total, rows written.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct Work(long Rows, long Cells, long Counted, long Written)
{
    public static readonly Work None;

    public static Work Read(long rows, long cells = 0) => new(rows, cells, 0, 0);

    public static readonly Work Write = new(0, 0, 0, 1);
}
