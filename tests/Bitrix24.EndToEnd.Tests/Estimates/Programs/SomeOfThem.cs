// Only every third is written.
// client: HttpJson
// n: 30
// size: ids = n
// seed: crm.deal 30
// runs: every 120
// counts: at most
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
            if (id % 3 == 0)
                await bitrix.CallAsync("crm.deal.update", new { id, fields = new { TITLE = "third" } });
        }
    }
}
