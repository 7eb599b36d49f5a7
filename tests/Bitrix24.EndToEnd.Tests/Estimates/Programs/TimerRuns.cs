// A timer whose runs end before the next.
// client: HttpJson
// n: 10
// seed: crm.contact 10
// size: ids = n
using System;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public sealed class Sync(Bitrix bitrix, int n)
{
    public Timer Start() => new(async _ => await RunAsync(), null, TimeSpan.Zero, TimeSpan.FromSeconds(60));

    private async Task RunAsync()
    {
        var ids = Enumerable.Range(1, n).ToArray();
        foreach (var id in ids)
            await bitrix.CallAsync("crm.contact.get", new { id });
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        using var timer = new Sync(new Bitrix(new HttpClient(), webhook), n).Start();
        await Task.Delay(Timeout.Infinite, token).ContinueWith(_ => { }, TaskScheduler.Default);
    }
}
