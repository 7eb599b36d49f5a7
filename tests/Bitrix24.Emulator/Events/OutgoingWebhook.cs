using Bitrix24.Emulator.Entities;

namespace Bitrix24.Emulator.Events;

/// <summary>A handler of events that an administrator creates by hand, without an application.</summary>
internal static class OutgoingWebhook
{
    /// <summary>Answers the token that comes with each event.</summary>
    /// <exception cref="ArgumentException">An event is unknown, or comes to applications only.</exception>
    public static string Add(RowStore store, Uri handler, IReadOnlyList<string> events)
    {
        var token = Applications.Secret();
        var known = events.Select(name => PortalEvent.Find(name) is { CanBeOutgoing: true } found
            ? found
            : throw new ArgumentException($"{name} is no event of outgoing webhooks.", nameof(events))).ToList();
        foreach (var each in known)
            Binding.Add(store, new Binding(0, "outgoing webhook", each.Name, handler.ToString(), 0, IsOffline: false, "", 0, token));
        return token;
    }
}
