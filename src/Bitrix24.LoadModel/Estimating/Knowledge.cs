namespace Bitrix24.LoadModel;

/// <summary>What of a workload is known, so that its numbers are exact, and what is not.</summary>
internal sealed class Knowledge(Workload workload, LoadSettings settings, SizeTable sizes)
{
    /// <summary>How many requests a run sends.</summary>
    public bool Requests => sizes.IsExact(workload.Requests);

    /// <summary>How many requests are under way at once.</summary>
    public bool Workers => workload.Concurrency.HasValue;

    /// <summary>How often a run starts, apart from how long runs take.</summary>
    public bool Starts => workload.Schedule is not WebRequestSchedule || settings.WebRequestsPerMinute is not null;

    /// <summary>How long the portal works for a run.</summary>
    public bool Operating => workload.Methods.All(OperatingOf);

    /// <summary>Whether the numbers are those of a portal that is never busier: the runs of a loop come more seldom when they take longer.</summary>
    public bool IsLeast => Starts && (workload.Schedule is not LoopSchedule || Operating);

    /// <summary>What is not known, as phrases.</summary>
    public IEnumerable<string> Unknowns()
    {
        foreach (var reason in SizeTable.Formulas(workload).SelectMany(formula => formula.UnknownReasons).Distinct(StringComparer.Ordinal))
            yield return reason;
        foreach (var size in sizes.Missing)
            yield return $"the size of '{size}'";
        if (!Starts)
            yield return "how many web requests come in a minute";
    }

    /// <summary>How long the portal works for the calls of a method in a run.</summary>
    public bool OperatingOf(MethodLoad load) =>
        sizes.IsExact(load.Calls) && CallCost.Seconds(load, settings, sizes).IsExact;
}
