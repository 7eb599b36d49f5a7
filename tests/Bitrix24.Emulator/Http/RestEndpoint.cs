using System.Net;
using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Limits;

namespace Bitrix24.Emulator.Http;

/// <summary>Answers REST requests of version 2: reads, runs at one moment of the portal's clock, lets the service time pass, writes.</summary>
internal sealed class RestEndpoint(World world, Credentials credentials)
{
    private readonly Runner _runner = new(world);

    public async Task AnswerAsync(HttpContext context, RestAddress address)
    {
        TimeSpan duration;
        JsonObject body;
        int status;
        using (world.Clock.Still())
        {
            JsonObject? parameters = null;
            RestError? unreadable = null;
            try
            {
                parameters = await RequestParameters.ReadAsync(context.Request);
            }
            catch (RestError error)
            {
                unreadable = error;
            }

            lock (world.Gate)
                (status, body, duration) = Answer(context, address, parameters, unreadable);
        }

        await world.Clock.Pass(duration + world.Options.ServiceTime.Latency, context.RequestAborted);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(body.ToJsonString(Json.Readable), context.RequestAborted);
    }

    private (int Status, JsonObject Body, TimeSpan Duration) Answer(HttpContext context, RestAddress address, JsonObject? parameters, RestError? unreadable)
    {
        var now = world.Clock.GetUtcNow();
        var name = "unknown";
        try
        {
            if (world.Options.RequireHttps && !context.Request.IsHttps)
                throw RestError.Of("INVALID_REQUEST");
            var source = context.Connection.RemoteIpAddress ?? IPAddress.None;
            var caller = Admit(context, address, parameters ?? [], source, now, ref name);
            if (unreadable is not null)
                throw unreadable;
            var outcome = _runner.Run(new Call(address.Method, parameters!, caller, now), inBatch: false);
            world.Ledger.Worked(outcome.Times.Duration);
            return outcome.Error is { } failed
                ? (failed.Status, ErrorBody(failed), outcome.Times.Duration)
                : (200, Envelope(outcome), outcome.Times.Duration);
        }
        catch (RestError error)
        {
            return (error.Status, ErrorBody(error), TimeSpan.Zero);
        }
    }

    private Caller Admit(HttpContext context, RestAddress address, JsonObject parameters, IPAddress source, DateTimeOffset now, ref string name)
    {
        _ = (source, now);
        try
        {
            var caller = credentials.Find(address, parameters, Bearer(context));
            name = caller.Name;
            return caller;
        }
        finally
        {
            world.Ledger.Request(name);
        }
    }

    private static string? Bearer(HttpContext context) =>
        context.Request.Headers.Authorization.ToString() is { } header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? header["Bearer ".Length..]
            : null;

    private static JsonObject Envelope(Outcome outcome)
    {
        var reply = outcome.Reply!;
        var body = new JsonObject { ["result"] = reply.Result };
        if (reply.Next is { } next)
            body["next"] = next;
        if (reply.Total is { } total)
            body["total"] = total;
        body["time"] = outcome.Times.ToJson();
        return body;
    }

    private static JsonObject ErrorBody(RestError error) => new() { ["error"] = error.Code, ["error_description"] = error.Message };
}
