// Three attempts, of which the first succeeds.
// client: HttpJson
// n: 8
// size: ids = n
// seed: crm.deal 8
// runs: every 60
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
        foreach (var id in ids)
        {
            for (var attempt = 0; attempt < 3; attempt++)
            {
                try
                {
                    await bitrix.CallAsync("crm.deal.get", new { id });
                    break;
                }
                catch (HttpRequestException)
                {
                    await Task.Delay(1000);
                }
            }
        }
    }
}
