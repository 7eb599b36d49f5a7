using System.Globalization;
using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Events;

namespace Bitrix24.Emulator.Http;

/// <summary>What the portal's owner registers by hand: applications and outgoing webhooks; an <c>ArgumentException</c> says what is wrong with the query.</summary>
internal sealed class Registration(World world)
{
    /// <summary>Installs an application: its tokens, and the secrets with which it renews and verifies.</summary>
    public JsonObject Install(IQueryCollection query)
    {
        var name = query["name"].ToString() is { Length: > 0 } given ? given : throw new ArgumentException("name is wanted: that of the application.", nameof(query));
        var user = !query.TryGetValue("user", out var text) ? 1
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new ArgumentException("user is the number of a user.", nameof(query));
        var admin = query["admin"].ToString() switch { "" or "yes" => true, "no" => false, _ => throw new ArgumentException("admin is yes or no.", nameof(query)) };
        var now = world.Clock.GetUtcNow();
        var installation = world.Applications.Install(name, user, admin, scopes: null, now);
        var answer = TokenAnswer.Of(world, installation, now);
        answer["application_token"] = installation.ApplicationToken;
        answer["client_id"] = installation.ClientId;
        answer["client_secret"] = installation.ClientSecret;
        return answer;
    }

    /// <summary>Creates an outgoing webhook: the token that its handler is sent.</summary>
    public JsonObject Outgoing(IQueryCollection query)
    {
        var handler = Uri.TryCreate(query["handler"], UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw new ArgumentException("handler is wanted: a URL of http or https.", nameof(query));
        var names = query["event"].OfType<string>().Where(name => name.Length > 0).ToList();
        return names.Count > 0
            ? new JsonObject { ["application_token"] = OutgoingWebhook.Add(world.Store, handler, names) }
            : throw new ArgumentException("event is wanted, once or more: the name of an event.", nameof(query));
    }
}
