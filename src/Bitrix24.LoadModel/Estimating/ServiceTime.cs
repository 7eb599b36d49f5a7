namespace Bitrix24.LoadModel;

/// <summary>
/// The operating seconds of a call for which nothing was measured. The costs of a call, a row and a write are assumptions,
/// those of the portal that this project's fixes are tested on; a counted row is the documented 49.9 s for the total of
/// 2,387,743 rows (<c>settings/performance/huge-data.md</c>). Bitrix24 says that the cost depends on the portal's data,
/// so a measured <c>time.operating</c> is always better.
/// </summary>
public sealed record ServiceTime
{
    /// <summary>Seconds of each call, also in a batch. Assumed.</summary>
    public double CallSeconds { get; init => field = Figure.NotNegative(value, nameof(value)); } = 0.03;

    /// <summary>Seconds of each row that is read, without its fields. Assumed.</summary>
    public double RowSeconds { get; init => field = Figure.NotNegative(value, nameof(value)); } = 0.000_4;

    /// <summary>Seconds of each field of a row that is read. Assumed.</summary>
    public double FieldSeconds { get; init => field = Figure.NotNegative(value, nameof(value)); } = 0.000_02;

    /// <summary>Fields of a row that is read; a narrow <c>select</c> has fewer. Assumed: an activity has about 30.</summary>
    public double FieldsPerRow { get; init => field = Figure.NotNegative(value, nameof(value)); } = 30;

    /// <summary>Seconds of each row that is counted for a total, so nothing with <c>start=-1</c>.</summary>
    /// <remarks><c>settings/performance/huge-data.md</c></remarks>
    public double CountedRowSeconds { get; init => field = Figure.NotNegative(value, nameof(value)); } = 0.000_020_9;

    /// <summary>Seconds of each row that is written. Assumed.</summary>
    public double WrittenRowSeconds { get; init => field = Figure.NotNegative(value, nameof(value)); } = 0.1;

    internal double Of(bool writes, double rows, double countedRows) =>
        CallSeconds + (countedRows * CountedRowSeconds) + (rows * (writes ? WrittenRowSeconds : RowSeconds + (FieldsPerRow * FieldSeconds)));
}
