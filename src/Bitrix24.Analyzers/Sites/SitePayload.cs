using System.Collections.Immutable;
using System.Globalization;
using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Recognition;

namespace Bitrix24.Analyzers.Sites;

/// <summary>What a site tells a code fix, so that nothing has to be analysed twice.</summary>
static class SitePayload
{
    /// <summary>Calls of one round that a fix takes together; more are not rewritten at once.</summary>
    const int MaxCompanions = 20;

    public static ImmutableDictionary<string, string?> Payload(this Site site, ImmutableArray<Site> all)
    {
        var payload = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        if (Rest(site) is not { } rest)
            return payload.ToImmutable();
        payload[FixPayload.RestMethod] = rest.Name;
        payload[FixPayload.Writes] = rest.IsWrite ? "true" : "false";
        var others = Others(site, all);
        payload[FixPayload.Others] = others.Count == 0 ? FixPayload.OthersNone
            : others.Exists(static o => o.Effects.Any(static e => e.Rest!.IsWrite)) ? FixPayload.OthersWrite : FixPayload.OthersRead;
        if (others.Count is > 0 and <= MaxCompanions && rest.IsWrite && others.TrueForAll(static o => Rest(o) is { IsWrite: true }))
            payload[FixPayload.Companions] = string.Join(";", others.Select(o => Companion(o, site)));
        var ordinal = MethodOrdinal(site.Call, rest);
        payload[FixPayload.Shape] = Shape(site, ordinal);
        if (ordinal >= 0)
            payload[FixPayload.MethodParameter] = ordinal.ToString(CultureInfo.InvariantCulture);
        return payload.ToImmutable();
    }

    /// <summary>The one REST method that the site calls.</summary>
    static RestTarget? Rest(Site site) => site.Effects is [{ Rest: { Method: not null } rest }] ? rest : null;

    static string Shape(Site site, int ordinal) =>
        site.Call.Kind == CallKind.Send ? FixPayload.CallsSender : ordinal >= 0 ? FixPayload.CallsWrapper : FixPayload.CallsHelper;

    /// <summary>What else calls the portal in the same round.</summary>
    static List<Site> Others(Site site, ImmutableArray<Site> all) =>
        [.. all.Where(s => !ReferenceEquals(s.Call, site.Call) && site.Round is { } round && round.Span.Contains(s.Call.Node.Span))];

    static string Companion(Site other, Site site)
    {
        var rest = Rest(other)!;
        var ordinal = MethodOrdinal(other.Call, rest);
        var distance = other.Call.Name.SourceSpan.Start - site.Call.Name.SourceSpan.Start;
        return string.Join(",", distance.ToString(CultureInfo.InvariantCulture), rest.Name, Shape(other, ordinal), ordinal < 0 ? "" : ordinal.ToString(CultureInfo.InvariantCulture), NameOf(other));
    }

    static string NameOf(Site site) => site.Call.Name.SourceTree is { } tree ? tree.GetRoot().FindToken(site.Call.Name.SourceSpan.Start).ValueText : "";

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
