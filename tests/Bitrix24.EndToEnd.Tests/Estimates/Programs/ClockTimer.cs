// A timer of a time provider.
// client: HttpJson
// n: 8
// size: ids = n
// seed: crm.deal n
using System;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var ids = Enumerable.Range(1, n).ToList();
        await using var timer = TimeProvider.System.CreateTimer(async _ =>
        {
            foreach (var id in ids)
                await bitrix.CallAsync("crm.deal.get", new { id });
        }, null, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        await Task.Delay(Timeout.Infinite, token).ContinueWith(_ => { }, TaskScheduler.Default);
    }
}
