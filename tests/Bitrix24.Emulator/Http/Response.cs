using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Limits;

namespace Bitrix24.Emulator.Http;

/// <summary>What goes back, after the time that the portal needed for it.</summary>
internal sealed record Response(int Status, JsonNode? Body, TimeSpan Duration)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public string MediaType => Body is null ? "text/html" : "application/json";

    public string Text => Body?.ToJsonString(Json.Readable) ?? "<html><body>504 Gateway Time-out</body></html>";

    /// <summary>The web server gives up on a request: the answer is lost, and what has run has run.</summary>
    public static Response TimedOut(TimeSpan limit) => new(StatusCodes.Status504GatewayTimeout, null, limit);

    public async Task WriteAsync(HttpContext context, World world)
    {
        await world.Clock.Pass(Duration + world.Options.ServiceTime.Latency, context.RequestAborted);
        context.Response.StatusCode = Status;
        foreach (var (name, value) in Headers)
            context.Response.Headers[name] = value;
        context.Response.ContentType = Body is null ? "text/html" : "application/json; charset=utf-8";
        await context.Response.WriteAsync(Text, context.RequestAborted);
    }
}
