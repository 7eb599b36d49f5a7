// Two loops side by side.
// client: HttpJson
// n: 5
// size: ids = n
// seed: crm.deal 60
// entries: 2
using System;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public sealed class Workers(Bitrix bitrix)
{
    public async Task ReadAsync(int n, CancellationToken token)
    {
        var ids = Enumerable.Range(1, n).ToList();
        while (!token.IsCancellationRequested)
        {
            foreach (var id in ids)
                await bitrix.CallAsync("crm.deal.get", new { id });
            await Task.Delay(TimeSpan.FromSeconds(59));
        }
    }

    public async Task ScanAsync(CancellationToken token)
    {
        while (!token.IsCancellationRequested)
        {
            for (var start = 0; start >= 0;)
            {
                var page = await bitrix.CallAsync("crm.deal.list", new { start });
                start = page.TryGetProperty("next", out var next) ? next.GetInt32() : -1;
            }

            await Task.Delay(TimeSpan.FromSeconds(119.6));
        }
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        await Task.WhenAll(new Workers(bitrix).ReadAsync(n, token), new Workers(bitrix).ScanAsync(token));
    }
}
