// A loop of three rounds counts three times.
// client: HttpJson
// n: 1
// seed: crm.deal 5
// runs: every 30
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        for (var i = 1; i <= 3; i++)
            await bitrix.CallAsync("crm.deal.get", new { id = i });
    }
}
