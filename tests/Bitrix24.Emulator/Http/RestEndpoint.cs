using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Limits;
using Bitrix24.Emulator.Version3;

namespace Bitrix24.Emulator.Http;

/// <summary>Answers REST requests: reads, runs at one moment of the portal's clock, lets the service time pass, writes.</summary>
internal sealed class RestEndpoint(World world, Door door)
{
    private static readonly Version2 Second = new();
    private static readonly VersionThree Third = new();

    private readonly Idempotency _idempotency = new();

    public async Task AnswerAsync(HttpContext context, RestAddress address)
    {
        Response response;
        using (world.Clock.Still())
            response = await RunAsync(context, address);
        await response.WriteAsync(context, world);
    }

    /// <summary>What is answered, before the time that it takes has passed.</summary>
    public async Task<Response> RunAsync(HttpContext context, RestAddress address)
    {
        IRestVersion version = address.IsVersion3 ? Third : Second;
        JsonObject? parameters = null;
        RestError? unreadable = null;
        try
        {
            parameters = await version.ReadAsync(context.Request, address.Method);
        }
        catch (RestError error)
        {
            unreadable = error;
        }

        lock (world.Gate)
        {
            var response = Admitted(context, address, version, parameters, unreadable);
            world.Ledger.Worked(response.Duration);
            return response;
        }
    }

    private Response Admitted(HttpContext context, RestAddress address, IRestVersion version, JsonObject? parameters, RestError? unreadable)
    {
        var now = world.Clock.GetUtcNow();
        Caller caller;
        try
        {
            caller = door.Admit(context, address, parameters ?? [], now);
        }
        catch (RestError refused)
        {
            // Errors at the door are older than the versions, and look alike in both.
            return new Response(refused.Status, Version2.FailureBody(refused), TimeSpan.Zero);
        }

        if (unreadable is not null)
            return new Response(unreadable.Status, version.Failure(unreadable), TimeSpan.Zero);
        var call = new Call(address.Method, parameters!, caller, now);
        return address.IsVersion3
            ? _idempotency.Answer(context.Request, call, Third.Find(world, call.Method), () => Run(version, call))
            : Run(version, call);
    }

    private Response Run(IRestVersion version, Call call)
    {
        var outcome = new Runner(world, version).Run(call, inBatch: false);
        var duration = outcome.Times.Duration;
        if (duration > world.Options.RequestLimit)
            return Response.TimedOut(world.Options.RequestLimit.Value);
        return outcome.Error is { } failed
            ? new Response(failed.Status, version.Failure(failed), duration)
            : new Response(200, version.Success(outcome), duration);
    }
}
