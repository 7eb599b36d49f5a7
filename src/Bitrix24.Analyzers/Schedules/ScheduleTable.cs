using System.Collections.Immutable;
using System.Globalization;
using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Recognition;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>Members of a scheduling library that say how often something runs, by name. Each library has a list.</summary>
sealed class ScheduleTable(string list)
{
    readonly ImmutableDictionary<string, (string Kind, string Value)> _members =
        EmbeddedTable.Rows(list).ToImmutableDictionary(static row => row[0], static row => (row[1], row[2]), StringComparer.Ordinal);

    public bool Has(string? member) => member is not null && _members.ContainsKey(member);

    /// <summary>What a call of a member states, or its name where it is handed over: <c>Cron.Daily</c>.</summary>
    public StatedSchedule? Read(ExpressionSyntax member, DurationReader durations)
    {
        if (SimpleName.Of(member) is not { } name || !_members.TryGetValue(name, out var row))
            return null;
        var arguments = Arguments.List(member)?.Arguments ?? default;
        var given = arguments.Count > 0 ? arguments[0].Expression : null;
        return row.Kind switch
        {
            "every" => StatedSchedule.Every(new Stated(Number(row.Value), Basis.Stated)),
            "times" => StatedSchedule.Every((given is null ? new Stated(1, Basis.Stated) : durations.Number(given))?.Times(Number(row.Value))),
            "span" when arguments.Count == 2 => StatedSchedule.Every(durations.Number(given)?.Times(Unit(SimpleName.Of(arguments[1].Expression)))),
            "span" => StatedSchedule.Every(durations.Seconds(given)),
            "cron" => StatedSchedule.Cron((row.Value, Basis.Stated)),
            "text" => StatedSchedule.Cron(durations.Text(given)),
            _ => null,
        };
    }

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    static double Unit(string? name) => name switch
    {
        "Millisecond" => 0.001,
        "Second" => 1,
        "Minute" => 60,
        "Hour" => 3600,
        "Day" => 86_400,
        "Week" => 604_800,
        _ => 0,
    };
}
