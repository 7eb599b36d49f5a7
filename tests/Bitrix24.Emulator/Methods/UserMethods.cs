using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Entities;

namespace Bitrix24.Emulator.Methods;

/// <summary>Methods about the user in whose name a call runs.</summary>
internal static class UserMethods
{
    private static readonly Entity Users = Entity.Read().Single(entity => entity.Prefix == "user");

    public static readonly IReadOnlyList<IRestMethod> All =
    [
        new RestMethod("user.current", "user", (call, world) =>
        {
            var view = View.Of(Users, call, needsOwner: false);
            return new Reply(view.Show(call.Caller.UserId, Own(call, world), view.Shape.Fields)) { Work = Work.Read(1, view.Shape.Fields.Count) };
        }),
        new RestMethod("user.admin", "", (call, _) => new Reply(call.Caller.IsAdmin)),
        new RestMethod("profile", "", (call, world) => new Reply(new JsonObject
        {
            ["ID"] = call.Caller.UserId.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["ADMIN"] = call.Caller.IsAdmin,
            ["NAME"] = Own(call, world)["NAME"]?.DeepClone(),
            ["LAST_NAME"] = Own(call, world)["LAST_NAME"]?.DeepClone(),
            ["PERSONAL_GENDER"] = "",
            ["TIME_ZONE"] = "Europe/Moscow",
        })),
    ];

    private static JsonObject Own(Call call, World world) => world.Store.Get("user", call.Caller.UserId) ?? [];
}
