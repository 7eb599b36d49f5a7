// Each of some in each of others.
// client: HttpJson
// n: 3
// size: orders = 2·n
// size: products = n + 1
// seed: crm.deal 10
// runs: every 120
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var orders = Enumerable.Range(1, n * 2).ToList();
        var products = Enumerable.Range(1, n + 1).ToArray();
        foreach (var order in orders)
        {
            await bitrix.CallAsync("crm.deal.get", new { id = order });
            for (var i = 0; i < products.Length; i++)
                await bitrix.CallAsync("crm.deal.get", new { id = products[i] });
        }
    }
}
