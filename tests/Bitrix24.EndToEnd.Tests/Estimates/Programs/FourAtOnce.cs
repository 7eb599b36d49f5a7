// Four at a time.
// client: HttpJson
// n: 40
// size: ids = n
// seed: crm.deal n
// runs: every 60
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
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (id, _) => await bitrix.CallAsync("crm.deal.get", new { id }));
    }
}
