using Bitrix24.Emulator.Events;

namespace Bitrix24.Emulator;

/// <content>Events as a test sees them.</content>
public sealed partial class Portal
{
    /// <summary>Events posted to handlers so far.</summary>
    public IReadOnlyList<Delivery> Deliveries
    {
        get
        {
            lock (_world.Gate)
                return _world.Delivery.Deliveries;
        }
    }

    /// <summary>Creates an outgoing webhook, as an administrator does by hand, and answers its application token.</summary>
    /// <exception cref="ArgumentException">An event is unknown, or comes to applications only.</exception>
    public string AddOutgoingWebhook(Uri handler, params IReadOnlyList<string> events)
    {
        ArgumentNullException.ThrowIfNull(handler);
        var token = Applications.Secret();
        var known = events.Select(name => PortalEvent.Find(name) is { CanBeOutgoing: true } found
            ? found
            : throw new ArgumentException($"{name} is no event of outgoing webhooks.", nameof(events))).ToList();
        lock (_world.Gate)
        {
            foreach (var each in known)
                Binding.Add(_world.Store, new Binding(0, "outgoing webhook", each.Name, handler.ToString(), 0, IsOffline: false, "", 0, token));
        }

        return token;
    }

    /// <summary>Completes when every event raised so far was posted.</summary>
    public Task EventsDeliveredAsync()
    {
        lock (_world.Gate)
            return _world.Delivery.Idle;
    }
}
