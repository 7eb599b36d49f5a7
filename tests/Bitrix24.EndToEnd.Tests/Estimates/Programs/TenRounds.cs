// A loop whose rounds the code gives.
// client: HttpJson
// n: 1
// seed: crm.deal 10
// runs: every 20
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        for (var i = 10; i > 0; i--)
            await bitrix.CallAsync("crm.deal.get", new { id = i });
    }
}
