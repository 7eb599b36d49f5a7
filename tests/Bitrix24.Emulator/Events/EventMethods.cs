using System.Globalization;
using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Events;

/// <summary>Binding handlers to events; only applications can.</summary>
internal static class EventMethods
{
    /// <summary>The least pause between two notices of the offline queue, in seconds, unless the binding says more.</summary>
    private const long DefaultMinimumSeconds = 1;

    public static readonly IReadOnlyList<IRestMethod> All =
    [
        new RestMethod("events", "", (_, _) => new Reply(new JsonArray([.. PortalEvent.Names.Select(name => JsonValue.Create(name))]))) { NeedsApplication = true },
        new RestMethod("event.bind", "", Bind) { NeedsApplication = true },
        new RestMethod("event.unbind", "", Unbind) { NeedsApplication = true },
        new RestMethod("event.get", "", Get) { NeedsApplication = true },
        new RestMethod("event.test", "", Test) { NeedsApplication = true },
    ];

    private static Reply Bind(Call call, World world)
    {
        var known = Event(call);
        var isOffline = IsOffline(call);
        var handler = call.Text("handler") ?? "";
        var user = call.Number("auth_type") ?? 0;
        if (!isOffline && handler.Length == 0)
            throw RestError.MissingParameter("handler");
        if (!isOffline && !(Uri.TryCreate(handler, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            throw RestError.Of("ERROR_EVENT_HANDLER", "The handler is no URL");
        if (isOffline && !known.CanBeOffline)
            throw RestError.Of("ERROR_EVENT_NOT_FOUND", "The event cannot be offline");
        if (!call.Caller.IsAdmin && (isOffline || (user != 0 && user != call.Caller.UserId)))
            throw RestError.Of("ACCESS_DENIED");
        var seconds = call.Map("options").FirstOrDefault(option => option.Key.Equals("minTimeout", StringComparison.OrdinalIgnoreCase)).Value;
        var binding = new Binding(
            0, call.Caller.Name, known.Name, isOffline ? "" : handler, call.Caller.IsAdmin ? user : call.Caller.UserId, isOffline,
            call.Text("auth_connector") ?? "", Scalar.Number(seconds) ?? DefaultMinimumSeconds, "");
        if (Own(call, world).Any(other => other with { Id = 0, MinimumSeconds = 0 } == binding with { MinimumSeconds = 0 }))
            throw RestError.Of("ERROR_EVENT_BINDING", "Unable to set event handler: the handler is bound already");
        Binding.Add(world.Store, binding);
        return Reply.True with { Work = Work.Write };
    }

    private static Reply Unbind(Call call, World world)
    {
        var known = Event(call);
        var isOffline = IsOffline(call);
        var removed = Own(call, world).Where(binding => binding.Event == known.Name && binding.IsOffline == isOffline
            && (isOffline ? call.Text("auth_connector") is null || call.Text("auth_connector") == binding.Connector : binding.Handler == call.Text("handler"))
            && (call.Number("auth_type") is null || call.Number("auth_type") == binding.UserId)).ToList();
        removed.ForEach(binding => binding.Remove(world.Store));
        return new Reply(new JsonObject { ["count"] = removed.Count }) { Work = Work.Write };
    }

    private static Reply Get(Call call, World world) => new(new JsonArray([.. Own(call, world).Select(binding =>
    {
        var shown = new JsonObject { ["event"] = binding.Event };
        if (binding.IsOffline)
            shown["connector_id"] = binding.Connector;
        else
            (shown["handler"], shown["auth_type"]) = (binding.Handler, binding.UserId.ToString(CultureInfo.InvariantCulture));
        shown["offline"] = binding.IsOffline ? 1 : 0;
        return shown;
    })]));

    private static Reply Test(Call call, World world)
    {
        var query = new JsonObject();
        foreach (var (name, value) in call.Parameters)
            query[name] = value?.DeepClone();
        world.Events.RaiseFor(call.Caller.Name, "ONAPPTEST", new JsonObject { ["QUERY"] = query }, call);
        return Reply.True;
    }

    private static IEnumerable<Binding> Own(Call call, World world) => Binding.All(world.Store).Where(binding => binding.Application == call.Caller.Name);

    private static PortalEvent Event(Call call) =>
        PortalEvent.Find(call.Text("event") ?? throw RestError.MissingParameter("event")) ?? throw RestError.Of("ERROR_EVENT_NOT_FOUND");

    private static bool IsOffline(Call call) => call.Text("event_type")?.ToLowerInvariant() switch
    {
        null or "" or "online" => false,
        "offline" => true,
        _ => throw RestError.Argument("event_type is online or offline"),
    };
}
