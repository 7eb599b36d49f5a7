// All at once: how many requests are under way is not known.
// client: HttpJson
// n: 20
// size: ids = n
// seed: crm.deal n
// runs: every 60
// counts: at least
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
        await Task.WhenAll(ids.Select(id => bitrix.CallAsync("crm.deal.get", new { id })));
    }
}
