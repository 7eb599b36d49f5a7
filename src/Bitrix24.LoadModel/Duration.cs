using System.Globalization;

namespace Bitrix24.LoadModel;

/// <summary>A time span as a message says it: exact, in the largest unit that makes it whole.</summary>
internal static class Duration
{
    private static readonly (long Ticks, string One, string Many)[] Units =
    [
        (TimeSpan.TicksPerDay, "day", "days"),
        (TimeSpan.TicksPerHour, "h", "h"),
        (TimeSpan.TicksPerMinute, "min", "min"),
        (TimeSpan.TicksPerSecond, "s", "s"),
    ];

    /// <summary>5 min, 90 s, 1.5 s, 250 ms, 2 days.</summary>
    public static string Text(TimeSpan span)
    {
        foreach (var (ticks, one, many) in Units)
        {
            if (span.Ticks != 0 && span.Ticks % ticks == 0)
                return Text(span.Ticks / ticks, span.Ticks == ticks ? one : many);
        }

        return span.Ticks is 0 or > TimeSpan.TicksPerSecond
            ? Text((decimal)span.Ticks / TimeSpan.TicksPerSecond, "s")
            : Text((decimal)span.Ticks / TimeSpan.TicksPerMillisecond, "ms");
    }

    private static string Text(decimal number, string unit) => number.ToString("0.#######", CultureInfo.InvariantCulture) + " " + unit;
}
