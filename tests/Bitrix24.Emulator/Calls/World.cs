using Bitrix24.Emulator.Counting;
using Bitrix24.Emulator.Entities;
using Bitrix24.Emulator.Events;
using Bitrix24.Emulator.Limits;

namespace Bitrix24.Emulator.Calls;

/// <summary>A row that a call added, updated or deleted.</summary>
internal sealed record Change(string Table, long Id, string Verb, Call Call);

/// <summary>Everything that belongs to one portal. One call at a time works on it, under <see cref="Gate"/>.</summary>
internal sealed class World : IAsyncDisposable
{
    public World(PortalOptions options, TimeProvider clock)
    {
        (Options, Clock) = (options, clock);
        Store = new RowStore(options.File);
        Ledger = new Ledger(options.KeepCalls);
        Rate = new RateGuard(options.Rate);
        Operating = new OperatingGuard(options);
        Events = new EventRaiser(this);
        Delivery = new EventDelivery(this);
    }

    public Lock Gate { get; } = new();

    public PortalOptions Options { get; }

    public TimeProvider Clock { get; }

    public RowStore Store { get; }

    public MethodTable Methods { get; } = MethodTable.All;

    public Applications Applications { get; } = new();

    public Ledger Ledger { get; }

    public RateGuard Rate { get; }

    public OperatingGuard Operating { get; }

    public FailurePlan Failures { get; } = new();

    /// <summary>Support has blocked the portal's REST by hand.</summary>
    public bool IsBlocked { get; set; }

    public Counters Counters() => Ledger.Snapshot(Operating, Rate.Levels(Clock.GetUtcNow()), Clock.GetUtcNow());

    public EventRaiser Events { get; }

    public EventDelivery Delivery { get; }

    /// <summary>Where the portal listens, once it does.</summary>
    public Uri Address { get; set; } = new("http://127.0.0.1/");

    public void Changed(Change change)
    {
        if (!ReferenceEquals(change.Call.Caller, Caller.Portal))
            Events.Raise(change);
    }

    public async ValueTask DisposeAsync()
    {
        await Delivery.DisposeAsync();
        Store.Dispose();
    }
}
