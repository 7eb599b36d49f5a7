using System.Text.Json.Nodes;
using Bitrix24.Emulator.Entities;

namespace Bitrix24.Emulator.Calls;

/// <summary>When a call ran, and the operating time of its method after it.</summary>
internal sealed record Times(DateTimeOffset Start, TimeSpan Duration, double Operating, long ResetAt)
{
    public DateTimeOffset Finish => Start + Duration;

    public JsonObject ToJson() => new()
    {
        ["start"] = Seconds(Start),
        ["finish"] = Seconds(Finish),
        ["duration"] = Duration.TotalSeconds,
        ["processing"] = Duration.TotalSeconds,
        ["date_start"] = PortalTime.Text(Start),
        ["date_finish"] = PortalTime.Text(Finish),
        ["operating_reset_at"] = ResetAt,
        ["operating"] = Operating,
    };

    private static double Seconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).TotalSeconds;
}

/// <summary>How a call ended: with a reply or an error, and when.</summary>
internal sealed record Outcome(Reply? Reply, RestError? Error, Times Times);
