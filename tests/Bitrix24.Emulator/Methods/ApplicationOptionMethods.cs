using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Entities;

namespace Bitrix24.Emulator.Methods;

/// <summary>Settings that an application keeps in the portal, the same for all users and of that application alone.</summary>
internal static class ApplicationOptionMethods
{
    private const string Table = "app_option";

    public static readonly IReadOnlyList<IRestMethod> All =
    [
        new RestMethod("app.option.get", "", (call, world) =>
        {
            var options = Own(call, world).Options;
            return new Reply(call.Text("option") is { } name ? options[name]?.DeepClone() : PhpMap.Answer(options)) { Work = Work.Read(1) };
        }),
        new RestMethod("app.option.set", "", (call, world) =>
        {
            var (id, options) = Own(call, world);
            if (!call.Caller.IsAdmin)
                throw RestError.Of("ACCESS_DENIED", "Access denied! Administrator authorization required");
            // Without a map of options the parameters are the options.
            var given = call["options"] is null ? call.Parameters : call.Map("options");
            if (given.Count == 0)
                throw RestError.Argument("Argument 'options' is null or empty");
            foreach (var (name, value) in given)
                options[name] = value?.DeepClone();
            Keep(id, new JsonObject { ["APPLICATION"] = call.Caller.Name, ["OPTIONS"] = options }, world.Store);
            return Reply.True with { Work = Work.Write };
        }),
    ];

    private static (long? Id, JsonObject Options) Own(Call call, World world)
    {
        if (!call.Caller.IsApplication)
            throw RestError.Of("ACCESS_DENIED", "Access denied! Application context required");
        var rows = world.Store.List(Table, new Condition("json_extract(data,'$.APPLICATION')=?", [call.Caller.Name]), "id", 1, 0);
        return rows.Count > 0 ? (rows[0].Id, (JsonObject)rows[0].Row["OPTIONS"]!.DeepClone()) : (null, []);
    }

    private static void Keep(long? id, JsonObject row, RowStore store)
    {
        if (id is { } known)
            store.Update(Table, known, row);
        else
            store.Insert(Table, row);
    }
}
