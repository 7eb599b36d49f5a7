// A search that ends where it finds.
// client: HttpJson
// n: 40
// size: ids = n
// seed: crm.deal 40
// runs: every 60
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
            var deal = await bitrix.CallAsync("crm.deal.get", new { id });
            if (deal.GetProperty("result").GetProperty("TITLE").GetString() == "Row 17")
                break;
        }
    }
}
