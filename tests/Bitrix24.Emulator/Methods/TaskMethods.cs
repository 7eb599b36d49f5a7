using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Entities;

namespace Bitrix24.Emulator.Methods;

/// <summary>Methods that move a task from one status to another.</summary>
internal static class TaskMethods
{
    private static readonly Entity Tasks = Entity.Read().Single(entity => entity.Prefix == "tasks.task");

    private static readonly (string Verb, long Status)[] Moves =
        [("start", 3), ("pause", 2), ("complete", 5), ("renew", 2), ("defer", 6), ("approve", 5), ("disapprove", 2)];

    public static readonly IReadOnlyList<IRestMethod> All =
    [
        .. Moves.Select(move => new RestMethod($"tasks.task.{move.Verb}", "task", (call, world) => Change(call, world, row =>
        {
            row["STATUS"] = move.Status;
            if (move.Verb == "complete")
                row["CLOSED_BY"] = call.Caller.UserId;
        }))),
        new RestMethod("tasks.task.delegate", "task", (call, world) =>
        {
            var user = call.Number("userId") ?? throw RestError.MissingParameter("userId");
            return Change(call, world, row => row["RESPONSIBLE_ID"] = user);
        }),
    ];

    private static Reply Change(Call call, World world, Action<JsonObject> change)
    {
        var view = View.Of(Tasks, call, needsOwner: false);
        var id = call.Number("taskId") ?? throw RestError.MissingParameter("taskId");
        var row = world.Store.Get(view.Table, id) ?? throw RestError.Of(Tasks.Missing, "Element not found");
        change(row);
        RowWriter.Change(view, row, [], call, world.Store);
        world.Store.Update(view.Table, id, row);
        world.Changed(new Change(view.Table, id, "UPDATE", call));
        return new Reply(new JsonObject { ["task"] = view.Show(id, row) }) { Work = Work.Write };
    }
}
