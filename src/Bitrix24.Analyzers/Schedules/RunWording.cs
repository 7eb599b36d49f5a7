using System.Collections.Immutable;
using System.Globalization;
using Bitrix24.LoadModel;
using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>How the load of a run is put into words.</summary>
static class RunWording
{
    /// <summary>More places than this no list in an IDE shows.</summary>
    const int MaxElsewhere = 60;

    /// <summary><c>'ScanAsync' every 5 min</c></summary>
    public static string Start(this RunLoad load) => $"'{load.Run.Entry.Name}' runs {(load.Run.Entry.IsDefault ? "by default " : "")}{load.Run.Entry.Schedule}";

    /// <summary><c>sends up to 1 + ⌈rows.crm.activity/50⌉ requests, most by 'crm.activity.list' (through ScanAsync → CallAsync)</c></summary>
    public static string Sends(this RunLoad load)
    {
        var heaviest = load.Run.ByWeight.First();
        var path = heaviest.Effect.Path;
        var way = path.Length < 2 ? "" : $" (through {string.Join(" → ", path.Select(static h => h.Name))})";
        var formula = load.Run.Requests.Constant is null ? $"{load.Run.Requests} requests{Figures(load)}" : $"{Number(load.Run.Requests.Constant.Value)} requests";
        return $"sends {(load.Run.IsAtMost ? "up to " : "")}{formula}, {(load.Run.Calls.Length == 1 ? "" : "most ")}by '{heaviest.RestMethod}'{way}";
    }

    static string Figures(RunLoad load)
    {
        var known = string.Join(", ", load.Sizes.Select(static s => $"{s.Key} = {Number(s.Value.Value)} {Word(s.Value.Provenance)}"));
        return known.Length == 0 ? "" : load.Estimate.Requests.Exact is { } number ? $" = {Number(number)} ({known})" : $" ({known})";
    }

    public static string Word(Provenance provenance) => provenance switch
    {
        Provenance.Proved => "proved",
        Provenance.Configured => "configured",
        Provenance.Measured => "measured",
        _ => "assumed",
    };

    /// <summary><c>30,000 rows of crm.activity</c>, <c>600 elements of 'orders'</c>, <c>30,000 rows</c></summary>
    public static string Text(this SizeThreshold threshold) =>
        threshold.Size.StartsWith("rows.", StringComparison.Ordinal) ? $"{Number(threshold.Largest)} rows of {threshold.Size.Substring("rows.".Length)}"
        : threshold.Size == "rows" ? $"{Number(threshold.Largest)} rows"
        : $"{Number(threshold.Largest)} elements of '{threshold.Size}'";

    public static string Number(double number) => number.ToString(number >= 100 || Math.Abs(number % 1) < 1e-9 ? "#,0" : "0.##", CultureInfo.InvariantCulture);

    /// <summary>The call that contributes most, and those on the way to it.</summary>
    public static ImmutableArray<Location> Contributor(this RunLoad load) =>
        load.Run.ByWeight.First().Effect.Path.Select(static h => h.Location).Distinct().Take(MaxElsewhere).ToImmutableArray();
}
