using System.Globalization;

namespace Bitrix24.LoadModel;

/// <summary>What the numbers of an estimate rest on, and nothing that they do not.</summary>
internal static class Assumptions
{
    public static IEnumerable<Assumption> Of(Workload workload, LoadSettings settings, SizeTable sizes, LoadCase least)
    {
        var plan = settings.Plan;
        yield return new(Text($"plan {plan.Value.Name} ({plan.Value.Threshold} requests, {plan.Value.Drain} a second), with no other caller at this address"), plan.Provenance);

        if (settings.LatencySeconds.Value > least.WorkPerRequest)
            yield return new(Text($"{settings.LatencySeconds.Value} s for a request"), settings.LatencySeconds.Provenance);

        foreach (var size in sizes.Used.Where(settings.Sizes.ContainsKey))
            yield return new(Text($"{settings.Sizes[size].Value} {size}"), settings.Sizes[size].Provenance);

        if (workload.Schedule is WebRequestSchedule && settings.WebRequestsPerMinute is { } rate)
            yield return new(Text($"{rate.Value} web requests a minute"), rate.Provenance);

        if (workload.Methods.Count == 0)
            yield break;

        var limit = settings.OperatingLimitSeconds;
        yield return new(limit.Value is { } seconds ? Text($"{seconds} s of operating time for a method in 10 min") : "no limit of operating time", limit.Provenance);

        if (limit.Value is not null && settings.OperatingScope.Value == OperatingScope.Portal)
            yield return new("no other application of the portal uses these methods", Provenance.Assumed);

        foreach (var method in workload.Methods.Select(load => OfMethod(load, settings, sizes)).Distinct())
            yield return method;
    }

    private static Assumption OfMethod(MethodLoad load, LoadSettings settings, SizeTable sizes)
    {
        var seconds = CallCost.Seconds(load, settings, sizes);
        return new(
            Text($"{(seconds.IsExact ? "" : "at least ")}{seconds.AtLeast:0.####} s of operating time for a call of {load.RestMethod}"),
            settings.SecondsOf(load.RestMethod)?.Provenance ?? settings.ServiceTime.Provenance);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
