// Half a second after each call keeps the bucket empty.
// client: HttpJson
// n: 100 400
// size: ids = n
// seed: crm.deal 400
// runs: once
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
            await bitrix.CallAsync("crm.deal.update", new { id, fields = new { TITLE = "new" } });
            await Task.Delay(500);
        }
    }
}
