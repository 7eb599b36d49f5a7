using Microsoft.Data.Sqlite;

namespace Bitrix24.Emulator.Calls;

/// <summary>Runs a call: finds its method, checks what must be checked, counts, measures.</summary>
internal sealed class Runner(World world, IRestVersion version)
{
    /// <summary>SQLite's codes of a statement or a text that exceeds a limit of its own.</summary>
    private static readonly int[] TooLarge = [1, 18];

    /// <summary>Runs a call that may be a batch, or a command of one.</summary>
    public Outcome Run(Call call, bool inBatch)
    {
        var isBatch = Batch.Is(call.Method);
        var number = world.Ledger.Begin(call, inBatch);
        Reply? reply = null;
        RestError? error = null;
        var duration = TimeSpan.Zero;
        try
        {
            (reply, duration) = isBatch ? AnswerBatch(call, inBatch) : Answer(call, inBatch);
        }
        catch (RestError refused)
        {
            error = refused;
            duration = refused.IsRefusal ? TimeSpan.Zero : refused.After ?? world.Options.ServiceTime.Of(call.Method, Work.None);
        }
        catch (SqliteException failed) when (TooLarge.Contains(failed.SqliteErrorCode))
        {
            error = version.Argument("The parameters are too large for the database");
            duration = world.Options.ServiceTime.Of(call.Method, Work.None);
        }

        // The time of a batch is that of its commands, each charged to its own method.
        var (seconds, resetAt) = isBatch || error?.IsRefusal == true
            ? (0, call.Now.AddMinutes(10).ToUnixTimeSeconds())
            : world.Operating.Charge(call.Method, call.Caller, call.Now, duration);
        world.Ledger.End(number, call, error, seconds);
        return new Outcome(reply, error, new Times(call.Now, duration, seconds, resetAt));
    }

    private (Reply Reply, TimeSpan Duration) AnswerBatch(Call call, bool inBatch)
    {
        Fail(call);
        return inBatch ? throw RestError.Of("ERROR_BATCH_METHOD_NOT_ALLOWED") : version.Batch(call, this, world);
    }

    private (Reply Reply, TimeSpan Duration) Answer(Call call, bool inBatch)
    {
        Fail(call);
        var method = version.Find(world, call.Method) ?? throw version.UnknownMethod(call.Method);
        if (!call.Caller.Has(method.Scope))
            throw version.MissingScope(call.Method);
        if (inBatch && method is RestMethod { NotInBatch: true })
            throw RestError.Of("ERROR_BATCH_METHOD_NOT_ALLOWED");
        // One request cannot say more; commands of a batch can, with the references in them.
        if (Json.Levels(call.Parameters) > Json.MaximumLevels)
            throw version.Argument("The parameters are nested too deep");
        world.Operating.Check(call.Method, call.Caller, call.Now);
        var reply = method.Answer(call, world);
        return (reply, world.Options.ServiceTime.Of(method.Name, reply.Work));
    }

    private void Fail(Call call)
    {
        if (world.Failures.Take(call) is { } failure)
            throw failure;
    }
}
