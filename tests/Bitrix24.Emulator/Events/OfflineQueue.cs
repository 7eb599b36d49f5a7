using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Entities;

namespace Bitrix24.Emulator.Events;

/// <summary>The queue of offline events: one record for each object and application, however often it changed.</summary>
internal static class OfflineQueue
{
    public const string Table = "event_offline";

    /// <summary>How long records stay reserved for a process that neither clears nor marks them.</summary>
    private static readonly TimeSpan Reserved = TimeSpan.FromDays(30);

    public static void Put(RowStore store, Binding binding, JsonObject data, Call call)
    {
        var key = $"{binding.Application} {binding.Connector} {binding.Event} {data.ToJsonString()}";
        var row = new JsonObject
        {
            ["KEY"] = key,
            ["APPLICATION"] = binding.Application,
            ["CONNECTOR"] = binding.Connector,
            ["TIMESTAMP_X"] = PortalTime.Text(call.Now),
            ["EVENT_NAME"] = binding.Event,
            ["EVENT_DATA"] = data.DeepClone(),
            ["EVENT_ADDITIONAL"] = new JsonObject { ["user_id"] = call.Caller.UserId },
            ["MESSAGE_ID"] = Applications.Secret(),
            ["PROCESS_ID"] = "",
            ["ERROR"] = 0,
        };
        var waiting = store.List(Table, new Condition("json_extract(data,'$.KEY')=? AND json_extract(data,'$.PROCESS_ID')=''", [key]), "id", 1, 0);
        if (waiting.Count > 0)
            store.Update(Table, waiting[0].Id, row);
        else
            store.Insert(Table, row);
    }

    /// <summary>Drops what was reserved too long ago.</summary>
    public static void Expire(RowStore store, DateTimeOffset now)
    {
        var old = new Condition("json_extract(data,'$.PROCESS_ID')<>'' AND json_extract(data,'$.RESERVED')<=?", [(now - Reserved).ToUnixTimeSeconds()]);
        foreach (var (id, _) in store.List(Table, old, "id", -1, 0))
            store.Delete(Table, id);
    }

    /// <summary>Reserves rows for a process, or deletes them.</summary>
    public static void Take(RowStore store, IEnumerable<(long Id, JsonObject Row)> rows, string? process, DateTimeOffset now) => store.Together(() =>
    {
        foreach (var (id, row) in rows)
        {
            if (process is null)
            {
                store.Delete(Table, id);
                continue;
            }

            (row["PROCESS_ID"], row["RESERVED"]) = (process, now.ToUnixTimeSeconds());
            store.Update(Table, id, row);
        }

        return true;
    });
}
