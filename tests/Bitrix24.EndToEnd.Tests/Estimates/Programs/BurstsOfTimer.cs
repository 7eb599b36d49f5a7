// A timer whose runs overflow the bucket, though the average is low.
// client: HttpText
// n: 120
// size: ids = n
// seed: crm.deal n
// ends: BurstsRefused
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bx24(webhook);
        var ids = Enumerable.Range(1, n).ToList();
        using var timer = new Timer(async _ =>
        {
            foreach (var id in ids)
                await bitrix.CallAsync("crm.deal.get", new { id });
        }, null, 0, 300_000);
        await Task.Delay(Timeout.Infinite, token).ContinueWith(_ => { }, TaskScheduler.Default);
    }
}
