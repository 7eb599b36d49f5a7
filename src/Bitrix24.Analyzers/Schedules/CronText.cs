using System.Globalization;
using System.Text.RegularExpressions;
using Bitrix24.LoadModel;
using Cronos;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>
/// Reads cron expressions: five fields, six with seconds, Quartz's with <c>?</c> or a year, and macros such as <c>@hourly</c>.
/// Runs are counted in UTC. The fields of the time are independent of those of the day, so each is counted alone: an
/// expression of every second costs no more than one of every day.
/// </summary>
static class CronText
{
    /// <summary>28 years, after which the calendar repeats: every date has been every weekday equally often.</summary>
    const int Days = 10_227;

    /// <summary>An expression with lists in every field is shorter; what is longer is some other text.</summary>
    const int LongestText = 256;

    /// <summary>Any seed does for <c>H</c>, which spreads runs evenly.</summary>
    const int Seed = 0;

    static readonly DateTime FirstDay = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    static readonly Regex QuartzWeekday = new(@"(?<![/#\d])\d+", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>The schedule, or null for what is no cron expression, or never comes true.</summary>
    public static Schedule? Read(string? text)
    {
        if (text is null || text.Length > LongestText || Fields(text) is not [var second, var minute, var hour, var day, var month, var weekday])
            return null;
        Level[] levels;
        try
        {
            levels =
            [
                new Level($"{second} * * * * *", TimeSpan.FromMinutes(1)),
                new Level($"0 {minute} * * * *", TimeSpan.FromHours(1)),
                new Level($"0 0 {hour} * * *", TimeSpan.FromDays(1)),
                new Level($"0 0 0 {day} {month} {weekday}", TimeSpan.FromDays(Days)),
            ];
        }
        catch (IOException)
        {
            // A host that took the analyzers without what lies beside them: then no expression can be read.
            return null;
        }

        return Array.TrueForAll(levels, static l => l.Times.Count > 0)
            ? Schedule.Cron(text.Trim(), levels.Aggregate(1.0, static (runs, level) => runs * level.Times.Count) / Days, ShortestGap(levels))
            : null;
    }

    /// <summary>Second, minute, hour, day, month and weekday as Cronos takes them.</summary>
    static string[]? Fields(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var macro] => Macro(macro),
        { Length: 5 } fields => ["0", .. fields],
        [_, _, _, var day, _, var weekday] fields => day == "?" || weekday == "?" ? Quartz(fields) : fields,
        { Length: 7 } fields => Quartz(fields),
        _ => null,
    };

    static string[]? Macro(string name) => name.ToLowerInvariant() switch
    {
        "@every_second" => ["*", "*", "*", "*", "*", "*"],
        "@every_minute" => ["0", "*", "*", "*", "*", "*"],
        "@hourly" => ["0", "0", "*", "*", "*", "*"],
        "@daily" or "@midnight" => ["0", "0", "0", "*", "*", "*"],
        "@weekly" => ["0", "0", "0", "*", "*", "0"],
        "@monthly" => ["0", "0", "0", "1", "*", "*"],
        "@yearly" or "@annually" => ["0", "0", "0", "1", "1", "*"],
        _ => null,
    };

    /// <summary>Quartz counts weekdays from 1, a Sunday. In which years it runs does not change how often it does.</summary>
    static string[]? Quartz(string[] fields)
    {
        if (fields.Length == 7 && !fields[6].All(static c => char.IsDigit(c) || c is '*' or '?' or '-' or ',' or '/'))
            return null;
        var weekday = fields[5].Equals("L", StringComparison.OrdinalIgnoreCase) ? "6" : QuartzWeekday.Replace(fields[5], static day => FromSunday(day.Value));
        return [fields[0], fields[1], fields[2], fields[3], fields[4], weekday];
    }

    /// <summary>A number that is no weekday stays one that is none.</summary>
    static string FromSunday(string day) => int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 7 ? (number - 1).ToString(CultureInfo.InvariantCulture) : "8";

    /// <summary>The least of the gaps within a minute, from a minute to the next, from an hour to the next, from a day to the next.</summary>
    static TimeSpan ShortestGap(Level[] levels)
    {
        var shortest = TimeSpan.FromDays(Days);
        var within = TimeSpan.Zero;
        foreach (var times in levels.Select(static l => l.Times))
        {
            for (var i = 1; i < times.Count; i++)
            {
                var gap = times[i] - times[i - 1] - within;
                shortest = gap < shortest ? gap : shortest;
            }

            within += times[times.Count - 1] - times[0];
        }

        return shortest;
    }

    /// <summary>Seconds of a minute, minutes of an hour, hours of a day, or days of the span.</summary>
    sealed class Level
    {
        public Level(string expression, TimeSpan span) => Times = CronExpression.TryParse(expression, CronFormat.IncludeSeconds, Seed, out var cron)
            ? cron.GetOccurrences(FirstDay, FirstDay + span).ToList()
            : [];

        public List<DateTime> Times { get; }
    }
}
