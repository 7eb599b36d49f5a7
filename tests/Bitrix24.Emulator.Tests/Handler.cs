using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Bitrix24.Emulator.Tests;

/// <summary>An event handler on loopback that keeps what it is sent.</summary>
internal sealed class Handler : IAsyncDisposable
{
    private readonly WebApplication _server;

    private Handler(WebApplication server) => _server = server;

    public ConcurrentQueue<Dictionary<string, string>> Events { get; } = new();

    public int Status { get; set; } = StatusCodes.Status200OK;

    public Uri Url => new(_server.Urls.First() + "/handler");

    public static async Task<Handler> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        var server = builder.Build();
        var handler = new Handler(server);
        server.Run(async context =>
        {
            var form = await context.Request.ReadFormAsync();
            handler.Events.Enqueue(form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal));
            context.Response.StatusCode = handler.Status;
        });
        await server.StartAsync();
        return handler;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        await _server.DisposeAsync();
    }
}
