using System.Globalization;
using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Events;

/// <summary>The form that a handler gets: <c>event</c>, <c>event_handler_id</c>, <c>data</c>, <c>ts</c>, <c>auth</c>.</summary>
internal static class EventForm
{
    public static List<KeyValuePair<string, string>> Of(Binding binding, JsonObject data, Call call, World world)
    {
        var form = new JsonObject
        {
            ["event"] = binding.Event,
            ["event_handler_id"] = binding.Id,
            ["data"] = data.DeepClone(),
            ["ts"] = call.Now.ToUnixTimeSeconds(),
            ["auth"] = binding.IsOutgoingWebhook ? Portal(world, binding.Token) : Application(binding, call, world),
        };
        var fields = new List<KeyValuePair<string, string>>();
        Flatten("", form, fields);
        return fields;
    }

    /// <summary>The rights of the user who acted, or of the one that the binding named.</summary>
    private static JsonObject Application(Binding binding, Call call, World world)
    {
        var user = binding.UserId > 0 ? binding.UserId : call.Caller.UserId;
        var installation = world.Applications.TokenFor(binding.Application, user, call.Now);
        var auth = Portal(world, installation?.ApplicationToken ?? "");
        if (installation is null)
            return auth;
        auth["access_token"] = installation.AccessToken;
        auth["expires"] = call.Now.AddHours(1).ToUnixTimeSeconds();
        auth["expires_in"] = 3600;
        auth["scope"] = string.Join(',', world.Methods.Scopes);
        auth["user_id"] = user;
        auth["status"] = "L";
        return auth;
    }

    private static JsonObject Portal(World world, string applicationToken) => new()
    {
        ["domain"] = world.Address.Authority,
        ["client_endpoint"] = $"{world.Address}rest/",
        ["server_endpoint"] = $"{world.Address}rest/",
        ["member_id"] = world.Delivery.MemberId,
        ["application_token"] = applicationToken,
    };

    private static void Flatten(string name, JsonNode? node, List<KeyValuePair<string, string>> fields)
    {
        switch (node)
        {
            case JsonObject map:
                foreach (var (key, value) in map)
                    Flatten(name.Length == 0 ? key : $"{name}[{key}]", value, fields);
                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                    Flatten(string.Create(CultureInfo.InvariantCulture, $"{name}[{i}]"), list[i], fields);
                break;
            default:
                fields.Add(KeyValuePair.Create(name, Scalar.Text(node) ?? ""));
                break;
        }
    }
}
