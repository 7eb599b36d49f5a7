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
        lock (_world.Gate)
            return OutgoingWebhook.Add(_world.Store, handler, events);
    }

    /// <summary>Completes when every event raised so far was posted.</summary>
    public Task EventsDeliveredAsync()
    {
        lock (_world.Gate)
            return _world.Delivery.Idle;
    }
}
