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
            return new DateTimeOffset(local, Offset);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToOffset(Offset) : null;
    }

    public static string Date(DateTimeOffset time) => Text(new DateTimeOffset(time.ToOffset(Offset).Date, Offset));
}
