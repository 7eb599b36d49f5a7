
namespace Bitrix24.Emulator.Calls;

/// <summary>Runs a call: finds its method, checks what must be checked, counts, measures.</summary>
internal sealed class Runner(World world)
{
    public Outcome Run(Call call, bool inBatch)
    {
        var number = world.Ledger.Begin(call, inBatch);
        Reply? reply = null;
        RestError? error = null;
        var duration = TimeSpan.Zero;
        try
        {
            (reply, duration) = Answer(call, inBatch);
        }
        catch (RestError refused)
        {
            error = refused;
            duration = world.Options.ServiceTime.Of(call.Method, Work.None);
        }

        world.Ledger.End(number, call, error?.Code);
        var (operating, resetAt) = (duration.TotalSeconds, call.Now.AddMinutes(10).ToUnixTimeSeconds());
        return new Outcome(reply, error, new Times(call.Now, duration, operating, resetAt));
    }

    private (Reply Reply, TimeSpan Duration) Answer(Call call, bool inBatch)
    {
        if (world.Failures.Take(call) is { } failure)
            throw failure;
        if (call.Method.Equals(Batch.Name, StringComparison.OrdinalIgnoreCase))
            return inBatch ? throw RestError.Of("ERROR_BATCH_METHOD_NOT_ALLOWED") : new Batch(this, call).Run();
        var method = world.Methods.Find(call.Method) ?? throw RestError.Of("ERROR_METHOD_NOT_FOUND");
        if (!call.Caller.Has(method.Scope))
            throw RestError.Of("insufficient_scope");
        var reply = method.Answer(call, world);
        return (reply, world.Options.ServiceTime.Of(method.Name, reply.Work));
    }
}
