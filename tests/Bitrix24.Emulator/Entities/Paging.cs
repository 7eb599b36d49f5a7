using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Entities;

/// <summary>Which rows of a list make the page that a call asks for; the column <c>paging</c> of <c>styles.tsv</c> names a way besides <c>start</c>.</summary>
/// <param name="Start">The number of rows before it; nothing is counted where it is less than 0.</param>
/// <param name="Size">The most rows of it.</param>
/// <param name="From">Where it begins, for a page that has no number.</param>
/// <param name="Order">The order that comes with that.</param>
internal sealed record Paging(long Start, long Size, Condition From, string? Order = null)
{
    /// <summary>The most rows after a cursor.</summary>
    private const long MaximumAfterCursor = 200;

    public bool Counts => Start >= 0;

    /// <summary>Whether an answer says where the next page starts.</summary>
    private bool SaysNext { get; init; }

    public static Paging Of(Call call, string way, int usual) => way switch
    {
        "number" => ByNumber(call.Map("PARAMS|4")["NAV_PARAMS"] as JsonObject, usual),
        "cursor" => ByCursor(call, usual),
        _ => null,
    } ?? ByStart(call, usual);

    public long? Next(long total) => SaysNext && Start < total - Size ? Start + Size : null;

    /// <summary>By an offset, moved down to the border of a page as the portal does.</summary>
    private static Paging ByStart(Call call, int usual)
    {
        var start = call.Number("start") ?? 0;
        return new Paging(start < 0 ? -1 : start - (start % usual), usual, Condition.Always) { SaysNext = start >= 0 };
    }

    private static Paging? ByNumber(JsonObject? navigation, int usual)
    {
        if (navigation is null)
            return null;
        var size = Math.Clamp(Scalar.Number(navigation["nPageSize"]) ?? usual, 1, usual);
        var before = Math.Max(1, Scalar.Number(navigation["iNumPage"]) ?? 1) - 1;
        return new Paging(Math.Min(before, long.MaxValue / size) * size, size, Condition.Always);
    }

    /// <summary>Rows after <c>FIRST_ID</c> forwards, or before <c>LAST_ID</c> backwards.</summary>
    private static Paging? ByCursor(Call call, int usual)
    {
        var size = call.Number("LIMIT") is > 0 and { } limit ? Math.Min(limit, MaximumAfterCursor) : usual;
        return (call.Number("FIRST_ID"), call.Number("LAST_ID")) switch
        {
            ({ } first, _) => new Paging(-1, size, new Condition("id>?", [first]), "id ASC"),
            (_, { } last) => new Paging(-1, size, new Condition("id<?", [last]), "id DESC"),
            _ => null,
        };
    }
}
