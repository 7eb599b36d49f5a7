using System.Collections.Immutable;
using Bitrix24.LoadModel;
using Microsoft.CodeAnalysis;
using static Bitrix24.Analyzers.FigureWording;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>How the load of a run is put into words.</summary>
static class RunWording
{
    /// <summary>More places than this no list in an IDE shows.</summary>
    const int MaxElsewhere = 60;

    /// <summary><c>'ScanAsync' runs every 5 min</c></summary>
    public static string Start(this EntryPoint entry) => $"'{entry.Name}' runs {(entry.IsDefault ? "by default " : "")}{entry.Schedule?.ToString() ?? "on a schedule that the code does not say"}";

    /// <summary><c>sends up to 1 + ⌈rows.crm.activity/50⌉ requests, most by 'crm.activity.list' (through ScanAsync → CallAsync)</c></summary>
    public static string Sends(this RunLoad load)
    {
        var heaviest = load.Run.ByWeight.First();
        var path = heaviest.Effect.Path;
        var way = path.Length < 2 ? "" : $" (through {string.Join(" → ", path.Select(static h => h.Name))})";
        return $"sends {(load.Run.IsAtMost ? "up to " : "")}{load.Formula()}, {(load.Run.Calls.Length == 1 ? "" : "most ")}by '{heaviest.RestMethod}'{way}";
    }

    /// <summary><c>⌈rows.crm.activity/50⌉ = 4,000 requests (200,000 rows.crm.activity, configured)</c></summary>
    public static string Formula(this RunLoad load)
    {
        if (load.Run.Requests.Constant is { } constant)
            return Requests(Number(constant));
        var number = load.Estimate.Requests.Exact is { } exact ? $" = {Number(exact)}" : "";
        var figures = string.Join(", ", load.Sizes.Select(static s => $"{Number(s.Value.Value)} {s.Key}, {Word(s.Value.Provenance)}"));
        return $"{load.Run.Requests}{number} requests{(figures.Length == 0 ? "" : $" ({figures})")}";
    }

    /// <summary><c>the Standard plan (assumed) lets 2 requests/s through</c></summary>
    public static string Lets(this RunLoad load) => $"the {load.Plan.Value.Name} plan ({Word(load.Plan.Provenance)}) lets {Number(load.Plan.Value.Drain)} requests/s through";

    /// <summary><c>at 0.2 s a request (assumed)</c></summary>
    public static string Latency(this RunLoad load) => $"at {Number(load.LatencySeconds.Value)} s a request ({Word(load.LatencySeconds.Provenance)})";

    /// <summary><c>30,000 rows of crm.activity</c>, <c>600 elements of 'orders'</c>, <c>30,000 rows</c></summary>
    public static string Text(this SizeThreshold threshold) =>
        threshold.Size.StartsWith("rows.", StringComparison.Ordinal) ? $"{Number(threshold.Largest)} rows of {threshold.Size.Substring("rows.".Length)}"
        : threshold.Size == "rows" ? $"{Number(threshold.Largest)} rows"
        : $"{Number(threshold.Largest)} elements of '{threshold.Size}'";

    /// <summary>The call that contributes most, and those on the way to it.</summary>
    public static ImmutableArray<Location> Contributor(this RunLoad load) => Ways(load.Run.ByWeight.Take(1));

    public static ImmutableArray<Location> Ways(IEnumerable<CountedCall> calls) =>
        calls.SelectMany(static c => c.Effect.Path).Select(static h => h.Location).Distinct().Take(MaxElsewhere).ToImmutableArray();
}
