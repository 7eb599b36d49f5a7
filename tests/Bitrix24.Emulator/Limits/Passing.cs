namespace Bitrix24.Emulator.Limits;

/// <summary>Lets time pass on any clock, to the tick.</summary>
internal static class Passing
{
    public static async Task Pass(this TimeProvider clock, TimeSpan span, CancellationToken cancellation)
    {
        if (span <= TimeSpan.Zero)
            return;
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var timer = clock.CreateTimer(_ => done.TrySetResult(), null, span, Timeout.InfiniteTimeSpan);
        await done.Task.WaitAsync(cancellation);
    }

    /// <summary>Keeps a virtual clock still while a request is answered; a real one goes on.</summary>
    public static IDisposable? Still(this TimeProvider clock) => (clock as VirtualClock)?.Hold();
}
