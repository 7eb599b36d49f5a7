// A batch of lists reads many pages at once.
// client: HttpJson
// n: 1
// seed: crm.deal 300
// runs: every 60
// ends: Unknown
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
        await bitrix.CallAsync("batch", new { cmd = Enumerable.Range(0, 6).ToDictionary(i => $"p{i}", i => $"crm.deal.list?start={i * 50}") });
    }
}
