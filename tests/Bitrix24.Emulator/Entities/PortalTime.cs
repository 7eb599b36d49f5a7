using System.Globalization;

namespace Bitrix24.Emulator.Entities;

/// <summary>Times in the portal's zone, written so that their text sorts as they do.</summary>
internal static class PortalTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(3);

    private const string Format = "yyyy-MM-ddTHH:mm:sszzz";

    private static readonly string[] Local = ["dd.MM.yyyy HH:mm:ss", "dd.MM.yyyy", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss"];

    public static string Text(DateTimeOffset time) => time.ToOffset(Offset).ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset? Parse(string text)
    {
        if (DateTime.TryParseExact(text, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return IsUsual(local) ? new DateTimeOffset(local, Offset) : null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && IsUsual(time.DateTime)
            ? time.ToOffset(Offset)
            : null;
    }

    /// <summary>Years that MySQL's date holds, so that no zone leads out of the calendar.</summary>
    private static bool IsUsual(DateTime time) => time.Year is >= 1000 and < 9999;

    public static string Date(DateTimeOffset time) => Text(new DateTimeOffset(time.ToOffset(Offset).Date, Offset));
}
