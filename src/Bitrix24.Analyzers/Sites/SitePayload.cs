using System.Collections.Immutable;
using System.Globalization;
using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Recognition;

namespace Bitrix24.Analyzers.Sites;

/// <summary>What a site tells a code fix, so that nothing has to be analysed twice.</summary>
static class SitePayload
{
    public static ImmutableDictionary<string, string?> Payload(this Site site, ImmutableArray<Site> all)
    {
        var payload = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        if (site.Effects is not [{ Rest: { Method: not null } rest }])
            return payload.ToImmutable();
        payload[FixPayload.RestMethod] = rest.Name;
        payload[FixPayload.Writes] = rest.IsWrite ? "true" : "false";
        payload[FixPayload.Others] = Others(site, all);
        var ordinal = MethodOrdinal(site.Call, rest);
        payload[FixPayload.Shape] = site.Call.Kind == CallKind.Send ? FixPayload.CallsSender : ordinal >= 0 ? FixPayload.CallsWrapper : FixPayload.CallsHelper;
        if (ordinal >= 0)
            payload[FixPayload.MethodParameter] = ordinal.ToString(CultureInfo.InvariantCulture);
        return payload.ToImmutable();
    }

    static string Others(Site site, ImmutableArray<Site> all)
    {
        var others = all.Where(s => !ReferenceEquals(s.Call, site.Call) && site.Round is { } round && round.Span.Contains(s.Call.Node.Span)).SelectMany(static s => s.Effects).ToList();
        return others.Count == 0 ? FixPayload.OthersNone : others.Any(static e => e.Rest!.IsWrite) ? FixPayload.OthersWrite : FixPayload.OthersRead;
    }

    static int MethodOrdinal(CallFact call, RestTarget rest)
    {
        if (call.MethodOrdinal >= 0)
            return call.MethodOrdinal;
        for (var i = 0; i < Math.Min(call.Arguments.Length, call.Callee?.Parameters.Length ?? 0); i++)
        {
            if (RestIdentifier.Identify(call.Arguments[i], nameEvidence: true, out var target) == Verdict.Rest && target == rest)
                return i;
        }

        return -1;
    }
}
