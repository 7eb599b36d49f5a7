using System.Collections.Immutable;
using Bitrix24.Analyzers.Configuration;

namespace Bitrix24.Analyzers.Polling;

/// <summary>What a poll tells its code fixes.</summary>
static class PollPayload
{
    /// <summary>Nothing where a run reads more than one list, or one list in more than one place: what one has may mean something to the other.</summary>
    public static ImmutableDictionary<string, string?> Payload(this IReadOnlyList<Poll> polls, LoadConfiguration configuration, bool showsWebhook)
    {
        var payload = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        if (polls is not [{ Calls: [var call] } poll] || poll.Run.Calls.Any(c => c != call && c.Effect.Rest is not { IsWrite: true, IsBatch: false }))
            return payload.ToImmutable();
        payload[FixPayload.RestMethod] = poll.RestMethod;
        payload[FixPayload.Ways] = string.Join(";", Ways(poll, configuration, showsWebhook));
        payload[FixPayload.ChangedField] = poll.Changes.Field;
        payload[FixPayload.Events] = string.Join(";", poll.Changes.OfRows);
        payload[FixPayload.Deletion] = poll.Changes.OfDeletion;
        if (configuration.PollingFix is { } chosen)
            payload[FixPayload.Chosen] = chosen;
        return payload.ToImmutable();
    }

    /// <summary>
    /// What was chosen comes first, since it is what Fix All takes. An application has the offline queue; events that come to an
    /// address need an administrator or an installer, so they are never what nobody chose.
    /// </summary>
    static IEnumerable<string> Ways(Poll poll, LoadConfiguration configuration, bool showsWebhook)
    {
        var isWebhook = configuration.Auth == PortalAuth.Webhook || (configuration.Auth == PortalAuth.Unknown && showsWebhook);
        var areTold = poll.Changes is { AreTold: true, OfRows.Length: > 0 };
        string?[] all =
        [
            areTold && !isWebhook ? FixPayload.Offline : null,
            poll.Changes.Field is not null ? FixPayload.ChangedSince : null,
            areTold ? FixPayload.Online : null,
        ];
        var usual = configuration.Auth == PortalAuth.OAuth ? FixPayload.Offline : FixPayload.ChangedSince;
        return all.OfType<string>().OrderBy(way => way == configuration.PollingFix ? 0 : way == usual ? 1 : way == FixPayload.Online ? 3 : 2);
    }
}
