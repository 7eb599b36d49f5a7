using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Limits;

namespace Bitrix24.Emulator.Http;

/// <summary>Answers REST requests of version 2: reads, runs at one moment of the portal's clock, lets the service time pass, writes.</summary>
internal sealed class RestEndpoint(World world, Door door)
{
    private readonly Runner _runner = new(world);

    public async Task AnswerAsync(HttpContext context, RestAddress address)
    {
        Response response;
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
                response = Answer(context, address, parameters, unreadable);
        }

        await response.WriteAsync(context, world);
    }

    private Response Answer(HttpContext context, RestAddress address, JsonObject? parameters, RestError? unreadable)
    {
        var now = world.Clock.GetUtcNow();
        try
        {
            var caller = door.Admit(context, address, parameters ?? [], now);
            if (unreadable is not null)
                throw unreadable;
            var outcome = _runner.Run(new Call(address.Method, parameters!, caller, now), inBatch: false);
            var duration = outcome.Times.Duration;
            if (duration > world.Options.RequestLimit)
                return Response.TimedOut(world.Options.RequestLimit.Value);
            return outcome.Error is { } failed
                ? new Response(failed.Status, ErrorBody(failed), duration)
                : new Response(200, Envelope(outcome), duration);
        }
        catch (RestError error)
        {
            return new Response(error.Status, ErrorBody(error), TimeSpan.Zero);
        }
    }

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
