using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Entities;

namespace Bitrix24.Emulator.Events;

/// <summary>A handler of an event: of an application, or an outgoing webhook (which has a token of its own).</summary>
internal sealed record Binding(
    long Id, string Application, string Event, string Handler, long UserId, bool IsOffline, string Connector, long MinimumSeconds, string Token)
{
    private const string Table = "event_binding";

    public bool IsOutgoingWebhook => Token.Length > 0;

    public static IEnumerable<Binding> All(RowStore store) => store.All(Table).Select(row => Read(row.Id, row.Row));

    public static long Add(RowStore store, Binding binding) => store.Insert(Table, new JsonObject
    {
        ["APPLICATION"] = binding.Application,
        ["EVENT"] = binding.Event,
        ["HANDLER"] = binding.Handler,
        ["USER"] = binding.UserId,
        ["OFFLINE"] = binding.IsOffline ? 1 : 0,
        ["CONNECTOR"] = binding.Connector,
        ["MINIMUM"] = binding.MinimumSeconds,
        ["TOKEN"] = binding.Token,
    });

    public void Remove(RowStore store) => store.Delete(Table, Id);

    private static Binding Read(long id, JsonObject row) => new(
        id,
        Scalar.Text(row["APPLICATION"])!,
        Scalar.Text(row["EVENT"])!,
        Scalar.Text(row["HANDLER"])!,
        Scalar.Number(row["USER"]) ?? 0,
        Scalar.Number(row["OFFLINE"]) == 1,
        Scalar.Text(row["CONNECTOR"])!,
        Scalar.Number(row["MINIMUM"]) ?? 0,
        Scalar.Text(row["TOKEN"])!);
}
