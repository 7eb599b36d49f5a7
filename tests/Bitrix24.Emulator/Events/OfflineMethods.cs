using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Entities;

namespace Bitrix24.Emulator.Events;

/// <summary>Reading and clearing the offline queue; an administrator's application alone can.</summary>
internal static class OfflineMethods
{
    /// <summary>Records that one call gets unless it asks for another number.</summary>
    private const long DefaultLimit = 50;

    private static readonly Entity Queue = new("event.offline", OfflineQueue.Table, "", "upper", "text", 50, "", "TIMESTAMP_X", "", "", "");

    private static readonly string[] Shown = ["ID", "TIMESTAMP_X", "EVENT_NAME", "EVENT_DATA", "EVENT_ADDITIONAL", "MESSAGE_ID"];
    private static readonly string[] Listed = [.. Shown, "PROCESS_ID", "ERROR"];

    public static readonly IReadOnlyList<IRestMethod> All =
    [
        new RestMethod("event.offline.get", "", Get) { NeedsApplication = true },
        new RestMethod("event.offline.list", "", List) { NeedsApplication = true },
        new RestMethod("event.offline.clear", "", Clear) { NeedsApplication = true },
        new RestMethod("event.offline.error", "", Error) { NeedsApplication = true },
    ];

    private static Reply Get(Call call, World world)
    {
        var clears = call["clear"] is null || Scalar.IsTrue(call["clear"]);
        var process = call.Text("process_id") is { Length: > 0 } given ? given : clears ? null : Applications.Secret();
        var failed = Scalar.IsTrue(call["error"]) ? "1" : "json_extract(data,'$.ERROR')=0";
        var query = Query(call, world, Shown);
        var where = Condition.Joined([query.Where, new Condition($"json_extract(data,'$.PROCESS_ID')='' AND {failed}", [])], "AND");
        var rows = world.Store.List(OfflineQueue.Table, where, query.Order, Math.Clamp(call.Number("limit") ?? DefaultLimit, 1, 1000), 0);
        var shown = new JsonArray([.. rows.Select(row => query.View.Show(row.Id, row.Row, query.Select(row.Row)))]);
        OfflineQueue.Take(world.Store, rows, clears ? null : process, call.Now);
        return new Reply(new JsonObject { ["process_id"] = process, ["events"] = shown }) { Work = new Work(rows.Count, 0, 0, rows.Count > 0 ? 1 : 0) };
    }

    private static Reply List(Call call, World world) => Query(call, world, Listed).Read(world.Store, rows => rows);

    private static Reply Clear(Call call, World world)
    {
        foreach (var (id, _) in Reserved(call, world))
            world.Store.Delete(OfflineQueue.Table, id);
        return Reply.True with { Work = Work.Write };
    }

    private static Reply Error(Call call, World world)
    {
        foreach (var (id, row) in Reserved(call, world))
        {
            (row["ERROR"], row["PROCESS_ID"]) = (1, "");
            world.Store.Update(OfflineQueue.Table, id, row);
        }

        return Reply.True with { Work = Work.Write };
    }

    /// <summary>The records of a process, all or those named by <c>id</c> or <c>message_id</c>.</summary>
    private static List<(long Id, JsonObject Row)> Reserved(Call call, World world)
    {
        Open(call, world);
        var process = call.Text("process_id") ?? throw RestError.MissingParameter("process_id");
        var ids = call.Values("id").Select(Scalar.Number).ToHashSet();
        var messages = call.Values("message_id").Select(Scalar.Text).ToHashSet();
        return [.. world.Store.All(OfflineQueue.Table).Where(row =>
            Scalar.Text(row.Row["APPLICATION"]) == call.Caller.Name
            && Scalar.Text(row.Row["PROCESS_ID"]) == process
            && ((ids.Count == 0 && messages.Count == 0) || ids.Contains(row.Id) || messages.Contains(Scalar.Text(row.Row["MESSAGE_ID"]))))];
    }

    private static ListQuery Query(Call call, World world, string[] fields)
    {
        Open(call, world);
        var view = View.Of(Queue, call, needsOwner: false) with
        {
            Owner = new Dictionary<string, JsonNode>(StringComparer.Ordinal)
            {
                ["APPLICATION"] = JsonValue.Create(call.Caller.Name), ["CONNECTOR"] = JsonValue.Create(call.Text("auth_connector") ?? ""),
            },
        };
        return ListQuery.Of(call, view, "filter") with { Select = _ => fields.Select(view.Shape.Stored).OfType<Field>() };
    }

    private static void Open(Call call, World world)
    {
        if (!call.Caller.IsAdmin)
            throw RestError.Of("ACCESS_DENIED");
        OfflineQueue.Expire(world.Store, call.Now);
    }
}
