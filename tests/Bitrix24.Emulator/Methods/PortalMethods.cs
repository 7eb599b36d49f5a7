using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Entities;

namespace Bitrix24.Emulator.Methods;

/// <summary>Methods about the portal and the caller's access to it.</summary>
internal static class PortalMethods
{
    public static readonly IReadOnlyList<IRestMethod> All =
    [
        new RestMethod("app.info", "", (call, _) => new Reply(new JsonObject
        {
            ["ID"] = 1,
            ["CODE"] = call.Caller.IsApplication ? call.Caller.Name : throw RestError.Of("ACCESS_DENIED", "Access denied! Application context required"),
            ["VERSION"] = 1,
            ["STATUS"] = "L",
            ["INSTALLED"] = true,
            ["PAYMENT_EXPIRED"] = "N",
            ["DAYS"] = null,
            ["LANGUAGE_ID"] = "en",
            ["LICENSE"] = "en_basic",
        })),
        new RestMethod("server.time", "", (call, _) => new Reply(PortalTime.Text(call.Now))),
        new RestMethod("scope", "", (call, world) => new Reply(Names(world.Methods.Scopes.Where(call.Caller.Has)))),
        new RestMethod("methods", "", (_, world) => new Reply(Names(world.Methods.Names))),
        new RestMethod("method.get", "", (call, world) =>
        {
            var name = call.Text("name") ?? throw RestError.MissingParameter("name");
            var method = world.Methods.Find(name);
            return new Reply(new JsonObject { ["isExisting"] = method is not null, ["isAvailable"] = method is not null && call.Caller.Has(method.Scope) });
        }),
        new RestMethod("feature.get", "", (call, _) => call.Text("CODE") is null
            ? throw RestError.Of("CODE_EMPTY", "CODE can't be empty")
            : new Reply(new JsonObject { ["value"] = "Y" })),
    ];

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => JsonValue.Create(name))]);
}
