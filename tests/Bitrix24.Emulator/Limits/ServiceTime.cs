using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator;

/// <summary>How long a portal works on a call. The defaults give the documented 49.9 s and 0.1 s for a page of 2,387,743 rows with and without its total.</summary>
public sealed record ServiceTime
{
    /// <summary>Every call takes no time; only pauses of the caller let time pass.</summary>
    public static readonly ServiceTime None = new()
    {
        Latency = TimeSpan.Zero, Call = TimeSpan.Zero, Row = TimeSpan.Zero, Cell = TimeSpan.Zero, CountedRow = TimeSpan.Zero, Write = TimeSpan.Zero,
    };

    /// <summary>The way there and back, for each HTTP request; no operating time.</summary>
    public TimeSpan Latency { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Each call, also in a batch.</summary>
    public TimeSpan Call { get; init; } = TimeSpan.FromMilliseconds(30);

    /// <summary>Each row that is read.</summary>
    public TimeSpan Row { get; init; } = TimeSpan.FromMicroseconds(400);

    /// <summary>Each field of each row that is read, so that a narrow select is cheaper.</summary>
    public TimeSpan Cell { get; init; } = TimeSpan.FromMicroseconds(20);

    /// <summary>Each row that is counted for a total, so that <c>start=-1</c> and a small filter are cheaper.</summary>
    public TimeSpan CountedRow { get; init; } = TimeSpan.FromMicroseconds(20.9);

    /// <summary>Each row that is written.</summary>
    public TimeSpan Write { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Time to add for single methods, by their name.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Methods { get; init; } = new Dictionary<string, TimeSpan>(StringComparer.OrdinalIgnoreCase);

    internal TimeSpan Of(string method, Work work) =>
        Call + (work.Rows * Row) + (work.Cells * Cell) + (work.Counted * CountedRow) + (work.Written * Write)
        + Methods.FirstOrDefault(pair => pair.Key.Equals(method, StringComparison.OrdinalIgnoreCase)).Value;
}
