using System.Net;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Http;

/// <summary>The web server of a portal: on loopback only, and silent.</summary>
internal static class Server
{
    /// <summary>Enough for base64 files of a test; the portal itself takes 2 GB.</summary>
    private const long MaximumBody = 256L * 1024 * 1024;

    public static WebApplication Create(PortalOptions options, World world, RestEndpoint rest)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = MaximumBody;
            kestrel.AddServerHeader = false;
            foreach (var url in options.Urls)
            {
                var address = new Uri(url);
                kestrel.Listen(Loopback(address), address.Port, listen =>
                {
                    listen.Use(next => async connection =>
                    {
                        using ((world.Clock as VirtualClock)?.Connect())
                            await next(connection);
                    });
                    if (address.Scheme == Uri.UriSchemeHttps)
                        listen.UseHttps(DevelopmentCertificate.Shared);
                });
            }
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var server = builder.Build();
        var desk = new AdministratorDesk(world);
        var tokens = new TokenEndpoint(world);
        server.Run(context => RestAddress.Parse(context.Request.Path.Value ?? "") is { } address
            ? rest.AnswerAsync(context, address)
            : TokenEndpoint.Is(context.Request.Path) ? tokens.AnswerAsync(context) : desk.AnswerAsync(context));
        return server;
    }

    /// <summary>The loopback address that a URL names, null for any other.</summary>
    public static IPAddress? LoopbackOf(Uri address)
    {
        if (address.Host == "localhost")
            return IPAddress.Loopback;
        return IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip) ? ip : null;
    }

    private static IPAddress Loopback(Uri address) => LoopbackOf(address)
        ?? throw new ArgumentException($"{address.Host} is not a loopback address; the emulator is for this machine alone.", nameof(address));
}
