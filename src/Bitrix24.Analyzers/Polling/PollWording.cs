using System.Collections.Immutable;
using Bitrix24.Analyzers.Configuration;
using Bitrix24.Analyzers.Schedules;
using Bitrix24.LoadModel;
using Microsoft.CodeAnalysis;
using static Bitrix24.Analyzers.FigureWording;

namespace Bitrix24.Analyzers.Polling;

/// <summary>How polls are put into words.</summary>
static class PollWording
{
    const int MaxNamed = 3;

    /// <summary>Requests a second below which a rate is no argument.</summary>
    const double Noticeable = 0.1;

    /// <summary><c>'crm.deal.list' and 'crm.lead.list' (through ScanAsync → CallAsync)</c></summary>
    public static string Lists(this IReadOnlyList<Poll> polls)
    {
        var names = polls.Select(static p => $"'{p.RestMethod}'").ToList();
        return (names.Count > MaxNamed ? $"{string.Join(", ", names.Take(MaxNamed))} and {names.Count - MaxNamed} more" : Joined(names)) + polls[0].Calls[0].Effect.Way();
    }

    /// <summary><c>above 30,000 rows of crm.activity this alone is more than the 2 requests/s that the Standard plan (assumed) lets through</c></summary>
    public static string Load(this IReadOnlyList<Poll> polls, LoadConfiguration configuration)
    {
        var load = new RunLoad(polls[0].Run.Only(polls.SelectMany(static p => p.Calls).Contains), configuration);
        var allowed = $"{Number(load.Plan.Value.Drain)} requests/s that the {load.Plan.Value.Name} plan ({Word(load.Plan.Provenance)}) lets through";
        return load.Estimate is { Requests.Exact: not null, SustainedRate.Exact: { } rate } && rate >= Noticeable ? $"{load.Formula()}, {Number(rate)} requests/s on average of the {allowed}"
            : load.Least(Verdict.AverageExceedsDrain) is { } threshold ? $"{load.Formula()}; above {threshold.Text()} this alone {(load.Run.Entry.Schedule is LoopSchedule ? "may be" : "is")} more than the {allowed}"
            : load.Formula();
    }

    /// <summary><c>Subscribe to OnCrmDealAdd, OnCrmDealUpdate and OnCrmDealDelete</c></summary>
    public static string Advice(this IReadOnlyList<Poll> polls)
    {
        var events = polls.SelectMany(static p => p.Changes.Events).Distinct(StringComparer.Ordinal).ToList();
        var told = polls.All(static p => p.Changes.AreTold);
        var field = polls.Select(static p => p.Changes.Field).FirstOrDefault(static f => f is not null);
        var filter = field is null ? "read it less often, and only what is needed" : $"read what changed by the filter '>{field}'";
        return told && events.Count > 0 ? $"Subscribe to {Joined(events)}" : $"No event tells of all these changes: {filter}";
    }

    public static ImmutableArray<Location> Elsewhere(this IReadOnlyList<Poll> polls) => polls.SelectMany(static p => p.Calls).SelectMany(static c => c.Effect.Path).Places();

    static string Joined(List<string> names) => names.Count < 2 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[names.Count - 1]}";
}
