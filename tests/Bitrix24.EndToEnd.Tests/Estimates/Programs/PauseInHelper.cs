// The helper waits after its call.
// client: HttpJson
// n: 60
// size: ids = n
// seed: crm.deal 60
// runs: every 600
using System;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public sealed class Slow(Bitrix bitrix)
{
    public async Task ReadAsync(int id)
    {
        await bitrix.CallAsync("crm.deal.get", new { id });
        await Task.Delay(TimeSpan.FromSeconds(1));
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var ids = Enumerable.Range(1, n).ToList();
        foreach (var id in ids)
            await new Slow(bitrix).ReadAsync(id);
    }
}
