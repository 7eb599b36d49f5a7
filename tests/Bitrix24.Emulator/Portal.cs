using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Entities;
using Bitrix24.Emulator.Http;

namespace Bitrix24.Emulator;

/// <summary>A Bitrix24 portal on loopback that counts what it is asked and defends itself as a real one.</summary>
public sealed partial class Portal : IAsyncDisposable
{
    private readonly World _world;
    private readonly WebApplication _server;
    private readonly RestEndpoint _rest;
    private readonly IReadOnlyList<Webhook> _webhooks;

    private Portal(World world, WebApplication server, RestEndpoint rest, IReadOnlyList<Webhook> webhooks)
    {
        (_world, _server, _rest, _webhooks) = (world, server, rest, webhooks);
        Url = new Uri(server.Urls.First());
        world.Address = Url;
    }

    /// <summary>The first address that the portal listens on.</summary>
    public Uri Url { get; }

    /// <summary>The first webhook's address, with a slash at its end: a credential.</summary>
    public string WebhookUrl => WebhookUrlOf(_webhooks[0]);

    /// <summary>The same for REST 3.0.</summary>
    public string WebhookUrlV3 => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Url}rest/api/{_webhooks[0].UserId}/{_webhooks[0].Code}/");

    /// <summary>The address under which an application calls: <c>{RestUrl}crm.deal.list?auth={token}</c>.</summary>
    public string RestUrl => $"{Url}rest/";

    /// <summary>Where an application renews its tokens.</summary>
    public string TokenUrl => $"{Url}oauth/token/";

    /// <summary>The certificate of https addresses, one for the process; nobody trusts it unless told to.</summary>
    public X509Certificate2 Certificate => DevelopmentCertificate.Shared;

    /// <summary>The time everything goes by.</summary>
    public TimeProvider Clock => _world.Clock;

    /// <summary>Starts a portal with its server.</summary>
    public static async Task<Portal> StartAsync(PortalOptions? options = null)
    {
        options ??= new PortalOptions();
        var clock = options.Clock ?? new VirtualClock(options.Start, options.Settle);
        IReadOnlyList<Webhook> webhooks = options.Webhooks.Count > 0 ? options.Webhooks : [new Webhook(1, Applications.Secret(bytes: 8))];
        var world = new World(options, clock);
        var rest = new RestEndpoint(world, new Door(world, new Credentials(world, webhooks)));
        var server = Server.Create(options, world, rest);
        var portal = default(Portal);
        try
        {
            if (options.Seeded)
                SeedData.Put(world);
            await server.StartAsync();
            portal = new Portal(world, server, rest, webhooks);
            return portal;
        }
        finally
        {
            if (portal is null)
            {
                await server.DisposeAsync();
                await world.DisposeAsync();
            }
        }
    }

    /// <summary>The address of one of the webhooks that the options named.</summary>
    public string WebhookUrlOf(Webhook webhook) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Url}rest/{webhook.UserId}/{webhook.Code}/");

    /// <summary>
    /// A way in for an <c>HttpClient</c> that does without the network: an answer comes on the thread on which the portal's
    /// clock rings, so that code which waits on that clock too does everything in an order of its own.
    /// </summary>
    public HttpMessageHandler Direct() => new DirectHandler(_world, _rest);

    /// <summary>Calls a method as the portal itself: no limit, no counter, no event. Answers its result.</summary>
    public JsonNode? Ask(string method, object? parameters = null) => As(Caller.Portal, method, parameters);

    /// <summary>Calls a method as a person at work in the portal: no limit, no counter, but events tell of it. Answers its result.</summary>
    public JsonNode? Edit(string method, object? parameters = null) => As(Caller.Employee, method, parameters);

    private JsonNode? As(Caller caller, string method, object? parameters)
    {
        lock (_world.Gate)
        {
            var call = new Call(method, Parameters(parameters), caller, _world.Clock.GetUtcNow());
            var found = _world.Methods.Find(method) ?? throw new ArgumentException($"There is no method {method}.", nameof(method));
            return found.Answer(call, _world).Result?.DeepClone();
        }
    }

    /// <summary>Installs an application, or gives an installed one a new access token.</summary>
    public Installation Install(string name, long userId = 1, bool isAdmin = true, IReadOnlySet<string>? scopes = null)
    {
        lock (_world.Gate)
            return _world.Applications.Install(name, userId, isAdmin, scopes, _world.Clock.GetUtcNow());
    }

    /// <summary>Stops the server; rows in memory are gone, rows in a file stay.</summary>
    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        await _server.DisposeAsync();
        await _world.DisposeAsync();
    }

    private static JsonObject Parameters(object? parameters) => parameters switch
    {
        null => [],
        JsonObject map => (JsonObject)map.DeepClone(),
        _ => System.Text.Json.JsonSerializer.SerializeToNode(parameters) as JsonObject ?? throw new ArgumentException("The parameters are no map.", nameof(parameters)),
    };
}
