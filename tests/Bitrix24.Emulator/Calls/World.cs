using Bitrix24.Emulator.Counting;
using Bitrix24.Emulator.Entities;
using Bitrix24.Emulator.Limits;

namespace Bitrix24.Emulator.Calls;

/// <summary>A row that a call added, updated or deleted.</summary>
internal sealed record Change(Entity Entity, string Table, long Id, string Verb, Call Call);

/// <summary>Everything that belongs to one portal. One call at a time works on it, under <see cref="Gate"/>.</summary>
internal sealed class World(PortalOptions options, TimeProvider clock) : IDisposable
{
    public Lock Gate { get; } = new();

    public PortalOptions Options { get; } = options;

    public TimeProvider Clock { get; } = clock;

    public RowStore Store { get; } = new(options.File);

    public MethodTable Methods { get; } = MethodTable.Create();

    public Applications Applications { get; } = new();

    public Ledger Ledger { get; } = new(options.KeepCalls);

    public RateGuard Rate { get; } = new(options.Rate);

    public OperatingGuard Operating { get; } = new(options);

    public FailurePlan Failures { get; } = new();

    /// <summary>Support has blocked the portal's REST by hand.</summary>
    public bool IsBlocked { get; set; }

    public Counters Counters() => Ledger.Snapshot(Operating, Rate.Levels(Clock.GetUtcNow()), Clock.GetUtcNow());

    public void Changed(Change change) => _ = change;

    public void Dispose() => Store.Dispose();
}
