// A timer whose runs take longer than its interval, so that they overlap.
// client: HttpText
// n: 60
// seed: crm.lead 60
// size: leads = n
// ends: AverageExceedsDrain
using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bx24(webhook);
        var leads = Enumerable.Range(1, n).ToList();
        var timer = new System.Timers.Timer(TimeSpan.FromSeconds(8).TotalMilliseconds);
        timer.Elapsed += async (_, _) =>
        {
            foreach (var id in leads)
                await bitrix.CallAsync("crm.lead.get", new { id });
        };
        timer.Start();
        token.Register(timer.Stop);
        await Task.Delay(1000);
    }
}
