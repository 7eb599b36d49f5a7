// The interval is a constant of the class.
// client: HttpJson
// n: 6
// size: ids = n
// seed: crm.deal 6
using System;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public static class Settings
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(40);
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var ids = Enumerable.Range(1, n).ToList();
        while (!token.IsCancellationRequested)
        {
            foreach (var id in ids)
                await bitrix.CallAsync("crm.deal.get", new { id });
            await Task.Delay(Settings.Interval);
        }
    }
}
